/** What a find step is asked in tests: a claim with two queries and nothing known of it, unless told. */
import type { FindRequest } from '#scrapers/contract.ts'

export function findRequest(told: Partial<FindRequest> = {}): FindRequest {
  return {
    claimText: 'China processes 140 trillion tokens a day.',
    queries: ['140万亿 token', '140 trillion tokens'],
    language: 'en',
    known: [],
    sites: [],
    pages: async () => [],
    ...told,
  }
}
