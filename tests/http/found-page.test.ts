import { describe, expect, it } from 'vitest'
import { foundPage } from '#http/found-page.server.ts'

const of = (query: Record<string, string>) =>
  foundPage(new URL(`https://desk.example/claims/new?${new URLSearchParams(query)}`))

describe('what the bookmark brings along', () => {
  it('becomes the page, its title, the quote, and a first wording of the claim', () => {
    expect(
      of({
        url: 'https://news.example/a?b=1#part-2',
        title: ' Tokens \n today ',
        quote: '超过140万亿\n个 Token',
      }),
    ).toEqual({
      address: 'https://news.example/a?b=1',
      title: 'Tokens today',
      quote: '超过140万亿\n个 Token',
      text: '超过140万亿 个 Token',
    })
  })

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'news', ''])(
    'is no page at the address %j',
    (url) => {
      expect(of({ url }).address).toBe('')
    },
  )

  it('is cut where it is longer than a form takes', () => {
    const { title, quote } = of({ title: 'x'.repeat(9_000), quote: 'y'.repeat(9_000) })
    expect([title.length, quote.length]).toEqual([500, 5_000])
  })
})
