/** The guard: says which addresses a fetch may reach, so that no page can make Stet knock on doors inside the house. */
import { lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { promisify } from 'node:util'
import ipaddr from 'ipaddr.js'
import { ipFacts } from './ip-range.ts'

/**
 * What may be reached.
 * - `allowLoopback` adds loopback literals and `localhost` names (RFC 6761) to the public internet, nothing else.
 * - `allowedPorts` lists TCP ports; a port that an address does not spell out counts as 80 or 443.
 * - `denyHosts` holds host names (their subdomains included), literal addresses and CIDR ranges.
 * - `trustedHosts` are names an operator typed as a service of their own: they may live at private addresses,
 *   but never at link-local or metadata ones.
 */
export type GuardPolicy = {
  allowLoopback: boolean
  allowedPorts: number[] | 'any'
  denyHosts: string[]
  trustedHosts?: string[]
}

export type AddressVerdict = { ok: true; url: URL } | { ok: false; why: string }
export type ResolvedVerdict = { ok: true } | { ok: false; why: string }

/** Asks the operating system for every address of a name. */
export type Resolve = (hostname: string) => Promise<string[]>

/** A connection was not opened because the policy forbids its target. The message is fit for a person. */
export class GuardRefusal extends Error {
  override name = 'GuardRefusal'
}

/** Names that lead to a cloud's inner services, or that only a network of a house knows (RFC 6762, RFC 8375, ICANN). */
const METADATA_NAMES = [
  'metadata',
  'metadata.goog',
  'metadata.google.internal',
  'metadata.tencentyun.com',
  'instance-data',
]
const HOUSE_NAMES = ['local', 'localdomain', 'internal', 'home.arpa']

/**
 * Judges an address before anything is resolved: scheme, credentials, port, denied hosts, literal addresses.
 * The WHATWG URL parser has already folded `0x7f.1`, `2130706433` and full-width digits into dotted form.
 */
export function checkAddress(address: string | URL, policy: GuardPolicy): AddressVerdict {
  if (!URL.canParse(address)) return { ok: false, why: 'this is not a complete web address' }
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { ok: false, why: `addresses that begin with ${url.protocol} are not fetched` }
  if (url.username !== '' || url.password !== '')
    return { ok: false, why: 'the address carries a user name or password' }
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  if (policy.allowedPorts !== 'any' && !policy.allowedPorts.includes(port))
    return { ok: false, why: `port ${port} is not allowed` }

  const host = bareHost(url.hostname)
  if (host === '') return { ok: false, why: 'the address names no host' }
  if (isDenied(host, policy)) return { ok: false, why: `${host} is on the deny list` }
  if (isIP(host) !== 0) {
    const verdict = judge(host, host, policy)
    if (!verdict.ok) return verdict
  } else if (isLocalhostName(host) && !policy.allowLoopback && !isTrusted(host, policy)) {
    return { ok: false, why: `${host} is this machine itself` }
  } else if (METADATA_NAMES.includes(host)) {
    return { ok: false, why: `${host} is a cloud provider's inner service` }
  } else if (
    HOUSE_NAMES.some((name) => host === name || host.endsWith(`.${name}`)) &&
    !isTrusted(host, policy)
  ) {
    return { ok: false, why: `${host} is a name of the house's own network` }
  }
  return { ok: true, url }
}

/** Judges one resolved or literal IP address. An IPv6 address that carries an IPv4 address is judged by that one. */
export function checkResolved(ip: string, policy: GuardPolicy): ResolvedVerdict {
  const facts = ipFacts(ip)
  if (facts === null) return { ok: false, why: `${ip} is not an IP address` }
  const { kind, plain, range } = facts
  if (kind === 'metadata') return { ok: false, why: `${plain} is a cloud provider's inner service` }
  if (isDenied(plain, policy)) return { ok: false, why: `${plain} is on the deny list` }
  if (kind === 'public' || (kind === 'loopback' && policy.allowLoopback)) return { ok: true }
  return { ok: false, why: `${plain} is not a public address (${range})` }
}

/**
 * Resolves a name and answers with exactly the addresses that were checked; throws a GuardRefusal when any of them
 * is not allowed. One bad address spoils the name: picking the good ones would leave the choice to its owner.
 */
export async function resolveGuarded(
  hostname: string,
  policy: GuardPolicy,
  resolve: Resolve = resolveBySystem,
): Promise<string[]> {
  const host = bareHost(hostname)
  if (isLocalhostName(host)) {
    if (!policy.allowLoopback && !isTrusted(host, policy))
      throw new GuardRefusal(`${host} is this machine itself`)
    return ['127.0.0.1']
  }
  const addresses = await resolve(host)
  for (const ip of addresses) {
    // A public name that points to loopback is an attack even where loopback itself may be reached.
    const verdict = judge(host, ip, { ...policy, allowLoopback: false })
    if (!verdict.ok) throw new GuardRefusal(`the name ${host} leads elsewhere: ${verdict.why}`)
  }
  return addresses
}

/**
 * A `lookup` for `net.connect` and its callers. Node never calls it for literal addresses, so `checkAddress`
 * must have judged the address first.
 */
export function guardedLookup(policy: GuardPolicy, resolve: Resolve = resolveBySystem): LookupFunction {
  return (hostname, options, callback) => {
    resolveGuarded(hostname, policy, resolve).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
        const wanted = found.filter(({ family }) => !options.family || options.family === family)
        const first = wanted[0]
        if (!first)
          callback(Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND' }), '')
        else if (options.all) callback(null, wanted)
        else callback(null, first.address, first.family)
      },
      (error: Error) => callback(error, ''),
    )
  }
}

/** True for `localhost` and everything under it: those names never leave the machine (RFC 6761 6.3). */
function isLocalhostName(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost')
}

/** The host as it is compared: lower case, without IPv6 brackets and without root dots. */
function bareHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.+$/, '')
}

function isDenied(host: string, policy: GuardPolicy): boolean {
  return policy.denyHosts.some((entry) => {
    const denied = bareHost(entry.trim())
    if (ipaddr.isValidCIDR(denied)) {
      if (!ipaddr.isValid(host)) return false
      const ip = ipaddr.process(host)
      const [network, bits] = ipaddr.parseCIDR(denied)
      return ip.kind() === network.kind() && ip.match(network, bits)
    }
    if (ipaddr.isValid(denied) && ipaddr.isValid(host))
      return ipaddr.process(denied).toString() === ipaddr.process(host).toString()
    return host === denied || host.endsWith(`.${denied}`)
  })
}

/** One address of one host: an operator's own service may be private, everything else is judged alike. */
function judge(host: string, ip: string, policy: GuardPolicy): ResolvedVerdict {
  const facts = ipFacts(ip)
  const isInside = facts?.kind === 'private' || facts?.kind === 'loopback'
  if (facts && isInside && isTrusted(host, policy) && !isDenied(facts.plain, policy)) return { ok: true }
  return checkResolved(ip, policy)
}

function isTrusted(host: string, policy: GuardPolicy): boolean {
  return policy.trustedHosts?.some((each) => bareHost(each) === host) ?? false
}

async function resolveBySystem(hostname: string): Promise<string[]> {
  const found = await promisify(systemLookup)(hostname, { all: true })
  return found.map(({ address }) => address)
}
