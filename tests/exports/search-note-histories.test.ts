/** The note in five histories, both languages, short and full; and its bond to the records, whatever they are. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASK_OUTCOMES, CHANNELS } from '#domain/ask.ts'
import { ENDINGS, REASONS } from '#domain/attempt.ts'
import type { Dossier, DossierLeads, DossierRun } from '#exports/dossier.ts'
import { NOTE_LANGUAGES, type NoteLanguage } from '#exports/note/note-words.ts'
import { methodBox, noteText, notFoundNotes, searchNote } from '#exports/search-note.ts'
import { attempt, claim, dossier, run, source } from '../support/dossier.ts'
import { HISTORIES, request } from '../support/histories.ts'

/** The note as a person reads it, each clause with the attempts it names. */
function printed(of: Dossier, language: NoteLanguage): string {
  const note = searchNote(of, language)
  const box = methodBox(of, language)
  const named = (clauses: { text: string; attemptIds: string[] }[]) =>
    clauses.map(({ text, attemptIds }) => `    ${text}  ‹${attemptIds.join(' ')}›`)
  return [
    noteText(note),
    '',
    ...named(note.clauses),
    '',
    `== ${box.title}`,
    ...box.rows.flatMap(({ heading, sentences }) => [`-- ${heading}`, ...sentences.flatMap(named)]),
    '',
  ].join('\n')
}

describe.each(HISTORIES)('the note of %s', (name, of) => {
  it.each(NOTE_LANGUAGES)('reads in %s as it was agreed', async (language) => {
    await expect(printed(of, language)).toMatchFileSnapshot(`notes/${name}.${language}.txt`)
  })
})

const attempts = fc
  .record({
    step: fc.constantFrom('grok-search', 'local-web-search', 'plain', 'rendered', 'wayback', 'upload'),
    version: fc.constantFrom('1', '2'),
    ended: fc.option(fc.constantFrom(...ENDINGS)),
    reason: fc.option(fc.constantFrom(...REASONS)),
    httpStatus: fc.option(fc.constantFrom(403, 502)),
    asked: fc.option(fc.constantFrom('', 'one', 'one\ntwo')),
    person: fc.option(fc.constantFrom('Ana Lim', 'Rita Okafor')),
    leadId: fc.option(fc.constantFrom('lead-1', 'lead-2')),
    leads: fc.constantFrom(
      { found: 0, accepted: 0 },
      { found: 3, accepted: 1 },
      {
        found: 3,
        accepted: 0,
        screened: 3,
        passageAbsent: 1,
        couldNotLook: 1,
        neverExisted: ['https://x.example/'],
      },
    ),
    notes: fc.constantFrom([], [{ text: 'Seen.', by: 'Ana Lim', at: '2026-03-24T09:00:00.000Z' }]),
  })
  .map(({ notes, leads, ...one }) =>
    attempt({ ...one, notes: [...notes], leads: { ...leads } as Partial<DossierLeads> }),
  )
const asks = fc
  .record({
    outcome: fc.option(fc.constantFrom(...ASK_OUTCOMES), { nil: undefined }),
    channel: fc.constantFrom(...CHANNELS),
  })
  .map(({ outcome, channel }) =>
    request('ask', { channel, ...(outcome && { outcome, outcomeAt: '2026-03-24T09:00:00.000Z' }) }),
  )
const walks = fc
  .record({
    kind: fc.constantFrom('find' as const, 'fetch' as const),
    state: fc.constantFrom('finished', 'running', 'cancelled'),
    number: fc.option(fc.constantFrom(1, 2)),
    stopAtFirst: fc.boolean(),
    attempts: fc.array(attempts, { maxLength: 4 }),
  })
  .map(({ kind, number, ...rest }) =>
    run({
      kind,
      claimNumber: kind === 'find' ? number : null,
      sourceNumber: kind === 'fetch' ? number : null,
      ...rest,
    }),
  )
const dossiers = fc.array(fc.oneof({ weight: 4, arbitrary: walks }, asks), { maxLength: 5 }).map((runs) =>
  dossier({
    claims: [claim(), claim({ id: 'clm-2', number: 2, citations: [] })],
    sources: [source(), source({ id: 'src-2', number: 2, captures: [] })],
    runs: runs.map((one, index) => withIds(one, index)),
  }),
)

function withIds(of: DossierRun, index: number): DossierRun {
  const ids = of.attempts.map((one, at) => ({ ...one, id: `${index}-${at}` }))
  return { ...of, id: `run-${index}`, attempts: ids }
}

describe('the bond of the note to its records', () => {
  it('names in every clause an attempt that is on record, and every attempt in some clause of the full note', () => {
    fc.assert(
      fc.property(dossiers, fc.constantFrom(...NOTE_LANGUAGES), (of, language) => {
        const recorded = of.runs.flatMap((one) => one.attempts.map(({ id }) => id))
        const full = methodBox(of, language).rows.flatMap(({ sentences }) => sentences.flat())
        const short = searchNote(of, language).clauses
        for (const { text, attemptIds } of [
          ...full,
          ...short,
          ...notFoundNotes(of, language).byClaim.values(),
        ]) {
          if (recorded.length > 0) expect(attemptIds, text).not.toEqual([])
          for (const id of attemptIds) expect(recorded).toContain(id)
          expect(text).not.toMatch(/undefined|null|NaN|\w_\w/)
        }
        const named = new Set(full.flatMap(({ attemptIds }) => attemptIds))
        expect(recorded.filter((id) => !named.has(id))).toEqual([])
      }),
      { numRuns: 150, seed: 20260324 },
    )
  })
})

describe('a search of two hundred leads', () => {
  const failed = { ended: 'failed', reason: 'blocked_challenge', httpStatus: 403 } as const
  const looks = Array.from({ length: 200 }, (_, index) =>
    attempt({
      id: `look-${index}`,
      step: 'plain',
      leadId: `lead-${index}`,
      ...(index % 4 === 0 ? failed : {}),
    }),
  )
  const neverExisted = Array.from({ length: 30 }, (_, index) => `https://invented-${index}.example/`)
  const leads = {
    found: 200,
    accepted: 1,
    screened: 200,
    passageFound: 3,
    passageAbsent: 117,
    couldNotLook: 50,
  }
  const of = dossier({
    runs: [run({ attempts: [attempt({ id: 'engine', leads: { ...leads, neverExisted } }), ...looks] })],
  })

  it('is told in a few lines', () => {
    expect(noteText(searchNote(of)).length).toBeLessThan(900)
    const box = methodBox(of).rows.flatMap(({ sentences }) => sentences.flat().map(({ text }) => text))
    expect(box.join(' ').length).toBeLessThan(4_000)
    expect(box.join(' ')).toContain('and 10 more')
  })
})

describe('the language of the note', () => {
  it.each([
    ['en', 'en', 'Search-chain note'],
    ['zh', 'zh-Hans', '检索说明'],
    ['zh-Hant-TW', 'zh-Hans', '检索说明'],
    ['fr', 'en', 'Search-chain note'],
  ])('follows an article in %s with %s, called %s', (article, language, label) => {
    const note = searchNote(dossier({ article: { ...dossier().article, language: article } }))
    expect([note.language, note.label]).toEqual([language, label])
  })
})
