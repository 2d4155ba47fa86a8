/** Puts lists and counts into words: "1, 2 and 3", "claims 1 and 3", "1 report". */

/** Items joined as a sentence joins them: "a", "a and b", "a, b and c". */
export function listWords(items: (string | number)[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** Numbered things by name, each number once and in order: "claim 2", "claims 1 and 3", "sources 1 to 20 and 24". */
export function numberedWords(noun: string, numbers: number[]): string {
  const once = [...new Set(numbers)].sort((a, b) => a - b)
  return `${once.length === 1 ? noun : `${noun}s`} ${listWords(asRanges(once))}`
}

/** Shorter stretches are read faster number by number. */
const MIN_RANGE_NUMBERS = 4

/** Numbers in order as stretches; short stretches number by number. `to` joins the ends of a long one. */
export function asRanges(sorted: number[], to = ' to '): (string | number)[] {
  const stretches: number[][] = []
  for (const number of sorted) {
    const current = stretches.at(-1)
    if (current && current.at(-1) === number - 1) current.push(number)
    else stretches.push([number])
  }
  return stretches.flatMap((stretch): (string | number)[] =>
    stretch.length < MIN_RANGE_NUMBERS ? stretch : [`${stretch[0]}${to}${stretch.at(-1)}`],
  )
}

/** A count with its noun: "1 report", "3 reports", "2 searches" with its plural given. */
export function countWords(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** The sentence with a capital letter in front. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
