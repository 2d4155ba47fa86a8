/** Whatever was recorded becomes one safe line. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainLine } from '#exports/plain-line.ts'
import { xmlFault } from '../support/well-formed-xml.ts'

it('keeps words of every script and joins lines', () => {
  expect(plainLine('  日均\u3000词元\r\n调用量\t👩‍💻 ')).toBe('日均 词元 调用量 👩‍💻')
})

it('takes out marks that make a title read in another order', () => {
  expect(plainLine('invoice\u202Efdp.exe\u2066x')).toBe('invoicefdp.exex')
})

it('gives text that XML allows, from any string at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (any, ascii) => {
      const line = plainLine(`${any}\uDC00${ascii}`).replace(/[<>&]/g, '')
      expect(xmlFault(`<a>${line}</a>`)).toBeNull()
      expect(line).not.toMatch(/[\r\n]/)
    }),
    { numRuns: 50 },
  )
})
