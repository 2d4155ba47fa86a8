/** Says what a file is that cannot be taken in, and what to bring instead. */

const ACCEPTED =
  'Bring a web page (HTML, SingleFile, MHTML), a PDF, a picture (PNG, JPEG, WebP), plain text, or a WACZ.'

/** First bytes as Latin-1 and where they stand, with the words for a person. */
const KINDS: { bytes: string; at: number; words: string }[] = [
  { bytes: 'ftypheic', at: 4, words: 'This is a HEIC picture, as iPhones take them. Save it as JPEG.' },
  { bytes: 'ftypheix', at: 4, words: 'This is a HEIC picture, as iPhones take them. Save it as JPEG.' },
  { bytes: 'ftypmif1', at: 4, words: 'This is a HEIF picture. Save it as JPEG.' },
  { bytes: 'ftypavif', at: 4, words: 'This is an AVIF picture. Save it as PNG or JPEG.' },
  {
    bytes: 'ftyp',
    at: 4,
    words: 'This is a film. Bring a picture of the moment and the page that shows it.',
  },
  { bytes: '\x1aE\xdf\xa3', at: 0, words: 'This is a film. Bring a picture of the moment and its page.' },
  { bytes: 'GIF8', at: 0, words: 'This is a GIF picture. Save it as PNG.' },
  { bytes: 'BM', at: 0, words: 'This looks like a BMP picture. Save it as PNG.' },
  { bytes: 'II*\0', at: 0, words: 'This is a TIFF picture. Save it as PNG or PDF.' },
  { bytes: 'MM\0*', at: 0, words: 'This is a TIFF picture. Save it as PNG or PDF.' },
  { bytes: '\xd0\xcf\x11\xe0', at: 0, words: 'This is an old Office document. Save it as PDF.' },
  { bytes: 'bplist00', at: 0, words: 'This is a Safari web archive. Save the page as PDF instead.' },
  { bytes: 'ID3', at: 0, words: 'This is a sound recording. Bring the page that offers it.' },
  {
    bytes: '\x1f\x8b',
    at: 0,
    words: 'This is a compressed file. Unpack it first; a WARC belongs into a WACZ.',
  },
  { bytes: 'Rar!', at: 0, words: 'This is a RAR archive. Unpack it and bring one file.' },
  { bytes: '7z\xbc\xaf', at: 0, words: 'This is a 7z archive. Unpack it and bring one file.' },
  { bytes: 'MZ', at: 0, words: 'This is a program, not a document.' },
  { bytes: '\x7fELF', at: 0, words: 'This is a program, not a document.' },
]

/** One or two plain sentences about bytes that are none of the accepted kinds. */
export function refusalOfFile(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  const known = KINDS.find((kind) => head.startsWith(kind.bytes, kind.at))
  return `${known?.words ?? 'This file is of no kind that can be kept as a source.'} ${ACCEPTED}`
}

/** The same for a ZIP that is no WACZ, from the names of its entries. */
export function refusalOfZip(names: string[]): string {
  if (names.includes('[Content_Types].xml') || names.includes('mimetype'))
    return `This is an Office document or a book. Save it as PDF. ${ACCEPTED}`
  return `This ZIP is no WACZ: it has no datapackage.json. Unpack it and bring one file. ${ACCEPTED}`
}
