/** Where in a long text a passage with a few errors may stand: a filter before the search proper. */

/** Levelled positions of a block's ends of match: the passage ends after `from` and not after `to`. */
type Block = { from: number; to: number; shared: number }

const TABLE_BITS = 16
const TABLE_MASK = (1 << TABLE_BITS) - 1
const MIN_BLOCK = 256
/** Shorter quotations are compared by pairs of signs, longer ones by threes. */
const MIN_TRIPLES_LENGTH = 10

/**
 * A passage that differs from `needle` by `errors` signs shares all but `errors × q` of its runs of q signs (the q-gram lemma of
 * Jokinen and Ukkonen, 1991), so a stretch of `text` that shares fewer cannot hold it. Blocks that may hold one come best first;
 * none that could is left out.
 */
export class LikelyBlocks {
  readonly blocks: Block[]
  private readonly grams: number
  private readonly width: number

  constructor(text: Uint16Array, needle: Uint16Array, maxErrors: number) {
    this.width = needle.length >= MIN_TRIPLES_LENGTH ? 3 : 2
    this.grams = needle.length - this.width + 1
    const reach = needle.length + maxErrors - this.width + 1
    const blockSize = Math.max(MIN_BLOCK, needle.length)
    const best = this.sharedByBlock(text, needle, reach, blockSize)
    const least = this.leastShared(maxErrors)
    this.blocks = []
    for (let block = 0; block < best.length; block += 1) {
      const shared = best[block] ?? 0
      const from = block * blockSize
      if (shared >= least) this.blocks.push({ from, to: Math.min(text.length, from + blockSize), shared })
    }
    // A stable sort: of equals the first in the text stays first.
    this.blocks.sort((a, b) => b.shared - a.shared)
  }

  /** How many runs a passage with so many errors shares at the least; below one the filter says nothing. */
  leastShared(errors: number): number {
    return this.grams - errors * this.width
  }

  /** For every block the most runs of the needle that any stretch of `reach` runs ending in it holds. */
  private sharedByBlock(
    text: Uint16Array,
    needle: Uint16Array,
    reach: number,
    blockSize: number,
  ): Int32Array {
    const shift = this.width === 3 ? 5 : 8
    const mask = this.width === 3 ? 0x7fff : TABLE_MASK
    const known = new Uint8Array(1 << TABLE_BITS)
    let code = 0
    for (let at = 0; at < needle.length; at += 1) {
      code = ((code << shift) ^ (needle[at] ?? 0)) & mask
      if (at >= this.width - 1) known[code] = 1
    }
    const member = new Uint8Array(text.length)
    const best = new Int32Array(Math.ceil(text.length / blockSize))
    let shared = 0
    code = 0
    for (let block = 0, at = 0; block < best.length; block += 1) {
      const end = Math.min(text.length, (block + 1) * blockSize)
      let most = 0
      for (; at < end; at += 1) {
        code = ((code << shift) ^ text[at]!) & mask
        const isKnown = known[code]!
        member[at] = isKnown
        shared += isKnown
        if (at >= reach) shared -= member[at - reach]!
        if (shared > most) most = shared
      }
      best[block] = most
    }
    return best
  }
}
