import { describe, expect, it } from 'vitest'
import { readTimeMap } from '#scrapers/find/time-map.ts'

const SELF = 'https://archive.example/timemap/link/http://a.example/'

describe('a TimeMap', () => {
  it('is read with its commas inside dates and quotes, in any order, with further maps', () => {
    const text = `<http://a.example/>; rel="original",
 <${SELF}>; rel="self"; type="application/link-format"; from="Tue, 20 Jun 2000 18:02:59 GMT"; until="Sun, 09 Apr 2006 20:30:51 GMT",
 <https://archive.example/timegate/http://a.example/>;rel="timegate",
 <https://archive.example/web/20060409203051/http://a.example/>; rel="last memento"; datetime="Sun, 09 Apr 2006 20:30:51 GMT"; title="one, two; \\"three\\"",
 <https://archive.example/web/20000620180259/http://a.example/?a=1,2;b>; rel="first memento";datetime="Tue, 20 Jun 2000 18:02:59 GMT" ,
 <https://archive.example/timemap/link/2/http://a.example/>; rel=timemap; type="application/link-format"; from="Mon, 10 Apr 2006 00:00:00 GMT"`
    expect(readTimeMap(text, SELF)).toEqual({
      original: 'http://a.example/',
      mementos: [
        {
          address: 'https://archive.example/web/20000620180259/http://a.example/?a=1,2;b',
          at: '2000-06-20T18:02:59.000Z',
        },
        {
          address: 'https://archive.example/web/20060409203051/http://a.example/',
          at: '2006-04-09T20:30:51.000Z',
        },
      ],
      more: ['https://archive.example/timemap/link/2/http://a.example/'],
    })
  })
  it('keeps what can be read of a broken one', () => {
    const text = `<https://a.example/1>; rel="memento"; datetime="yesterday", <https://a.example/2>; rel="memento,
      <https://a.example/3>; =; rel="memento"; datetime="Tue, 20 Jun 2000 18:02:59 GMT",
      <https://a.example/4>; rel="memento"; datetime="Tue, 20 Jun 2000 18:02:59 GMT"`
    expect(readTimeMap(text, SELF)?.mementos.map(({ address }) => address)).toEqual(['https://a.example/4'])
  })
  it.each(['', 'Not found', '<html><body>Not found</body></html>', '{"a":1}'])('is not %j', (text) => {
    expect(readTimeMap(text, SELF)).toBeNull()
  })
  it('of twenty thousand copies is read in a moment', () => {
    const line = `<https://a.example/web/20000620180259/x>; rel="memento"; datetime="Tue, 20 Jun 2000 18:02:59 GMT",\n`
    const began = performance.now()
    expect(readTimeMap(line.repeat(20_000), SELF)?.mementos).toHaveLength(20_000)
    expect(readTimeMap('<a>;'.repeat(50_000), SELF)).toBeNull()
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})
