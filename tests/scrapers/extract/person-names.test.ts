import { describe, expect, test } from 'vitest'
import { isChineseName, readSignature } from '#scrapers/extract/person-names.ts'

describe('a signature gives its people', () => {
  test.each([
    ['By Dora Example', ['Dora Example']],
    ['DORA EXAMPLE', ['Dora Example']],
    ['Dora Example, Staff Writer', ['Dora Example']],
    ['Dora Example Senior Washington Correspondent', ['Dora Example']],
    ['Dora Example and Max Muster', ['Dora Example', 'Max Muster']],
    ['Dora Example, MAPLE TODAY', ['Dora Example']],
    ['Dora Example. Photographs by Max Muster', ['Dora Example']],
    ['Dora Example (with Max Muster and Ida Sample)', ['Dora Example', 'Max Muster', 'Ida Sample']],
    ['Von Dora Beispiel / Nordmark', ['Dora Beispiel']],
    ['Dora Example » Fri', ['Dora Example']],
    ['Beispiel, Dora', ['Dora Beispiel']],
    ['Dora Example, PhD', ['Dora Example, PhD']],
    ['港報 記者郭樣／即時報導', ['郭樣']],
    ['张样、李例', ['张样', '李例']],
    ['dora@herald.example Dora Example', ['Dora Example']],
  ])('%s', (raw, people) => {
    expect(readSignature(raw).people).toEqual(people)
  })

  test('an organisation stands apart from people', () => {
    expect(readSignature('Northmark Ferries GmbH')).toEqual({
      people: [],
      organisations: ['Northmark Ferries GmbH'],
    })
    expect(readSignature('北岸日报').organisations).toEqual(['北岸日报'])
  })

  test.each([
    'admin',
    'Webredaktion',
    '佚名',
    'Posted by',
    '2026-03-23',
    'https://a.example/dora',
    '',
    '发表于',
  ])('nobody is called %j', (raw) => {
    expect(readSignature(raw).people).toEqual([])
  })

  test('a paragraph is no signature', () => {
    expect(readSignature('The council said that it would keep the boat. '.repeat(8)).people).toEqual([])
  })
})

describe('two to four characters as a name', () => {
  test.each(['张样', '欧阳样例', '李样本'])('%s is one', (text) => {
    expect(isChineseName(text)).toBe(true)
  })
  test.each(['晚报', '从市政', '北岸日报社', '样'])('%s is none', (text) => {
    expect(isChineseName(text)).toBe(false)
  })
})
