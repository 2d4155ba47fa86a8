import { describe, expect, it } from 'vitest'
import { withoutKey } from '#scrapers/kit/ask-service.ts'

const KEY = 'xai-AbCdEf0123456789'

describe('a message that is kept', () => {
  it.each([
    [`Incorrect API key provided: ${KEY}.`, 'Incorrect API key provided: [key].'],
    [`key=${KEY}&x=${KEY}`, 'key=[key]&x=[key]'],
    ['Incorrect API key provided: xai-Ab***89.', 'Incorrect API key provided: [key].'],
    ['The key xai-A...6789 or xai-Ab…89 is wrong', 'The key [key] or [key] is wrong'],
    ['Fields marked name* are needed', 'Fields marked name* are needed'],
    ['', ''],
  ])('%j holds no key', (text, kept) => {
    expect(withoutKey(text, KEY)).toBe(kept)
  })
  it('is cut to five hundred characters, however long the answer was', () => {
    const began = performance.now()
    expect(withoutKey(`${'a'.repeat(2_000_000)}*`, KEY)).toHaveLength(500)
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})
