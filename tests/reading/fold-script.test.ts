/** Folding traditional to simplified keeps every position. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldScript } from '#reading/fold-script.ts'

describe('folding the script', () => {
  it.each([
    ['國家數據局局長劉烈宏', '国家数据局局长刘烈宏'],
    ['超過140萬億', '超过140万亿'],
    ['臺灣', '台湾'],
    ['ASCII stays', 'ASCII stays'],
  ])('%s becomes %s', (traditional, simplified) => {
    expect(foldScript(traditional)).toBe(simplified)
  })

  it('never moves a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldScript(text).length).toBe(text.length)
        expect(foldScript(foldScript(text))).toBe(foldScript(text))
      }),
    )
  })
})
