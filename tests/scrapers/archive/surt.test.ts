import { describe, expect, test } from 'vitest'
import { getSurt } from 'warcio'
import { surt } from '#scrapers/archive/surt.ts'

describe('the key that an index sorts an address by', () => {
  test.each([
    ['https://www.Example.org/A?b=1', 'org,example)/a?b=1'],
    ['http://example.org', 'org,example)/'],
    ['https://news.example.co.uk:8443/x/?z=1&a=2', 'uk,co,example,news:8443)/x/?a=2&z=1'],
    ['https://www2.example.org/#part', 'org,example)/'],
    ['https://例子.example/路', 'example,xn--fsqu00a)/%e8%b7%af'],
    ['urn:text:https://example.org/a b', 'urn:text:https://example.org/a%20b'],
  ])('%s', (address, key) => {
    expect(surt(address).toLowerCase()).toBe(key)
  })

  test('is the one that replay tools compute', () => {
    for (const address of [
      'https://www.a.example/B?y=1&x=2',
      'http://a.example:8080/p//q',
      'http://192.0.2.7/x',
    ]) {
      expect(surt(address)).toBe(getSurt(address))
    }
  })
})
