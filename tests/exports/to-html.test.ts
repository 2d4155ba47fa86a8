/** The HTML can be pasted as it is: nothing recorded becomes markup, and every clause points to its attempts. */
import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { searchNote } from '#exports/search-note.ts'
import { toHtml } from '#exports/to-html.ts'
import { caveat, citation, claim, dossier, source } from '../support/dossier.ts'
import { HOSTILE } from '../support/hostile-text.ts'

describe('the sample', () => {
  const $ = load(toHtml(dossier()))

  it('has its sections in order and is marked as sample data', () => {
    const titles = $('h1, h2')
      .toArray()
      .map((one) => $(one).text())
    expect(titles).toEqual([
      'China counts its tokens',
      'Related coverage',
      'Sources',
      'Reporting notes',
      'How sources were looked for',
      'Claims',
    ])
    expect($('strong').text()).toBe('SAMPLE DATA: not for publication.')
  })

  it('numbers the sources and links their addresses', () => {
    expect(
      $('ol > li')
        .toArray()
        .map((one) => $(one).attr('value')),
    ).toEqual(['1', '2', '3'])
    const link = $('ol a').first()
    expect(link.attr('href')).toBe('https://www.chinanews.com.cn/cj/2026/03-23/10591500.shtml')
    expect(link.attr('rel')).toBe('nofollow noopener')
  })

  it('marks quotations with the language of their source', () => {
    const quote = $('span[lang=zh]').first()
    expect(quote.text()).toBe('日均词元调用量已突破140万亿')
  })

  it('carries the attempts of every clause and the records of every caveat', () => {
    const clauses = $('li:contains("Search-chain note:") [data-attempts]')
      .toArray()
      .map((one) => $(one).attr('data-attempts'))
    expect(clauses).toEqual(searchNote(dossier()).clauses.map((clause) => clause.attemptIds.join(' ')))
    expect($('[data-caveats="cav-1"]').text()).toMatch(/^Editorial caveat: Claim 1: /)
  })

  it('has no script, no outside resource and no draft', () => {
    expect($('script, link, img, iframe').length).toBe(0)
    expect($.html()).not.toContain('A draft that stays in the house.')
  })
})

describe('hostile text', () => {
  const html = toHtml(
    dossier({
      article: {
        ...dossier().article,
        headline: HOSTILE,
        language: '"><script>',
        relatedCoverage: [{ title: HOSTILE, address: 'javascript:alert(1)' }],
      },
      sources: [
        source({
          title: HOSTILE,
          publisher: HOSTILE,
          language: HOSTILE,
          address: 'data:text/html,<b>x</b>',
          keyUses: [HOSTILE],
        }),
      ],
      claims: [claim({ text: HOSTILE, citations: [citation({ quote: HOSTILE, translation: HOSTILE })] })],
      caveats: [caveat({ id: '"><script>', wording: HOSTILE })],
      runs: [],
    }),
  )

  it('makes no element and no link', () => {
    const allowed = [
      'a',
      'article',
      'body',
      'cite',
      'h1',
      'h2',
      'h3',
      'head',
      'html',
      'li',
      'meta',
      'ol',
      'p',
      'span',
      'strong',
      'style',
      'title',
      'ul',
    ]
    const $ = load(html)
    const found = new Set(
      $('*')
        .toArray()
        .map((one) => $(one).prop('tagName')?.toLowerCase() ?? ''),
    )
    expect([...found].sort().filter((name) => !allowed.includes(name))).toEqual([])
    expect(
      $('a')
        .toArray()
        .map((one) => $(one).attr('href')),
    ).toEqual(['https://stet.example/articles/art-1', 'https://stet.example/captures/cap-1'])
    expect($('h1').text()).toContain('<script>alert(1)</script>')
    expect($('h1').attr('lang')).toBeUndefined()
  })
})
