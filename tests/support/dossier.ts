/** Builds dossiers for tests: the facts of the sample article by default, anything else by override. */
import type {
  Dossier,
  DossierAttempt,
  DossierCapture,
  DossierCaveat,
  DossierCitation,
  DossierClaim,
  DossierLeads,
  DossierRun,
  DossierSource,
} from '#exports/dossier.ts'

/** An attempt of `grok-search` that found three leads, unless told otherwise. */
export function attempt(overrides: AttemptOverrides = {}): DossierAttempt {
  const { leads, ...others } = overrides
  return {
    id: 'att-1',
    ordinal: 1,
    step: 'grok-search',
    version: '1',
    windowMs: 60_000,
    startedAt: '2026-03-24T08:01:00.000Z',
    finishedAt: '2026-03-24T08:01:20.000Z',
    ended: 'done',
    reason: null,
    message: null,
    asked: 'daily token usage 140 trillion Liu Liehong',
    askedOf: 'api.x.ai',
    httpStatus: 200,
    finalUrl: null,
    detail: {},
    leadId: null,
    person: null,
    notes: [],
    ...others,
    leads: {
      ...{ found: 0, accepted: 0, screened: 0, passageFound: 0, passageAbsent: 0, couldNotLook: 0 },
      neverExisted: [],
      ...leads,
    },
  }
}

/** Parts of an attempt to replace; of its leads only the counts that matter. */
export type AttemptOverrides = Partial<Omit<DossierAttempt, 'leads'>> & { leads?: Partial<DossierLeads> }

/** A finished find run for claim 1. Its attempts are numbered in the order given. */
export function run(overrides: Partial<DossierRun> = {}): DossierRun {
  const attempts = overrides.attempts ?? []
  return {
    id: 'run-1',
    kind: 'find',
    claimNumber: 1,
    sourceNumber: null,
    state: 'finished',
    requestedAt: '2026-03-24T08:00:50.000Z',
    startedAt: '2026-03-24T08:01:00.000Z',
    finishedAt: '2026-03-24T08:02:00.000Z',
    windowMs: 150_000,
    address: null,
    scheduled: false,
    language: null,
    sites: [],
    planned: attempts.filter(({ leadId }) => leadId === null).map(({ step }) => step),
    plannedWindowsMs: attempts.filter(({ leadId }) => leadId === null).map(({ windowMs }) => windowMs),
    stopAtFirst: true,
    ...overrides,
    attempts: attempts.map((one, index) => ({ ...one, ordinal: index + 1 })),
  }
}

/** The sample's history: the AI search answers 502, the local one gives nothing in its window, the browser finds. */
export function sampleFindRun(overrides: Partial<DossierRun> = {}): DossierRun {
  return run({
    attempts: [
      attempt({ id: 'att-grok', ended: 'failed', reason: 'http_error', httpStatus: 502 }),
      attempt({
        id: 'att-local',
        step: 'local-web-search',
        windowMs: 3_000,
        startedAt: '2026-03-24T08:01:20.000Z',
        finishedAt: '2026-03-24T08:01:23.000Z',
        ended: 'nothing',
        reason: 'timeout_window',
        httpStatus: null,
      }),
      attempt({
        id: 'att-browser',
        step: 'browser-search',
        windowMs: 45_000,
        startedAt: '2026-03-24T08:01:23.000Z',
        finishedAt: '2026-03-24T08:02:00.000Z',
        leads: { found: 4, accepted: 3 },
      }),
    ],
    ...overrides,
  })
}

/** A fetch run for one source with the given attempts. */
export function fetchRun(
  sourceNumber: number,
  attempts: DossierAttempt[],
  overrides: Partial<DossierRun> = {},
): DossierRun {
  return run({
    id: `run-fetch-${sourceNumber}`,
    kind: 'fetch',
    claimNumber: null,
    sourceNumber,
    attempts,
    ...overrides,
  })
}

/** Fetching as it went in the sample: two pages by plain request, one only in a browser. */
export function sampleFetchRuns(): DossierRun[] {
  const plain = (id: string, overrides: Partial<DossierAttempt> = {}) =>
    attempt({ id, step: 'plain', windowMs: 30_000, startedAt: '2026-03-24T08:10:00.000Z', ...overrides })
  return [
    fetchRun(1, [plain('att-plain-1')]),
    fetchRun(2, [
      plain('att-plain-2', { ended: 'failed', reason: 'blocked_challenge' }),
      plain('att-rendered-2', { step: 'rendered' }),
    ]),
    fetchRun(3, [plain('att-plain-3')]),
  ]
}

const DIGEST = '3f1c9a7be0d2'.padEnd(64, '5')

/** An archived copy taken by a plain request. */
export function capture(overrides: Partial<DossierCapture> = {}): DossierCapture {
  return {
    id: 'cap-1',
    capturedAt: '2026-03-24T08:10:02.000Z',
    finalUrl: 'https://www.chinanews.com.cn/cj/2026/03-23/10591500.shtml',
    method: 'plain',
    custody: 'machine',
    digest: DIGEST,
    address: 'https://stet.example/captures/cap-1',
    ...overrides,
  }
}

/** The first source of the sample, archived once. */
export function source(overrides: Partial<DossierSource> = {}): DossierSource {
  return {
    id: 'src-1',
    number: 1,
    address: 'https://www.chinanews.com.cn/cj/2026/03-23/10591500.shtml',
    publisher: 'China News Service',
    title: '刘烈宏:中国日均词元调用量已突破140万亿',
    author: '记者 王某',
    language: 'zh',
    kind: 'wire',
    published: '2026-03-23T16:20:00+08:00',
    keyUses: ['Gives the series from 100 billion to 100 trillion to 140 trillion.'],
    captures: [capture()],
    origins: ['speech of 23 March 2026'],
    ...overrides,
  }
}

/** A citation of source 1 whose quote and figure were found. */
export function citation(overrides: Partial<DossierCitation> = {}): DossierCitation {
  return {
    sourceNumber: 1,
    stance: 'supports',
    quote: '日均词元调用量已突破140万亿',
    translation: 'daily token calls have passed 140 trillion',
    translatedBy: 'the newsroom',
    locator: null,
    keyUse: 'Gives the series from 100 billion to 100 trillion to 140 trillion.',
    quoteVerdict: 'verbatim',
    figureVerdicts: [{ figure: '140 trillion', verdict: 'equal', slip: null }],
    ...overrides,
  }
}

/** Claim 1 of the sample, attributed. */
export function claim(overrides: Partial<DossierClaim> = {}): DossierClaim {
  return {
    id: 'clm-1',
    number: 1,
    kind: 'figure',
    text: 'China uses more than 140 trillion tokens a day.',
    claimant: 'Liu Liehong',
    claimantRole: 'head of the National Data Administration',
    status: 'attributed',
    confidence: 'high',
    figures: [
      {
        text: '140 trillion',
        value: '140000000000000',
        unit: 'tokens',
        bound: 'gt',
        rate: 'per_day',
        asOf: 'March 2026',
      },
    ],
    citations: [citation()],
    review: { reviewer: 'Edda Voss', at: '2026-03-24T09:00:00.000Z', reason: null },
    origins: { reports: 3, origins: 1, unsettled: 0, labels: ['speech of 23 March 2026'] },
    ...overrides,
  }
}

/** A caveat on claim 1. */
export function caveat(overrides: Partial<DossierCaveat> = {}): DossierCaveat {
  return {
    id: 'cav-1',
    kind: 'single_origin',
    label: 'Single origin',
    wording: 'All reports of the 140 trillion figure go back to one origin, the speech of 23 March 2026.',
    obligation: 'box',
    claimNumber: 1,
    ...overrides,
  }
}

/** The sample newsroom's dossier, with any part replaced. */
export function dossier(overrides: Partial<Dossier> = {}): Dossier {
  return {
    article: {
      id: 'art-1',
      headline: 'China counts its tokens',
      language: 'en',
      draft: 'A draft that stays in the house.',
      sample: true,
      relatedCoverage: [{ title: 'Token Hub and its agents', address: 'https://desk.example/token-hub' }],
    },
    exportedAt: '2026-03-24T10:00:00.000Z',
    exportedBy: 'Rita Okafor',
    address: 'https://stet.example/articles/art-1',
    claims: [claim()],
    sources: [
      source(),
      source({
        id: 'src-2',
        number: 2,
        address: 'https://www.ithome.com/0/931/873.htm',
        publisher: 'IT Home',
        title: '词元是结算单位',
        kind: 'report',
        keyUses: ['Supports the settlement-unit wording and the 80 % green power target.'],
        captures: [capture({ id: 'cap-2', method: 'rendered', address: null })],
      }),
      source({
        id: 'src-3',
        number: 3,
        address: 'https://news.qq.com/rain/a/20260323A06PN300',
        publisher: 'Tencent News / Cailian Press',
        title: '词元背后的商业信号',
        kind: 'repost',
        keyUses: ['Supports the statement on 20 days of revenue.'],
        captures: [capture({ id: 'cap-3' })],
      }),
    ],
    caveats: [caveat()],
    runs: [sampleFindRun(), ...sampleFetchRuns()],
    ...overrides,
  }
}
