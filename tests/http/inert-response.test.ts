import { describe, expect, it } from 'vitest'
import { inertResponse } from '#http/inert-response.server.ts'

const page = new TextEncoder().encode('<script>alert(1)</script>')
const headersOf = (mediaType: string, show?: boolean) =>
  inertResponse({ bytes: page, mediaType, fileName: 'a page "x".html', show }).headers

describe('inert response', () => {
  it.each(['text/html', 'text/html; charset=gb2312', 'TEXT/HTML', 'application/xhtml+xml', 'image/svg+xml'])(
    'never hands an archived page over as %s',
    (mediaType) => {
      const headers = headersOf(mediaType, true)
      expect(headers.get('content-type')).toBe('application/octet-stream')
      expect(headers.get('content-disposition')).toMatch(/^attachment/)
    },
  )

  it('sandboxes every file and forbids guessing its type', () => {
    const headers = headersOf('image/png', true)
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  it('shows pictures only where they are asked for', () => {
    expect(headersOf('image/png', true).get('content-disposition')).toMatch(/^inline/)
    expect(headersOf('image/png').get('content-disposition')).toMatch(/^attachment/)
    expect(headersOf('application/x-unknown', true).get('content-type')).toBe('application/octet-stream')
  })

  it('keeps quotation marks out of the file name', () => {
    expect(headersOf('text/plain').get('content-disposition')).toBe('attachment; filename="a_page_x_.html"')
  })

  it('hands the bytes over as they are', async () => {
    const response = inertResponse({ bytes: page, mediaType: 'text/html', fileName: 'x' })
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(page)
  })
})
