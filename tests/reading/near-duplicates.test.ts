/** Copies of one story are one origin, whatever their script; the same facts told independently are two. */
import { describe, expect, it } from 'vitest'
import { compareTexts, groupTexts } from '#reading/near-duplicates.ts'

/** Reading that grew with the square of the text would take minutes for so many signs; the runner's limit tells. */
const MANY = 200_000
const LIMIT_MS = 20_000

const SIMPLIFIED =
  '港口管理局局长周明星期三在记者会上表示，今年一季度全港货物吞吐量达到1.4亿吨，比去年同期增长百分之三。他说，新码头投入使用以后，船只平均等待时间缩短了两天，预计全年吞吐量将超过六亿吨。'
const TRADITIONAL =
  '（本報訊）港口管理局局長周明星期三在記者會上表示，今年一季度全港貨物吞吐量達到１.４億噸，比去年同期增長百分之三。他說，新碼頭投入使用以後，船隻平均等待時間縮短了兩天，預計全年吞吐量將超過六億噸。'
const INDEPENDENT =
  '受益于新码头启用，全港一季度货物吞吐量同比上升3%，为1.4亿吨。港口管理局局长周明周三向媒体公布上述数字，并称船舶候泊较从前少用两天时间。管理局估计，到年底吞吐量会在六亿吨以上。'
const ENGLISH =
  'The harbour handled 140 million tonnes of cargo in the first quarter, 3 percent more than a year before, its director Zhou Ming told a news conference on Wednesday. Ships now wait two days less since the new terminal opened, he said, and the year should end above 600 million tonnes.'
const ENGLISH_COPY =
  'HARBOUR CITY – The harbour handled 140 million tonnes of cargo in the first quarter, 3 percent more than a year before, its director Zhou Ming told a news conference on Wednesday.  Ships now wait two days less since the new terminal opened, he said — and the year should end above 600 million tonnes. (Agencies)'
const ENGLISH_INDEPENDENT =
  'A new terminal has cut waiting times by two days and lifted cargo at the harbour to 140 million tonnes between January and March, up 3 percent. Director Zhou Ming gave the numbers on Wednesday. More than 600 million tonnes are expected over the full year.'

describe('two texts', () => {
  it('are one story when one is the other in traditional script', () => {
    const { same, containment, shared } = compareTexts(SIMPLIFIED, TRADITIONAL)
    expect(same).toBe(true)
    expect(containment).toBeGreaterThan(0.9)
    expect(SIMPLIFIED).toContain(shared[0])
    expect(shared[0]?.length).toBeGreaterThan(60)
    expect(TRADITIONAL).toContain(compareTexts(TRADITIONAL, SIMPLIFIED).shared[0])
  })

  it('are one story when typography, dateline and credit differ', () => {
    expect(compareTexts(ENGLISH, ENGLISH_COPY)).toMatchObject({ same: true })
  })

  it('are one story when a digit was changed in copying', () => {
    expect(compareTexts(ENGLISH, ENGLISH.replace('140 million', '410 million'))).toMatchObject({ same: true })
  })

  it('are two when the same facts were written independently', () => {
    for (const [one, other] of [
      [SIMPLIFIED, INDEPENDENT],
      [TRADITIONAL, INDEPENDENT],
      [ENGLISH, ENGLISH_INDEPENDENT],
    ] as const) {
      const { same, containment } = compareTexts(one, other)
      expect(same).toBe(false)
      expect(containment).toBeLessThan(0.3)
    }
  })

  it('are two when a headline alone stands in a long text', () => {
    expect(compareTexts('The harbour handled 140 million tonnes of cargo', ENGLISH)).toMatchObject({
      same: false,
      containment: 1,
    })
  })

  it('are two when they are empty or only punctuation', () => {
    expect(compareTexts('', '')).toEqual({ same: false, containment: 0, shared: [] })
    expect(compareTexts('…', ENGLISH)).toEqual({ same: false, containment: 0, shared: [] })
  })

  it('give the same answer either way round', () => {
    for (const [one, other] of [
      [SIMPLIFIED, TRADITIONAL],
      [SIMPLIFIED, INDEPENDENT],
      [ENGLISH, ENGLISH_COPY],
    ] as const)
      expect(compareTexts(one, other).containment).toBeCloseTo(compareTexts(other, one).containment)
  })

  it.each(['ab ', '港', 'a1 b2 c3 d4 e5 f6 g7 '])(
    'are one story when both repeat %j',
    (sign) => {
      const text = sign.repeat(MANY / sign.length)
      expect(compareTexts(text, `${text} end`)).toMatchObject({ same: true })
    },
    LIMIT_MS,
  )
})

describe('many texts', () => {
  it('collapse to one group per story, with the passages that tie it', () => {
    const groups = groupTexts([
      { id: 'cn', text: SIMPLIFIED },
      { id: 'en', text: ENGLISH },
      { id: 'own', text: INDEPENDENT },
      { id: 'tw', text: TRADITIONAL },
      { id: 'copy', text: ENGLISH_COPY },
    ])
    expect(groups.map(({ ids }) => ids)).toEqual([['cn', 'tw'], ['en', 'copy'], ['own']])
    expect(groups[0]?.shared[0]).toContain('今年一季度全港货物吞吐量')
    expect(groups[2]?.shared).toEqual([])
  })

  it('join through a copy of a copy', () => {
    const half = (from: number, to: number) => ENGLISH.slice(from, to)
    const groups = groupTexts([
      { id: 'first', text: half(0, 190) },
      { id: 'second', text: half(100, ENGLISH.length) },
      { id: 'whole', text: ENGLISH },
    ])
    expect(groups.map(({ ids }) => ids)).toEqual([['first', 'second', 'whole']])
  })
})
