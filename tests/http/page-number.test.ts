import { describe, expect, it } from 'vitest'
import { pageNumber } from '#http/page-number.server.ts'

describe('the page of a list', () => {
  it.each([
    ['', 1],
    ['?page=3', 3],
    ['?page=0', 1],
    ['?page=-2', 1],
    ['?page=1.5', 1],
    ['?page=next', 1],
    ['?page=', 1],
    ['?page=99999999999', 10_000],
  ])('reads %j as page %d', (query, page) => {
    expect(pageNumber(new Request(`http://stet.example/runs${query}`))).toBe(page)
  })
})
