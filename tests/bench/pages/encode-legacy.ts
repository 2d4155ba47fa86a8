/** Writes text in the encodings of old Chinese pages, which the platform can read but not write. */

const tables = new Map<string, Map<string, [number, number]>>()

/** Bytes of the text; a character that the encoding lacks becomes a numeric character reference. */
export function encodeLegacy(text: string, encoding: 'gbk' | 'big5'): Uint8Array {
  const table = tables.get(encoding) ?? readTable(encoding)
  tables.set(encoding, table)
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) bytes.push(code)
    else bytes.push(...(table.get(character) ?? new TextEncoder().encode(`&#${code};`)))
  }
  return Uint8Array.from(bytes)
}

function readTable(encoding: string): Map<string, [number, number]> {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && character !== '\ufffd' && !table.has(character))
        table.set(character, [lead, trail])
    }
  }
  return table
}
