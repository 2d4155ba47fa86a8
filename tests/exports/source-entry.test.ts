/** A source's entry says who, what, where, from which copy, for which use, and with which caveats. */
import { expect, it } from 'vitest'
import { sourceEntry } from '#exports/source-entry.ts'
import { capture, caveat, citation, claim, dossier, source } from '../support/dossier.ts'

const entryOf = (overrides: Parameters<typeof source>[0]) => sourceEntry(dossier(), source(overrides))

it('prints the newest copy, whatever the order of the record', () => {
  const captures = [
    capture({ id: 'new', capturedAt: '2026-03-26T08:00:00.000Z', address: 'https://stet.example/new' }),
    capture({ id: 'old' }),
  ]
  expect(entryOf({ captures }).copy).toEqual({
    text: '26 March 2026, 08:00 UTC, taken by a plain request, SHA-256 3f1c9a7be0d2…, after 1 earlier copy',
    address: 'https://stet.example/new',
  })
})

it('says where the copy was taken when the page had moved', () => {
  const moved = entryOf({ captures: [capture({ finalUrl: 'https://elsewhere.example/page' })] })
  expect(moved.copy?.text).toContain(', of https://elsewhere.example/page')
  const same = entryOf({
    address: 'https://a.example',
    captures: [capture({ finalUrl: 'https://a.example/' })],
  })
  expect(same.copy?.text).not.toContain(', of ')
})

it('has no copy when nothing was archived', () => {
  expect(entryOf({ captures: [] }).copy).toBeNull()
})

it('falls back to the host when neither publisher nor title is known', () => {
  expect(entryOf({ publisher: null, title: null }).heading).toBe('www.chinanews.com.cn')
  expect(entryOf({ publisher: null }).heading).toBe('刘烈宏:中国日均词元调用量已突破140万亿')
})

it('joins several key uses as sentences', () => {
  expect(entryOf({ keyUses: ['Gives the figure', 'Names the year.'] }).keyUse).toBe(
    'Gives the figure. Names the year.',
  )
  expect(entryOf({ keyUses: [] }).keyUse).toBeNull()
})

it('carries the caveats of the claims that cite it, once each, and no other', () => {
  const whole = dossier({
    claims: [claim(), claim({ number: 2, citations: [citation({ sourceNumber: 2 })] })],
    caveats: [
      caveat({ label: 'Single origin' }),
      caveat({ label: 'Single origin' }),
      caveat({ label: 'Estimate', claimNumber: 2 }),
      caveat({ label: 'As of a date', claimNumber: null }),
    ],
  })
  expect(sourceEntry(whole, whole.sources[0]!).caveats).toEqual(['Single origin'])
  expect(sourceEntry(whole, whole.sources[1]!).caveats).toEqual(['Estimate'])
})

it('says whether the copy reads back, and nothing where nobody could look', () => {
  const textOf = (readBack: 'reads_back' | 'differs' | 'could_not_look') =>
    entryOf({ captures: [capture({ readBack })] }).copy?.text
  expect(textOf('reads_back')).toContain(', reads back offline')
  expect(textOf('differs')).toContain('opened offline it differs from what was captured')
  expect(textOf('could_not_look')).not.toContain('offline')
})

it('says on which pages of a document the cited words stand, and not where others stand', () => {
  const textOf = (...citations: Parameters<typeof citation>[0][]) => {
    const whole = dossier({ claims: [claim({ citations: citations.map(citation) })] })
    return sourceEntry(whole, whole.sources[0]!).copy?.text
  }
  expect(textOf({ quotePage: 3 })).toContain(', quote on page 3 of the document')
  expect(textOf({ quotePage: 12 }, { quotePage: 3 }, { quotePage: 3 }, { quotePage: 5 })).toContain(
    ', quotes on pages 3, 5 and 12 of the document',
  )
  expect(textOf({ quotePage: 3, quoteVerdict: 'altered' }, { quotePage: 4, sourceNumber: 2 })).not.toContain(
    'page',
  )
})
