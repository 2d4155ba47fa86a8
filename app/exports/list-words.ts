/** Puts lists and counts into words: "1, 2 and 3", "claims 1 and 3", "1 report". */

/** Items joined as a sentence joins them: "a", "a and b", "a, b and c". */
export function listWords(items: (string | number)[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** Numbered things by name, each number once and in order: "claim 2", "claims 1 and 3". */
export function numberedWords(noun: string, numbers: number[]): string {
  const once = [...new Set(numbers)].sort((a, b) => a - b)
  return `${once.length === 1 ? noun : `${noun}s`} ${listWords(once)}`
}

/** A count with its noun: "1 report", "3 reports". */
export function countWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** The sentence with a capital letter in front. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The values of a list grouped by a key, in the order in which the keys are first met. */
export function groupBy<T>(items: T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return [...groups.values()]
}
