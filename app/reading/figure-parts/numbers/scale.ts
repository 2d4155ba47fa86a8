/** What scale words multiply by, in every language that is read. */

const POWER_OF_SIGN: Record<string, number> = {
  十: 1,
  拾: 1,
  百: 2,
  佰: 2,
  千: 3,
  仟: 3,
  万: 4,
  萬: 4,
  亿: 8,
  億: 8,
  兆: 12,
  천: 3,
  백: 2,
  십: 1,
  만: 4,
  억: 8,
  조: 12,
  경: 16,
}
const FACTOR_OF_WORD: Record<string, bigint> = {
  dozen: 12n,
  hundred: 100n,
  thousand: 10n ** 3n,
  k: 10n ** 3n,
  lakh: 10n ** 5n,
  lakhs: 10n ** 5n,
  million: 10n ** 6n,
  millions: 10n ** 6n,
  mln: 10n ** 6n,
  mn: 10n ** 6n,
  mm: 10n ** 6n,
  m: 10n ** 6n,
  crore: 10n ** 7n,
  crores: 10n ** 7n,
  cr: 10n ** 7n,
  billion: 10n ** 9n,
  bln: 10n ** 9n,
  bn: 10n ** 9n,
  b: 10n ** 9n,
  trillion: 10n ** 12n,
  tln: 10n ** 12n,
  trn: 10n ** 12n,
  tn: 10n ** 12n,
  t: 10n ** 12n,
  quadrillion: 10n ** 15n,
  quintillion: 10n ** 18n,
}

/** The factor of one lower-case English scale word or short form; undefined for any other word. */
export function scaleWordFactor(word: string): bigint | undefined {
  return Object.hasOwn(FACTOR_OF_WORD, word) ? FACTOR_OF_WORD[word] : undefined
}

/** The factor of one Chinese, Japanese or Korean scale sign; undefined for any other sign. */
export function scaleSignFactor(sign: string): bigint | undefined {
  const power = POWER_OF_SIGN[sign]
  return power === undefined ? undefined : 10n ** BigInt(power)
}

/** The product of all English words or East Asian signs as printed ('万亿' is 10^12, 'hundred million' 10^8). */
export function scaleFactor(words: string): bigint {
  const known = FACTORS.get(words)
  if (known) return known
  const factor = factorOf(words)
  if (FACTORS.size < MOST_FACTORS) FACTORS.set(words, factor)
  return factor
}

/** Texts use few different ones. */
const FACTORS = new Map<string, bigint>()
const MOST_FACTORS = 200

function factorOf(words: string): bigint {
  let factor = 1n
  for (const word of words.toLowerCase().split(' ')) {
    const known = scaleWordFactor(word)
    if (known) factor *= known
    else for (const sign of word) factor *= scaleSignFactor(sign) ?? 1n
  }
  return factor
}
