/** The search-chain note is made from attempts and from nothing else. */
import { describe, expect, it } from 'vitest'
import { REASONS } from '#domain/attempt.ts'
import type { DossierRun } from '#exports/dossier.ts'
import { methodBox, noteText, searchNote } from '#exports/search-note.ts'
import {
  attempt,
  dossier,
  fetchRun,
  run,
  sampleFetchRuns,
  sampleFindRun,
  source,
} from '../support/dossier.ts'

const noteOf = (runs: DossierRun[], sources = dossier().sources.slice(0, 1)) =>
  noteText(searchNote(dossier({ runs, sources })))

const captured = fetchRun(1, [attempt({ id: 'att-plain', step: 'plain' })])

describe('the note in five histories', () => {
  it('tells of a first engine that found the sources', () => {
    const runs = [
      run({
        planned: ['grok-search', 'local-web-search', 'browser-search'],
        attempts: [attempt({ leads: { found: 5, accepted: 1 } })],
      }),
      captured,
    ]
    expect(noteOf(runs)).toBe(
      'Sources for claim 1 were looked for on 24 March 2026 at 08:01 UTC along the chain grok-search: grok-search found 5 leads, of which 1 was accepted by a person. grok-search is an AI search: it only proposed addresses, and nothing it said is used as evidence. The cited page was captured by a plain request (source 1).',
    )
  })

  it('tells of the sample: a 502, a closed window, a browser that found the sources', () => {
    expect(noteOf([sampleFindRun(), ...sampleFetchRuns()], dossier().sources)).toBe(
      'Sources for claim 1 were looked for on 24 March 2026 between 08:01 and 08:02 UTC along the chain grok-search → local-web-search → browser-search: grok-search answered with HTTP 502; local-web-search gave no usable result within its window of 3 seconds; browser-search was the fallback and found 4 leads, of which 3 were accepted by a person. Of the 3 cited pages, 2 were captured by a plain request (sources 1 and 3); 1 was captured in a browser (source 2). For source 2, the plain request was blocked by the site or by a service in front of it.',
    )
  })

  it('tells of windows that closed before anybody answered, and claims nothing about what is there', () => {
    const late = { ended: 'failed', reason: 'timeout_window', httpStatus: null } as const
    const runs = [
      run({
        planned: ['grok-search', 'local-web-search', 'browser-search'],
        attempts: [
          attempt({ ...late, id: 'a', windowMs: 60_000 }),
          attempt({ ...late, id: 'b', step: 'local-web-search', windowMs: 1_500 }),
        ],
      }),
      captured,
    ]
    expect(noteOf(runs)).toBe(
      'Sources for claim 1 were looked for on 24 March 2026 at 08:01 UTC along the chain grok-search → local-web-search: grok-search gave no usable result within its window of 60 seconds (it had not answered when the window closed); local-web-search gave no usable result within its window of 1.5 seconds (it had not answered when the window closed); browser-search was not reached before the run ended. No step could look to the end, so this says nothing about what there is to find. The cited page was captured by a plain request (source 1).',
    )
  })

  it('tells of an engine that was down, which is not the same as nothing found', () => {
    const runs = [
      run({
        attempts: [
          attempt({ id: 'a', ended: 'skipped', reason: 'not_configured', httpStatus: null }),
          attempt({ id: 'b', step: 'local-web-search', ended: 'failed', reason: 'engine_unavailable' }),
          attempt({ id: 'c', step: 'browser-search', ended: 'nothing', reason: 'no_results' }),
        ],
      }),
    ]
    expect(noteOf(runs)).toBe(
      'Sources for claim 1 were looked for on 24 March 2026 at 08:01 UTC along the chain grok-search → local-web-search → browser-search: grok-search was not set up; local-web-search could not look: the engine was unavailable; browser-search looked and found nothing. No lead was found; because grok-search and local-web-search could not look to the end, this does not show that there is none. Source 1 was already in the archive.',
    )
  })

  it('names the person who brought a page that no step could get', () => {
    const runs = [
      fetchRun(1, [
        attempt({ id: 'a', step: 'plain', ended: 'failed', reason: 'http_error', httpStatus: 403 }),
        attempt({ id: 'b', step: 'rendered', ended: 'failed', reason: 'needs_person' }),
      ]),
      fetchRun(1, [attempt({ id: 'c', step: 'upload', person: 'Ana Lim' })], { id: 'run-upload' }),
    ]
    expect(noteOf(runs)).toBe(
      'No search was recorded. The cited page was brought by hand by Ana Lim (source 1). For source 1, the plain request was answered with HTTP 403; for source 1, the browser needed a person.',
    )
  })
})

describe('several searches', () => {
  const three = [1, 2, 3].map((claimNumber) => sampleFindRun({ id: `run-${claimNumber}`, claimNumber }))

  it('tells the same outcome of several searches once', () => {
    expect(noteOf(three)).toContain(
      'grok-search answered with HTTP 502 in all 3 searches; local-web-search gave no usable result within its window of 3 seconds in all 3 searches; browser-search was the fallback and found 12 leads in the 3 searches, of which 9 were accepted by a person.',
    )
  })

  it('tells apart the claims for which a step ended in another way', () => {
    const down = run({
      id: 'run-2',
      claimNumber: 2,
      attempts: [
        attempt({ id: 'x', ended: 'failed', reason: 'engine_unavailable' }),
        attempt({ id: 'y', step: 'local-web-search', ended: 'nothing', reason: 'no_results' }),
      ],
    })
    const note = noteOf([three[0]!, down])
    expect(note).toContain(
      'grok-search → local-web-search → browser-search (for claim 1) and grok-search → local-web-search (for claim 2)',
    )
    expect(note).toContain('grok-search could not look for claim 2: the engine was unavailable;')
    expect(note).toContain(
      'No lead was found for claim 2; because grok-search could not look to the end, this does not show that there is none.',
    )
  })

  it('says plainly that nothing was found when every step looked', () => {
    const nothing = { ended: 'nothing', reason: 'no_results' } as const
    const runs = [1, 2].map((claimNumber) =>
      run({
        id: `run-${claimNumber}`,
        claimNumber,
        attempts: [attempt({ ...nothing, id: `a-${claimNumber}` })],
      }),
    )
    expect(noteOf(runs)).toContain('No lead was found in any of the 2 searches. ')
  })

  it('counts the searches when one claim was searched twice', () => {
    const again = sampleFindRun({
      id: 'run-again',
      attempts: [attempt({ id: 'later', leads: { found: 1, accepted: 1 } })],
    })
    expect(noteOf([sampleFindRun(), again])).toContain(
      'grok-search answered with HTTP 502 in 1 of 2 searches;',
    )
  })
})

describe('attempts that did not end', () => {
  const open = { ended: null, finishedAt: null, httpStatus: null } as const

  it('says that a step was interrupted, and which steps a cancelled run never reached', () => {
    const runs = [
      run({ state: 'cancelled', planned: ['grok-search', 'local-web-search'], attempts: [attempt(open)] }),
    ]
    expect(noteOf(runs)).toContain(
      'grok-search was interrupted before it ended; local-web-search was not reached because the run was cancelled.',
    )
  })

  it('does not call a search that is still running interrupted', () => {
    const note = noteOf([run({ state: 'running', planned: ['grok-search'], attempts: [attempt(open)] })])
    expect(note).toContain('grok-search had not ended when this was exported.')
    expect(note).toContain('No lead had been found when this was exported, and the search was still open.')
  })

  it('names a step walked again after an interruption once in the chain', () => {
    const runs = [
      run({
        attempts: [attempt({ ...open, id: 'a' }), attempt({ id: 'b', leads: { found: 1, accepted: 0 } })],
      }),
    ]
    expect(noteOf(runs)).toContain(
      'along the chain grok-search: grok-search was interrupted before it ended; grok-search found 1 lead, not accepted by anybody so far.',
    )
  })
})

describe('capturing', () => {
  it('says which sources were not captured, were archived before, or never asked for', () => {
    const sources = [
      source(),
      source({ number: 2 }),
      source({ number: 3 }),
      source({ number: 4, captures: [] }),
    ]
    const runs = [
      fetchRun(1, [attempt({ id: 'a', step: 'rendered' })]),
      fetchRun(2, [attempt({ id: 'b', step: 'wayback', ended: 'nothing', reason: 'no_results' })]),
    ]
    expect(noteOf(runs, sources)).toBe(
      'No search was recorded. Of the 4 cited pages, 1 was captured in a browser (source 1). For source 2, the Wayback Machine looked and found nothing. Source 2 was not captured. Source 3 was already in the archive. No attempt to capture source 4 is on record.',
    )
  })

  it('says when no page at all could be captured', () => {
    const runs = [fetchRun(1, [attempt({ step: 'plain', ended: 'failed', reason: 'dns', httpStatus: null })])]
    expect(noteOf(runs)).toBe(
      'No search was recorded. The cited page could not be captured. For source 1, the plain request could not look: the host name could not be resolved.',
    )
  })

  it('counts a page captured again by its newest capture', () => {
    const runs = [
      fetchRun(1, [attempt({ id: 'new', step: 'rendered', startedAt: '2026-03-25T08:00:00.000Z' })]),
      fetchRun(1, [attempt({ id: 'old', step: 'plain' })], { id: 'run-old' }),
    ]
    expect(noteOf(runs)).toContain('The cited page was captured in a browser (source 1).')
  })

  it('keeps pages in view that were asked for and are no longer cited', () => {
    const runs = [captured, fetchRun(9, [attempt({ id: 'z', step: 'plain' })], { sourceNumber: null })]
    expect(noteOf(runs)).toContain('1 further page was asked for and is not cited here.')
  })
})

describe('the note and its records', () => {
  it('says so when no search was recorded', () => {
    expect(searchNote(dossier({ runs: [] })).clauses).toEqual([
      { text: 'No search was recorded.', attemptIds: [] },
    ])
    expect(noteOf([run({ state: 'queued', attempts: [] })])).toBe('No search was recorded.')
  })

  it('names in every clause the attempts it was made from', () => {
    const { clauses } = searchNote(dossier())
    expect(clauses.map((clause) => clause.attemptIds)).toEqual([
      ['att-grok', 'att-local', 'att-browser'],
      ['att-grok'],
      ['att-local'],
      ['att-browser'],
      ['att-plain-1', 'att-plain-3'],
      ['att-rendered-2'],
      ['att-plain-2'],
    ])
  })

  it.each([
    ['status', { httpStatus: 503 }],
    ['reason', { reason: 'rate_limited' }],
    ['ending', { ended: 'skipped', reason: 'not_configured' }],
    ['step', { step: 'other-search' }],
    ['time', { startedAt: '2026-03-23T08:01:00.000Z' }],
    ['person', { person: 'Ana Lim' }],
  ] as const)('changes when the %s of an attempt is edited', (_what, edit) => {
    const original = sampleFindRun()
    const [first, ...rest] = original.attempts
    const edited = sampleFindRun({ attempts: [{ ...first!, ...edit }, ...rest] })
    expect(noteOf([edited])).not.toBe(noteOf([original]))
  })

  it('changes when an attempt is taken out', () => {
    const original = sampleFindRun()
    const shorter = sampleFindRun({ attempts: original.attempts.slice(1) })
    expect(noteOf([shorter])).not.toContain('502')
  })

  it('has its own words for every reason, in finding and in fetching', () => {
    const ended = 'failed'
    const found = REASONS.map((reason) => noteOf([run({ attempts: [attempt({ ended, reason })] })]))
    const fetched = REASONS.map((reason) =>
      noteOf([fetchRun(1, [attempt({ step: 'plain', ended, reason })])]),
    )
    expect(new Set(found).size).toBe(REASONS.length)
    expect(new Set(fetched).size).toBe(REASONS.length)
    for (const note of [...found, ...fetched]) expect(note).not.toMatch(/undefined|null|\w_\w/)
  })
})

describe('an AI assistant in the method box', () => {
  const proposal = (kind: 'claim' | 'query' | 'translation', accepted: boolean) => ({
    ...{ kind, accepted },
    model: 'house-model',
  })
  const asked = run({
    kind: 'assist',
    planned: ['assistant'],
    attempts: [
      attempt({
        ...{ id: 'att-assistant', step: 'assistant' },
        proposals: [proposal('claim', true), proposal('claim', false), proposal('translation', true)],
      }),
    ],
  })
  const rowOf = (runs: DossierRun[], language: 'en' | 'zh-Hans') => {
    const { rows } = methodBox(dossier({ runs }), language)
    const sentences = rows.flatMap((row) => row.sentences)
    return sentences.flat().filter(({ attemptIds }) => attemptIds.includes('att-assistant'))
  }

  it('is told with its model, with what a person accepted, and that it is no evidence', () => {
    expect(rowOf([asked], 'en')).toContainEqual({
      text: 'An AI assistant (model house-model) was asked for proposals once and made 3 proposals; a person accepted 1 claim and 1 translation; nothing it said is used as evidence.',
      attemptIds: ['att-assistant'],
    })
    expect(rowOf([asked], 'zh-Hans').map(({ text }) => text)).toContain(
      '曾1次请人工智能助手（模型house-model）提出建议，共得建议3条，经人工采纳1条事实陈述和1处译文；其表述一律不作为证据。',
    )
  })

  it('counts for no search', () => {
    expect(noteText(searchNote(dossier({ runs: [asked] })))).toContain('No search was recorded.')
  })
})
