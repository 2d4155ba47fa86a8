/** Tells requests of our own pages from requests that another site makes a browser send. */

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/** What the check looks at. `headers` is anything that gives a header by name: a Request's, or Express's request. */
export type OriginCheck = {
  method: string
  headers: { get: (name: string) => string | null | undefined }
  /** the configured public address, or null */
  publicUrl: string | null
  /** host and port the request was sent to, as in its Host header */
  host: string | null
}

/**
 * Accepts safe methods. For all others the browser must say that the request comes from this site: Sec-Fetch-Site
 * `same-origin` or `none` (Fetch Metadata); from a browser without it, an Origin that is the public address or the host
 * asked. Neither header: refused, since a form of ours always sends one of them.
 */
export function checkOrigin(check: OriginCheck): { ok: true } | { ok: false; why: string } {
  if (SAFE_METHODS.includes(check.method.toUpperCase())) return { ok: true }
  const site = check.headers.get('sec-fetch-site')
  if (site)
    return site === 'same-origin' || site === 'none'
      ? { ok: true }
      : refusal('The request came from another site.')
  const origin = check.headers.get('origin')
  if (!origin) return refusal('The request does not say where it came from.')
  return isOurs(origin, check) ? { ok: true } : refusal('The request came from another site.')
}

function refusal(why: string): { ok: false; why: string } {
  return { ok: false, why }
}

function isOurs(origin: string, { publicUrl, host }: OriginCheck): boolean {
  if (!URL.canParse(origin)) return false
  const from = new URL(origin)
  if (publicUrl && from.origin === new URL(publicUrl).origin) return true
  return host !== null && /^https?:$/.test(from.protocol) && from.host === host.toLowerCase()
}
