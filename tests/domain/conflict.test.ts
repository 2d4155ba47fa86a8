/** Conflicts between sources that are said to relay one utterance. */
import { describe, expect, it } from 'vitest'
import { conflictsAmong } from '#domain/conflict.ts'
import { readForRelays } from '#domain/relay-reading.ts'
import { relayPage, samplePages } from '../support/relay-pages.ts'

const FIGURE = {
  text: '140 trillion',
  value: '140000000000000',
  unit: 'tokens',
  bound: 'gt',
  rate: 'per_day',
  asOf: 'March 2026',
}
const read = (texts: string[]) =>
  texts.map((text, index) =>
    readForRelays(relayPage(`s${index + 1}`, { text, language: 'zh', published: '2026-03-23' })),
  )
const liu = { speaker: '刘烈宏', names: [], figures: [] }

describe('sources of one speech', () => {
  it('do not contradict each other in the sample: "a forum" is any forum', () => {
    const readings = samplePages().map(readForRelays)
    expect(conflictsAmong(readings, { ...liu, figures: [FIGURE] })).toEqual([])
  })

  it('that name two venues are flagged with the words of each', () => {
    const readings = read([
      '国家数据局局长刘烈宏23日在中国发展高层论坛2026年年会上表示，词元调用量快速增长。',
      '国家数据局局长刘烈宏23日在博鳌亚洲论坛上表示，词元调用量快速增长。',
      '国家数据局局长刘烈宏23日在一场论坛上表示，词元调用量快速增长。',
    ])
    const [conflict, ...others] = conflictsAmong(readings, liu)
    expect(others).toEqual([])
    expect(conflict?.kind).toBe('venue')
    expect(conflict?.readings.map(({ sourceId }) => sourceId)).toEqual(['s1', 's2'])
    for (const { words, sourceId } of conflict?.readings ?? []) {
      const page = readings.find((reading) => reading.page.sourceId === sourceId)?.page
      expect(page?.text.slice(words.start, words.end)).toBe(words.text)
      expect(words.text).toContain('论坛')
    }
  })

  it('that name two days or two roles are flagged', () => {
    const kinds = (texts: string[]) => conflictsAmong(read(texts), liu).map(({ kind }) => kind)
    const said = (role: string, day: string) =>
      `国家数据局${role}刘烈宏${day}在论坛上表示，词元调用量快速增长。`
    expect(kinds([said('局长', '23日'), said('局长', '22日')])).toEqual(['date'])
    expect(kinds([said('局长', '23日'), said('副局长', '23日')])).toEqual(['role'])
  })

  it('that give another figure, or drop "more than", are flagged for that figure', () => {
    const readings = read([
      '刘烈宏表示，到今年3月，我国日均词元调用量已超过140万亿。',
      '刘烈宏表示，到今年3月，我国日均词元调用量已超过130万亿。',
      '刘烈宏表示，到今年3月，我国日均词元调用量为140万亿。',
    ])
    const [conflict] = conflictsAmong(readings, { ...liu, figures: [FIGURE] })
    expect(conflict).toMatchObject({ kind: 'figure', subject: '140 trillion' })
    expect(conflict?.readings.map(({ words }) => words.text)).toEqual([
      '我国日均词元调用量已超过140万亿',
      '我国日均词元调用量已超过130万亿',
      '我国日均词元调用量为140万亿',
    ])
  })

  it('that put the words into somebody else’s mouth are flagged', () => {
    const readings = read(['刘烈宏表示，词元调用量快速增长。', '王晓明表示，词元调用量快速增长。'])
    const [conflict] = conflictsAmong(readings, liu)
    expect(conflict?.readings.map(({ value }) => value)).toEqual(['刘烈宏', '王晓明'])
  })
})
