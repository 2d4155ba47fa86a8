import { afterEach, describe, expect, it } from 'vitest'
import { createPoliteness } from '#scrapers/kit/politeness.ts'
import { createRobots } from '#scrapers/kit/robots.ts'
import { productToken, readRobots, robotsAllow } from '#scrapers/kit/robots-rules.ts'
import { createWeb } from '#scrapers/kit/web.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { type Answer, type LocalWeb, send, startWeb } from '../../support/web.ts'

const allows = (text: string, path: string, token = 'stet') =>
  robotsAllow(readRobots(text, token), `https://site.example${path}`).allowed

describe('rules of RFC 9309', () => {
  it.each<[string, string, string, boolean]>([
    ['an empty file allows everything', '', '/a', true],
    ['a page that is not robots.txt at all allows everything', '<html>Disallow: /</html>', '/a', true],
    ['everybody', 'User-agent: *\nDisallow: /', '/a', false],
    ['robots.txt itself is always allowed', 'User-agent: *\nDisallow: /', '/robots.txt', true],
    ['an empty rule is none', 'User-agent: *\nDisallow:', '/a', true],
    [
      'our own group goes before everybody’s',
      'User-agent: *\nDisallow: /\n\nUser-agent: Stet\nAllow: /',
      '/a',
      true,
    ],
    ['our own group is found without case and version', 'User-agent: STET/9.9\nDisallow: /', '/a', false],
    ['a longer name is another program', 'User-agent: stetson\nDisallow: /', '/a', true],
    [
      'our own groups are one group',
      'User-agent: stet\nDisallow: /a\n\nUser-agent: stet\nDisallow: /b',
      '/b',
      false,
    ],
    ['several programs share one group', 'User-agent: other\nUser-agent: stet\nDisallow: /a', '/a', false],
    [
      'a rule ends the naming of programs',
      'User-agent: stet\nDisallow: /a\nUser-agent: other\nDisallow: /b',
      '/b',
      true,
    ],
    [
      'other lines end no group',
      'User-agent: stet\nSitemap: https://x/\nCrawl-delay: 9\nDisallow: /a',
      '/a',
      false,
    ],
    ['rules before any program are for nobody', 'Disallow: /\nUser-agent: *\nAllow: /', '/a', true],
    [
      'our own empty group lets us in',
      'User-agent: *\nDisallow: /\n\nUser-agent: stet\nDisallow:',
      '/a',
      true,
    ],
    ['the longest rule decides', 'User-agent: *\nAllow: /a/b\nDisallow: /a', '/a/b/c', true],
    ['the order does not matter', 'User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['of two as long, the friendlier decides', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['paths are compared with case', 'User-agent: *\nDisallow: /A', '/a', true],
    ['a star stands for anything', 'User-agent: *\nDisallow: /*.pdf', '/x/y.pdf?z', false],
    ['stars in a row and at the end change nothing', 'User-agent: *\nDisallow: /a**b*', '/axxb', false],
    ['a dollar is the end', 'User-agent: *\nDisallow: /*.pdf$', '/y.pdf?z', true],
    ['a dollar at its end', 'User-agent: *\nDisallow: /*.pdf$', '/y.pdf', false],
    ['a dollar without a star', 'User-agent: *\nDisallow: /$', '/a', true],
    ['a dollar without a star at the root', 'User-agent: *\nDisallow: /$', '/', false],
    ['parts may not overlap', 'User-agent: *\nDisallow: /ab*b$', '/ab', true],
    ['the query belongs to the path', 'User-agent: *\nDisallow: /*?s=', '/search?s=1', false],
    ['escapes and signs are one spelling', 'User-agent: *\nDisallow: /新闻/', '/%E6%96%B0%e9%97%bb/1', false],
    ['escapes of plain letters are undone', 'User-agent: *\nDisallow: /%61', '/a', false],
    ['an escaped slash stays one', 'User-agent: *\nDisallow: /a%2Fb', '/a/b', true],
    ['comments and blanks', ' user-agent : * # all\r\n  DISALLOW :  /a # this', '/a', false],
    ['a mark at the beginning and old line ends', '\uFEFFUser-agent: *\rDisallow: /a', '/a', false],
  ])('%s', (_, text, path, expected) => {
    expect(allows(text, path)).toBe(expected)
  })
  it('a rule made to be slow is not', () => {
    const text = `User-agent: *\nDisallow: /${'*a'.repeat(900)}$`
    const from = performance.now()
    allows(text, `/${'a'.repeat(20_000)}b`)
    expect(performance.now() - from).toBeLessThan(500)
  })
  it('reads half a megabyte and lets the rest be', () => {
    const long = `User-agent: *\n${'Disallow: /long\n'.repeat(40_000)}Disallow: /late`
    expect(allows(long, '/late')).toBe(true)
    expect(allows(long, '/long')).toBe(false)
  })
  it('a product token is the first word of a name', () => {
    expect(productToken('Stet/0.1 (source verification)')).toBe('stet')
    expect(productToken('  News_Desk-bot')).toBe('news_desk-bot')
    expect(productToken('')).toBe('')
  })
})

describe('a site’s robots.txt', () => {
  let server: LocalWeb
  afterEach(() => server.close())
  const policy = { allowLoopback: true, allowedPorts: 'any' as const, denyHosts: [] }
  const asking = async (answer: Answer) => {
    server = await startWeb(answer)
    const clock = fakeClock()
    const userAgent = 'Stet/0.1'
    const robots = createRobots({
      web: createWeb({ policy, userAgent }),
      politeness: createPoliteness({ intervalMs: 0, clock }),
      userAgent,
      policy: 'note',
      clock,
    })
    const ask = (path = '/a', signal = new AbortController().signal) =>
      robots.ask(`${server.url}${path}`, signal)
    return { ask, clock }
  }

  it('is asked for once a day and quoted with the rule that decided', async () => {
    const { ask, clock } = await asking((_, response) => send(response, 200, 'User-agent: *\nDisallow: /a'))
    expect(await ask()).toEqual({
      verdict: 'disallowed',
      line: 'Disallow: /a',
      words: 'robots.txt disallows it to every program (“Disallow: /a”).',
    })
    expect(await ask('/b')).toMatchObject({ verdict: 'allowed', line: null })
    expect(server.asked.map(({ path }) => path)).toEqual(['/robots.txt'])
    clock.pass(24 * 3_600_000)
    await ask()
    expect(server.asked).toHaveLength(2)
  })
  it('that is not there allows everything', async () => {
    const { ask } = await asking((_, response) => send(response, 404, 'User-agent: *\nDisallow: /'))
    expect(await ask()).toMatchObject({ verdict: 'allowed' })
  })
  it('that the server fails to give counts as a no, and is asked for again soon', async () => {
    const { ask, clock } = await asking((_, response) => send(response, 503, ''))
    expect(await ask()).toMatchObject({ verdict: 'unreachable', words: expect.stringContaining('HTTP 503') })
    clock.pass(10 * 60_000)
    await ask()
    expect(server.asked).toHaveLength(2)
  })
  it('behind redirects is followed five times', async () => {
    const { ask } = await asking(({ path }, response) =>
      path === '/5'
        ? send(response, 200, 'User-agent: *\nDisallow: /')
        : send(response, 302, '', { location: `/${Number(path.replace(/\D/g, '')) + 1}` }),
    )
    expect(await ask()).toMatchObject({ verdict: 'disallowed' })
  })
  it('that came too late for a window is not remembered', async () => {
    const { ask } = await asking((_, response) => {
      if (server.asked.length > 1) send(response, 200, '')
    })
    expect(await ask('/a', AbortSignal.timeout(50))).toMatchObject({ verdict: 'unreachable' })
    expect(await ask()).toMatchObject({ verdict: 'allowed' })
  })
})
