/** Which archives count as witnesses of what a page said, which do with a note, and which do not, with the reason. */

export type ArchiveTrust = {
  name: string
  /** host names; what lies below them belongs to them */
  hosts: string[]
  trust: 'accepted' | 'accepted_with_note' | 'refused'
  reason: string
  /** day on which the desk's judgement was last looked at, ISO 8601 */
  asOf: string
}

export const ARCHIVES: ArchiveTrust[] = [
  {
    name: 'Internet Archive',
    hosts: ['web.archive.org', 'archive.org'],
    trust: 'accepted',
    reason: 'A library that keeps what it received, with the time, under addresses that stay.',
    asOf: '2026-11-01',
  },
  {
    name: 'Perma.cc',
    hosts: ['perma.cc'],
    trust: 'accepted',
    reason: 'Kept by law libraries for citations; whoever made a copy can take it back for a day only.',
    asOf: '2026-11-01',
  },
  {
    name: 'Arquivo.pt',
    hosts: ['arquivo.pt'],
    trust: 'accepted',
    reason: 'A national web archive that plays back what it received.',
    asOf: '2026-11-01',
  },
  {
    name: 'Ghostarchive',
    hosts: ['ghostarchive.org'],
    trust: 'accepted_with_note',
    reason: 'A small service without an institution behind it: say so, and keep a copy of your own.',
    asOf: '2026-11-01',
  },
  {
    name: 'archive.today',
    hosts: [
      'archive.today',
      'archive.is',
      'archive.ph',
      'archive.fo',
      'archive.li',
      'archive.md',
      'archive.vn',
    ],
    trust: 'refused',
    reason:
      'Archived pages were found altered and its visitors were made to attack a website; the English Wikipedia removed it on 20 February 2026. Find the page itself or another copy.',
    asOf: '2026-02-20',
  },
]

/** What the desk thinks of the archive that an address belongs to, or null where it belongs to none that is listed. */
export function trustOfArchive(address: string): ArchiveTrust | null {
  if (!URL.canParse(address)) return null
  const host = new URL(address).hostname.replace(/\.$/, '')
  return (
    ARCHIVES.find(({ hosts }) => hosts.some((each) => host === each || host.endsWith(`.${each}`))) ?? null
  )
}

/** The listed archive that a capture's bytes come from: by the address they came from, or by the source's own. */
export function archiveOfCapture(capture: { finalUrl: string; address: string }): ArchiveTrust | null {
  return trustOfArchive(capture.finalUrl) ?? trustOfArchive(capture.address)
}
