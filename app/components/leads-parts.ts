/** How a list of leads is cut into parts, narrowed down, and what its form sends. */
import type { GroupedLead } from '#domain/lead.ts'
import { type Typed, typed, typedRows } from './typed-values.ts'

/** `index` is the lead's row in the form; `folded` is the summary of a part that is folded, or null for one that is not. */
export type LeadPart = {
  key: string
  folded: string | null
  leads: { lead: GroupedLead; index: number }[]
}

export type WantedLeads = { standing: string; words: string }

const FOLDED = { passage_absent: absentWords, never_existed: neverWords } as const

/** Leads with a passage, unknown and waiting ones in their order; then, folded, those without it and those that never were. */
export function leadParts(leads: GroupedLead[]): LeadPart[] {
  const rows = leads.map((lead, index) => ({ lead, index }))
  // While pages are still being looked at nothing moves: everything stays where the engines put it.
  if (leads.some(({ isWaiting }) => isWaiting))
    return [{ key: 'all', folded: null, leads: rows.sort((a, b) => placeOf(a.lead) - placeOf(b.lead)) }]
  const isFolded = ({ lead }: { lead: GroupedLead }) => lead.standing !== null && lead.standing in FOLDED
  const parts: LeadPart[] = [{ key: 'open', folded: null, leads: rows.filter((row) => !isFolded(row)) }]
  for (const [standing, words] of Object.entries(FOLDED)) {
    const folded = rows.filter(({ lead }) => lead.standing === standing)
    parts.push({ key: standing, folded: words(folded.length), leads: folded })
  }
  return parts.filter((part) => part.leads.length > 0)
}

function absentWords(count: number): string {
  return count === 1
    ? '1 lead whose page does not have the passage'
    : `${count} leads whose pages do not have the passage`
}

function neverWords(count: number): string {
  return count === 1 ? '1 address that never existed' : `${count} addresses that never existed`
}

function placeOf({ namedBy }: GroupedLead): number {
  return Math.min(...namedBy.map(({ position }) => position))
}

/** What a standing is called where leads are narrowed down; `waiting` and `unseen` have none yet. */
export const STANDING_CHOICES: Record<string, string> = {
  passage_found: 'The passage is there',
  could_not_look: 'Could not look',
  unseen: 'Not looked at',
  passage_absent: 'The passage is not there',
  never_existed: 'Never existed',
}

export function standingKey(lead: GroupedLead): string {
  return lead.standing ?? 'unseen'
}

/** Words are looked for in address, title, and what the page says of itself; all of them must be there. */
export function shownLeads(leads: GroupedLead[], { standing, words }: WantedLeads): GroupedLead[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return leads.filter((lead) => {
    if (standing !== '' && standingKey(lead) !== standing) return false
    if (wanted.length === 0) return true
    const page = lead.screening?.page
    const engines = lead.namedBy.map(({ step }) => step)
    const text = [lead.address, lead.title, page?.title, page?.publisher, ...engines].join(' ').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

/** The leads that a form of the list chose: those of one button, or every one that was ticked. */
export function chosenLeads(fields: Typed): string[] {
  const only = typed(fields, 'only')
  const ids = only === '' ? typedRows(fields, 'leads').map((row) => typed(row, 'ids')) : [only]
  return ids.flatMap((each) => each.split(' ')).filter(Boolean)
}
