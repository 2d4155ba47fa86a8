/** Real pages in a folder of the form of Readability's own test pages, where somebody has put one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { visibleText } from '#scrapers/extract/visible-text.ts'
import type { PageCase } from './page-case.ts'

type Metadata = { byline: string | null; publishedTime: string | null; lang?: string | null }

/**
 * Empty where the folder is missing. Its gold is what that library is expected to give, captions and all, and not what
 * a person wrote down: the library beside us cannot lose on it.
 */
export function savedPages(folder: string): PageCase[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'expected.html')))
    .map((name) => {
      const read = (file: string) => readFileSync(join(folder, name, file), 'utf8')
      const { byline, publishedTime, lang } = JSON.parse(read('expected-metadata.json')) as Metadata
      return {
        name,
        url: null,
        html: readFileSync(join(folder, name, 'source.html')),
        gold: {
          ...(byline ? { byline: byline.replace(/^by\s+/i, '').replace(/\s+/g, ' ') } : {}),
          ...(publishedTime ? { published: publishedTime.slice(0, 10) } : {}),
          language: lang?.slice(0, 2) ?? 'unknown',
          body: visibleText(read('expected.html')),
        },
      }
    })
}
