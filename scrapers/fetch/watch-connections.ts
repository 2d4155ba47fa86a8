/** Remembers how each response of a visit travelled: the protocol spoken, how it was secured, and by which certificate. */
import { X509Certificate } from 'node:crypto'
import type { CDPSession } from 'playwright'
import type { Certificate, Connection } from '#scrapers/contract.ts'
import { certificateNotes } from '#scrapers/kit/connection.ts'

/** The part of the DevTools protocol's `Network.Response` that is read here. */
type Seen = {
  url: string
  protocol?: string
  securityDetails?: { protocol: string; cipher: string; keyExchangeGroup?: string }
}

export type Connections = {
  /** Certificates are asked for here, once per origin; call it while the browser still stands there. */
  of: (exchange: { networkId: string | undefined; address: string }) => Promise<Connection | null>
}

/**
 * Watches from now on. A response that was handed to the page as a copy has lost its facts in the browser: the version
 * and cipher are then those of another response of the same origin in this visit, and `seenOn` says so.
 */
export function watchConnections(session: CDPSession): Connections {
  const own = new Map<string, Seen>()
  const ofOrigin = new Map<string, Seen>()
  const certificates = new Map<string, Promise<Certificate | null>>()

  const keep = (requestId: string, seen: Seen) => {
    own.set(`${requestId} ${seen.url}`, seen)
    if (seen.securityDetails) ofOrigin.set(originOf(seen.url), seen)
  }
  session.on('Network.responseReceived', ({ requestId, response }) => keep(requestId, response))
  session.on('Network.requestWillBeSent', ({ requestId, redirectResponse }) => {
    if (redirectResponse) keep(requestId, redirectResponse)
  })

  return {
    of: async ({ networkId, address }) => {
      const mine = own.get(`${networkId} ${address}`)
      if (!address.startsWith('https:'))
        return mine?.protocol ? { protocol: mine.protocol, secured: null } : null
      const origin = originOf(address)
      if (!certificates.has(origin)) certificates.set(origin, certificateOf(session, origin))
      const details = mine?.securityDetails ?? ofOrigin.get(origin)?.securityDetails
      return {
        protocol: mine?.protocol ?? null,
        secured: {
          version: details?.protocol ?? null,
          cipher: details ? [details.keyExchangeGroup, details.cipher].filter(Boolean).join(' ') : null,
          seenOn: mine?.securityDetails ? 'response' : 'origin',
          certificate: (await certificates.get(origin)) ?? null,
        },
      }
    },
  }
}

async function certificateOf(session: CDPSession, origin: string): Promise<Certificate | null> {
  const chain = await session.send('Network.getCertificate', { origin }).catch(() => null)
  const der = chain?.tableNames[0]
  if (!der) return null
  return certificateNotes(new X509Certificate(Buffer.from(der, 'base64')))
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : ''
}
