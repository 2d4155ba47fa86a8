import { describe, expect, it } from 'vitest'
import { readInput } from '#domain/input.ts'
import { runInput } from '#domain/run.ts'
import { readSearchForm } from '#domain/search-form.ts'
import { missingFor } from '#domain/steps-set-up.ts'

describe('the form of a search', () => {
  it('keeps the order of the queries and leaves out empty rows', () => {
    const queries = [{ text: ' b ' }, { text: '' }, { text: 'a' }, {}]
    expect(readSearchForm({ queries, language: 'zh' })).toEqual({
      queries: ['b', 'a'],
      sites: [],
      language: 'zh',
    })
  })

  it('takes publishers by host or by address, one to a line or between commas, each once', () => {
    const sites = 'https://www.example.org/news?x=1\r\nexample.com/, www.example.org ；新华网.cn'
    expect(readSearchForm({ sites }).sites).toEqual(['www.example.org', 'example.com', '新华网.cn'])
  })

  it('leaves what is no host to be complained about', () => {
    const answer = readInput(runInput, readSearchForm({ sites: 'the Times' }))
    expect(answer.ok ? {} : answer.refusal.fields).toHaveProperty(['sites.0'])
  })
})

describe('a step that is not set up', () => {
  it('is named with what it lacks, and no other is', () => {
    const missing = missingFor({ STET_WAYBACK: false, XAI_API_KEY: 'k', SEARXNG_URL: 'http://s' })
    expect(missing).toMatchObject({
      'browser-search': expect.stringContaining('BROWSER_SEARCH_URL'),
      'brave-search': expect.stringContaining('BRAVE_API_KEY'),
      'fact-check-search': expect.stringContaining('FACT_CHECK_API_KEY'),
      'wayback-search': expect.stringContaining('STET_WAYBACK'),
      wayback: expect.stringContaining('STET_WAYBACK'),
    })
    for (const step of ['grok-search', 'local-web-search', 'link-search', 'plain'])
      expect(missing).not.toHaveProperty(step)
  })
})
