/** The desk's words for kinds of sources and origins, and how a source is called. */
import type { OriginKind } from '#domain/origin.ts'
import type { SourceKind } from '#domain/source.ts'

export const SOURCE_KIND_WORDS: Record<SourceKind, string> = {
  primary: 'Primary document',
  wire: 'Wire report',
  report: 'Report',
  repost: 'Repost of another report',
  official: 'Official publication',
  dataset: 'Dataset',
  person: 'Person',
}

export const ORIGIN_KIND_WORDS: Record<OriginKind, string> = {
  speech: 'Speech',
  document: 'Document',
  dataset: 'Dataset',
  interview: 'Interview',
  release: 'Press release',
  other: 'Something else',
}

/**
 * The language to mark words of a source with. A Chinese, Japanese or Korean source is often entered with an English title,
 * and an English title set and spoken as Chinese reads badly.
 */
export function languageOf(words: string | null, language: string | null): string | undefined {
  if (!words || !language) return undefined
  const eastAsian = /^(zh|ja|ko)\b/.test(language)
  return eastAsian && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(words)
    ? undefined
    : language
}

/** What a source is called in a list: publisher and title, or its host and path when neither is known. */
export function sourceName(source: {
  publisher: string | null
  title: string | null
  address: string
}): string {
  const parts = [source.publisher, source.title].filter(Boolean)
  if (parts.length > 0) return parts.join(' — ')
  return source.address.replace(/^https?:\/\/(www\.)?/, '')
}
