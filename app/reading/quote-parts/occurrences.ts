/** Every place where words stand letter for letter, found in linear time whatever the text. */

/** Up to this length the built-in search is quicker; beyond it a text that repeats itself would make it crawl. */
const MAX_BUILT_IN = 512

/** Positions in order, at most `most`; occurrences overlap by half at the most. */
export function occurrences(text: string, needle: string, most: number): number[] {
  const find =
    needle.length > MAX_BUILT_IN ? linearFinder(text, needle) : (from: number) => text.indexOf(needle, from)
  const step = Math.max(1, needle.length >> 1)
  const found: number[] = []
  for (let at = find(0); at >= 0 && found.length < most; at = find(at + step)) found.push(at)
  return found
}

/** Knuth, Morris and Pratt (1977): what was read is never read again within one search. */
function linearFinder(text: string, needle: string): (from: number) => number {
  // How long a beginning of the needle also ends at each of its signs.
  const borders = new Int32Array(needle.length)
  for (let at = 1, border = 0; at < needle.length; at += 1) {
    while (border > 0 && needle.charCodeAt(at) !== needle.charCodeAt(border)) border = borders[border - 1]!
    if (needle.charCodeAt(at) === needle.charCodeAt(border)) border += 1
    borders[at] = border
  }
  return (from) => {
    for (let at = from, matched = 0; at < text.length; at += 1) {
      while (matched > 0 && text.charCodeAt(at) !== needle.charCodeAt(matched))
        matched = borders[matched - 1]!
      if (text.charCodeAt(at) === needle.charCodeAt(matched)) matched += 1
      if (matched === needle.length) return at + 1 - needle.length
    }
    return -1
  }
}
