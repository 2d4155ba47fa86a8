import { describe, expect, it } from 'vitest'
import { archiveOfCapture, trustOfArchive } from '#domain/archive-trust.ts'
import { readInput } from '#domain/input.ts'
import { sourceInput } from '#domain/source.ts'

describe('an archive', () => {
  it.each([
    ['https://web.archive.org/web/2026/https://news.example/', 'accepted'],
    ['https://perma.cc/85LS-BXV7', 'accepted'],
    ['https://ghostarchive.org/archive/abc', 'accepted_with_note'],
    ['https://archive.ph/abcde', 'refused'],
    ['https://www.archive.is/abcde', 'refused'],
    ['http://ARCHIVE.TODAY./x', 'refused'],
  ])('at %s is %s', (address, trust) => {
    expect(trustOfArchive(address)).toMatchObject({ trust, reason: expect.stringMatching(/\w/) })
  })

  it.each(['https://news.example/?u=https://archive.ph/x', 'https://notarchive.ph/', 'no address'])(
    'is not what %s is',
    (address) => {
      expect(trustOfArchive(address)).toBeNull()
    },
  )

  it('is known where a copy came from it, by the copy’s address or the source’s', () => {
    const ghost = 'https://ghostarchive.org/archive/abc'
    const page = 'https://news.example/a'
    const of = (finalUrl: string, address: string) => archiveOfCapture({ finalUrl, address })?.trust ?? null
    expect(of(ghost, page)).toBe('accepted_with_note')
    expect(of(page, ghost)).toBe('accepted_with_note')
    expect(of(page, page)).toBeNull()
  })

  it('that is refused gives no source, and says why', () => {
    const answer = readInput(sourceInput, { address: 'https://archive.ph/abcde' })
    expect(answer.ok ? '' : answer.refusal.fields?.address).toContain('found altered')
    expect(readInput(sourceInput, { address: 'https://web.archive.org/web/2026/x' }).ok).toBe(true)
  })
})
