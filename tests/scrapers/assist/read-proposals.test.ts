import { expect, it } from 'vitest'
import type { AssistSubject } from '#domain/proposal.ts'
import { readProposals } from '#scrapers/assist/read-proposals.ts'

const query: AssistSubject = { kind: 'query', text: 'x', claimant: null, passage: null, cited: [] }
const queries = (list: unknown) => readProposals(query, JSON.stringify({ queries: list }))

it('cuts every address out: leads come from engines alone', () => {
  const read = queries([
    {
      query: 'token calls https://evil.example/?q=1 site:evil.example',
      language: 'en',
      why: 'see www.evil.example',
    },
    { query: 'https://evil.example/', language: null, why: 'x' },
    { query: 'javascript:alert(1)', language: null, why: null },
  ])
  expect(read).toMatchObject({
    proposals: [{ query: 'token calls', why: 'see' }],
    dropped: 2,
    addresses: 5,
  })
})

it('takes out signs that nobody sees and that turn the direction of writing', () => {
  const read = queries([{ query: 'a\u202Eb\u200Bc\u0000d\u{E0041}\uD800', language: null, why: null }])
  expect(read?.proposals).toMatchObject([{ query: 'abcd' }])
})

it('keeps bounds: how many, how long, each once', () => {
  const one = { query: 'x', language: null, why: null }
  expect(queries(Array(500).fill(one))).toMatchObject({ proposals: [one], dropped: 499 })
  expect(
    queries(Array.from({ length: 500 }, (_, at) => ({ ...one, query: `q ${at}` })))?.proposals,
  ).toHaveLength(12)
  expect(queries([{ ...one, query: 'x'.repeat(401) }])?.proposals).toEqual([])
})

it('does not let a model say which words it translates, or bring in fields of its own', () => {
  const subject: AssistSubject = { kind: 'translation', quote: '你好', from: 'zh', to: 'en', record: [] }
  const answer = { translation: 'Hello', quote: 'another', status: 'confirmed', kind: 'claim' }
  expect(readProposals(subject, JSON.stringify(answer))?.proposals).toEqual([
    { kind: 'translation', translation: 'Hello', quote: '你好', language: 'en' },
  ])
})

it('reads two million characters of nonsense quickly', () => {
  const began = performance.now()
  for (const words of ['<think>'.repeat(300_000), '```json'.repeat(300_000), '{'.repeat(2_000_000)])
    expect(readProposals(query, words)).toBeNull()
  expect(performance.now() - began).toBeLessThan(3_000)
})
