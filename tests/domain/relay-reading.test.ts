/** Reading a page for where it has its information: agencies by all their names, its own house left out. */
import { describe, expect, it } from 'vitest'
import { namedAddress } from '#domain/relay-canonical.ts'
import { namePairs } from '#domain/relay-names.ts'
import { compareOccasions, isGeneric } from '#domain/relay-occasion.ts'
import { isSameOutlet, outletAt, outletNamed } from '#domain/relay-outlets.ts'
import { proposeRelays } from '#domain/relay-proposals.ts'
import { isSameName, readForRelays } from '#domain/relay-reading.ts'
import { NOTHING_ON_RECORD, relayPage, samplePages } from '../support/relay-pages.ts'

const STORY = Array.from(
  { length: 12 },
  (_, at) =>
    `The ${at}th paragraph of the report describes how hub node number ${at} will be built and paid for.`,
)

const propose = (...pages: ReturnType<typeof relayPage>[]) =>
  proposeRelays(pages.map(readForRelays), new Set(pages.map(({ sourceId }) => sourceId)), NOTHING_ON_RECORD)

describe('outlets', () => {
  it.each([
    ['路透社', 'Reuters'],
    ['新華社', 'Xinhua'],
    ['中新社', 'China News Service'],
    ['中新网', '中国新闻网'],
    ['财联社记者', 'Cailian Press'],
    ['The Associated Press', '美联社'],
  ])('%s and %s are one', (a, b) => {
    expect(isSameOutlet(a, b)).toBe(true)
  })

  it('are known by their hosts, and by none that only ends alike', () => {
    expect(outletAt('https://www.chinanews.com.cn/cj/1.shtml')).toBe('China News Service')
    expect(outletAt('https://notreuters.com/')).toBeNull()
    expect(outletNamed('Little  Gazette')).toBe('Little Gazette')
  })
})

describe('a page', () => {
  it('with a wire tag has it from the agency: (Reuters), 新华社电, 中新社北京3月23日电', () => {
    const wired = (text: string) => propose(relayPage('a', { text })).map(({ basis, to }) => [basis, to])
    expect(wired('BEIJING, March 23 (Reuters) - China’s token use has topped 140 trillion.')).toEqual([
      ['wire_tag', { kind: 'name', name: 'Reuters' }],
    ])
    expect(wired('新华社北京3月23日电 国家数据局发布数据。')).toEqual([
      ['wire_tag', { kind: 'name', name: 'Xinhua' }],
    ])
    expect(wired('中新社北京3月23日电 国家数据局发布数据。')).toEqual([
      ['wire_tag', { kind: 'name', name: 'China News Service' }],
    ])
  })

  it('of the agency itself does not relay the agency', () => {
    expect(propose(samplePages()[0]!)).toEqual([])
  })

  it('that cites a report has it from that report’s house', () => {
    const text = 'The ministry cut the rate to 3.15%, Tencent News reported, citing Cailian Press.'
    const found = propose(relayPage('a', { text }))
    expect(found.map(({ basis, to, words }) => [basis, to.kind === 'name' && to.name, words])).toEqual([
      ['citing', 'Tencent News', 'Tencent News reported'],
      ['citing', 'Cailian Press', 'citing Cailian Press'],
    ])
  })

  it('has it from the agency’s own page where that is among the sources and tells the same', () => {
    const wire = relayPage('wire', {
      address: 'https://www.reuters.com/world/china/1',
      text: 'China’s daily token usage has topped 140 trillion, the data office said.',
    })
    const other = {
      ...wire,
      sourceId: 'other',
      text: 'The ferry sank off the coast on Monday, the coast guard said.',
    }
    const outlet = relayPage('outlet', {
      text: 'BEIJING, March 23 (Reuters) - Daily token use in China has passed 140 trillion, the office said.',
    })
    expect(propose(outlet, wire).find(({ basis }) => basis === 'wire_tag')?.to).toEqual({
      kind: 'source',
      sourceId: 'wire',
    })
    expect(propose(outlet, other).find(({ basis }) => basis === 'wire_tag')?.to).toEqual({
      kind: 'name',
      name: 'Reuters',
    })
  })

  it('that names another address as its own has it from there', () => {
    const markup = '<link href="https://original.example/story?utm_source=x" rel="canonical">'
    const named = namedAddress(markup, 'https://copy.example/story')
    const original = relayPage('original', { address: 'https://original.example/story', text: 'One text.' })
    const copy = relayPage('copy', { namedAddress: named, text: 'Another text.' })
    expect(propose(copy, original)).toMatchObject([
      { sourceId: 'copy', to: { kind: 'source', sourceId: 'original' }, basis: 'canonical_link' },
    ])
  })

  it('of which there are many copies is named by each of them alone, whoever copied last', () => {
    const text = STORY.join(' ')
    const pages = [3, 1, 2, 5, 4].map((day) =>
      relayPage(`day-${day}`, { text: `${text} Copied on day ${day}.`, published: `2026-03-0${day}` }),
    )
    const found = propose(...pages).map(({ sourceId, to }) => [sourceId, to.kind === 'source' && to.sourceId])
    expect(found.sort()).toEqual([2, 3, 4, 5].map((day) => [`day-${day}`, 'day-1']))
  })

  it('that is copied in part is tied, and shared quotations alone tie nobody', () => {
    const lines = STORY
    const own = Array.from(
      { length: 40 },
      (_, at) => `Our reporter saw crew ${at} at work on shaft ${at * 7} in the rain.`,
    )
    const whole = relayPage('whole', { text: lines.join(' '), published: '2026-03-22' })
    const part = relayPage('part', {
      text: [...own, ...lines.slice(0, 7)].join(' '),
      published: '2026-03-23',
    })
    expect(propose(part, whole)).toMatchObject([{ sourceId: 'part', basis: 'same_text' }])
    const quote = `“${lines.slice(0, 4).join(' ')}”`
    const tail = (word: string) => Array.from({ length: 60 }, (_, at) => `${word} ${at} went home.`).join(' ')
    expect(
      propose(
        relayPage('x', { text: `${quote} ${tail('Reader')}` }),
        relayPage('y', { text: `${quote} ${tail('Sailor')}` }),
      ),
    ).toEqual([])
  })
})

describe('an address named in markup', () => {
  it('goes by rel=canonical before og:url, and is nothing where it is the page’s own', () => {
    const head =
      '<meta property="og:url" content="https://b.example/"><link rel=canonical href=/x?a=1&amp;b=2>'
    expect(namedAddress(head, 'https://a.example/y')).toBe('https://a.example/x?a=1&b=2')
    expect(
      namedAddress('<link rel="canonical" href="https://a.example/y#top">', 'https://a.example/y/'),
    ).toBeNull()
    expect(
      namedAddress('<link rel="canonical" href="javascript:alert(1)">', 'https://a.example/y'),
    ).toBeNull()
  })
})

describe('names and occasions', () => {
  it('a surname stands for the full name, another full name does not', () => {
    expect(isSameName('Liu', 'Liu Liehong')).toBe(true)
    expect(isSameName('Liu Liehong', 'Liu Wei')).toBe(false)
    expect(isSameName('劉烈宏', '刘烈宏')).toBe(true)
  })

  it('a claimant and a quoted speaker are one person where the cited quotation stands in the speaker’s words', () => {
    const [page] = samplePages()
    const quote = '到今年3月，我国日均词元调用量已超过140万亿'
    const start = page?.text.lastIndexOf(quote) ?? -1
    const found = { sourceId: 'chinanews', claimant: 'Liu Liehong', start, end: start + quote.length }
    expect(namePairs([readForRelays(page!)], [found])).toEqual([['Liu Liehong', '刘烈宏']])
  })

  it('"a forum" goes with every forum, two named forums are two, and an interview is none', () => {
    expect(isGeneric('一场论坛') && isGeneric('a forum') && !isGeneric('博鳌亚洲论坛')).toBe(true)
    expect(compareOccasions('中国发展高层论坛', '中国发展高层论坛2026年年会')).toBe('same')
    expect(compareOccasions('一场论坛', '博鳌亚洲论坛')).toBe('compatible')
    expect(compareOccasions('中国发展高层论坛', '博鳌亚洲论坛')).toBe('other_name')
    expect(compareOccasions('the China Development Forum', '中国发展高层论坛')).toBe('compatible')
    expect(compareOccasions('an interview', '一场论坛')).toBe('other_kind')
  })
})
