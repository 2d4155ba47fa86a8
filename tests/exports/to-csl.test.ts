/** CSL-JSON gives reference managers what the source list says. */
import { expect, it } from 'vitest'
import { toCsl } from '#exports/to-csl.ts'
import { capture, dossier, source } from '../support/dossier.ts'

const itemOf = (overrides: Parameters<typeof source>[0]) =>
  JSON.parse(toCsl(dossier({ sources: [source(overrides)] })))[0]

it('gives one web page per source, with its archived copy', () => {
  expect(itemOf({})).toEqual({
    id: 'src-1',
    type: 'webpage',
    title: '刘烈宏:中国日均词元调用量已突破140万亿',
    author: [{ literal: '记者 王某' }],
    'container-title': 'China News Service',
    issued: { 'date-parts': [[2026, 3, 23]] },
    accessed: { 'date-parts': [[2026, 3, 24]] },
    URL: 'https://www.chinanews.com.cn/cj/2026/03-23/10591500.shtml',
    archive: 'Stet',
    archive_location: 'https://stet.example/captures/cap-1',
    language: 'zh',
    note: 'Gives the series from 100 billion to 100 trillion to 140 trillion.',
  })
})

it('leaves out what is not known', () => {
  const bare = {
    publisher: null,
    title: null,
    author: null,
    language: null,
    published: null,
    keyUses: [],
    captures: [],
  }
  expect(itemOf(bare)).toEqual({
    id: 'src-1',
    type: 'webpage',
    title: 'https://www.chinanews.com.cn/cj/2026/03-23/10591500.shtml',
    URL: 'https://www.chinanews.com.cn/cj/2026/03-23/10591500.shtml',
  })
})

it('points to the digest when the copy has no address', () => {
  expect(itemOf({ captures: [capture({ address: null })] }).archive_location).toMatch(
    /^sha256:3f1c9a7be0d25+$/,
  )
})

it.each([
  ['2026-03-23', [2026, 3, 23]],
  ['2026-03-23T23:50:00-08:00', [2026, 3, 23]],
  ['2026-03-23 08:00', [2026, 3, 23]],
  ['2026-03', [2026, 3]],
  ['2026', [2026]],
  ['2026-02-30', null],
  ['2026-13', null],
  ['23 March 2026', null],
  ['20260323', null],
])('reads the printed date %s', (published, parts) => {
  expect(itemOf({ published }).issued?.['date-parts'][0] ?? null).toEqual(parts)
})
