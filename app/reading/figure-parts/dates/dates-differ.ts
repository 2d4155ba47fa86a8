/** Whether two dates given in words contradict each other; what one of them leaves open is no contradiction. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const CHINESE_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

type Parts = { year: number | null; month: number | null; day: number | null }

export function datesDiffer(one: string, other: string): boolean {
  const left = partsOf(one)
  const right = partsOf(other)
  return (['year', 'month', 'day'] as const).some(
    (part) => left[part] !== null && right[part] !== null && left[part] !== right[part],
  )
}

function partsOf(words: string): Parts {
  const lower = words.toLowerCase()
  const iso = /(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(lower)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: iso[3] ? Number(iso[3]) : null }
  const year = /(?<!\d)((?:1[5-9]|20)\d{2})(?!\d)/.exec(lower)?.[1]
  const named = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.exec(lower)?.[1]
  const numbered = /(\d{1,2})月/.exec(lower)?.[1]
  const numeral = /(十[一二]?|[一二三四五六七八九])月/.exec(lower)?.[1]
  const chineseDay = /月(\d{1,2})[日号號]/.exec(lower)?.[1]
  const englishDay = named ? /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)/.exec(lower)?.[1] : undefined
  const month = named
    ? MONTHS.indexOf(named) + 1
    : numbered
      ? Number(numbered)
      : numeral
        ? CHINESE_MONTHS.indexOf(numeral) + 1
        : null
  const day = chineseDay ?? englishDay
  return { year: year ? Number(year) : null, month, day: day ? Number(day) : null }
}
