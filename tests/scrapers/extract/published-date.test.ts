import { describe, expect, test } from 'vitest'
import { openPage } from '#scrapers/extract/open-page.ts'
import { pageMetadata } from '#scrapers/extract/page-metadata.ts'
import { visibleText } from '#scrapers/extract/visible-text.ts'

const english = `<p>${'The office says that it will publish the method together with the results, and soon. '.repeat(3)}</p>`
const chinese = `<p>${'港务局表示，将在月底前公布检测结果，并向社会公开全部数据。'.repeat(5)}</p>`

function datesOf(html: string, url: string | null = null) {
  const { published, modified } = pageMetadata(openPage(html), visibleText(html), url)
  return { published: published?.slice(0, 10) ?? null, modified: modified?.slice(0, 10) ?? null }
}

const en = (head: string, body: string, lang = 'en-US') =>
  `<html lang="${lang}"><head><title>Northmark counts its tokens</title>${head}</head><body><h1>Northmark counts its tokens</h1>${body}${english}</body></html>`
const zh = (head: string, body: string) =>
  `<html><head><title>北岸市最老码头5月起关闭</title>${head}</head><body><h1>北岸市最老码头5月起关闭</h1>${body}${chinese}</body></html>`
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const DAY = '2026-03-23'

describe('the day of publication as stated for machines', () => {
  test.each([
    ['JSON-LD', ld({ '@type': 'NewsArticle', datePublished: '2026-03-23T10:15:00Z' })],
    ['a list in JSON-LD', ld([{ '@type': 'WebSite' }, { '@type': ['Article'], datePublished: DAY }])],
    [
      'a graph in which the page is older than its story',
      ld({
        '@graph': [
          { '@type': 'WebPage', datePublished: '2020-01-01' },
          { '@type': 'BlogPosting', datePublished: DAY },
        ],
      }),
    ],
    [
      'JSON-LD with an unescaped quotation mark',
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"The "old" pier","datePublished":"2026-03-23T10:15:00Z"}</script>`,
    ],
    [
      'JSON-LD without a type, as Chinese search engines ask for',
      ld({ title: 'x', pubDate: '2026-03-23T10:15:00' }),
    ],
    ...(
      [
        ['property', 'article:published_time'],
        ['property', 'og:published_time'],
        ['name', 'pubdate'],
        ['name', 'publishdate'],
        ['name', 'PubDate'],
        ['name', 'weibo: article:create_at'],
        ['name', 'apub:time'],
        ['property', 'bytedance:published_time'],
        ['name', 'DC.date.issued'],
        ['name', 'parsely-pub-date'],
        ['itemprop', 'datePublished'],
      ] as const
    ).map(([key, name]): [string, string] => [name, `<meta ${key}="${name}" content="2026-03-23 10:15:00">`]),
    [
      'the central government’s own spelling',
      '<meta name="firstpublishedtime" content="2026-03-23-10:15:00">',
    ],
  ])('%s', (_, head) => {
    expect(datesOf(en(head, '<time datetime="2026-01-01">1 January</time>')).published).toBe(DAY)
  })
})

describe('the day of publication as shown', () => {
  test.each([
    ['a time element under the headline', '<time datetime="2026-03-23T10:15">Monday</time>'],
    [
      'a microformat beside the day of a change',
      '<p><time class="updated" datetime="2026-04-02">April 2</time> <time class="entry-date published" datetime="2026-03-23">March 23</time></p>',
    ],
    [
      'a byline with both days',
      '<div class="byline">By Dora Example. Published March 23, 2026 | Updated April 2, 2026</div>',
    ],
    ['the change first', '<p>Updated April 2, 2026</p><p>Published March 23, 2026</p>'],
    [
      'a microformat at the foot of a blog post',
      '<div class="post-footer">Posted by Dora at <abbr class="published" title="2026-03-23T10:15:00-07:00">10:15 AM</abbr></div>',
    ],
    [
      'a press release',
      '<p>NORTHMARK, March 23, 2026 /Sample Wire/ -- The company said that it has opened a pier of its own.</p>',
    ],
    ['a plain dateline', '<div>March 23, 2026 at 9:30 p.m. EDT</div>'],
    ['month first in the United States', '<div class="date">03/23/2026</div>'],
    ['an ambiguous day in the United States', '<div class="date">3/4/2026</div>', '2026-03-04'],
    [
      'a day beside comments, related stories and a copyright',
      `<span class="post-date">23 March 2026</span>${english}<ul class="related-posts"><li><time datetime="2026-05-01">May 1</time></li></ul><div class="comments"><time datetime="2026-05-02">May 2</time></div><footer>© 2026-05-03</footer>`,
    ],
  ])('%s', (_, body, day = DAY) => {
    expect(datesOf(en('', body)).published).toBe(day)
  })

  test.each([
    ['3/4/2026', 'en-GB', null, '2026-04-03'],
    ['3/4/2026', 'en', 'https://paper.example.co.uk/story', '2026-04-03'],
    ['3/4/2026', 'en-US', 'https://paper.example.com/story', '2026-03-04'],
  ])('%s in %s at %s', (printed, lang, url, day) => {
    expect(datesOf(en('', `<div class="date">${printed}</div>`, lang), url).published).toBe(day)
  })

  test.each([
    ['day and source', '<div>2026年03月23日10:15　来源：北岸日报</div>'],
    ['发布时间', '<div><span>来源：北岸日报</span><span>发布时间：2026-03-23 10:15</span></div>'],
    ['发稿时间', '<p>发稿时间:2026/3/23 10:15:22</p>'],
    ['a year without its century', '<p>北岸观察 发布时间：26-03-23 10:15</p>'],
    ['the change named first', '<p>更新时间：2026-04-02</p><p>发布时间：2026-03-23</p>'],
    ['pubtime', '<span id="pubtime_baidu">2026-03-23 10:15:00</span>'],
    ['a clock of today above the menu', '<span class="time">2026-03-23 10:15</span>'],
    ['a year of the Republic', '<p>發布日期：民國115年3月23日</p>'],
    ['a script', '<script>var detail = {"title":"x","publishTime":1774232100000};</script>'],
    ['an official document signed at its end', `${chinese}<p>北岸市港务局</p><p>2026年3月23日</p>`],
  ])('Chinese: %s', (_, body) => {
    expect(
      datesOf(zh('', body).replace('<body>', '<body><div class="top">今天是2026年11月24日 星期二</div>'))
        .published,
    ).toBe(DAY)
  })
})

describe('the day in an address', () => {
  test.each([
    'https://paper.example/2026/03/23/pier',
    'https://paper.example/2026/mar/23/pier',
    'http://www.bar.example/2026-03/23/c_1123.htm',
    'http://www.bar.example/n1/2026/0323/c1008-1.html',
    'http://www.bar.example/20260323/f8b0aa/c.html',
    'http://www.bar.example/202603/t20260323_12345.html',
  ])('%s', (url) => {
    expect(datesOf(zh('', ''), url).published).toBe(DAY)
    expect(datesOf(zh('', '<div class="date">2025-01-01</div>'), url).published).toBe(DAY)
  })

  test.each([
    'https://paper.example/2026/story',
    'https://paper.example/a/20269923',
    'https://paper.example/id/1234567890',
  ])('%s has none', (url) => {
    expect(datesOf(zh('', ''), url).published).toBeNull()
  })
})

describe('dates that say nothing of the publication', () => {
  test.each([
    ['a copyright', '<footer>Copyright March 23, 2026</footer>'],
    [
      'a row of a table of facts',
      '<table class="infobox"><tr><th>Founded</th><td>February 28, 1998<span class="published">1998-02-28</span></td></tr></table>',
    ],
    [
      'a day in the story',
      '<p>On March 23, 2026, the council decided that the pier, the oldest of the port, would be closed for eighteen months at least.</p>',
    ],
    ['comments', '<div id="comments"><span class="date">March 23, 2026</span></div>'],
  ])('%s', (_, body) => {
    expect(datesOf(en('', english + body)).published).toBeNull()
  })
})

test('the day of a change is kept apart', () => {
  const html = en(
    '<meta property="article:modified_time" content="2026-04-02T08:00:00Z">',
    '<div class="date">March 23, 2026</div>',
  )
  expect(datesOf(html)).toEqual({ published: DAY, modified: '2026-04-02' })
})

describe('the day of publication where only small signs give it', () => {
  test.each([
    [
      'the address that a copy says it belongs to',
      en('<link rel="canonical" href="https://a.example/2026/03/23/pier">', ''),
    ],
    [
      'an address with a section between',
      en('<meta property="og:url" content="https://a.example/2026/politics/03/23/pier">', ''),
    ],
    [
      'a meta element that no list has',
      en('<meta name="Search.Published-Date" content="23 March 2026">', ''),
    ],
    ['a first line that opens with it', en('', '<p>March 23, 2026 -- The council met.</p>')],
    [
      'the day beside the day of a change',
      en('', '<p>Updated: 24 March 2026, 08:15 23 March 2026, 19:32</p>'),
    ],
    ['who and when in one line', en('', '<div>Submitted by deckhand on 23 March 2026 - 18:30.</div>')],
    ['a year of the Republic', zh('', '<ul><li>發布日期：115-03-23</li></ul>')],
    ['a year without its century', zh('', '<span>发布时间：26-03-23</span><span>08:12</span>')],
    ['nothing but the day of a change', en('', '<div class="updated">Updated: 23 March 2026</div>')],
  ])('%s', (_, html) => {
    expect(datesOf(html).published).toBe(DAY)
  })
})
