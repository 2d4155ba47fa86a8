/** Follows the citations of pages that are captured already: the links their own words point to as the source. Asks nobody. */
import type { CheerioAPI } from 'cheerio'
import type { AttemptFacts } from '#domain/attempt.ts'
import type { CapturedPage, FindRequest, Lead, Scraper } from '#scrapers/contract.ts'
import { collectLeads, MAX_LEADS } from './collect-leads.ts'
import { declaredIn, type FurnitureOf, linksOf, type PageLink } from './page-links.ts'
import { fitOf, type Sought, soughtIn } from './story-match.ts'
import { unwrapLink } from './unwrap-link.ts'

/** How pages are opened and which of their parts are furniture: given, so that this step reads pages as everything else does. */
export type LinkSearchSettings = { openPage: (page: CapturedPage) => CheerioAPI; furnitureOf: FurnitureOf }

type Chased = {
  to: URL
  from: string
  title: string | null
  snippet: string | null
  score: number
  signs: string[]
}

const NAMED_BEFORE =
  /(?:\b(?:according to|citing|cited by|reported (?:by|in|on)|first (?:reported|published|appeared)|originally (?:published|appeared|reported)|sources?|via|published (?:by|in|on)|released (?:by|on)|statement|press release|transcript|speech|report)\b[^\n.]{0,30}|\bsource\s*[:：]\s*|(?:来源|來源|出处|出處|原标题|原標題|原文|转自|轉自|转载自|轉載自|援引|引自|参考|參考|全文|链接|鏈接|出典|発表)[^\n。]{0,12}|[据據][^\n，。]{0,6})$/i
const NAMED_INSIDE =
  /^(?:source|original|read the (?:full|original)|full (?:text|report|speech|transcript)|press release|transcript|原文|来源|來源|全文|查看原文|阅读原文|閱讀原文|公告|通知)/i
const NAMED_AFTER =
  /^\s{0,2}(?:first )?(?:reported|reports|said|writes|wrote|announced|published|报道|報道|消息|获悉|披露|发布|發布)/i
const DOCUMENT = /\.(?:pdf|docx?|xlsx?|csv|pptx?)$/i
/** Buttons that pass a page on, and shops of apps: they lead away from any source. */
const PASSED_ON =
  /^(?:[\w-]+\.)*(?:facebook\.com\/(?:sharer|share|dialog)|(?:twitter|x)\.com\/(?:intent|share|home)|linkedin\.com\/share|pinterest\.com\/pin\/create|reddit\.com\/submit|t\.me\/share|wa\.me|api\.whatsapp\.com|service\.weibo\.com\/share|sns\.qzone\.qq\.com|connect\.qq\.com|line\.me\/R\/msg|news\.ycombinator\.com\/submitlink|getpocket\.com\/save|apps\.apple\.com|play\.google\.com)/i
const OWN_LISTS =
  /^\/(?:tags?|topics?|authors?|category|categories|columns?|search|users?|profile|login|register|subscribe|about|contact|privacy|terms)(?:[/.]|$)/i
const OWN_RELS = ['author', 'tag', 'license', 'prev', 'next', 'sponsored', 'ugc', 'bookmark', 'me']
/** A sentence stands around a link that cites; a list of links or logos has none. */
const MIN_INK_AROUND = 30
const MIN_SCORE = 1.5
const MIN_OWN_SCORE = 3
const MAX_PAGES = 50
const MAX_SNIPPET_CHARACTERS = 300

export function linkSearch(settings: LinkSearchSettings): Scraper<FindRequest, Lead[]> {
  return {
    name: 'link-search',
    version: 'citation-links-1',
    run: async ({ pages, known, claimText, queries }) => {
      const captured = (await pages()).slice(0, MAX_PAGES)
      const asked = captured.map(({ address }) => address)
      const facts: AttemptFacts = { asked: asked.join('\n'), askedOf: null }
      if (captured.length === 0)
        return {
          outcome: {
            ended: 'skipped',
            reason: 'not_configured',
            message: 'No page of this claim is captured yet whose links could be read.',
          },
          facts,
        }
      const sought = soughtIn([claimText, ...queries])
      const readable = captured.filter(({ mediaType }) => /html|xml/i.test(mediaType))
      const read = readable.map((page) => ({ page, links: chasedIn(page, settings, sought) }))
      const skipped = new Set([...known, ...asked].map(spelled))
      const ranked = read
        .flatMap(({ links }) => links.chased)
        .filter(({ to }) => !skipped.has(spelled(to.href)))
        .sort((a, b) => b.score - a.score)
      const leads = collectLeads(ranked.map(({ to, ...named }) => ({ ...named, address: to.href })))
      facts.detail = {
        pages: read.map(({ page, links }) => ({ address: page.address, links: links.seen })),
        notRead: captured.filter((page) => !readable.includes(page)).map(({ address }) => address),
        lookedFor: [claimText, ...queries],
        limit: MAX_LEADS,
        screened: read.reduce((sum, { links }) => sum + links.seen, 0),
        leads: leads.length,
        why: ranked.slice(0, MAX_LEADS).map(({ to, from, signs }) => ({ address: to.href, from, signs })),
      }
      if (leads.length > 0) return { outcome: { ended: 'done', value: leads }, facts }
      const message = 'The captured pages point to no page as their source.'
      return { outcome: { ended: 'nothing', reason: 'no_results', message }, facts }
    },
    probe: async () => ({
      state: 'ready',
      message: 'Needs nothing set up: it reads pages that are captured already.',
      asked: null,
      detail: {},
    }),
  }
}

/** Links worth following, with the signs that say so. `seen` counts every link that was looked at. */
function chasedIn(
  page: CapturedPage,
  { openPage, furnitureOf }: LinkSearchSettings,
  sought: Sought,
): { seen: number; chased: Chased[] } {
  const $ = openPage(page)
  const here = new URL(page.address)
  const base = $('base[href]').attr('href') ?? ''
  const from = URL.canParse(base, here) ? new URL(base, here) : here
  const links = linksOf($, furnitureOf)
  const declared = declaredIn($)
  const chased: Chased[] = []
  for (const { href, what } of declared) {
    const to = target(href, from, here)
    if (to && siteOf(to) !== siteOf(here))
      chased.push({
        to,
        from: here.href,
        title: null,
        snippet: `${here.host}: ${what}.`,
        score: 4,
        signs: [what],
      })
  }
  for (const link of links) {
    const to = target(link.href, from, here)
    if (!to || link.rels.some((rel) => OWN_RELS.includes(rel))) continue
    const isOwn = siteOf(to) === siteOf(here)
    // Lines about the source often link the front page of an outlet, which says nothing of this story.
    const isFront = to.pathname === '/' && to.search === ''
    if (isFront || (isOwn && OWN_LISTS.test(to.pathname))) continue
    const { score, signs } = weigh(link, to, isOwn, sought)
    if (score < (isOwn ? MIN_OWN_SCORE : MIN_SCORE)) continue
    chased.push({ to, from: here.href, title: link.text || null, snippet: sentenceOf(link), score, signs })
  }
  return { seen: links.length + declared.length, chased }
}

function weigh(link: PageLink, to: URL, isOwn: boolean, sought: Sought): { score: number; signs: string[] } {
  const signs: string[] = []
  let score = 0
  const add = (points: number, sign: string) => {
    score += points
    signs.push(sign)
  }
  const isNamed =
    NAMED_BEFORE.test(link.before) || NAMED_INSIDE.test(link.text) || NAMED_AFTER.test(link.after)
  if (isNamed || link.rels.includes('cite')) add(2, 'named as a source')
  const fit = fitOf(`${link.before}${link.text}${link.after}`, sought)
  if (fit && fit.figures.length > 0) add(2, `next to the figure (${fit.figures.join(', ')})`)
  else if (fit) add(1 + fit.share, 'next to the words of the claim')
  if (DOCUMENT.test(to.pathname)) add(1, 'a document')
  const around = inkOf(link.before) + inkOf(link.after)
  if (!isOwn && around >= MIN_INK_AROUND && !link.isAside) add(1.5, 'in running text, to another site')
  // Where a page speaks of itself only a line about the source counts.
  if (link.isAside && !isNamed) score = 0
  return { score, signs }
}

/** Letters, where a Chinese or Japanese sign says as much as three. */
function inkOf(text: string): number {
  return text.trim().length + 2 * (text.match(/[\u3040-\u9fff]/g)?.length ?? 0)
}

/** Null for what is no page: other schemes, places within the page, and buttons that pass it on. */
function target(href: string, base: URL, here: URL): URL | null {
  if (!URL.canParse(href, base)) return null
  const to = unwrapLink(new URL(href, base).href, here)
  if (to === null || PASSED_ON.test(`${to.host}${to.pathname}`)) return null
  return spelled(to.href) === spelled(here.href) ? null : to
}

function sentenceOf({ before, text, after }: PageLink): string {
  const sentence = `${before}${text}${after}`.replace(/\s+/g, ' ').trim()
  return sentence.length > MAX_SNIPPET_CHARACTERS ? `${sentence.slice(0, MAX_SNIPPET_CHARACTERS)}…` : sentence
}

/** Spellings of one address that lead to the same page. */
function spelled(address: string): string {
  if (!URL.canParse(address)) return address
  const { host, pathname, search } = new URL(address)
  return `${host.replace(/^(?:www|m)\./, '')}${pathname.replace(/\/$/, '')}${search}`
}

function siteOf({ host }: URL): string {
  return host.replace(/^(?:www|m)\./, '')
}
