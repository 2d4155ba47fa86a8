/** Reads whatever a fetch step brought home: text, body, what the page says about itself, and what kind of page it is. */
import type { PageReading, ReadRequest } from '#scrapers/contract.ts'
import { articleText } from './article-text.ts'
import { classifyContent } from './classify-content.ts'
import { decodePage } from './decode-page.ts'
import { mediaKind } from './media-kind.ts'
import { type OpenPage, openPage } from './open-page.ts'
import { pageLanguage } from './page-language.ts'
import { type PageMetadata, pageMetadata } from './page-metadata.ts'
import { readDocument } from './read-document.ts'
import { type PageNode, textOfNodes } from './visible-text.ts'

const NO_METADATA: PageMetadata = {
  title: null,
  byline: null,
  publisher: null,
  published: null,
  modified: null,
  language: null,
}

/**
 * Reads a body by what it is: HTML, plain text, PDF; images and other binaries have no text. Text that a browser rendered
 * wins over text read from markup, metadata always comes from the markup. Never throws for what a page contains.
 */
export async function readPage(request: ReadRequest): Promise<PageReading> {
  const kind = mediaKind(request.mediaType, request.body)
  if (kind === 'html') return readHtml(request)
  if (kind === 'text') return readText(request)
  if (kind === 'pdf') return readDocument(request.body)
  const signals = [`${request.mediaType || 'no media type'}, ${request.body.length} bytes`]
  return { ...NO_METADATA, ...NOTHING_DECODED, contentClass: kind, signals, text: '', article: '' }
}

const NOTHING_DECODED = { charset: null, charsetFrom: null, replacementCharacters: 0 }

function readHtml(request: ReadRequest): PageReading {
  const decoded = decodePage(request.body, request)
  const page = openPage(decoded.text)
  const shown = textOfNodes(page.$.root()[0] as unknown as PageNode)
  const text = request.renderedText ?? shown
  const metadata = pageMetadata(page, shown, request.url)
  const article = articleText(page, metadata)
  const { contentClass, signals } = classifyContent({
    ...request,
    title: page.$('title').first().text().trim() || metadata.title,
    text,
    article,
    html: page.html,
    hasPasswordField: page.$('input[type="password" i]').length > 0,
    isAccessibleForFree: freeToRead(page),
  })
  const { droppedTags, emptiedScripts } = page
  const ignored = [
    ...(droppedTags > 0 ? [`${droppedTags} tags beyond all reason were ignored`] : []),
    ...(emptiedScripts > 0
      ? [`${emptiedScripts} ${emptiedScripts === 1 ? 'script was' : 'scripts were'} too long to look at`]
      : []),
  ]
  return {
    ...metadata,
    contentClass,
    signals: [...signals, ...decoded.notes, ...ignored, ...unreadable(decoded.replacementCharacters)],
    text,
    article,
    charset: decoded.charset,
    charsetFrom: decoded.charsetFrom,
    replacementCharacters: decoded.replacementCharacters,
  }
}

function freeToRead(page: OpenPage): boolean | null {
  const found = /"isAccessibleForFree"\s*:\s*"?(true|false)/i.exec(page.html)
  return found ? found[1]!.toLowerCase() === 'true' : null
}

function readText(request: ReadRequest): PageReading {
  const decoded = decodePage(request.body, request)
  const text = decoded.text.trim()
  const contentClass = request.status >= 400 ? 'error' : text === '' ? 'empty' : 'document'
  const status = request.status >= 400 ? [`HTTP ${request.status}`] : []
  return {
    ...NO_METADATA,
    language: pageLanguage(null, text),
    contentClass,
    signals: [...status, ...decoded.notes, ...unreadable(decoded.replacementCharacters)],
    text,
    article: text,
    charset: decoded.charset,
    charsetFrom: decoded.charsetFrom,
    replacementCharacters: decoded.replacementCharacters,
  }
}

function unreadable(count: number): string[] {
  return count === 0 ? [] : [`${count} unreadable ${count === 1 ? 'character' : 'characters'}`]
}
