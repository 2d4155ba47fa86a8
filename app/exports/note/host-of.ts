/** Tells a service that everybody knows from one of the house, whose name is nobody's business in print. */

/** Names that no public resolver answers for (RFC 6761, RFC 6762, RFC 9476) and addresses of private networks (RFC 1918, RFC 4193). */
const OF_THE_HOUSE =
  /^(localhost|[^.]+|.*\.(localhost|local|internal|lan|home|corp|intranet|test|invalid|home\.arpa)|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|\[(::1|f[cd].*)\])$/i

/** The host without its port, or null for one of the house. */
export function hostOf(party: string): string | null {
  const host = URL.parse(`http://${party}`)?.hostname ?? party
  return OF_THE_HOUSE.test(host) ? null : host
}
