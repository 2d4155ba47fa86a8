/** Caveats: typed reservations with house wording and an obligation to appear in print. */
import { z } from 'zod'

export const CAVEAT_KINDS = [
  'single_origin',
  'official_unverified',
  'methodology_undisclosed',
  'scope_unclear',
  'not_comparable',
  'attributed_only',
  'estimate',
  'lower_bound',
  'as_of',
  'definition_differs',
  'derived_by_newsroom',
  'translated_by_newsroom',
  'original_not_seen',
  'unnamed_source',
  'interested_party',
  'paywalled',
  'capture_partial',
  'archive_only',
  'changed_since_capture',
  'ai_assisted_search',
] as const
export type CaveatKind = (typeof CAVEAT_KINDS)[number]

/** Where in print a caveat must appear: with the claim's sentence, in its paragraph, or in the notes box. */
export const OBLIGATIONS = ['sentence', 'paragraph', 'box'] as const
export type Obligation = (typeof OBLIGATIONS)[number]

/** What the house wording may speak of. `subject` is the figure or statement in a few words, such as "the 140 trillion figure". */
export type CaveatContext = {
  subject: string
  claimant: string | null
  origin: string | null
  asOf: string | null
}

type House = { label: string; obligation: Obligation; wording: (about: CaveatContext) => string }

const speaker = (about: CaveatContext) => about.claimant ?? 'the person quoted'
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const HOUSE: Record<CaveatKind, House> = {
  single_origin: {
    label: 'Single origin',
    obligation: 'box',
    wording: (a) => `All reports of ${a.subject} go back to one origin${a.origin ? `, ${a.origin}` : ''}.`,
  },
  official_unverified: {
    label: 'Official statement, not verified',
    obligation: 'paragraph',
    wording: (a) =>
      `${capital(a.subject)} is an official statement that nobody outside the institution has verified.`,
  },
  methodology_undisclosed: {
    label: 'Methodology not disclosed',
    obligation: 'box',
    wording: (a) => `How ${a.subject} was arrived at has not been disclosed in full.`,
  },
  scope_unclear: {
    label: 'Scope unclear',
    obligation: 'box',
    wording: (a) => `What ${a.subject} covers, and what it leaves out, is not stated.`,
  },
  not_comparable: {
    label: 'Not comparable',
    obligation: 'box',
    wording: (a) =>
      `${capital(a.subject)} is not an audited or internationally standardised measure and should not be compared with other countries' or companies' figures.`,
  },
  attributed_only: {
    label: 'Attributed only',
    obligation: 'sentence',
    wording: (a) =>
      `${capital(a.subject)} is given here as a statement by ${speaker(a)}; that it was said is checked, what it says is not.`,
  },
  estimate: {
    label: 'Estimate',
    obligation: 'sentence',
    wording: (a) => `${capital(a.subject)} is an estimate.`,
  },
  lower_bound: {
    label: 'Lower bound',
    obligation: 'sentence',
    wording: (a) => `${capital(a.subject)} is a lower bound: the source says "more than".`,
  },
  as_of: {
    label: 'As of a date',
    obligation: 'sentence',
    wording: (a) =>
      `${capital(a.subject)} holds as of ${a.asOf ?? 'the date the source gives'} and may have changed since.`,
  },
  definition_differs: {
    label: 'Definition differs',
    obligation: 'box',
    wording: (a) =>
      `Sources use different terms for what ${a.subject} measures; the values may not mean the same thing.`,
  },
  derived_by_newsroom: {
    label: 'Derived by the newsroom',
    obligation: 'box',
    wording: (a) => `${capital(a.subject)} is our own calculation from the figures cited.`,
  },
  translated_by_newsroom: {
    label: 'Translated by the newsroom',
    obligation: 'box',
    wording: (a) => `The words about ${a.subject} were translated by this newsroom.`,
  },
  original_not_seen: {
    label: 'Original not seen',
    obligation: 'box',
    wording: (a) => `The original record of ${a.subject} was not available to us; we rely on reports of it.`,
  },
  unnamed_source: {
    label: 'Not named',
    obligation: 'paragraph',
    wording: (a) =>
      `Those concerned are not named, so ${a.subject} is not a verified statement about any particular company or person.`,
  },
  interested_party: {
    label: 'Interested party',
    obligation: 'paragraph',
    wording: (a) => `${capital(speaker(a))} has an interest in ${a.subject}.`,
  },
  paywalled: {
    label: 'Paywalled',
    obligation: 'box',
    wording: (a) => `A source for ${a.subject} is behind a paywall and was read by the reporter.`,
  },
  capture_partial: {
    label: 'Capture partial',
    obligation: 'box',
    wording: (a) => `The archived copy behind ${a.subject} is not complete.`,
  },
  archive_only: {
    label: 'Archive only',
    obligation: 'box',
    wording: (a) => `A page behind ${a.subject} is no longer at its address; we rely on an archived copy.`,
  },
  changed_since_capture: {
    label: 'Changed since capture',
    obligation: 'box',
    wording: (a) => `A page behind ${a.subject} has changed since we archived it.`,
  },
  ai_assisted_search: {
    label: 'AI-assisted search',
    obligation: 'box',
    wording: (a) =>
      `An AI search was used to look for sources on ${a.subject}; nothing it said is used as evidence.`,
  },
}

/** The desk's name for a caveat kind. */
export function caveatLabel(kind: CaveatKind): string {
  return HOUSE[kind].label
}

/** House wording for a caveat; a person may change it before it is added. */
export function caveatWording(kind: CaveatKind, about: CaveatContext): string {
  return HOUSE[kind].wording(about)
}

/** Where the house wants this caveat in print, unless a person decides otherwise. */
export function caveatObligation(kind: CaveatKind): Obligation {
  return HOUSE[kind].obligation
}

export const caveatInput = z.object({
  kind: z.enum(CAVEAT_KINDS, 'Choose a kind of caveat.'),
  wording: z.string().trim().min(1, 'Write the caveat as it should be read.').max(2_000),
  obligation: z.enum(OBLIGATIONS, 'Choose where it must appear.'),
})
