/** Reads every page of a set with one reader and adds up how much of it came out right, by language. */
import type { PageCase } from './page-case.ts'
import { bodyF1, sameDay, sameNames } from './page-score.ts'
import type { Reader } from './readers.ts'

/** How many of those that somebody wrote down came out right. */
export type Share = { right: number; of: number }

export type SetScore = {
  language: string
  pages: number
  bodyF1: number
  published: Share
  byline: Share
  title: Share
  publisher: Share
  spoken: Share
  medianMs: number
  /** what went wrong, one line a page */
  failures: string[]
}

const LEAST_BODY_F1 = 0.95

/** One score for Chinese pages and one for all others; a set without pages of a kind has none for it. */
export async function measureSet(pages: PageCase[], reader: Reader): Promise<SetScore[]> {
  const isChinese = ({ gold }: PageCase) => gold.language === 'zh'
  const kinds: [string, PageCase[]][] = [
    ['Chinese', pages.filter(isChinese)],
    ['other', pages.filter((page) => !isChinese(page))],
  ]
  const scores: SetScore[] = []
  for (const [language, some] of kinds)
    if (some.length > 0) scores.push(await measure(language, some, reader))
  return scores
}

async function measure(language: string, pages: PageCase[], { read }: Reader): Promise<SetScore> {
  const none = () => ({ right: 0, of: 0 })
  const score = { published: none(), byline: none(), title: none(), publisher: none(), spoken: none() }
  const failures: string[] = []
  const times: number[] = []
  let sumF1 = 0
  // Compiled code and warm caches first: a desk's worker reads pages all day.
  for (const page of pages) await read(page)
  for (const page of pages) {
    const { answer, ms } = await read(page)
    const { gold } = page
    const f1 = bodyF1(answer.body, gold.body)
    const wrong: string[] = f1 < LEAST_BODY_F1 ? [`body ${f1.toFixed(3)}`] : []
    const judge = (share: Share, what: string, wanted: string | null | undefined, isRight: boolean) => {
      if (wanted === null || wanted === undefined || wanted === 'unknown') return
      share.of += 1
      if (isRight) share.right += 1
      else wrong.push(what)
    }
    judge(
      score.published,
      `day ${answer.published}`,
      gold.published,
      sameDay(answer.published, gold.published),
    )
    judge(score.byline, `author ${answer.byline}`, gold.byline, sameNames(answer.byline, gold.byline))
    judge(score.title, `title ${answer.title}`, gold.title, answer.title === gold.title)
    judge(
      score.publisher,
      `publisher ${answer.publisher}`,
      gold.publisher,
      answer.publisher === gold.publisher,
    )
    const spoken = answer.language?.slice(0, 2).toLowerCase()
    judge(score.spoken, `language ${answer.language}`, gold.language, spoken === gold.language)
    if (wrong.length > 0) failures.push(`${page.name}: ${wrong.join(', ')}`)
    sumF1 += f1
    times.push(ms)
  }
  const medianMs = times.sort((one, other) => one - other)[times.length >> 1]!
  return { language, pages: pages.length, bodyF1: sumF1 / pages.length, ...score, medianMs, failures }
}
