/** Forms as they arrive: fields, rows, files, and what is too large. */
import { describe, expect, it } from 'vitest'
import { articleFromForm } from '#http/article-form.server.ts'
import { claimFromForm } from '#http/claim-form.server.ts'
import { fieldsOf, readForm, readUpload } from '#http/form.server.ts'

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://desk.local/', { method: 'POST', body, headers })

const formOf = (pairs: [string, string][]) => {
  const form = new FormData()
  for (const [name, value] of pairs) form.append(name, value)
  return form
}

describe('fields of a form', () => {
  it('become a plain object, Chinese and line ends unharmed', async () => {
    const answer = await readForm(post(new URLSearchParams({ quote: '日均词元\r\n突破140万亿', empty: '' })))
    expect(answer).toEqual({ ok: true, value: { quote: '日均词元\r\n突破140万亿', empty: '' } })
  })
  it('with an index become rows in the order of their numbers, gaps closed', () => {
    const fields = fieldsOf(
      formOf([
        ['figures[2].value', '3'],
        ['figures[0].value', '1'],
        ['figures[0].text', 'one'],
        ['figures[10].value', '11'],
      ]),
    )
    expect(fields).toEqual({ figures: [{ value: '1', text: 'one' }, { value: '3' }, { value: '11' }] })
  })
  it('of another shape than ours are left out', () => {
    const fields = fieldsOf(
      formOf([
        ['__proto__[0].polluted', 'yes'],
        ['__proto__', 'yes'],
        ['a.b', 'x'],
        ['figures[999].text', 'too far'],
        ['figures[0].__proto__', 'yes'],
        ['plain', 'kept'],
      ]),
    )
    expect(fields).toEqual({ plain: 'kept' })
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
  })
  it('of a damaged body are refused in words, not thrown', async () => {
    const answer = await readForm(
      post('not multipart', { 'Content-Type': 'multipart/form-data; boundary=x' }),
    )
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
  })
})

describe('a form that is too large', () => {
  it('is refused by the length it declares', async () => {
    const answer = await readForm(post(new URLSearchParams({ a: 'x'.repeat(3_000_000) })), 1_048_576)
    expect(answer).toEqual({
      ok: false,
      refusal: { code: 'too_large', message: 'This is more than 1 MB. Send something smaller.' },
    })
  })
  it('is refused while it streams in without a declared length', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    const request = new Request('http://desk.local/', {
      method: 'POST',
      body: endless,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      duplex: 'half',
    } as RequestInit)
    expect(await readForm(request, 1_048_576)).toMatchObject({ ok: false, refusal: { code: 'too_large' } })
    expect(sent).toBeLessThan(2_000_000)
  })
})

describe('an uploaded file', () => {
  it('comes with its bytes, its name, its type and the other fields', async () => {
    const form = formOf([['note', 'from the archive']])
    form.append(
      'file',
      new File([new Uint8Array([37, 80, 68, 70, 0, 255])], '报告.pdf', { type: 'application/pdf' }),
    )
    const answer = await readUpload(post(form), 'file', 1_000)
    expect(answer).toEqual({
      ok: true,
      value: {
        fields: { note: 'from the archive' },
        file: {
          bytes: new Uint8Array([37, 80, 68, 70, 0, 255]),
          fileName: '报告.pdf',
          mediaType: 'application/pdf',
        },
      },
    })
  })
  it('that nobody chose has no bytes', async () => {
    const answer = await readUpload(post(formOf([['note', 'x']])), 'file', 1_000)
    expect(answer).toMatchObject({ ok: true, value: { file: { bytes: new Uint8Array(), fileName: '' } } })
  })
  it('above the limit is refused', async () => {
    const form = new FormData()
    form.append('file', new File([new Uint8Array(2_000)], 'big.bin'))
    expect(await readUpload(post(form), 'file', 1_000)).toMatchObject({
      ok: false,
      refusal: { code: 'too_large' },
    })
  })
})

describe('the claim form', () => {
  it('leaves the figures out when they are to be taken from the text', () => {
    const fields = { text: 'a\r\nb', figuresFrom: 'text', figures: [{ text: '1', value: '1' }] }
    const input = claimFromForm(fields)
    expect(input).not.toHaveProperty('figures')
    expect(input.text).toBe('a\nb')
  })
  it('keeps typed rows as typed by a person and drops the empty ones', () => {
    const figures = [
      { text: '', value: '', bound: 'exact' },
      { text: '140 trillion', value: '140000000000000', bound: 'gt' },
    ]
    expect(claimFromForm({ text: 'x', figuresFrom: 'hand', figures }).figures).toEqual([
      { text: '140 trillion', value: '140000000000000', bound: 'gt', byHand: true },
    ])
  })
  it('says "no figures" when every row was emptied by hand', () => {
    expect(
      claimFromForm({ text: 'x', figuresFrom: 'hand', figures: [{ text: '', value: '' }] }).figures,
    ).toEqual([])
  })
})

describe('the article form', () => {
  it('keeps one line end per line, so that positions in the draft hold', () => {
    expect(articleFromForm({ headline: 'H', draft: 'one\r\n\r\ntwo' }).draft).toBe('one\n\ntwo')
  })
  it('drops empty rows of related coverage', () => {
    const relatedCoverage = [
      { title: '', address: '' },
      { title: 'A piece', address: '' },
    ]
    expect(articleFromForm({ headline: 'H', relatedCoverage }).relatedCoverage).toEqual([
      { title: 'A piece', address: '' },
    ])
  })
})
