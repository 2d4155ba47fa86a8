/** Who else stands behind an archived copy: the site's certificate, the archive that kept it before, the key that signed it, and who dated it. */

import { paths } from '#app/paths.ts'
import { type ArchiveTrust, archiveOfCapture } from '#domain/archive-trust.ts'
import { printFingerprint } from '#domain/fingerprint.ts'
import { type Seal, sealOf } from '#domain/seal.ts'
import type { Fact } from './fact-list.tsx'
import { Time } from './time.tsx'

type Capture = { finalUrl: string; source: { address: string }; attempt: { detail: unknown } }

/** Rows for a list of facts; nothing for what is not on record. */
export function voucherFacts(capture: Capture): Fact[] {
  const seal = sealOf(capture.attempt.detail)
  const archive = archiveOfCapture({ finalUrl: capture.finalUrl, address: capture.source.address })
  return [
    { label: 'Connection', value: connectionWords(capture.attempt.detail) },
    { label: 'Kept before by', value: archive && <KeptBy archive={archive} /> },
    { label: 'Signed', value: seal && <Signed seal={seal} /> },
    { label: 'Dated by others', value: seal && <Dated seal={seal} /> },
  ]
}

const TRUST_LOOKS: Record<ArchiveTrust['trust'], { look: string; words: string }> = {
  accepted: { look: '', words: 'Accepted as a witness.' },
  accepted_with_note: { look: 'text-disputed', words: '! Accepted with a note.' },
  refused: { look: 'text-struck', words: '✕ Not accepted as a witness.' },
}

function KeptBy({ archive }: { archive: ArchiveTrust }) {
  const { look, words } = TRUST_LOOKS[archive.trust]
  return (
    <>
      <p>
        {archive.name}. <span className={look}>{words}</span>
      </p>
      <p className="max-w-prose text-sm">
        {archive.reason} <span className="text-soft">(As the desk saw it on {archive.asOf}.)</span>
      </p>
    </>
  )
}

function Signed({ seal: { signedBy } }: { seal: Seal }) {
  if (!signedBy) return 'Not signed: whoever has the file could have changed it and its digests.'
  return (
    <>
      <p>
        With the key <code className="font-mono text-sm break-words">{printFingerprint(signedBy)}</code>
      </p>
      <p className="text-sm">
        <a className="link" href={paths.signingKey}>
          The desk’s own key, to compare
        </a>
      </p>
    </>
  )
}

function Dated({ seal: { stampedAt, authority } }: { seal: Seal }) {
  if (!stampedAt) return 'By nobody: the time is this machine’s word.'
  return (
    <>
      {authority}: it existed by <Time at={stampedAt} seconds />
    </>
  )
}

/** How the page travelled, from the detail of the attempt; null where that is not on record. Stored details may be of another version. */
function connectionWords(detail: unknown): string | null {
  const { connection } = (detail ?? {}) as {
    connection?: {
      secured?: { version?: unknown; certificate?: Record<string, unknown> | null } | null
    } | null
  }
  if (!connection) return null
  const { secured } = connection
  if (!secured) return 'Not secured: anybody on the way could have read and changed it.'
  const { subject, issuer } = secured.certificate ?? {}
  const whose = subject ? `; certificate of ${subject}, issued by ${issuer}` : ''
  return `Secured (${secured.version ?? 'TLS'})${whose}.`
}
