/** Finds where passages end that differ from a quotation by a few signs: Myers' bit-vector algorithm (1999), 32 rows a step. */

export type NearEnd = { end: number; errors: number }
/** Steps that may still be taken, one for each 32 rows of a column; below nought the search has given up. */
export type Budget = { left: number }

const ROWS = 32
/** Which row of `needle` masks a sign has, plus one; 0 for signs the needle does not have. Empty between searches. */
const rowOf = new Uint16Array(0x10000)

/**
 * Ends, in order and exclusive, of the stretches of `text` between `from` and `to` with the fewest errors, at most `maxErrors`
 * and at most `most` of them. With `anchored` the stretch begins at `from`. Errors are signs put in, left out or exchanged.
 */
export function nearEnds(
  text: Uint16Array,
  from: number,
  to: number,
  needle: Uint16Array,
  maxErrors: number,
  budget: Budget,
  { anchored = false, most = 2000 } = {},
): NearEnd[] {
  const masks = masksOf(needle)
  const found = scan(text, from, to, needle.length, masks, maxErrors, budget, anchored, most)
  for (const unit of needle) rowOf[unit] = 0
  return found
}

function masksOf(needle: Uint16Array): Int32Array {
  const blocks = Math.ceil(needle.length / ROWS)
  let rows = 0
  for (const unit of needle) if (!rowOf[unit]) rowOf[unit] = ++rows
  const masks = new Int32Array((rows + 1) * blocks)
  for (let at = 0; at < needle.length; at += 1) {
    const slot = (rowOf[needle[at]!] ?? 0) * blocks + (at >> 5)
    masks[slot] = masks[slot]! | (1 << (at & 31))
  }
  return masks
}

function scan(
  text: Uint16Array,
  from: number,
  to: number,
  length: number,
  masks: Int32Array,
  maxErrors: number,
  budget: Budget,
  anchored: boolean,
  most: number,
): NearEnd[] {
  const blocks = Math.ceil(length / ROWS)
  const last = blocks - 1
  const plus = new Int32Array(blocks).fill(-1)
  const minus = new Int32Array(blocks)
  const score = new Int32Array(blocks)
  for (let block = 0; block < blocks; block += 1) score[block] = Math.min(length, (block + 1) * ROWS)
  let allowed = maxErrors
  // Blocks below `active` have more errors than are allowed in every row.
  let active = Math.min(last, Math.max(0, Math.ceil(allowed / ROWS) - 1))
  let found: NearEnd[] = []
  for (let at = from; at < to; at += 1) {
    const row = (rowOf[text[at]!] ?? 0) * blocks
    let carry = anchored ? 1 : 0
    budget.left -= active + 1
    for (let block = 0; block <= active; block += 1) {
      carry = advance(block, masks[row + block]!, carry, block === last ? (length - 1) & 31 : 31, plus, minus)
      score[block] = score[block]! + carry
    }
    if (active < last && score[active]! - carry <= allowed && (masks[row + active + 1]! & 1 || carry < 0)) {
      const above = score[active]! - carry
      active += 1
      plus[active] = -1
      minus[active] = 0
      const top = active === last ? (length - 1) & 31 : 31
      score[active] = above + top + 1 + advance(active, masks[row + active]!, carry, top, plus, minus)
    } else while (active > 0 && score[active]! >= allowed + ROWS) active -= 1
    if (active === last && score[last]! <= allowed) {
      const errors = score[last]!
      if (errors < allowed) found = []
      allowed = errors
      found.push({ end: at + 1, errors })
      if (found.length >= most && errors === 0) break
    }
    if (budget.left < 0 || found.length > most) break
  }
  return found
}

/** One column of one block; gives whether its row `top` has one error more, one less or as many as the column before. */
function advance(
  block: number,
  mask: number,
  carry: number,
  top: number,
  plus: Int32Array,
  minus: Int32Array,
): number {
  const up = plus[block]!
  const down = minus[block]!
  const vertical = mask | down
  const equal = carry < 0 ? mask | 1 : mask
  const horizontal = (((equal & up) + up) ^ up) | equal
  let more = down | ~(horizontal | up)
  let less = up & horizontal
  const out = ((more >>> top) & 1) - ((less >>> top) & 1)
  more = (more << 1) | (carry > 0 ? 1 : 0)
  less = (less << 1) | (carry < 0 ? 1 : 0)
  plus[block] = less | ~(vertical | more)
  minus[block] = more & vertical
  return out
}
