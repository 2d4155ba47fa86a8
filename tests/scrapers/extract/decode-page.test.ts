import { describe, expect, test } from 'vitest'
import { decodePage } from '#scrapers/extract/decode-page.ts'

const undeclared = { httpCharset: null }
const latin1 = (text: string) => Buffer.from(text, 'latin1')

describe('the encoding of a page', () => {
  test('a byte order mark wins over everything that is declared', () => {
    const body = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<meta charset=gbk>词元', 'utf16le')])
    const page = decodePage(body, { httpCharset: 'iso-8859-1' })
    expect(page).toMatchObject({ charset: 'utf-16le', charsetFrom: 'bom', replacementCharacters: 0 })
    expect(page.text).toContain('词元')
  })

  test('the label of the HTTP header wins over the one in the page', () => {
    const body = Buffer.concat([latin1('<meta charset="shift_jis">'), Buffer.from([0xd6, 0xd0])])
    expect(decodePage(body, { httpCharset: 'GB2312' })).toMatchObject({
      charset: 'gb18030',
      charsetFrom: 'http',
    })
  })

  test('a wrong HTTP label gives way to a right one in the page', () => {
    const body = Buffer.concat([latin1('<meta charset="gbk">'), Buffer.from('d6d0b9fa', 'hex')])
    const page = decodePage(body, { httpCharset: 'utf-8' })
    expect(page).toMatchObject({ charset: 'gb18030', charsetFrom: 'meta' })
    expect(page.text).toMatch(/中国$/)
    expect(page.notes).toEqual(['declared "utf-8" (http), but the bytes are something else'])
  })

  test('a label inside a comment is no declaration', () => {
    const body = Buffer.from('<!-- <meta charset="big5"> --><meta charset="utf-8">词元')
    expect(decodePage(body, undeclared)).toMatchObject({ charset: 'utf-8', charsetFrom: 'meta' })
  })

  test('the label of a content-type meta tag counts, in any order and quoting', () => {
    const body = latin1("<META content='text/html; charset=EUC-KR' HTTP-EQUIV=Content-Type>\xb0\xa1")
    const page = decodePage(body, undeclared)
    expect(page).toMatchObject({ charset: 'euc-kr', charsetFrom: 'meta' })
    expect(page.text).toMatch(/가$/)
  })

  test('characters that only the full tables of Big5 and EUC-KR have come out right', () => {
    const big5 = Buffer.concat([latin1('<meta charset=big5>'), Buffer.from('8c788df0f9d6', 'hex')])
    expect(decodePage(big5, undeclared).text).toMatch(/壐.碁$/u)
    expect(decodePage(big5, undeclared).replacementCharacters).toBe(0)
    const korean = Buffer.concat([latin1('<meta charset=euc-kr>'), Buffer.from('8c63c64b', 'hex')])
    expect(decodePage(korean, undeclared).text).toMatch(/똠/)
  })

  test('one damaged byte does not turn a UTF-8 page into Chinese', () => {
    const text = '北境市统计局公布的数据显示，全市日均词元调用量超过一百四十亿。'.repeat(10)
    const body = Buffer.concat([Buffer.from(`<meta charset=utf-8>${text}`), Buffer.from([0xe4])])
    expect(decodePage(body, undeclared)).toMatchObject({
      charset: 'utf-8',
      charsetFrom: 'meta',
      replacementCharacters: 1,
    })
  })

  test('two short Chinese words in GBK that happen to be valid UTF-8 stay what is declared', () => {
    const body = Buffer.concat([latin1('<meta charset=gbk>'), Buffer.from('c4a3cabd', 'hex')])
    expect(decodePage(body, undeclared).text).toMatch(/模式$/)
  })

  test('a page that declares Latin-1 but is UTF-8 is read as UTF-8', () => {
    const page = decodePage(Buffer.from('<meta charset=iso-8859-1>Größe 140 Mrd. €'), undeclared)
    expect(page).toMatchObject({ charset: 'utf-8', charsetFrom: 'utf-8-valid' })
    expect(page.text).toContain('Größe')
  })

  test('an unknown label is noted and counts as none', () => {
    const page = decodePage(Buffer.from('plain'), { httpCharset: 'x-unknown-foo' })
    expect(page).toMatchObject({ charset: 'utf-8', charsetFrom: 'utf-8-valid' })
    expect(page.notes).toEqual(['declared "x-unknown-foo" (http), which is no known encoding'])
  })

  test('an undeclared Russian page is not taken for Chinese', () => {
    const text = [
      ...'Городское управление статистики сообщило во вторник, что жители используют более ста сорока миллиардов токенов в день. ',
    ]
    const bytes = text.map((letter) => {
      const code = letter.codePointAt(0)!
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
    })
    const page = decodePage(Buffer.from([...bytes, ...bytes, ...bytes]), undeclared)
    expect(page).toMatchObject({ charset: 'windows-1251', charsetFrom: 'detected' })
    expect(page.text).toContain('управление статистики')
  })

  test('bytes that are no text at all still give an answer, with every unreadable character counted', () => {
    const page = decodePage(Buffer.from([0xff, 0xff, 0x80, 0x81, 0x00]), { httpCharset: 'utf-8' })
    expect(page.text.length).toBeGreaterThan(0)
    expect(page.replacementCharacters).toBe([...page.text].filter((one) => one === '\uFFFD').length)
  })

  test('an empty body is an empty UTF-8 text', () => {
    expect(decodePage(new Uint8Array(), undeclared)).toMatchObject({ text: '', charset: 'utf-8' })
  })
})
