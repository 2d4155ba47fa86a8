/** A text in plain width, lower case and one Chinese script with every position kept, so that rules need one spelling only. */
import { scriptTable } from '#reading/fold-script.ts'

const FULL_WIDTH = '０１２３４５６７８９．％＋－＄／：＜＞～＾'
const PLAIN_OF: Record<string, string> = {
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u2009': ' ',
  '\u2212': '-',
  '\u301c': '~',
  '\u223c': '~',
  '\u2011': '-',
  // The sign of proportion, in scores: 104∶94.
  '\u2236': ':',
  '￥': '¥',
  '￡': '£',
  // Taiwan's newspapers print the round zero with a geometric sign.
  '○': '〇',
  // Its lower case is two units long and would shift every position after it.
  İ: 'i',
}
const COMMA = '，'.charCodeAt(0)
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })

let table: Uint16Array | null = null
let folding: Uint16Array | null = null

/** Same length as `text`, in UTF-16 units: full-width signs become ASCII, letters lower case, traditional Chinese simplified. */
export function plainWidth(text: string): string {
  if (text.length < WORTH_KEEPING) return leveled(text)
  if (text !== kept.text) kept = { text, plain: leveled(text) }
  return kept.plain
}

/** Figures, dates and attributions are read from one text in turn: it is levelled once. */
const WORTH_KEEPING = 2000
let kept = { text: '', plain: '' }

function leveled(text: string): string {
  if (/^[\t\n -~]*$/.test(text)) return text.toLowerCase()
  table ??= widthTable()
  const han = /[\u3400-\u9fff]/.test(text)
  if (han) folding ??= foldingTable(table)
  const codes = (han ? folding : null) ?? table
  const units = new Uint16Array(text.length)
  for (let index = 0; index < text.length; index += 1) units[index] = codes[text.charCodeAt(index)] ?? 0
  // A full-width comma between full-width digits groups them; in running text it is punctuation.
  for (let at = text.indexOf('，'); at >= 0; at = text.indexOf('，', at + 1))
    if (isWide(text, at - 1) && groupFollows(text, at + 1)) units[at] = 0x2c
  return decoder.decode(units)
}

function isWide(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xff10 && code <= 0xff19
}

function groupFollows(text: string, at: number): boolean {
  return isWide(text, at) && isWide(text, at + 1) && isWide(text, at + 2) && !isWide(text, at + 3)
}

function widthTable(): Uint16Array {
  const codes = Uint16Array.from({ length: 0x10000 }, (_, code) => {
    const lower = String.fromCharCode(code).toLowerCase()
    return lower.length === 1 ? lower.charCodeAt(0) : code
  })
  for (const sign of FULL_WIDTH) codes[sign.charCodeAt(0)] = sign.charCodeAt(0) - 0xfee0
  // Letters, both cases, to lower case ASCII.
  for (let code = 0xff21; code <= 0xff3a; code += 1) codes[code] = code - 0xfee0 + 0x20
  for (let code = 0xff41; code <= 0xff5a; code += 1) codes[code] = code - 0xfee0
  for (const [sign, plain] of Object.entries(PLAIN_OF)) codes[sign.charCodeAt(0)] = plain.charCodeAt(0)
  codes[COMMA] = COMMA
  return codes
}

function foldingTable(width: Uint16Array): Uint16Array {
  const script = scriptTable()
  return width.map((code) => script[code] ?? code)
}

/** Whether the UTF-16 unit belongs to Chinese or Japanese script (punctuation not included). */
export function isCjk(sign: string | undefined): boolean {
  if (sign === undefined) return false
  const code = sign.charCodeAt(0)
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3005 && code <= 0x3007) ||
    (code >= 0xf900 && code <= 0xfaff)
  )
}
