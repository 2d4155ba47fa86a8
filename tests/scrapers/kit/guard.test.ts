import { describe, expect, it } from 'vitest'
import {
  checkAddress,
  checkResolved,
  type GuardPolicy,
  GuardRefusal,
  guardedLookup,
  resolveGuarded,
} from '#scrapers/kit/guard.ts'

const pages: GuardPolicy = { allowLoopback: false, allowedPorts: [80, 443], denyHosts: [] }
const desk: GuardPolicy = { allowLoopback: true, allowedPorts: 'any', denyHosts: [] }

/** Spellings of addresses that no page may be fetched from. */
const FORBIDDEN = [
  // loopback, in every costume the URL parser undresses
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.0.1/',
  'http://0x7f.1/',
  'http://0x7f000001/',
  'http://2130706433/',
  'http://017700000001/',
  'http://0177.0.0.1/',
  'http://127.255.255.254/',
  'http://127.0.0.1./',
  'http://１２７.０.０.１/',
  'http://①②⑦.0.0.1/',
  'http://127。0。0。1/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[0:0:0:0:0:ffff:7f00:0001]/',
  'http://[::127.0.0.1]/',
  'http://[::7f00:1]/',
  'http://localhost/',
  'http://LOCALHOST/',
  'http://localhost./',
  'http://app.localhost/',
  'http://a.b.localhost./',
  // unspecified
  'http://0.0.0.0/',
  'http://0/',
  'http://0.1.2.3/',
  'http://[::]/',
  // private
  'http://10.0.0.1/',
  'http://10.255.255.255/',
  'http://0xa.0.0.1/',
  'http://172.16.0.1/',
  'http://172.31.255.254/',
  'http://192.168.0.1/',
  'http://3232235521/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::ffff:192.168.1.1]/',
  'http://[fc00::1]/',
  'http://[fd12:3456:789a::1]/',
  // shared, link-local, metadata
  'http://100.64.0.1/',
  'http://100.100.100.200/latest/meta-data/',
  'http://100.127.255.254/',
  'http://169.254.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0xa9fea9fe/',
  'http://2852039166/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[fe80::1]/',
  'http://[fd00:ec2::254]/',
  'http://168.63.129.16/',
  'http://0xa83f8110/',
  'http://[::ffff:168.63.129.16]/',
  // translations of IPv4 into IPv6
  'http://[64:ff9b::7f00:1]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[64:ff9b:1::a00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2002:a9fe:a9fe::1]/',
  'http://[2001::1]/',
  'http://[::ffff:0:7f00:1]/',
  // multicast, broadcast, documentation, benchmarks, reserved
  'http://224.0.0.1/',
  'http://239.255.255.255/',
  'http://255.255.255.255/',
  'http://240.0.0.1/',
  'http://192.0.0.1/',
  'http://192.0.2.1/',
  'http://198.18.0.1/',
  'http://198.51.100.1/',
  'http://203.0.113.1/',
  'http://192.88.99.1/',
  'http://[ff02::1]/',
  'http://[fec0::1]/',
  'http://[2001:db8::1]/',
  'http://[3fff::1]/',
  'http://[100::1]/',
  'http://[2001:10::1]/',
  'http://[2001:20::1]/',
  'http://[5f00::1]/',
  'http://[4000::1]/',
  'http://[8000::1]/',
  // IPv4 inside IPv6 in the older ways, and names that only lead inside
  'http://[2001:0:7f00:1::1]/',
  'http://[2606:4700::5efe:10.0.0.1]/',
  'http://[2606:4700::200:5efe:8.8.8.8]/',
  'http://[64:ff9b::168.63.129.16]/',
  'http://[64:ff9b:1::8.8.8.8]/',
  'http://169.254.170.2/',
  'http://192.0.0.192/',
  'http://[fd20:ce::254]/',
  'http://metadata.google.internal/',
  'http://METADATA./',
  'http://printer.local/',
  'http://nas.home.arpa/',
  'http://localhost../',
  // schemes, credentials, ports, and things that are no address
  'file:///etc/passwd',
  'ftp://example.com/',
  'gopher://example.com/',
  'javascript:alert(1)',
  'data:text/html,hello',
  'ws://example.com/',
  'view-source:http://example.com/',
  'http://user@example.com/',
  'http://user:word@example.com/',
  'http://example.com:22/',
  'http://example.com:6379/',
  'https://example.com:8443/',
  'http://example.com:8080/',
  'http://[::1',
  'http://[fe80::1%25eth0]/',
  'http://',
  'example.com',
  '',
]

const ALLOWED = [
  'http://example.com/',
  'https://example.com/a?b=c#d',
  'http://example.com:80/',
  'http://example.com:443/',
  'https://新华网.example/',
  'http://93.184.215.14/',
  'http://172.15.255.255/',
  'http://172.32.0.1/',
  'http://100.63.255.255/',
  'http://100.128.0.1/',
  'http://169.253.255.255/',
  'http://168.63.129.17/',
  'http://[2606:4700::1111]/',
  'http://[::ffff:8.8.8.8]/',
  'http://[64:ff9b::8.8.8.8]/',
  'http://localhost.example.com/',
  'http://local.example.com/',
  'http://notlocalhost/',
]

describe('the guard judges an address before it is resolved', () => {
  it.each(FORBIDDEN)('a page may not be fetched from %s', (address) => {
    expect(checkAddress(address, pages)).toMatchObject({ ok: false, why: expect.any(String) })
  })
  it.each(ALLOWED)('a page may be fetched from %s', (address) => {
    expect(checkAddress(address, pages)).toMatchObject({ ok: true })
  })
  it('a desk that allows loopback reaches loopback and localhost names, on any port it allows', () => {
    for (const address of ['http://127.0.0.1:4000/', 'http://[::1]:4000/', 'http://xinhua.localhost:4000/'])
      expect(checkAddress(address, desk).ok, address).toBe(true)
  })
  it.each([
    'http://10.0.0.1/',
    'http://169.254.169.254/',
    'http://0.0.0.0/',
    'http://168.63.129.16/',
    'http://[fe80::1]/',
  ])('a desk that allows loopback still does not reach %s', (address) => {
    expect(checkAddress(address, desk).ok).toBe(false)
  })
  it('a denied host is refused with its subdomains, a denied range with its addresses', () => {
    const policy = { ...pages, denyHosts: ['Stet.example', '8.8.8.0/24', '2606:4700::1111'] }
    for (const address of [
      'http://stet.example/',
      'http://a.stet.example./',
      'http://8.8.8.8/',
      'http://[::ffff:8.8.8.8]/',
      'http://[2606:4700:0::1111]/',
    ])
      expect(checkAddress(address, policy).ok, address).toBe(false)
    for (const address of ['http://notstet.example/', 'http://8.8.9.8/'])
      expect(checkAddress(address, policy).ok, address).toBe(true)
  })
  it('a service of the operator may live at a private address, never at a metadata one', () => {
    const policy = {
      ...desk,
      trustedHosts: ['192.168.7.5', '169.254.169.254', '100.100.100.200', '10.1.1.1'],
      denyHosts: ['10.0.0.0/8'],
    }
    expect(checkAddress('http://192.168.7.5:8080/', policy).ok).toBe(true)
    expect(checkAddress('http://192.168.7.6:8080/', policy).ok).toBe(false)
    expect(checkAddress('http://169.254.169.254/', policy).ok).toBe(false)
    expect(checkAddress('http://100.100.100.200/', policy).ok).toBe(false)
    expect(checkAddress('http://10.1.1.1/', policy).ok).toBe(false)
  })
})

it('an address behind NAT64 is denied by the IPv4 address inside it', () => {
  const policy = { ...pages, denyHosts: ['8.8.8.0/24'] }
  expect(checkAddress('http://[64:ff9b::8.8.8.8]/', policy).ok).toBe(false)
  expect(checkAddress('http://[64:ff9b::8.8.9.8]/', policy).ok).toBe(true)
})

it("an operator's own service may be called localhost or have a name of the house", () => {
  const policy = { ...pages, allowedPorts: 'any' as const, trustedHosts: ['localhost', 'search.local'] }
  for (const address of ['http://localhost:8888/', 'http://search.local/'])
    expect(checkAddress(address, policy).ok, address).toBe(true)
  for (const address of ['http://a.localhost/', 'http://127.0.0.1:8888/', 'http://other.local/'])
    expect(checkAddress(address, policy).ok, address).toBe(false)
})

it('a metadata address with a zone stays one, even for a service of the operator', async () => {
  const policy = { ...pages, trustedHosts: ['service.example'] }
  await expect(resolveGuarded('service.example', policy, async () => ['fd00:ec2::254%1'])).rejects.toThrow(
    GuardRefusal,
  )
})

describe('the guard judges what a name resolves to', () => {
  const answering =
    (...addresses: string[]) =>
    async () =>
      addresses

  it('a public name that leads to loopback is refused even where loopback is allowed', async () => {
    for (const policy of [pages, desk])
      await expect(resolveGuarded('rebind.example', policy, answering('127.0.0.1'))).rejects.toThrow(
        GuardRefusal,
      )
  })
  it.each([
    '10.0.0.1',
    '169.254.169.254',
    '::1',
    '::ffff:127.0.0.1',
    'fd00::1',
    '0.0.0.0',
    '64:ff9b::7f00:1',
    '::7f00:1',
  ])('one address %s among good ones spoils the name', async (bad) => {
    await expect(resolveGuarded('mixed.example', pages, answering('8.8.8.8', bad))).rejects.toThrow(
      GuardRefusal,
    )
  })
  it('hands back exactly the addresses it checked, asking once', async () => {
    let times = 0
    const resolve = async () => {
      times += 1
      return times === 1 ? ['8.8.8.8', '2606:4700::1111'] : ['127.0.0.1']
    }
    const found = await new Promise((done, fail) => {
      guardedLookup(pages, resolve)('rebind.example', { all: true }, (error, addresses) =>
        error ? fail(error) : done(addresses),
      )
    })
    expect(found).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ])
    expect(times).toBe(1)
  })
  it('a localhost name never asks the resolver', async () => {
    const resolve = async () => {
      throw new Error('asked')
    }
    await expect(resolveGuarded('xinhua.localhost', desk, resolve)).resolves.toEqual(['127.0.0.1'])
    await expect(resolveGuarded('xinhua.localhost', pages, resolve)).rejects.toThrow(GuardRefusal)
  })
  it("an operator's own service may resolve to a private address; no other name may", async () => {
    const policy = { ...desk, trustedHosts: ['searxng'] }
    await expect(resolveGuarded('searxng', policy, answering('172.18.0.3'))).resolves.toEqual(['172.18.0.3'])
    await expect(resolveGuarded('other', policy, answering('172.18.0.3'))).rejects.toThrow(GuardRefusal)
    await expect(resolveGuarded('searxng', policy, answering('169.254.169.254'))).rejects.toThrow(
      GuardRefusal,
    )
  })
  it('something that is no IP address is never allowed', () => {
    expect(checkResolved('not-an-ip', desk).ok).toBe(false)
  })
})
