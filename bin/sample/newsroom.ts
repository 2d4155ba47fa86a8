/** What the sample newsroom's reporter and editor write down: sample data, after the article that comes with it. */
import type { CaveatKind } from '#domain/caveat.ts'
import type { SampleWeb } from './web.ts'

export const HEADLINE = 'China puts a number on its AI demand: 140 trillion tokens a day'

export const RELATED_COVERAGE = [
  'OpenRouter Data Shows Chinese AI Models Overtaking U.S. in Weekly API Usage for Two Straight Weeks',
  'Alibaba breaks out Token Hub as Wukong pushes AI agents into enterprise workflows',
  'Alibaba Sets $100 Billion Cloud-and-AI Revenue Goal as China’s AI Race Turns Toward Monetization',
]

const LIU = { claimant: 'Liu Liehong', claimantRole: 'head of the National Data Administration' }

type Page = 'chinanews' | 'ithome' | 'tencent'

export type SampleCitation = { page: Page; quote: string; translation: string; keyUse: string }
export type SampleClaim = {
  kind: 'figure' | 'quotation' | 'statement'
  text: string
  passage: string
  claimant: string
  claimantRole: string
  citations: SampleCitation[]
  caveats: { kind: CaveatKind; subject: string }[]
}

/** What a reporter types about each page when linking it. */
export function sampleSources(web: SampleWeb) {
  return {
    chinanews: {
      address: web.addresses.chinanews,
      publisher: 'China News Service',
      title: 'Liu Liehong says China’s daily AI token usage has surpassed 140 trillion',
      kind: 'wire',
      language: 'zh-Hans',
    },
    ithome: {
      address: web.addresses.ithome,
      publisher: 'IT Home',
      title: 'Token as a “settlement unit”, data-value release year, and green-power / compute coordination',
      kind: 'report',
      language: 'zh-Hans',
    },
    tencent: {
      address: web.addresses.tencent,
      publisher: 'Tencent News / Cailian Press',
      title: 'Commercialization signal behind the token surge',
      kind: 'repost',
      language: 'zh-Hans',
    },
  } satisfies Record<Page, Record<string, string>>
}

export const CLAIMS: SampleClaim[] = [
  {
    ...LIU,
    kind: 'figure',
    text: 'China’s daily AI token usage has surpassed 140 trillion as of March 2026.',
    passage: 'the country’s daily AI token usage has surpassed 140 trillion as of this month',
    citations: [
      {
        page: 'chinanews',
        quote: '到今年3月，我国日均词元调用量已超过140万亿',
        translation: 'As of this March, China’s average daily token calls have exceeded 140 trillion',
        keyUse: 'Confirms the 100 billion → 100 trillion → 140 trillion sequence',
      },
      {
        page: 'ithome',
        quote: '到今年 3 月，我国日均词元调用量已超过 140 万亿',
        translation: 'As of this March, China’s average daily token calls have exceeded 140 trillion',
        keyUse: 'Carries the 140 trillion figure from the same speech',
      },
      {
        page: 'tencent',
        quote: '到今年3月，我国日均词元调用量已超过140万亿',
        translation: 'As of this March, China’s average daily token calls have exceeded 140 trillion',
        keyUse: 'Carries the 140 trillion figure from the same speech',
      },
    ],
    caveats: [
      { kind: 'attributed_only', subject: 'the 140 trillion daily-token figure' },
      { kind: 'single_origin', subject: 'the 140 trillion daily-token figure' },
      { kind: 'methodology_undisclosed', subject: 'the 140 trillion daily-token figure' },
      { kind: 'scope_unclear', subject: 'the 140 trillion daily-token figure' },
      { kind: 'not_comparable', subject: 'the 140 trillion daily-token figure' },
    ],
  },
  {
    ...LIU,
    kind: 'figure',
    text: 'Daily token usage stood at 100 billion at the start of 2024 and at 100 trillion at the end of 2025.',
    passage: '100 billion at the start of 2024 and 100 trillion at the end of 2025',
    citations: [
      {
        page: 'chinanews',
        quote: '2024年初，我国日均词元调用量为1000亿；到2025年底，这一数字达到100万亿',
        translation:
          'At the start of 2024 China’s average daily token calls were 100 billion; by the end of 2025 the number reached 100 trillion',
        keyUse: 'Confirms the 100 billion → 100 trillion → 140 trillion sequence',
      },
    ],
    caveats: [],
  },
  {
    ...LIU,
    kind: 'figure',
    text: 'Daily token usage grew more than 1,000-fold in just over two years.',
    passage: 'a jump of more than three orders of magnitude in just over two years',
    citations: [
      {
        page: 'chinanews',
        quote: '两年多时间里增长了1000多倍',
        translation: 'grew more than 1,000-fold in over two years',
        keyUse:
          'Confirms the more-than-1,000x growth framing, and the broader remarks on AI industry scale and data supply',
      },
    ],
    caveats: [],
  },
  {
    ...LIU,
    kind: 'quotation',
    text: 'Liu described tokens as a “settlement unit” that links technical supply and commercial demand.',
    passage: 'described tokens as a “settlement unit” linking technical supply and commercial demand',
    citations: [
      {
        page: 'ithome',
        quote: '连接技术供给与商业需求的“结算单位”',
        translation: 'a “settlement unit” that links technical supply and commercial demand',
        keyUse: 'Supports the settlement-unit framing',
      },
    ],
    caveats: [{ kind: 'translated_by_newsroom', subject: 'the “settlement unit” line' }],
  },
  {
    ...LIU,
    kind: 'statement',
    text: 'The National Data Administration has designated 2026 as a “data value release year”.',
    passage: 'has designated 2026 as a “data value release year,”',
    citations: [
      {
        page: 'ithome',
        quote: '将 2026 年定为“数据要素价值释放年”',
        translation: 'designated 2026 as the “year of releasing the value of data as a factor”',
        keyUse: 'Supports the 2026 “data value release year” language',
      },
    ],
    caveats: [],
  },
  {
    ...LIU,
    kind: 'figure',
    text: 'New computing facilities at hub nodes are to use more than 80% green electricity.',
    passage: 'new computing facilities at hub nodes to use more than 80% green electricity',
    citations: [
      {
        page: 'ithome',
        quote: '枢纽节点新建算力设施的绿电应用占比要超过 80%',
        translation:
          'the share of green electricity at newly built computing facilities at hub nodes is to exceed 80%',
        keyUse:
          'Supports the push for power-compute coordination with over 80% green electricity at new hub-node facilities',
      },
    ],
    caveats: [],
  },
  {
    ...LIU,
    kind: 'figure',
    text: 'Some model companies have generated more revenue in 20 days since late January than in all of 2025.',
    passage:
      'some model companies have generated more revenue in 20 days since late January than in all of 2025',
    citations: [
      {
        page: 'tencent',
        quote: '自1月下旬以来，部分模型企业20天的收入已超过2025年全年的收入',
        translation:
          'Since late January, some model companies’ revenue over 20 days has exceeded their revenue for all of 2025',
        keyUse:
          'Supports Liu’s claim that some model companies earned more in 20 days since late January than in all of 2025, which carries the monetization angle',
      },
    ],
    caveats: [
      { kind: 'official_unverified', subject: 'the line on model companies’ revenue' },
      { kind: 'unnamed_source', subject: 'the line on model companies’ revenue' },
    ],
  },
]

export const ORIGIN = {
  label: 'Liu Liehong’s forum speech of 23 March 2026',
  kind: 'speech',
  words: '刘烈宏23日在一场论坛上介绍',
  utterance: {
    speaker: 'Liu Liehong',
    role: 'head of the National Data Administration',
    event: 'forum speech',
    spokenOn: '2026-03-23',
    language: 'zh-Hans',
  },
}

/** One thing measured three times, in two claims of `CLAIMS`; figures are counted from 1, as in the claim's words. */
export const SERIES = {
  label: 'Daily token usage in China',
  values: [
    {
      claim: 1,
      points: [
        { figurePosition: 1, asOf: '2024-01' },
        { figurePosition: 2, asOf: '2025-12' },
      ],
    },
    { claim: 0, points: [{ figurePosition: 1, asOf: '2026-03' }] },
  ],
}
