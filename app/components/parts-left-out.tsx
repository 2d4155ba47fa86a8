/** Says which parts of a saved page the player cannot show: those that only the file itself has names for. */
import { Notice } from './notice.tsx'

/** How many parts have no address on the web, from the detail of the attempt that took the file in; 0 for other captures. */
export function partsLeftOut(detail: unknown): number {
  const { partsWithoutWebAddress } = (detail ?? {}) as { partsWithoutWebAddress?: unknown }
  return typeof partsWithoutWebAddress === 'number' ? partsWithoutWebAddress : 0
}

/** Draws nothing where nothing is left out. */
export function PartsLeftOut({ parts }: { parts: number }) {
  if (parts === 0) return null
  return (
    <div className="mb-6 max-w-prose">
      <Notice tone="warning">
        This page was brought as one file, and {parts === 1 ? 'one part' : `${parts} parts`} of it (styles,
        frames or pictures) {parts === 1 ? 'has' : 'have'} no web address: the player leaves{' '}
        {parts === 1 ? 'it' : 'them'} out, so the page may look bare. The file is in the WACZ as it came, and
        the text of the page is whole.
      </Notice>
    </div>
  )
}
