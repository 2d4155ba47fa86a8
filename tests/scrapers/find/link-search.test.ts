import { describe, expect, it } from 'vitest'
import type { CapturedPage } from '#scrapers/contract.ts'
import { decodePage } from '#scrapers/extract/decode-page.ts'
import { openPage } from '#scrapers/extract/open-page.ts'
import { furnitureOf } from '#scrapers/extract/page-furniture.ts'
import { linkSearch } from '#scrapers/find/link-search.ts'
import { findRequest } from '../../support/find-request.ts'

const step = linkSearch({
  openPage: ({ body, httpCharset }) => openPage(decodePage(body, { httpCharset }).text).$,
  furnitureOf,
})
const page = (html: string, more: Partial<CapturedPage> = {}): CapturedPage => ({
  address: 'https://www.repost.example/2026/token.html',
  body: Buffer.from(html),
  mediaType: 'text/html',
  httpCharset: 'utf-8',
  ...more,
})
const chase = (pages: CapturedPage[], known: string[] = []) =>
  step.run(
    findRequest({
      claimText: 'China’s daily AI token usage has surpassed 140 trillion.',
      queries: ['140万亿 词元 日均调用量'],
      known,
      pages: async () => pages,
    }),
    { signal: new AbortController().signal, now: () => new Date(0) },
  )
const found = async (html: string, known?: string[]) => {
  const { outcome } = await chase([page(html)], known)
  return outcome.ended === 'done' ? outcome.value.map(({ address }) => address) : outcome.ended
}

describe('a link that a page names as its source', () => {
  it.each([
    ['<p>来源：<a href="https://www.nda.gov.cn/a">国家数据局</a></p>'],
    ['<p>來源: <a href="https://www.nda.gov.cn/a">國家數據局</a></p>'],
    ['<p>原标题：<a href="https://www.nda.gov.cn/a">刘烈宏出席发布会</a></p>'],
    ['<p>据<a href="https://www.nda.gov.cn/a">国家数据局</a>报道，词元</p>'],
    ['<p>转载自：<a href="https://www.nda.gov.cn/a">nda.gov.cn</a></p>'],
    ['<p>Source: <a href="https://www.nda.gov.cn/a">NDA</a></p>'],
    ['<p>According to the <a href="https://www.nda.gov.cn/a">data administration</a></p>'],
    ['<p><a href="https://www.nda.gov.cn/a">Reuters</a> reported.</p>'],
    ['<p><a href="https://www.nda.gov.cn/a">Read the full speech</a></p>'],
    ['<div class="article-info">来源：<a href="https://www.nda.gov.cn/a">国家数据局</a></div>'],
    ['<link rel="canonical" href="https://www.nda.gov.cn/a"><p>Text</p>'],
    ['<meta name="original-source" content="https://www.nda.gov.cn/a"><p>Text</p>'],
    ['<meta name="syndication-source" content="https://www.nda.gov.cn/a"><p>Text</p>'],
    ['<blockquote cite="https://www.nda.gov.cn/a">140 trillion</blockquote>'],
    ['<p>See <a rel="cite" href="https://www.nda.gov.cn/a">this</a></p>'],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","isBasedOn":{"@type":"CreativeWork","url":"https://www.nda.gov.cn/a"}}</script>',
    ],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","citation":["https://www.nda.gov.cn/a"]}]}</script>',
    ],
    ['<p>Source: <a href="/go?to=https%3A%2F%2Fwww.nda.gov.cn%2Fa">NDA</a></p>'],
    ['<base href="https://www.nda.gov.cn/"><p>Source: <a href="a">NDA</a></p>'],
  ])('is a lead: %s', async (html) => {
    expect(await found(`<html><body>${html}</body></html>`)).toEqual(['https://www.nda.gov.cn/a'])
  })
  it('and one beside the figure come first, each with the sentence it stands in and the reason', async () => {
    const { outcome, facts } = await chase([
      page(`<article><p>The trend was described at length in an <a href="https://blog.example/x">essay on computing</a> last week.</p>
        <p>At a forum, usage of 140万亿 tokens was <a href="https://forum.example/y">announced</a>, it said.</p>
        <p>据<a href="https://www.nda.gov.cn/a">国家数据局</a>消息，日均词元调用量超过140万亿。</p></article>`),
    ])
    expect(outcome).toMatchObject({
      value: [
        {
          address: 'https://www.nda.gov.cn/a',
          title: '国家数据局',
          snippet: '据国家数据局消息，日均词元调用量超过140万亿。',
        },
        { address: 'https://forum.example/y' },
        { address: 'https://blog.example/x' },
      ],
    })
    expect(facts).toMatchObject({
      asked: 'https://www.repost.example/2026/token.html',
      askedOf: null,
      detail: {
        screened: 3,
        why: [
          {
            address: 'https://www.nda.gov.cn/a',
            from: 'https://www.repost.example/2026/token.html',
            signs: ['named as a source', 'next to the figure (140万亿)', expect.any(String)],
          },
          {},
          {},
        ],
      },
    })
  })
  it('within the same site counts only where page and sentence speak for it', async () => {
    const html = `<p>It was 140 trillion tokens a day, the <a href="/reports/2026.pdf">report</a> said in China.</p>
      <p>A story about <a href="/other">something else</a> that readers of this page may like as well.</p>`
    expect(await found(html)).toEqual(['https://www.repost.example/reports/2026.pdf'])
  })
})

describe('a link that is no source', () => {
  it.each([
    ['<nav><a href="https://partner.example/">Source: our partner in many things</a></nav>'],
    [
      '<p><a href="https://www.facebook.com/sharer/sharer.php?u=x">Share this with the people that you know</a></p>',
    ],
    [
      '<p>Share this page with people: <a href="https://service.weibo.com/share/share.php?url=x">微博</a> and the others</p>',
    ],
    ['<p>来源：<a href="/">本站</a></p>'],
    ['<p>据<a href="https://www.wire.example/">通讯社</a>报道，日均词元调用量超过140万亿。</p>'],
    ['<p>Source: <a href="/tag/token">token</a></p>'],
    ['<p>Source: <a href="#note">note</a></p>'],
    ['<p>Source: <a href="mailto:a@b.example">Ann</a></p>'],
    ['<p>Source: <a href="javascript:void(0)">Ann</a></p>'],
    ['<p>Source: <a rel="author" href="https://a.example/ann">Ann</a></p>'],
    [
      '<p>This part of the page was paid for by <a rel="sponsored" href="https://ad.example/">somebody</a> or other.</p>',
    ],
    [
      '<footer><p>Made with love, care and attention by <a href="https://agency.example/">an agency</a></p></footer>',
    ],
    ['<ul><li><a href="https://a.example/">A</a></li><li><a href="https://b.example/">B</a></li></ul>'],
    [
      '<div class="related-articles"><p>More about this subject from elsewhere: <a href="https://c.example/">here</a></p></div>',
    ],
    ['<link rel="canonical" href="https://repost.example/2026/token.html"><p>Text</p>'],
    ['<p style="x">Source: <a href="https://www.repost.example/2026/token.html">this very page</a></p>'],
    ['<script>document.write(\'Source: <a href="https://a.example/">A</a>\')</script>'],
  ])('is left alone: %s', async (html) => {
    expect(await found(`<html><body>${html}</body></html>`)).toBe('nothing')
  })
  it('because it is known already is left alone', async () => {
    const html = '<p>Source: <a href="https://www.nda.gov.cn/a/">NDA</a></p>'
    expect(await found(html, ['https://nda.gov.cn/a#top'])).toBe('nothing')
  })
})

describe('pages that are captured', () => {
  it('in GB 18030 are read as they are written', async () => {
    const body = Buffer.concat([
      Buffer.from('<html><head><meta charset="gb2312"></head><body><p>'),
      Buffer.from([0xc0, 0xb4, 0xd4, 0xb4, 0xa3, 0xba]),
      Buffer.from('<a href="https://www.nda.gov.cn/a">NDA</a></p></body></html>'),
    ])
    const { outcome } = await chase([page('', { body, httpCharset: null })])
    expect(outcome).toMatchObject({ value: [{ snippet: '来源：NDA' }] })
  })
  it('that are no pages are named, not read', async () => {
    const { outcome, facts } = await chase([page('%PDF-1.7', { mediaType: 'application/pdf' })])
    expect(outcome.ended).toBe('nothing')
    expect(facts.detail?.notRead).toEqual(['https://www.repost.example/2026/token.html'])
  })
  it('made to do harm are read in bounded time', async () => {
    const began = performance.now()
    const deep = `${'<div>'.repeat(5_000)}<p>Source: <a href="https://a.example/1">A</a>`
    const many = '<p>a<a href="https://a.example/">b</a>'.repeat(4_000)
    const { outcome } = await chase([
      page(deep),
      page(many),
      page(`<p>${'according to '.repeat(20_000)}<a href="https://b.example/1">b</a>`),
    ])
    expect(outcome.ended).toBe('done')
    expect(performance.now() - began).toBeLessThan(6_000)
  })
  it('are needed', async () => {
    expect((await chase([])).outcome).toMatchObject({ ended: 'skipped', reason: 'not_configured' })
  })
})
