/** Holds what the classifier says of every page of the corpus against what the page was written to be. */
import { CONTENT_CLASSES, type ContentClass } from '#domain/capture.ts'
import { readPage } from '#scrapers/extract/read-page.ts'
import { readPages, type WrittenPage } from './corpus.ts'

export type Judged = { page: WrittenPage; said: ContentClass; signals: string[] }
export type ClassScore = {
  contentClass: ContentClass
  written: number
  right: number
  said: number
  precision: number | null
  recall: number | null
}

/** Reads every page as it would be read after a plain fetch. */
export async function judgeCorpus(): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const page of [...readPages('interstitials'), ...readPages('articles')]) judged.push(await judge(page))
  return judged
}

async function judge(page: WrittenPage): Promise<Judged> {
  const request = {
    body: new TextEncoder().encode(page.html),
    mediaType: 'text/html',
    httpCharset: 'utf-8',
    status: page.status,
    responseHeaders: [] as [string, string][],
    url: page.url,
    renderedText: null,
    hops: page.from ? [{ address: page.from, status: 302, location: page.url }] : [],
  }
  const { contentClass, signals } = await readPage(request)
  return { page, said: contentClass, signals }
}

/** Classes that occur, in the order of the domain. */
export function classesIn(judged: Judged[]): ContentClass[] {
  return CONTENT_CLASSES.filter((one) => judged.some(({ page, said }) => page.wanted === one || said === one))
}

/** Pages written as `wanted` that were called `said`. */
export function countOf(judged: Judged[], wanted: ContentClass, said: ContentClass): number {
  return judged.filter((one) => one.page.wanted === wanted && one.said === said).length
}

/** Precision: of the pages called so, how many are. Recall: of the pages that are, how many were called so. */
export function scores(judged: Judged[]): ClassScore[] {
  return classesIn(judged).map((contentClass) => {
    const written = judged.filter(({ page }) => page.wanted === contentClass).length
    const said = judged.filter((one) => one.said === contentClass).length
    const right = countOf(judged, contentClass, contentClass)
    const share = (whole: number) => (whole === 0 ? null : right / whole)
    return { contentClass, written, right, said, precision: share(said), recall: share(written) }
  })
}
