/** Writes whole numbers below a million in words, the other way round from the reading: for tests only. */

const ENGLISH =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const ENGLISH_TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

export function englishWords(value: number): string {
  if (value >= 1000)
    return parts(
      englishWords(Math.floor(value / 1000)),
      ' thousand',
      value % 1000,
      englishWords,
      value % 1000 < 100 ? ' and ' : ' ',
    )
  if (value >= 100)
    return parts(ENGLISH[Math.floor(value / 100)] ?? '', ' hundred', value % 100, englishWords, ' and ')
  if (value < 20) return ENGLISH[value] ?? ''
  const tens = ENGLISH_TENS[Math.floor(value / 10)] ?? ''
  return value % 10 ? `${tens}-${ENGLISH[value % 10]}` : tens
}

const GERMAN =
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  )
const GERMAN_TENS = '- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ')

export function germanWords(value: number): string {
  if (value >= 1000)
    return parts(germanWords(Math.floor(value / 1000)), 'tausend', value % 1000, germanWords, '')
  if (value >= 100)
    return parts(GERMAN[Math.floor(value / 100)] ?? '', 'hundert', value % 100, germanWords, '')
  if (value < 20) return GERMAN[value] ?? ''
  const tens = GERMAN_TENS[Math.floor(value / 10)] ?? ''
  return value % 10 ? `${GERMAN[value % 10]}und${tens}` : tens
}

const FRENCH =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )
const FRENCH_TENS = '- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt'.split(
  ' ',
)

export function frenchWords(value: number): string {
  if (value >= 1000) {
    const front = Math.floor(value / 1000)
    return parts(
      front === 1
        ? ''
        : frenchWords(front).replace(/s$/, (end) => (front % 100 === 80 || front % 100 === 0 ? '' : end)),
      front === 1 ? 'mille' : ' mille',
      value % 1000,
      frenchWords,
      ' ',
    )
  }
  if (value >= 100) {
    const front = Math.floor(value / 100)
    return parts(
      front === 1 ? '' : (FRENCH[front] ?? ''),
      front === 1 ? 'cent' : value % 100 ? ' cent' : ' cents',
      value % 100,
      frenchWords,
      ' ',
    )
  }
  if (value < 20) return FRENCH[value] ?? ''
  const tens = FRENCH_TENS[Math.floor(value / 10)] ?? ''
  const rest = value >= 60 ? value % 20 : value % 10
  if (rest === 0) return value === 80 ? 'quatre-vingts' : tens
  return (rest === 1 || rest === 11) && value < 80 ? `${tens} et ${FRENCH[rest]}` : `${tens}-${FRENCH[rest]}`
}

const SPANISH =
  'cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'.split(
    ' ',
  )
const SPANISH_TENS = '- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ')
const SPANISH_HUNDREDS =
  '- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(
    ' ',
  )

export function spanishWords(value: number): string {
  if (value >= 1000) {
    const front = Math.floor(value / 1000)
    return parts(
      front === 1 ? '' : spanishWords(front),
      front === 1 ? 'mil' : ' mil',
      value % 1000,
      spanishWords,
      ' ',
    )
  }
  if (value === 100) return 'cien'
  if (value > 100)
    return parts(SPANISH_HUNDREDS[Math.floor(value / 100)] ?? '', '', value % 100, spanishWords, ' ')
  if (value < 30) return SPANISH[value] ?? ''
  const tens = SPANISH_TENS[Math.floor(value / 10)] ?? ''
  return value % 10 ? `${tens} y ${SPANISH[value % 10]}` : tens
}

function parts(
  front: string,
  scale: string,
  rest: number,
  words: (value: number) => string,
  gap: string,
): string {
  return `${front}${scale}${rest ? gap + words(rest) : ''}`
}

const NUMERALS = {
  plain: ['零一二三四五六七八九', '十百千', '万'],
  traditional: ['零一二三四五六七八九', '十百千', '萬'],
  financial: ['零壹貳叁肆伍陸柒捌玖', '拾佰仟', '萬'],
} as const

/** One-syllable zero between places that are left out: 10 300 is 一万零三百. */
export function chineseNumeral(value: number, style: keyof typeof NUMERALS): string {
  const [digits, places, myriad] = NUMERALS[style]
  const below = (part: number): string => {
    let written = ''
    for (let place = 3; place >= 0; place -= 1) {
      const digit = Math.floor(part / 10 ** place) % 10
      if (digit) written += (digits[digit] ?? '') + (place ? (places[place - 1] ?? '') : '')
      else if (written && !written.endsWith('零') && part % 10 ** place) written += '零'
    }
    return written
  }
  const upper = Math.floor(value / 10_000)
  const rest = value % 10_000
  if (!upper) return below(value)
  return below(upper) + myriad + (rest ? (rest < 1000 ? '零' : '') + below(rest) : '')
}

const KOREAN = '영일이삼사오육칠팔구'

/** 삼백이십, 만 오천: one is left out before ten, hundred, thousand and ten thousand. */
export function koreanWords(value: number): string {
  const below = (part: number): string =>
    [...'천백십'].map((sign, index) => digit(Math.floor(part / 10 ** (3 - index)) % 10, sign)).join('') +
    (part % 10 ? KOREAN[part % 10] : '')
  const digit = (one: number, sign: string) => (one ? (one > 1 ? KOREAN[one] : '') + sign : '')
  const upper = Math.floor(value / 10_000)
  const rest = value % 10_000
  return upper ? `${upper > 1 ? below(upper) : ''}만${rest ? ` ${below(rest)}` : ''}` : below(value)
}
