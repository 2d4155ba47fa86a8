/** The committed whole pages in the layouts of news sites, blogs and offices, with their bodies written down by hand. */
import { readdirSync, readFileSync } from 'node:fs'
import type { PageCase, PageGold } from './page-case.ts'

const FOLDER = new URL('../../fixtures/pages/layouts/', import.meta.url)

type Expected = Partial<PageGold> & { url: string | null }

export function layoutPages(): PageCase[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => {
      const read = (file: string) => readFileSync(new URL(`${name}/${file}`, FOLDER), 'utf8')
      const { url, ...expected } = JSON.parse(read('expected.json')) as Expected
      const gold: PageGold = {
        ...expected,
        ...(expected.published ? { published: expected.published.slice(0, 10) } : {}),
        language: name.slice(0, 2),
        body: read('body.txt'),
      }
      return { name, url, html: readFileSync(new URL(`${name}/page.html`, FOLDER)), gold }
    })
}
