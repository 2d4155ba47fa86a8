/** Takes in a WACZ that a person brought: kept as it came, with the one page of it that is meant. */
import yauzl from 'yauzl'
import { canonicalAddress } from '#domain/source.ts'
import type { ArchivedPage, HeldPages, OpenedWacz } from '#scrapers/contract.ts'
import { refusalOfZip } from './refused-files.ts'

/** `choose` is told what the archive holds and names the page that is meant; null stops there. */
export type OpenWacz = (bytes: Uint8Array, choose?: (held: HeldPages) => string | null) => Promise<OpenedWacz>

export type TakenWacz =
  | { ok: true; page: Extract<OpenedWacz, { ok: true }> }
  | {
      ok: false
      reason: 'unsupported_type' | 'decode_failed' | 'needs_person'
      message: string
      pages: ArchivedPage[]
    }

const MAX_ZIP_ENTRIES = 50_000

/**
 * Which page is meant: the one that the person named, else the source's own, else the only one. Where several could be
 * meant a person must say: an archive's first page is nobody's word.
 */
export async function takeWacz(
  bytes: Uint8Array,
  address: string,
  named: string | undefined,
  openWacz: OpenWacz,
): Promise<TakenWacz> {
  const names = await listZip(bytes)
  if (names === null)
    return no('decode_failed', 'The file begins like a ZIP but is damaged or cut off. Save it again.')
  if (!names.includes('datapackage.json')) return no('unsupported_type', refusalOfZip(names))
  let held: HeldPages = { main: null, pages: [] }
  const opened = await openWacz(bytes, (all) => {
    held = all
    return pageMeant(all, address, named)
  })
  if (opened.ok) return { ok: true, page: opened }
  const { pages } = held as HeldPages
  if (pages.length > 1 && pageMeant(held, address, named) === null) {
    const message = named
      ? `The archive holds no page ${named}. Choose one of the ${pages.length} it holds.`
      : `The archive holds ${pages.length} pages, none of them at the source's own address. Choose the one that is meant.`
    return { ok: false, reason: 'needs_person', message, pages }
  }
  return {
    ok: false,
    reason: 'decode_failed',
    message: `The WACZ could not be read: ${opened.message}`,
    pages,
  }
}

function pageMeant({ main, pages }: HeldPages, address: string, named: string | undefined): string | null {
  const wanted = named ?? address
  const found = pages.find((page) => isSame(page.address, wanted))
  if (found) return found.address
  if (named && pages.length > 0) return null
  if (pages.length > 1) return main !== null && isSame(main, wanted) ? main : null
  return main ?? pages[0]?.address ?? null
}

function isSame(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return one === other
  return canonicalAddress(one) === canonicalAddress(other)
}

/** Names in a ZIP's directory, or null when it cannot be read. Nothing is unpacked. */
function listZip(bytes: Uint8Array): Promise<string[] | null> {
  return new Promise((resolve) => {
    yauzl.fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true },
      (error, zip) => {
        if (error || !zip || zip.entryCount > MAX_ZIP_ENTRIES) return resolve(null)
        const names: string[] = []
        zip.on('entry', (entry) => {
          names.push(entry.fileName)
          zip.readEntry()
        })
        zip.on('end', () => resolve(names))
        zip.on('error', () => resolve(null))
        zip.readEntry()
      },
    )
  })
}

function no(reason: 'unsupported_type' | 'decode_failed', message: string): TakenWacz {
  return { ok: false, reason, message, pages: [] }
}
