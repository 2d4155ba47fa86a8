/** The dossier: the neutral shape of an article with its claims, sources, captures, attempts and caveats. Every format is made from it and from nothing else. */
import type { Ending, Reason } from '#domain/attempt.ts'
import type { ReadBack } from '#domain/capture.ts'
import type { CaveatKind, Obligation } from '#domain/caveat.ts'
import type { Stance } from '#domain/citation.ts'
import type { ClaimKind, ClaimStatus, Confidence } from '#domain/claim.ts'
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
  origins: { reports: number; origins: number; unsettled: number; labels: string[] }
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
  kind: 'find' | 'fetch'
  claimNumber: number | null
  sourceNumber: number | null
  state: string
  requestedAt: string
  startedAt: string | null
  finishedAt: string | null
  windowMs: number
  /** names of the steps as planned, in order */
  planned: string[]
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
  leads: { found: number; accepted: number }
  person: string | null
}
