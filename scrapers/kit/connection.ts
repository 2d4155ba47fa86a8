/** Says how a connection of ours was secured: the version of TLS, the cipher, and the certificate of the other side. */
import type { X509Certificate } from 'node:crypto'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Certificate, Connection } from '#scrapers/contract.ts'

/** Read once the handshake is over and before the socket closes. Versions are spelled as browsers do: `TLS 1.3`. */
export function connectionOf(socket: Socket): Connection {
  // No other protocol is offered to the server.
  const protocol = 'http/1.1'
  if (!(socket instanceof TLSSocket)) return { protocol, secured: null }
  const certificate = socket.getPeerX509Certificate()
  const { name: group } = (socket.getEphemeralKeyInfo() ?? {}) as { name?: string }
  const { standardName } = socket.getCipher() ?? {}
  return {
    protocol,
    secured: {
      version: socket.getProtocol()?.replace(/^TLSv(?=\d)/, 'TLS ') ?? null,
      cipher: [group, standardName].filter(Boolean).join(' ') || null,
      seenOn: 'response',
      certificate: certificate ? certificateNotes(certificate) : null,
    },
  }
}

/** What a record keeps of a certificate. */
export function certificateNotes(certificate: X509Certificate): Certificate {
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    validFrom: certificate.validFromDate.toISOString(),
    validTo: certificate.validToDate.toISOString(),
    sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  }
}

/** Names come one part a line. */
function oneLine(name: string): string {
  return name.split('\n').join(', ')
}
