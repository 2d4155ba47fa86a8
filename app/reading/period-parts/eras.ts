/** Years counted from the beginning of a reign: the Republic, Japan's eras and the last emperors of the Qing. */
import { type Span, unsure, yearsOf } from './calendar.ts'

type Era = {
  /** The Gregorian year of its first year. */
  first: number
  from: string
  to: string
  /** Its financial year runs from April to March. */
  aprilYear?: true
  /** Its years follow the moon: only about the Gregorian ones. */
  lunar?: true
}

const ERAS: Record<string, Era> = {
  民国: { first: 1912, from: '1912-01-01', to: '9999-12-31' },
  明治: { first: 1868, from: '1868-10-23', to: '1912-07-29', aprilYear: true },
  大正: { first: 1912, from: '1912-07-30', to: '1926-12-24', aprilYear: true },
  昭和: { first: 1926, from: '1926-12-25', to: '1989-01-07', aprilYear: true },
  平成: { first: 1989, from: '1989-01-08', to: '2019-04-30', aprilYear: true },
  令和: { first: 2019, from: '2019-05-01', to: '9999-12-31', aprilYear: true },
  康熙: { first: 1662, from: '1662-02-18', to: '1723-02-04', lunar: true },
  雍正: { first: 1723, from: '1723-02-05', to: '1736-02-11', lunar: true },
  乾隆: { first: 1736, from: '1736-02-12', to: '1796-02-08', lunar: true },
  嘉庆: { first: 1796, from: '1796-02-09', to: '1821-02-02', lunar: true },
  道光: { first: 1821, from: '1821-02-03', to: '1851-01-31', lunar: true },
  咸丰: { first: 1851, from: '1851-02-01', to: '1862-01-29', lunar: true },
  同治: { first: 1862, from: '1862-01-30', to: '1875-02-05', lunar: true },
  光绪: { first: 1875, from: '1875-02-06', to: '1909-01-21', lunar: true },
  宣统: { first: 1909, from: '1909-01-22', to: '1912-02-17', lunar: true },
}
export const ERA_NAMES = Object.keys(ERAS)

/** The Gregorian year of the `count`-th year of an era. */
export function yearOfEra(era: string, count: number): number {
  return (ERAS[era]?.first ?? Number.NaN) + count - 1
}

/** 昭和64年 has seven days; a year the era never had, or one counted by the moon, is not certain. */
export function withinEra(span: Span, era: string): Span {
  const reign = ERAS[era]
  if (!reign) return span
  if (reign.lunar || span.from > reign.to || span.to < reign.from) return { ...span, certain: false }
  const clipped = { ...span }
  if (span.from < reign.from) clipped.from = reign.from
  if (span.to > reign.to) clipped.to = reign.to
  return clipped
}

/** 令和7年度 runs from April to March, 民國114年度 is the calendar year. */
export function eraBudgetYear(year: number, era: string): Span | null {
  if (!ERAS[era]?.aprilYear) return yearsOf(year)
  return unsure({ from: `${year}-04-01`, to: `${year + 1}-03-31`, precision: 'year', certain: false })
}
