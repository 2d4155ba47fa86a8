import { describe, expect, it } from 'vitest'
import { readFeed } from '#scrapers/find/read-feed.ts'

const AT = 'https://news.example/feed'
const entriesOf = (text: string) => {
  const feed = readFeed(text, AT)
  return feed && feed.kind !== 'index' ? feed.entries : null
}

describe('a feed', () => {
  it('in RSS is read with CDATA, escaped markup, a date and an address in its guid', () => {
    const text = `<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:media="m"><channel><title>News</title>
      <link>https://news.example/</link><atom:link href="https://news.example/feed" rel="self"/>
      <item><title><![CDATA[国家数据局：<b>140万亿</b>]]></title><link>/a?x=1&amp;y=2</link>
        <description>&lt;p&gt;Daily &amp;amp; more&lt;/p&gt;</description><content:encoded><![CDATA[<p>Body</p>]]></content:encoded>
        <media:title>Picture</media:title><category>AI</category><pubDate>Mon, 23 Mar 2026 09:00:00 +0800</pubDate></item>
      <item><title>By its guid</title><guid>https://news.example/b</guid></item>
      <item><title>Nowhere</title><guid isPermaLink="false">tag:1</guid></item>
      <item><title>Elsewhere</title><link>javascript:alert(1)</link></item></channel></rss>`
    expect(entriesOf(text)).toEqual([
      {
        address: 'https://news.example/a?x=1&y=2',
        title: '国家数据局： 140万亿',
        text: 'Daily & more Body AI',
        at: '2026-03-23T01:00:00.000Z',
      },
      { address: 'https://news.example/b', title: 'By its guid', text: '', at: null },
    ])
  })
  it('in Atom is read by the link to the page itself, with markup in its text', () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">A &amp;amp; B</title>
      <link rel="enclosure" href="/a.mp3"/><link href="/a"/><updated>2026-03-24T00:00:00Z</updated>
      <content type="xhtml"><div>140 <b>trillion</b></div></content><category term="tokens"/></entry></feed>`
    expect(entriesOf(text)).toEqual([
      {
        address: 'https://news.example/a',
        title: 'A & B',
        text: '140 trillion tokens',
        at: '2026-03-24T00:00:00.000Z',
      },
    ])
  })
  it('in RDF has its items beside the channel', () => {
    const text = `<rdf:RDF xmlns:rdf="r" xmlns="p" xmlns:dc="d"><channel rdf:about="x"><items/></channel>
      <item rdf:about="x"><title>T</title><link>https://news.example/a</link><dc:date>2026-03-24</dc:date></item></rdf:RDF>`
    expect(readFeed(text, AT)).toMatchObject({ kind: 'rdf', entries: [{ at: '2026-03-24T00:00:00.000Z' }] })
  })
  it('in JSON is read as one', () => {
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [
        { url: '/a', title: 'T', content_html: '<p>Body</p>', date_published: '2026-03-24' },
        { id: '1' },
      ],
    })
    expect(entriesOf(text)).toEqual([
      { address: 'https://news.example/a', title: 'T', text: 'Body', at: '2026-03-24T00:00:00.000Z' },
    ])
  })
})

describe('a site map', () => {
  it('of news names titles and keywords', () => {
    const text = `<urlset xmlns:news="n"><url><loc> https://news.example/a </loc><news:news><news:publication><news:name>N</news:name>
      </news:publication><news:publication_date>2026-03-24T00:00:00Z</news:publication_date><news:title>T</news:title>
      <news:keywords>tokens, AI</news:keywords></news:news></url><url><loc>https://news.example/b</loc><lastmod>2026-03-25</lastmod></url></urlset>`
    expect(readFeed(text, AT)).toEqual({
      kind: 'sitemap',
      isCut: false,
      entries: [
        { address: 'https://news.example/a', title: 'T', text: 'tokens, AI', at: '2026-03-24T00:00:00.000Z' },
        { address: 'https://news.example/b', title: null, text: '', at: '2026-03-25T00:00:00.000Z' },
      ],
    })
  })
  it('may be an index of others', () => {
    const text = `\uFEFF<?xml version="1.0"?><!-- c --><sitemapindex><sitemap><loc>/1.xml.gz</loc><lastmod>2026-03-24</lastmod></sitemap></sitemapindex>`
    expect(readFeed(text, AT)).toMatchObject({
      kind: 'index',
      maps: [{ address: 'https://news.example/1.xml.gz', at: '2026-03-24T00:00:00.000Z' }],
    })
  })
})

describe('what is neither', () => {
  it.each([
    '',
    'Not found',
    '<!doctype html><html><body><a href="/">x</a></body></html>',
    '{"items":[]}',
    '{',
    '[1]',
    'null',
  ])('is not read: %s', (text) => {
    expect(readFeed(text, AT)).toBeNull()
  })
})

describe('a document made to do harm', () => {
  it('is cut after as many tags as are read', () => {
    const text = `<urlset>${'<url><loc>https://a.example/</loc></url>'.repeat(90)}</urlset>`
    const feed = readFeed(text, AT, 101)
    expect(feed).toMatchObject({ kind: 'sitemap', isCut: true })
    expect(feed?.kind === 'sitemap' && feed.entries.length).toBe(25)
  })
  it('nested beyond all reason, or full of entities, is read without harm', () => {
    expect(readFeed(`<rss>${'<channel>'.repeat(10_000)}`, AT)).toMatchObject({ entries: [] })
    expect(readFeed(`<rss><channel><item><title>${'<b>'.repeat(10_000)}x`, AT)).toMatchObject({
      entries: [],
    })
    const bomb = `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}">]><rss><channel><item><link>/a</link><title>&b;</title></item></channel></rss>`
    expect(JSON.stringify(readFeed(bomb, AT)).length).toBeLessThan(1_000)
    expect(
      entriesOf(
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><link>/a</link><title>&x;</title></item></rss>',
      ),
    ).toMatchObject([{ title: '&x;' }])
  })
})
