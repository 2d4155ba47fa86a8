/** Only web addresses become links. */
import { expect, it } from 'vitest'
import { webLink } from '#exports/web-link.ts'

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'vbscript:x',
  '//host/x',
  '',
])('refuses %s', (address) => {
  expect(webLink(address)).toBeNull()
})

it('encodes what could end a link early', () => {
  expect(webLink('https://a.example/x y<z>"q"')).toBe('https://a.example/x%20y%3Cz%3E%22q%22')
})

it('leaves an ordinary address as it is', () => {
  const address = 'https://www.chinanews.com.cn/cj/2026/03-23/10591500.shtml?a=1&b=2#top'
  expect(webLink(address)).toBe(address)
})
