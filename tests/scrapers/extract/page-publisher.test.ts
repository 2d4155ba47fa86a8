import { describe, expect, test } from 'vitest'
import { openPage } from '#scrapers/extract/open-page.ts'
import { pageMetadata } from '#scrapers/extract/page-metadata.ts'
import { visibleText } from '#scrapers/extract/visible-text.ts'

const chinese = `<p>${'港务局表示，将在月底前公布检测结果，并向社会公开全部数据。'.repeat(5)}</p>`
const page = (title: string, head: string, body: string) =>
  `<html><head><title>${title}</title>${head}</head><body>${body}${chinese}</body></html>`
const publisherOf = (html: string) => pageMetadata(openPage(html), visibleText(html), null).publisher
const H1 = '<h1>北岸市最老码头5月起关闭</h1>'

describe('who puts a page out', () => {
  test.each([
    [
      'sharing data',
      page('x', '<meta property="og:site_name" content="Sample Herald">', H1),
      'Sample Herald',
    ],
    ['a 来源 line', page('x', '', `${H1}<p>2026-03-23 来源：北岸日报 作者：张样</p>`), '北岸日报'],
    ['来源于', page('x', '', `${H1}<p>2026年03月23日 来源于 北岸周刊</p>`), '北岸周刊'],
    ['an element called a source', page('x', '', `${H1}<span class="source">北岸日报</span>`), '北岸日报'],
    ['the outlet behind the date', page('x', '', `${H1}<p>2026-03-23 09:12 北岸商报</p>`), '北岸商报'],
    ['the outlet before the date', page('x', '', `${H1}<p>北岸商报 2026-03-23 09:12</p>`), '北岸商报'],
    ['the title', page('北岸市最老码头5月起关闭_北岸在线', '', H1), '北岸在线'],
    ['the title of a blog', page('Low Tide: Council keeps it', '', '<h1>Council keeps it</h1>'), 'Low Tide'],
    ['ourselves: the site', page('北岸市最老码头5月起关闭-北岸网', '', `${H1}<p>来源：本网</p>`), '北岸网'],
    [
      'the account on a platform',
      page('x', '<meta property="og:site_name" content="微信公众平台">', `${H1}<a id="js_name">北岸观察</a>`),
      '北岸观察',
    ],
  ])('%s', (_, html, publisher) => {
    expect(publisherOf(html)).toBe(publisher)
  })
})
