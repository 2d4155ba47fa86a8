/** Folds traditional to simplified Chinese, sign by sign and with every position kept: for matching, never for display. */
import { Converter } from 'opencc-js/t2cn'

/** Pairs that the character table leaves apart because only the phrase decides; matching treats them as one. */
const LOOSE_PAIRS = '著着瞭了馀余藉借妳你牠它祂它祇只祗只'

/** Up to here the decoder's own cost is more than it saves. */
const SHORT = 64
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })

let table: Uint16Array | null = null

/** Length-preserving: signs whose simplified form lies outside the basic plane stay as they are. */
export function foldScript(text: string): string {
  if (!/[\u3400-\u9fff]/.test(text)) return text
  const codes = scriptTable()
  const units = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at += 1) units[at] = codes[text.charCodeAt(at)] ?? 0
  return text.length > SHORT ? decoder.decode(units) : String.fromCharCode(...units)
}

/** UTF-16 unit → its simplified form (itself where there is none); built once, on first use, from OpenCC's table. */
export function scriptTable(): Uint16Array {
  if (table) return table
  const built = Uint16Array.from({ length: 0x10000 }, (_, code) => code)
  const signs = Array.from({ length: 0x9fff - 0x3400 + 1 }, (_, index) => String.fromCharCode(0x3400 + index))
  // One sign a line: the converter must not see two signs as a phrase.
  const folded = Converter({ from: 't', to: 'cn' })(signs.join('\n')).split('\n')
  folded.forEach((sign, index) => {
    if (sign.length === 1) built[0x3400 + index] = sign.charCodeAt(0)
  })
  for (let index = 0; index < LOOSE_PAIRS.length; index += 2)
    built[LOOSE_PAIRS.charCodeAt(index)] = LOOSE_PAIRS.charCodeAt(index + 1)
  table = built
  return built
}
