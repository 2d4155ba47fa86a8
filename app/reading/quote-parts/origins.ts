/** Where each unit of a levelled text stands in the original, kept only where the two texts step out of line. */

/** No position of a text: it never equals one. */
const OUT_OF_LINE = 0x3fffffff

export class Origins {
  /** Original minus levelled position for the units since the last entry; or that the next unit needs an entry of its own. */
  shift = 0
  /** Levelled positions at which a run begins, and where it begins in the original. */
  private readonly at: number[] = [0]
  private readonly from: number[] = [0]
  /** Where an entry's single unit ends; 0 for a run of units that each stand for one. */
  private readonly to: number[] = [0]

  /** Units must come in order; `from` and `to` are UTF-16 positions of the original. */
  add(at: number, from: number, to: number): void {
    const single = to - from === 1
    if (single && from - at === this.shift) return
    const last = this.at.length - 1
    if (this.at[last] === at) {
      this.from[last] = from
      this.to[last] = single ? 0 : to
    } else {
      this.at.push(at)
      this.from.push(from)
      this.to.push(single ? 0 : to)
    }
    this.shift = single ? from - at : OUT_OF_LINE
  }

  /** The last unit, `at`, takes in what stands before `to`. */
  widen(at: number, to: number): void {
    const [from] = this.of(at)
    this.shift = OUT_OF_LINE
    this.add(at, from, to)
  }

  of(at: number): [number, number] {
    let low = 0
    let high = this.at.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.at[middle] ?? 0) <= at) low = middle
      else high = middle
    }
    const from = this.from[low] ?? 0
    const to = this.to[low] ?? 0
    if (to > 0) return [from, to]
    const start = from + at - (this.at[low] ?? 0)
    return [start, start + 1]
  }
}
