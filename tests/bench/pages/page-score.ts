/** Compares what was read from a page with what a person wrote down. */

const RUN_WORDS = 4

/** Harmonic mean of precision and recall over runs of four words; a Han or kana character is a word. 0 to 1. */
export function bodyF1(one: string, other: string): number {
  const runs = runsOf(one)
  const left = new Map<string, number>()
  const gold = runsOf(other)
  for (const run of gold) left.set(run, (left.get(run) ?? 0) + 1)
  let shared = 0
  for (const run of runs) {
    const count = left.get(run) ?? 0
    if (count > 0) shared += 1
    left.set(run, count - 1)
  }
  return shared === 0 ? 0 : (2 * shared) / (runs.length + gold.length)
}

function runsOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .match(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}])[\p{L}\p{N}])+/gu,
      ) ?? []
  if (words.length < RUN_WORDS) return words.length === 0 ? [] : [words.join(' ')]
  return words.slice(RUN_WORDS - 1).map((_, at) => words.slice(at, at + RUN_WORDS).join(' '))
}

/** Same day as printed; the zone plays no part. */
export function sameDay(answer: string | null, gold: string | null | undefined): boolean {
  return (answer?.slice(0, 10) ?? null) === (gold ?? null)
}

/** The same people, whatever the order, the case and the mark between them. */
export function sameNames(answer: string | null, gold: string | null | undefined): boolean {
  return namesOf(answer) === namesOf(gold ?? null)
}

function namesOf(text: string | null): string {
  return (text ?? '')
    .split(/\s*[,、;]\s*/)
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
    .sort()
    .join('|')
}
