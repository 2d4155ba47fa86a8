import { describe, expect, test } from 'vitest'
import { openPage } from '#scrapers/extract/open-page.ts'
import { pageMetadata } from '#scrapers/extract/page-metadata.ts'
import { visibleText } from '#scrapers/extract/visible-text.ts'

const english = `<p>${'The office says that it will publish the method together with the results, and soon. '.repeat(3)}</p>`
const chinese = `<p>${'港务局表示，将在月底前公布检测结果，并向社会公开全部数据。'.repeat(5)}</p>`
const ld = (author: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'x', author, publisher: { name: 'Sample Herald' } })}</script>`

function bylineOf(head: string, body: string): string | null {
  const isChinese = /\p{Script=Han}/u.test(body)
  const title = isChinese ? '北岸市最老码头5月起关闭' : 'Northmark counts its tokens'
  const html = `<html><head><title>${title}</title>${head}</head><body><h1>${title}</h1>${body}</body></html>`
  return pageMetadata(openPage(html), visibleText(html), null).byline
}

describe('an author as stated for machines', () => {
  test.each([
    [ld({ '@type': 'Person', name: 'Dora Example' }), 'Dora Example'],
    [ld([{ '@type': 'Person', name: 'Dora Example' }, { name: 'Max Muster' }]), 'Dora Example, Max Muster'],
    [
      ld([
        { '@type': 'Person', name: 'Dora Example' },
        { '@type': 'Organization', name: 'Wire' },
      ]),
      'Dora Example',
    ],
    [ld('By Dora Example and Max Muster'), 'Dora Example, Max Muster'],
    ['<meta name="author" content="Dora Example, Staff Writer">', 'Dora Example'],
    ['<meta name="author" content="DORA EXAMPLE">', 'Dora Example'],
    ['<meta name="author" content="Dora Example (dora@herald.example)">', 'Dora Example'],
    [
      '<meta name="citation_author" content="Dora Example"><meta name="citation_author" content="Max Muster">',
      'Dora Example, Max Muster',
    ],
    [
      '<meta property="article:author" content="https://www.facebook.com/dora"><meta name="byl" content="By Dora Example">',
      'Dora Example',
    ],
    [
      '<meta name="author" content="admin"><meta name="parsely-author" content="Dora Example">',
      'Dora Example',
    ],
  ])('%s', (head, byline) => {
    expect(bylineOf(head, english)).toBe(byline)
  })

  test('a person shown on the page goes before an organisation stated for machines', () => {
    expect(
      bylineOf(
        ld({ '@type': 'Organization', name: 'Sample Herald' }),
        `<p class="byline">By Dora Example</p>${english}`,
      ),
    ).toBe('Dora Example')
  })

  test('an organisation stands where nobody else is named', () => {
    expect(bylineOf(ld({ '@type': 'Organization', name: 'Sample Wire' }), english)).toBe('Sample Wire')
  })
})

describe('an author as shown', () => {
  test.each([
    ['<div class="byline">By <a rel="author" href="/d">Dora Example</a></div>', 'Dora Example'],
    [
      '<div class="byline">By <a href="/d">Dora Example</a> and <a href="/m">Max Muster</a></div>',
      'Dora Example, Max Muster',
    ],
    ['<span itemprop="author" itemscope><span itemprop="name">Dora Example</span></span>', 'Dora Example'],
    ['<p class="author-name">Dora Example</p><p class="author-title">Senior Reporter</p>', 'Dora Example'],
    ['<p>By DORA EXAMPLE, Herald Staff Writer</p>', 'Dora Example'],
    ['<p>By Dora Example and Max Muster | Sample Herald</p>', 'Dora Example, Max Muster'],
    ['<p>Posted by Andrew Sample, Software Engineer on the Play team</p>', 'Andrew Sample'],
    ['<p>By Dora Example, March 23, 2026</p>', 'Dora Example'],
    [
      '<address><a rel="author" href="/d">Dora Example</a> and <a rel="author" href="/m">Max Muster</a></address>',
      'Dora Example, Max Muster',
    ],
    ['<p>By Ursula K. von der Muster</p>', 'Ursula K. von der Muster'],
  ])('%s', (body, byline) => {
    expect(bylineOf('', body + english)).toBe(byline)
  })

  test('who commented is not who wrote', () => {
    expect(
      bylineOf('', `${english}<div class="comments"><span class="comment-author">Salty Dog</span></div>`),
    ).toBeNull()
  })

  test.each([
    '<p class="author">admin</p>',
    '<p class="byline">March 23, 2026</p>',
    '<p class="author">https://herald.example</p>',
    '<p>By the end of the year it was over</p>',
  ])('%s names nobody', (body) => {
    expect(bylineOf('', body + english)).toBeNull()
  })
})

describe('an author in Chinese', () => {
  test.each([
    ['<p>来源：北岸日报　作者：陈思样　编辑：周例</p>', '陈思样'],
    ['<p>2026-03-23 10:15 文/黄样</p>', '黄样'],
    ['<p>文｜黄样样 编辑｜周例</p>', '黄样样'],
    ['<p>作者 | 春春</p>', '春春'],
    ['<p>撰文：李样 王例</p>', '李样, 王例'],
    ['<p>（本报记者 张样 李例）</p>', '张样, 李例'],
    ['<p>样华社北岸3月23日电（记者孙样、马例）港务局宣布关闭码头。</p>', '孙样, 马例'],
    ['<p>记者 张样 通讯员 李例</p>', '张样'],
    ['<p>記者王樣／北岸報導</p>', '王樣'],
    ['<p>作者：王样（北岸大学教授）</p>', '王样'],
    ['<div class="post_author">本文来源：北岸晚报 作者：王小样 责任编辑：李例_NB1234</div>', '王小样'],
    ['<p>作者：王和平</p>', '王和平'],
  ])('%s', (body, byline) => {
    expect(bylineOf('', body + chinese)).toBe(byline)
  })

  test('the name in brackets at the end of a story', () => {
    expect(bylineOf('', `${chinese}<p>码头将于5月关闭。（陈思样）</p>`)).toBe('陈思样')
  })

  test.each([
    '<p>记者从市政府获悉，码头将关闭。</p>',
    '<p>作者：佚名</p>',
    '<p>来源：北岸日报</p>',
    '<p>张样 摄</p>',
  ])('%s names nobody', (body) => {
    expect(bylineOf('', body + chinese)).toBeNull()
  })

  test('the responsible editor signs only where nobody else does', () => {
    expect(bylineOf('', `<p>作者：陈思样</p>${chinese}<p>责任编辑：周例</p>`)).toBe('陈思样')
    expect(bylineOf('', `${chinese}<p>责任编辑：周例</p>`)).toBe('周例')
  })
})
