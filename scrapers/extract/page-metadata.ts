/** Reads what a page says about itself: headline, signature, publisher, dates, language. */
import { pageByline } from './byline.ts'
import { readJsonLd } from './json-ld.ts'
import { metaContent } from './meta-content.ts'
import type { OpenPage } from './open-page.ts'
import { pageLanguage } from './page-language.ts'
import { shownPublisher, statedPublisher } from './page-publisher.ts'
import { pageTitle, shownHeadline } from './page-title.ts'
import { pageDates } from './published-date.ts'
import { signatureElements } from './signature-elements.ts'
import type { PageNode } from './visible-text.ts'

export type PageMetadata = {
  title: string | null
  byline: string | null
  publisher: string | null
  /** ISO 8601 as printed: a date, or a date-time with an offset where one is given */
  published: string | null
  modified: string | null
  language: string | null
}

/** Everything is as the page tells; nothing is checked against the world. `text` is the page's visible text. */
export function pageMetadata(page: OpenPage, text: string, url: string | null): PageMetadata {
  const { $ } = page
  const jsonLd = readJsonLd($)
  const declared = $('html').attr('lang') ?? $('html').attr('xml:lang') ?? metaContent($, 'content-language')
  const language = pageLanguage(declared ?? jsonLd?.language ?? null, text)
  const stated = statedPublisher($, jsonLd, text)
  const title = pageTitle($, jsonLd, stated, text)
  const { authors, dates, signed, bare, sources } = signatureElements(
    $.root()[0] as unknown as PageNode,
    title,
  )
  // What is stated for sharing is often worded otherwise than what the page prints.
  const headline = title !== null && text.includes(title.slice(0, 40)) ? title : (shownHeadline($) ?? title)
  const publisher = stated ?? shownPublisher($, sources, text, headline)
  return {
    title,
    byline: pageByline({ $, jsonLd, text, title: headline, publisher, url, elements: authors, signed, bare }),
    publisher,
    ...pageDates({ $, jsonLd, text, title: headline, url, language, elements: dates }),
    language,
  }
}
