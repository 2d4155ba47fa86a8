/** The dossier: the neutral shape of an article with its claims, sources, captures, attempts and caveats. Every format is made from it and from nothing else. */
import type { Ending, Reason } from '#domain/attempt.ts'
import type { ReadBack } from '#domain/capture.ts'
import type { CaveatKind, Obligation } from '#domain/caveat.ts'
import type { Stance } from '#domain/citation.ts'
import type { ClaimKind, ClaimStatus, Confidence } from '#domain/claim.ts'
import type { ProposalKind } from '#domain/proposal.ts'
import type { RunKind } from '#domain/run.ts'
import type { Seal } from '#domain/seal.ts'
import type { SourceKind } from '#domain/source.ts'

/** All times are ISO 8601 in UTC; dates that a page printed stay as printed. Numbers of claims and sources start at 1. */
export type Dossier = {
  article: {
    id: string
    headline: string
    language: string
    draft: string
    /** sample data must be marked as such in every format */
    sample: boolean
    relatedCoverage: { title: string; address: string | null }[]
  }
  exportedAt: string
  exportedBy: string
  /** where the article is kept in Stet, or null when no public address is set */
  address: string | null
  claims: DossierClaim[]
  /** in the order in which the claims first cite them */
  sources: DossierSource[]
  /** what all supporting sources together come down to; absent where nobody counted */
  origins?: DossierClaim['origins']
  caveats: DossierCaveat[]
  /** every run that served this article, oldest first, with every attempt */
  runs: DossierRun[]
}

export type DossierClaim = {
  id: string
  number: number
  kind: ClaimKind
  text: string
  claimant: string | null
  claimantRole: string | null
  status: ClaimStatus
  confidence: Confidence | null
  figures: {
    text: string
    value: string
    unit: string | null
    bound: string
    rate: string | null
    asOf: string | null
  }[]
  citations: DossierCitation[]
  /** the newest review, if any */
  review: { reviewer: string; at: string; reason: string | null } | null
  /** what its supporting sources come down to, and the copies that show it */
  origins: {
    reports: number
    origins: number
    unsettled: number
    labels: string[]
    /** the same names for Chinese print */
    labelsZh?: string[]
    /** origins that nobody here has seen: publishers known by name, reports not followed further */
    notSeen?: number
    copies?: number
    fromOtherArchives?: number
    broughtByHand?: number
  }
  /** figures that a newer value of their series has overtaken; dates are days, months or years */
  overtaken?: {
    figure: string
    asOf: string
    series: string
    by: string
    byAsOf: string
    /** the article itself gives the newer value, so the older one is told as history */
    sameArticle: boolean
  }[]
}

export type DossierCitation = {
  sourceNumber: number
  stance: Stance
  quote: string | null
  translation: string | null
  translatedBy: string | null
  locator: string | null
  keyUse: string
  /** verdict in the newest capture, null when nothing was captured */
  quoteVerdict: string | null
  /** page of the document that the quote was found on, counted from 1; absent where the copy has no pages */
  quotePage?: number
  /** `dropped` names what the claim leaves out of the source's figure: its limit, rate or date */
  figureVerdicts: { figure: string; verdict: string; slip: string | null; dropped?: string[] }[]
}

export type DossierSource = {
  id: string
  number: number
  address: string
  publisher: string | null
  title: string | null
  author: string | null
  language: string | null
  kind: SourceKind
  published: string | null
  /** distinct key uses of its citations, in claim order */
  keyUses: string[]
  captures: DossierCapture[]
  origins: string[]
}

export type DossierCapture = {
  id: string
  capturedAt: string
  finalUrl: string
  method: string
  custody: string
  /** SHA-256 of the WACZ, hex */
  digest: string
  /** where this copy can be opened, or null */
  address: string | null
  /** who vouches for the archive and who dated it; null where that is not on record */
  seal?: Seal | null
  /** what opening the archive again, offline, showed; null before it was tried */
  readBack?: ReadBack | null
}

export type DossierCaveat = {
  id: string
  kind: CaveatKind
  label: string
  wording: string
  obligation: Obligation
  /** null: about the whole article */
  claimNumber: number | null
}

export type DossierRun = {
  id: string
  kind: RunKind
  claimNumber: number | null
  sourceNumber: number | null
  state: string
  requestedAt: string
  startedAt: string | null
  finishedAt: string | null
  windowMs: number
  /** where the run is kept in Stet, or null when no public address is set */
  address: string | null
  /** whether a schedule asked for it, not a person */
  scheduled: boolean
  /** limits of a search: pages in this language, feeds and site maps of these hosts */
  language: string | null
  sites: string[]
  /** names of the steps as planned, in order */
  planned: string[]
  /** their windows, in the same order */
  plannedWindowsMs: number[]
  /** whether the run ends with the first usable answer */
  stopAtFirst: boolean
  attempts: DossierAttempt[]
}

export type DossierAttempt = {
  id: string
  ordinal: number
  step: string
  version: string
  windowMs: number
  startedAt: string
  finishedAt: string | null
  ended: Ending | null
  reason: Reason | null
  message: string | null
  asked: string | null
  askedOf: string | null
  httpStatus: number | null
  finalUrl: string | null
  detail: Record<string, unknown>
  leads: DossierLeads
  /** the lead that was looked at, where the attempt is the screening of one and not a step of the chain */
  leadId: string | null
  person: string | null
  /** what people added to the record, oldest first */
  notes: { text: string; by: string; at: string }[]
  /** what an AI assistant proposed in answer, where the attempt asked one */
  proposals?: { kind: ProposalKind; accepted: boolean; model: string }[]
}

/** Leads that an attempt found, counted by what became of them. */
export type DossierLeads = {
  found: number
  /** linked by a person */
  accepted: number
  /** looked at, or tried to be: the sum of the four below */
  screened: number
  passageFound: number
  passageAbsent: number
  couldNotLook: number
  /** addresses that no host answers for and no archive has ever kept */
  neverExisted: string[]
}
