/** Five histories of one search, as records: all fine, a 502, a closed window, an engine that was down, a person needed. */
import type { AskDetail } from '#domain/ask.ts'
import type { Dossier, DossierAttempt, DossierRun } from '#exports/dossier.ts'
import { type AttemptOverrides, attempt, capture, claim, dossier, fetchRun, run, source } from './dossier.ts'

const at = (clock: string) => `2026-03-24T${clock}.000Z`
const CHAIN = {
  planned: ['grok-search', 'local-web-search', 'browser-search'],
  plannedWindowsMs: [60_000, 15_000, 45_000],
}
const QUERIES = '刘烈宏 日均词元调用量 140万亿\nLiu Liehong daily token usage 140 trillion'
const NOT_SEEN = { httpStatus: null, detail: {} }

const grok = (overrides: AttemptOverrides = {}) =>
  attempt({
    id: 'grok',
    version: 'grok-search-2',
    asked: 'Where did Liu Liehong say that China uses 140 trillion tokens a day?',
    detail: { modelAsked: 'grok-latest' },
    ...overrides,
  })
const local = (overrides: AttemptOverrides = {}) =>
  attempt({
    id: 'local',
    step: 'local-web-search',
    version: 'local-web-search-1',
    windowMs: 15_000,
    startedAt: at('08:01:20'),
    finishedAt: at('08:01:35'),
    asked: QUERIES,
    askedOf: 'search.desk.internal:8080',
    ...overrides,
  })
const browser = (overrides: AttemptOverrides = {}) =>
  attempt({
    id: 'browser',
    step: 'browser-search',
    version: 'browser-search-1',
    windowMs: 45_000,
    startedAt: at('08:01:35'),
    finishedAt: at('08:02:10'),
    asked: QUERIES,
    askedOf: 'duckduckgo.com',
    ...overrides,
  })
/** A look at one lead. */
const look = (id: string, overrides: AttemptOverrides = {}) =>
  attempt({
    id,
    step: 'plain',
    version: 'plain-2',
    leadId: `lead-${id}`,
    windowMs: 20_000,
    startedAt: at('08:02:10'),
    finishedAt: at('08:02:12'),
    asked: `https://${id}.example/`,
    askedOf: `${id}.example`,
    ...overrides,
  })
const fetched = (id: string, overrides: AttemptOverrides = {}) =>
  attempt({
    id,
    step: 'plain',
    version: 'plain-2',
    windowMs: 30_000,
    startedAt: at('08:10:00'),
    finishedAt: at('08:10:02'),
    ...overrides,
  })

const search = (attempts: DossierAttempt[], overrides: Partial<DossierRun> = {}) =>
  run({ ...CHAIN, attempts, ...overrides })
const one = (runs: DossierRun[], overrides: Partial<Dossier> = {}) =>
  dossier({ sources: [source()], claims: [claim()], caveats: [], runs, ...overrides })

/** A request to a person; `outcome` null is one still open. */
export function request(
  id: string,
  overrides: Partial<AskDetail> = {},
  who = 'The National Data Administration',
) {
  const detail: AskDetail = {
    channel: 'email',
    about: 'how the figure is counted',
    deadline: '2026-03-24T10:00:00.000Z',
    timeZone: 'Asia/Shanghai',
    ...overrides,
  }
  return run({
    id: `run-${id}`,
    kind: 'ask',
    state: detail.outcome ? 'finished' : 'running',
    planned: ['ask-person'],
    plannedWindowsMs: [97_200_000],
    attempts: [
      attempt({
        id,
        step: 'ask-person',
        version: 'ask-1',
        startedAt: '2026-03-23T07:00:00.000Z',
        finishedAt: detail.outcomeAt ?? null,
        ended:
          detail.outcome === 'answered'
            ? 'done'
            : detail.outcome === 'declined'
              ? 'nothing'
              : detail.outcome
                ? 'failed'
                : null,
        asked: 'How is the daily figure counted, and which platforms report to you?',
        askedOf: who,
        httpStatus: null,
        person: 'Rita Okafor',
        detail,
      }),
    ],
  })
}

/** The first engine finds the page, and it carries the passage. */
export const allFine = one([
  search([
    grok({
      detail: { model: 'grok-4-fast', toolCalls: 3, citations: 7 },
      leads: { found: 2, accepted: 1, screened: 2, passageFound: 1, passageAbsent: 1 },
    }),
    look('look-1'),
    look('look-2'),
  ]),
  fetchRun(1, [fetched('plain')]),
])

/** The sample's: a 502, nothing within the window, and a browser as the last resort. */
export const badGateway = one([
  search([
    grok({ ended: 'failed', reason: 'http_error', httpStatus: 502 }),
    local({ ended: 'nothing', reason: 'timeout_window', ...NOT_SEEN }),
    browser({
      leads: {
        ...{ found: 5, accepted: 3, screened: 5, passageFound: 3, couldNotLook: 1 },
        neverExisted: ['https://news.example/2026/03/24/token-record'],
      },
    }),
    look('look-1'),
    look('look-2'),
    look('look-3'),
    look('look-4', { ended: 'failed', reason: 'blocked_challenge', httpStatus: 403 }),
    look('look-5', { ended: 'failed', reason: 'dns', httpStatus: null }),
  ]),
  fetchRun(1, [
    fetched('plain', {
      notes: [{ text: 'The page was edited an hour later.', by: 'Ana Lim', at: at('09:30:00') }],
    }),
  ]),
])

/** Nobody answered before the windows closed, and the last step was never begun. */
export const windowPassed = one(
  [
    search([
      grok({ ended: 'failed', reason: 'timeout_window', ...NOT_SEEN }),
      local({ ended: 'failed', reason: 'timeout_window', ...NOT_SEEN }),
    ]),
  ],
  { sources: [], claims: [claim({ citations: [] })] },
)

/** The house's engine was down in part, the AI search not set up: nothing found, which shows little. */
export const engineDown = one(
  [
    search([
      grok({ ended: 'skipped', reason: 'not_configured', askedOf: null, ...NOT_SEEN }),
      local({
        ended: 'nothing',
        reason: 'no_results',
        detail: {
          unresponsiveEngines: [
            ['google', 'CAPTCHA'],
            ['bing', 'timeout'],
          ],
        },
      }),
      browser({ ended: 'failed', reason: 'engine_unavailable', httpStatus: null }),
    ]),
  ],
  { sources: [], claims: [claim({ citations: [] })] },
)

/** No step could get the page: a person brought it, and people were asked. */
export const personNeeded = one(
  [
    fetchRun(1, [
      fetched('plain', { ended: 'failed', reason: 'http_error', httpStatus: 403 }),
      fetched('rendered', {
        step: 'rendered',
        version: 'rendered-3',
        ended: 'failed',
        reason: 'needs_person',
      }),
    ]),
    fetchRun(
      1,
      [
        fetched('upload', {
          step: 'upload',
          version: 'upload-1',
          person: 'Ana Lim',
          startedAt: at('09:00:00'),
          finishedAt: at('09:00:01'),
        }),
      ],
      { id: 'run-upload' },
    ),
    request('ask-office'),
    request(
      'ask-firm',
      { channel: 'call', about: 'its revenue in 2025', outcome: 'declined', outcomeAt: at('08:30:00') },
      'A model company',
    ),
    request(
      'ask-agency',
      { channel: 'letter', outcome: 'answered', outcomeAt: at('09:45:00') },
      'The Cyberspace Administration',
    ),
    request(
      'ask-editor',
      { channel: 'message', outcome: 'not_reached', outcomeAt: at('10:00:00') },
      'The author of the report',
    ),
  ],
  {
    exportedAt: '2026-03-24T12:00:00.000Z',
    sources: [source({ captures: [capture({ method: 'upload' })] })],
  },
)

export const HISTORIES: [name: string, dossier: Dossier][] = [
  ['all-fine', allFine],
  ['bad-gateway', badGateway],
  ['window-passed', windowPassed],
  ['engine-down', engineDown],
  ['person-needed', personNeeded],
]
