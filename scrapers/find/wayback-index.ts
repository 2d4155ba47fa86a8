/** Asks the indexes of web archives which copies of one address they hold: the CDX server first, a TimeMap where that is off. */
import { z } from 'zod'
import type { AttemptFacts } from '#domain/attempt.ts'
import {
  askService,
  type Failed,
  failed,
  type Get,
  parseJson,
  type ServiceAnswer,
} from '#scrapers/kit/ask-service.ts'
import { headerValue } from '#scrapers/kit/exchange-headers.ts'
import { readTimeMap } from './time-map.ts'

/** One version that an archive holds. `at` is ISO 8601 in UTC, `address` where it is played back, `original` what was archived. */
export type Copy = { address: string; at: string; original: string }

/** `copies` in order of time; `isAll` is false where there are more than the index was asked for. */
export type Index = { copies: Copy[]; isAll: boolean; how: string }
export type Looked = { ok: true; index: Index } | { ok: false; outcome: Failed }

const ARCHIVE = 'The Wayback Machine'
/** Versions that differ, one after another; the newest is asked for separately when there are more. */
export const MAX_VERSIONS = 2_000
/** A TimeMap lists every copy, alike or not, and may go on in others. */
const MAX_TIME_MAPS = 3
const FIELDS = 'timestamp,original,mimetype,statuscode,digest'
/** What the archive says of sites it may not show, in a header or in its text; waiting does not help. */
const EXCLUDED =
  /Blocked ?Site ?Error|RobotAccessControlException|Blocked By Robots|AdministrativeAccessControlException/i

const Rows = z.array(z.array(z.string()))

/**
 * Copies with status 200 that differ from the one before (`collapse=digest`), oldest first. The index folds spellings of an
 * address (`www`, scheme, port, order of a query), so that `original` may differ from what was asked.
 */
export async function askCdx(
  get: Get,
  settings: { cdxUrl: string; playbackUrl: string },
  address: string,
  facts: AttemptFacts,
  signal: AbortSignal,
): Promise<Looked> {
  const ask = (parameters: [string, string][]) => {
    const url = new URL(settings.cdxUrl)
    url.search = new URLSearchParams([
      ['url', address],
      ['output', 'json'],
      ['fl', FIELDS],
      ['filter', 'statuscode:200'],
      ...parameters,
    ]).toString()
    return askService(get, ARCHIVE, { address: url.href, signal }, facts)
  }
  const first = await ask([
    ['collapse', 'digest'],
    ['limit', String(MAX_VERSIONS)],
    ['showResumeKey', 'true'],
  ])
  const page = first.ok ? readCdx(first.answer, settings.playbackUrl) : first
  if (!page.ok) return page
  if (page.resumeKey === null)
    return { ok: true, index: { copies: page.copies, isAll: true, how: 'cdx collapse=digest' } }
  const last = await ask([['limit', '-1']])
  const newest = last.ok ? readCdx(last.answer, settings.playbackUrl) : last
  if (!newest.ok) return newest
  const copies = [...page.copies, ...newest.copies]
  return { ok: true, index: { copies, isAll: false, how: 'cdx collapse=digest, then limit=-1' } }
}

type CdxPage = { ok: true; copies: Copy[]; resumeKey: string | null } | { ok: false; outcome: Failed }

/** `[]` is how the index says that it has none; behind an empty row stands the key under which it would go on. */
function readCdx(answer: ServiceAnswer, playbackUrl: string): CdxPage {
  const refusal = refusalOf(answer, ARCHIVE)
  if (refusal) return { ok: false, outcome: refusal }
  const rows = Rows.safeParse(answer.json ?? afterWarning(answer.text))
  if (!rows.success)
    return {
      ok: false,
      outcome: failed('provider_error', 'The index of the Wayback Machine answered something unreadable.'),
    }
  const [names = [], ...rest] = rows.data
  const end = rest.findIndex((row) => row.length === 0)
  const resumeKey = end < 0 ? null : (rest[end + 1]?.[0] ?? null)
  const [time, original] = [names.indexOf('timestamp'), names.indexOf('original')]
  const copies = (end < 0 ? rest : rest.slice(0, end)).flatMap((row) => {
    const [timestamp = '', page = ''] = [row[time], row[original]]
    const at = momentOf(timestamp)
    return at === null || page === ''
      ? []
      : [{ address: `${playbackUrl}/${timestamp}/${page}`, at, original: page }]
  })
  return { ok: true, copies, resumeKey }
}

/** Now and then a line of text stands before the rows. */
function afterWarning(text: string): unknown {
  const start = text.search(/^\[/m)
  return start > 0 ? parseJson(text.slice(start)) : null
}

/**
 * Copies that a TimeMap lists. `template` is followed by the address, as archives have it. 404 means that none is held. Of
 * TimeMaps that go on elsewhere, three are read.
 */
export async function askTimeMap(
  get: Get,
  template: string,
  address: string,
  facts: AttemptFacts,
  signal: AbortSignal,
): Promise<Looked> {
  const name = `The archive ${new URL(template).host}`
  const copies: Copy[] = []
  const waiting = [`${template.replace(/\/?$/, '/')}${address}`]
  const host = new URL(template).host
  let read = 0
  for (let next = waiting.shift(); next !== undefined && read < MAX_TIME_MAPS; next = waiting.shift()) {
    const asked = await askService(get, name, { address: next, signal }, facts)
    if (!asked.ok) return asked
    read += 1
    if (asked.answer.status === 404) break
    const refusal = refusalOf(asked.answer, name)
    if (refusal) return { ok: false, outcome: refusal }
    const map = readTimeMap(asked.answer.text, next)
    if (map === null && asked.answer.text.trim() !== '')
      return {
        ok: false,
        outcome: failed('provider_error', `${name} answered something that is no TimeMap.`),
      }
    for (const { address: played, at } of map?.mementos ?? [])
      copies.push({ address: played, at, original: map?.original ?? address })
    waiting.push(...(map?.more ?? []).filter((each) => new URL(each).host === host))
  }
  copies.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return { ok: true, index: { copies, isAll: waiting.length === 0, how: 'timemap' } }
}

/** What every answer of an archive may say instead of an answer; null when it answered. */
function refusalOf(answer: ServiceAnswer, name: string): Failed | null {
  const { status, headers, text, json } = answer
  const why = headerValue(headers, 'x-archive-wayback-runtime-error') ?? ''
  if (EXCLUDED.test(why) || (json === null && status !== 200 && EXCLUDED.test(text)) || isNotice(answer))
    return failed('provider_error', `${name} may not show this site.`)
  if (status === 429) return failed('rate_limited', `${name} has had too many requests from here.`)
  if (status >= 400) return failed('http_error', `${name} answered with an error (${status}).`)
  return null
}

/** The notice comes with 200, too; rows and links, which may hold the same words in an address, begin otherwise. */
function isNotice({ json, text }: ServiceAnswer): boolean {
  return json === null && !/^\s*[<[]/.test(text) && EXCLUDED.test(text.slice(0, 500))
}

/** 14 digits, UTC: YYYYMMDDhhmmss. Null for what is no moment. */
function momentOf(timestamp: string): string | null {
  if (!/^\d{14}$/.test(timestamp)) return null
  const iso = timestamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6.000Z')
  return Number.isNaN(Date.parse(iso)) ? null : iso
}
