/** Looks up which archived copies of the claim's known addresses exist, and names the first, the newest and the one nearest its date. */
import type { AttemptFacts, Outcome } from '#domain/attempt.ts'
import { readPeriods } from '#reading/periods.ts'
import type { FindRequest, Health, Lead, Scraper } from '#scrapers/contract.ts'
import { askService, type Failed, type Get } from '#scrapers/kit/ask-service.ts'
import { checkAddress } from '#scrapers/kit/guard.ts'
import { politeGet } from '#scrapers/kit/polite-get.ts'
import type { Politeness } from '#scrapers/kit/politeness.ts'
import type { Web } from '#scrapers/kit/web.ts'
import { collectLeads, MAX_LEADS, type Named } from './collect-leads.ts'
import { askCdx, askTimeMap, type Copy, type Index, type Looked, MAX_VERSIONS } from './wayback-index.ts'

/**
 * `web` must reach the archives. Addresses may be replaced; `timeMapUrl` is asked where the CDX server is off. `otherTimeMaps`
 * are those of other archives, asked as well: what stands before the address, as `https://arquivo.pt/wayback/timemap/link/`.
 */
export type WaybackSearchSettings = {
  web: Web
  politeness: Politeness
  enabled: boolean
  cdxUrl?: string
  playbackUrl?: string
  timeMapUrl?: string
  otherTimeMaps?: string[]
}

const CDX_URL = 'https://web.archive.org/cdx/search/cdx'
const PLAYBACK_URL = 'https://web.archive.org/web'
const TIME_MAP_URL = 'https://web.archive.org/web/timemap/link/'
const SWITCHED_OFF = 'Asking the Wayback Machine is switched off.'
/** Each costs one or two of the 24 questions a minute that the archive answers to the whole house. */
const MAX_ADDRESSES = 6
/** Ports are left out on purpose: the archive holds pages of odd ports too. */
const PUBLIC = { allowLoopback: false, allowedPorts: 'any' as const, denyHosts: [] }
/** Where the archive turns us away, whoever goes on asking is shut out for an hour; a block shows as a dead connection. */
const GIVE_UP: Failed['reason'][] = ['rate_limited', 'connect', 'dns', 'tls', 'timeout_window', 'cancelled']

type Report = { address: string; versions?: number; isAll?: boolean; how?: string; trouble?: string }

export function waybackSearch(settings: WaybackSearchSettings): Scraper<FindRequest, Lead[]> {
  const cdxUrl = settings.cdxUrl ?? CDX_URL
  const playbackUrl = (settings.playbackUrl ?? PLAYBACK_URL).replace(/\/$/, '')
  const timeMapUrl = settings.timeMapUrl ?? TIME_MAP_URL
  const get: Get = (request) => politeGet(settings.web, settings.politeness, request)

  const lookUp = async (address: string, facts: AttemptFacts, signal: AbortSignal): Promise<Looked> => {
    const looked = await askCdx(get, { cdxUrl, playbackUrl }, address, facts, signal)
    if (looked.ok || GIVE_UP.includes(looked.outcome.reason) || isFinal(looked.outcome)) return looked
    const other = await askTimeMap(get, timeMapUrl, address, facts, signal)
    // The first trouble is the one to tell of: the TimeMap was only asked because of it.
    return other.ok || GIVE_UP.includes(other.outcome.reason) ? other : looked
  }

  return {
    name: 'wayback-search',
    version: 'wayback-cdx-timemap-1',
    run: async (request, { signal }) => {
      const known = originalsOf(request.known)
      const addresses = known.slice(0, MAX_ADDRESSES)
      const facts: AttemptFacts = { asked: addresses.join('\n'), askedOf: null }
      const skip = (message: string) => ({
        outcome: { ended: 'skipped' as const, reason: 'not_configured' as const, message },
        facts,
      })
      if (!settings.enabled) return skip(SWITCHED_OFF)
      if (addresses.length === 0)
        return skip('No public address is known for this claim yet whose copies could be looked up.')
      facts.askedOf = new URL(cdxUrl).host

      const named: Named[] = []
      const reports: Report[] = []
      let trouble: Failed | null = null
      for (const address of addresses) {
        const looked = await lookUp(address, facts, signal)
        if (looked.ok) {
          const { copies, isAll, how } = looked.index
          reports.push({ address, versions: copies.length, isAll, how })
          named.push(...chosen(address, looked.index, momentFor(address, request.claimText)))
        } else {
          reports.push({ address, trouble: looked.outcome.message })
          trouble ??= looked.outcome
          if (GIVE_UP.includes(looked.outcome.reason)) break
        }
      }
      const elsewhere: Report[] = []
      for (const template of settings.otherTimeMaps ?? [])
        for (const address of addresses) {
          if (signal.aborted) break
          const looked = await askTimeMap(get, template, address, { asked: '', askedOf: null }, signal)
          const where = `${new URL(template).host} ${address}`
          if (looked.ok) {
            elsewhere.push({ address: where, versions: looked.index.copies.length, how: looked.index.how })
            named.push(...chosen(address, looked.index, momentFor(address, request.claimText)))
          } else elsewhere.push({ address: where, trouble: looked.outcome.message })
        }
      const leads = collectLeads(named)
      facts.detail = {
        ...facts.detail,
        addresses: reports,
        ...(elsewhere.length > 0 ? { otherArchives: elsewhere } : {}),
        notLookedUp: [...addresses.slice(reports.length), ...known.slice(MAX_ADDRESSES)],
        parameters: { filter: 'statuscode:200', collapse: 'digest' },
        limit: { addresses: MAX_ADDRESSES, versions: MAX_VERSIONS, leads: MAX_LEADS },
        screened: [...reports, ...elsewhere].reduce((sum, { versions }) => sum + (versions ?? 0), 0),
        leads: leads.length,
      }
      return { outcome: outcomeOf(leads, trouble), facts }
    },
    probe: async ({ signal }) => {
      if (!settings.enabled)
        return { state: 'not_configured', message: SWITCHED_OFF, asked: null, detail: {} }
      const address = `${cdxUrl}?${new URLSearchParams({ url: 'archive.org', output: 'json', limit: '1' })}`
      const facts: AttemptFacts = { asked: '', askedOf: null }
      const got = await askService(get, 'The Wayback Machine', { address, signal }, facts)
      const isIndex = got.ok && got.answer.status === 200 && Array.isArray(got.answer.json)
      const health: Health = isIndex
        ? { state: 'ready', message: 'Its index answers.', asked: `GET ${address}`, detail: {} }
        : {
            state: 'unavailable',
            message: got.ok ? `Its index does not answer (HTTP ${got.answer.status}).` : got.outcome.message,
            asked: `GET ${address}`,
            detail: {},
          }
      return health
    },
  }
}

/** "Could not look" outweighs "not there": one address that could not be looked up leaves the answer open. */
function outcomeOf(leads: Lead[], trouble: Failed | null): Outcome<Lead[]> {
  if (leads.length > 0) return { ended: 'done', value: leads }
  return (
    trouble ?? {
      ended: 'nothing',
      reason: 'no_results',
      message: 'No archived copy of the addresses known so far is listed.',
    }
  )
}

/** A site that may not be shown is not shown by the archive's TimeMap either. */
function isFinal({ message }: Failed): boolean {
  return message.endsWith('may not show this site.')
}

/** Each public address once; of an archived copy the address that it is a copy of. */
function originalsOf(known: string[]): string[] {
  const originals = known.flatMap((address) => {
    const original = /^https?:\/\/web\.archive\.org\/web\/\d{1,14}(?:[a-z]{2}_)?\/(https?:.+)$/.exec(
      address,
    )?.[1]
    const verdict = checkAddress(original ?? address, PUBLIC)
    if (!verdict.ok) return []
    verdict.url.hash = ''
    return [verdict.url.href]
  })
  return [...new Set(originals)]
}

/** The day that the address itself names, as news sites do; else the end of the period that the claim speaks of. */
function momentFor(address: string, claimText: string): string | null {
  const { pathname } = new URL(address)
  const [, year, month, day] = DAY_IN_PATH.exec(pathname) ?? []
  if (year) return `${year}-${month}-${day}`
  return readPeriods(claimText).find(({ certain }) => certain)?.to ?? null
}

const DAY_IN_PATH = /(?<!\d)((?:19|20)\d\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)/

/** The copy nearest to the moment before all others; one copy may be several of the three. */
function chosen(asked: string, { copies, isAll }: Index, moment: string | null): Named[] {
  const [first, newest] = [copies[0], copies.at(-1)]
  if (!first || !newest) return []
  const roles = new Map<Copy, string[]>()
  const add = (copy: Copy, role: string) => roles.set(copy, [...(roles.get(copy) ?? []), role])
  if (moment !== null) add(nearest(copies, moment), `nearest to ${moment}`)
  add(first, 'first')
  if (newest !== first) add(newest, 'newest')
  const count = isAll ? `${copies.length}` : `more than ${MAX_VERSIONS}`
  const { host, pathname } = new URL(asked)
  return [...roles].map(([copy, words]) => ({
    address: copy.address,
    title: `${words.join(', ')} archived version, ${copy.at.slice(0, 16).replace('T', ' ')} UTC: ${host}${pathname}`,
    snippet: `A copy of ${copy.original} at ${new URL(copy.address).host}; versions known: ${count}.`,
  }))
}

function nearest(copies: Copy[], moment: string): Copy {
  const noon = Date.parse(`${moment}T12:00:00Z`)
  const distance = ({ at }: Copy) => Math.abs(Date.parse(at) - noon)
  return copies.reduce((best, copy) => (distance(copy) < distance(best) ? copy : best))
}
