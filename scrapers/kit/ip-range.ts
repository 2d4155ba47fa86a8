/** Says what an IP address is for: part of the public internet, or one of the many kinds that lead inside a house. */
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * - `public`: may be anybody's web site
 * - `loopback`: this machine
 * - `private`: a network of a house (RFC 1918, unique local, carrier-grade NAT)
 * - `metadata`: where clouds hand machine credentials to whoever asks
 * - `special`: everything else that is no web site (link-local, reserved, documentation, multicast, tunnels, …)
 */
export type IpKind = 'public' | 'loopback' | 'private' | 'metadata' | 'special'

/** `plain` is the address as it is compared: unmapped, without zone; `range` names what it is, for a person. */
export type IpFacts = { kind: IpKind; plain: string; range: string }

/**
 * Azure, AWS, ECS, Alibaba, the older Oracle, Google over IPv6, AWS over IPv6, Scaleway over IPv6. Some are plain
 * unicast or unique local to `ipaddr.js`, and an operator's own service may never live at any of them.
 */
const METADATA = [
  '168.63.129.16',
  '169.254.169.254',
  '169.254.170.2',
  '100.100.100.200',
  '192.0.0.192',
  'fd20:ce::254',
  'fd00:ec2::254',
  'fd00:42::42',
]
const PRIVATE = ['private', 'uniqueLocal', 'carrierGradeNat']
/** IANA hands out global unicast IPv6 from here only; this also shuts IPv4-compatible `::a.b.c.d` (RFC 4291 2.5.5.1). */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')
/** RFC 6052: the one translation prefix whose addresses always stand for the IPv4 address in their last 32 bits. */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')
/** Where IPv6 prefixes keep an IPv4 address, as the number of the 16-bit group it begins in. */
const EMBEDDING: [ReturnType<typeof ipaddr.IPv6.parseCIDR>, string, number][] = [
  [NAT64, 'NAT64', 6],
  [ipaddr.IPv6.parseCIDR('64:ff9b:1::/48'), 'local NAT64', 6],
  [ipaddr.IPv6.parseCIDR('::/96'), 'IPv4-compatible', 6],
  [ipaddr.IPv6.parseCIDR('::ffff:0:0:0/96'), 'IPv4-translated', 6],
  [ipaddr.IPv6.parseCIDR('2002::/16'), '6to4', 1],
  [ipaddr.IPv6.parseCIDR('2001::/32'), 'Teredo', 2],
]

/** Judges one address; null when the text is no IP address in the strict form that a resolver answers with. */
export function ipFacts(text: string): IpFacts | null {
  const bare = text.replace(/%.*$/, '')
  if (isIP(bare) === 0) return null
  const parsed = ipaddr.process(bare)
  const plain = parsed.toString()
  if (METADATA.includes(plain)) return { kind: 'metadata', plain, range: 'cloud metadata' }
  if (parsed.kind() === 'ipv6') {
    const inside = judgeEmbedded(parsed as ipaddr.IPv6, plain)
    if (inside) return inside
  }
  const range = parsed.range()
  if (range === 'loopback') return { kind: 'loopback', plain, range }
  if (PRIVATE.includes(range)) return { kind: 'private', plain, range }
  if (range !== 'unicast') return { kind: 'special', plain, range }
  if (parsed.kind() === 'ipv6' && !parsed.match(GLOBAL_IPV6))
    return { kind: 'special', plain, range: 'outside 2000::/3' }
  return { kind: 'public', plain, range }
}

/**
 * An address that carries an IPv4 address is judged by it. Only NAT64's well-known prefix is let through when what is
 * inside is public: a host with IPv6 alone reaches IPv4 sites by it. A local NAT64 prefix may keep the address in other
 * places (RFC 8215), and the older tunnels are no way to a web site today.
 */
function judgeEmbedded(ip: ipaddr.IPv6, plain: string): IpFacts | null {
  if (plain === '::1' || plain === '::') return null
  const found = EMBEDDING.find(([prefix]) => ip.match(prefix))
  const isatap = [0, 0x200].includes(ip.parts[4] ?? -1) && ip.parts[5] === 0x5efe
  if (!found && !isatap) return null
  const [prefix, name, at] = found ?? [null, 'ISATAP', 6]
  const inner = ipFacts(ipv4At(ip, at))
  const range = `${name}, ${inner?.plain ?? 'unknown'} inside`
  if (inner?.kind === 'metadata') return { kind: 'metadata', plain, range }
  // Denied ranges are compared with `plain`, so a let-through address goes by the one that is really reached.
  if (inner?.kind === 'public' && prefix === NAT64) return { kind: 'public', plain: inner.plain, range }
  return { kind: 'special', plain, range }
}

function ipv4At(ip: ipaddr.IPv6, group: number): string {
  const [high = 0, low = 0] = ip.parts.slice(group, group + 2)
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
