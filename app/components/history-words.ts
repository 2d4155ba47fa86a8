/** Tells ledger entries in a colleague's words: what follows the name of who did it. */
import { type CaveatKind, caveatLabel } from '#domain/caveat.ts'
import type { ClaimStatus } from '#domain/claim.ts'
import type { LedgerKind } from '#domain/ledger.ts'
import type { LeadStanding } from '#domain/screening.ts'
import { classWords } from './capture-words.ts'
import { changeWord } from './change-words.ts'
import { READ_BACK_WORDS } from './read-back-words.ts'
import { STANDING_WORDS } from './screening-words.ts'
import { STATUS_WORDS } from './status-words.ts'

type Payload = Record<string, unknown>

const text = (value: unknown) => (typeof value === 'string' ? value : '')
/** Long texts are named, not repeated. */
const short = (value: unknown) => {
  const words = text(value).replace(/\s+/g, ' ').trim()
  return words.length > 90 ? `${words.slice(0, 88).trimEnd()}…` : words
}
const quoted = (value: unknown) => (short(value) ? ` “${short(value)}”` : '')
const statusWord = (value: unknown) =>
  STATUS_WORDS[text(value) as ClaimStatus]?.word.toLowerCase() ?? text(value)
const because = (value: unknown) => (text(value) ? `: “${text(value)}”` : '')
const caveat = (payload: Payload) => caveatName(text(payload.kind))

function caveatName(kind: string): string {
  try {
    return caveatLabel(kind as CaveatKind).toLowerCase()
  } catch {
    return kind
  }
}

function reviewed(payload: Payload): string {
  const reason = because(payload.reason)
  if (payload.decision === 'send_back') return `sent the claim back${reason}`
  const confidence = text(payload.confidence)
  return `settled the claim as ${statusWord(payload.to)}${confidence ? `, ${confidence} confidence` : ''}${reason}`
}

function sourceEdited(payload: Payload): string {
  const filled = payload.filled
  if (typeof filled !== 'object' || filled === null) return 'changed what is known about the source'
  return `filled in ${Object.keys(filled).join(', ')}${payload.readFrom ? ' from the archived page' : ''}`
}

function runAsked(payload: Payload): string {
  if (payload.kind === 'assist') return 'asked the AI assistant for proposals'
  if (payload.kind === 'ask') return `asked ${text(payload.askedOf)}`
  return payload.kind === 'find' ? 'asked for a search for sources' : 'asked for an archived copy'
}

function runFinished(payload: Payload): string {
  const attempts = Array.isArray(payload.attempts) ? payload.attempts.length : 0
  const how = payload.state === 'cancelled' ? 'stopped the run' : 'finished the run'
  return `${how} after ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`
}

/** Where an AI assistant had proposed what a person made their own. */
const fromModel = (payload: Payload) => {
  const { model } = (payload.fromProposal ?? {}) as Payload
  return text(model) ? `, from a proposal of ${text(model)}` : ''
}

const chainKind = (payload: Payload) =>
  payload.kind === 'find' ? 'searches for sources' : 'captures of sources'

const WORDS: Record<LedgerKind, (payload: Payload) => string> = {
  'person.invited': (p) => `invited ${text(p.name)} as ${text(p.role)}`,
  'person.joined': () => 'joined the desk',
  'person.role_changed': (p) => `changed a role from ${text(p.from)} to ${text(p.to)}`,
  'person.deactivated': (p) => `ended the access of ${text(p.name)}`,
  'article.created': (p) => `created the article${quoted(p.headline)}`,
  'article.edited': () => 'edited the article',
  'article.exported': (p) => `exported the source list${text(p.format) ? ` as ${text(p.format)}` : ''}`,
  'claim.logged': (p) => `logged the claim${quoted(p.text)}${fromModel(p)}`,
  'claim.edited': () => 'changed the claim',
  'claim.submitted': () => 'handed the claim to the editors',
  'claim.reopened': (p) => `reopened the claim, which was ${statusWord(p.from)}, because ${text(p.why)}`,
  'claim.reviewed': reviewed,
  'source.added': (p) => `added the source ${text(p.publisher) || short(p.address)}`,
  'source.edited': sourceEdited,
  'citation.added': (p) => `linked a source. Key use:${quoted(p.keyUse)}`,
  'citation.edited': (p) => `changed a citation${fromModel(p)}`,
  'origin.recorded': (p) => `recorded the origin${quoted(p.label)}`,
  'origin.proposed': (p) => `proposed the origin${quoted(p.label)}`,
  'relay.proposed': (p) => `proposed that the source has it from${quoted(p.from)}`,
  'relay.confirmed': (p) => `confirmed where the source has it from${quoted(p.from)}`,
  'relay.rejected': (p) => `said that the source does not have it from${quoted(p.from) || ' there'}`,
  'utterance.recorded': (p) =>
    `recorded that ${text(p.speaker)} said it${text(p.event) ? ` at ${text(p.event)}` : ''}`,
  'caveat.added': (p) => `added the caveat “${caveat(p)}”`,
  'caveat.withdrawn': (p) => `withdrew the caveat “${caveat(p)}”`,
  'run.requested': (p) => `${runAsked(p)}${p.retryOf ? ', one step again' : ''}`,
  'run.started': (p) => (p.again ? 'took the run up again' : 'started the run'),
  'run.finished': runFinished,
  'run.cancelled': () => 'stopped the run',
  'attempt.opened': (p) => `began the step ${text(p.step)}`,
  'attempt.closed': (p) => `ended the step ${text(p.step)}: ${text(p.ended) || 'unknown'}`,
  'lead.screened': (p) =>
    `looked at the lead ${short(p.address)}: ${STANDING_WORDS[text(p.standing) as LeadStanding] ?? text(p.standing)}`,
  'attempt.annotated': (p) => `added a note to the step ${text(p.step)}${because(p.text)}`,
  'lead.accepted': (p) => `accepted the lead ${short(p.address)}`,
  'lead.dismissed': (p) => `dismissed the lead ${short(p.address)}`,
  'capture.stored': (p) => `archived ${short(p.finalUrl)}`,
  'findings.recorded': () => 'read the archived page for the citation',
  'capture.read_back': (p) =>
    `opened the archived copy again, offline: ${READ_BACK_WORDS[text(p.readBack)] ?? ''}`,
  'capture.read_back_asked': () => 'asked for the archived copy to be opened again',
  'capture.reclassified': (p) =>
    `said that the copy is “${classWords(text(p.to))}”, not “${classWords(text(p.from))}”${because(p.reason)}`,
  'witness.recorded': (p) => `second witness ${text(p.service)}: ${text(p.message)}`,
  'passage.compared': (p) => `looked at the cited passage again: ${changeWord(text(p.change)).toLowerCase()}`,
  'passage.seen': (p) => `took note: ${changeWord(text(p.change)).toLowerCase()}`,
  'watch.started': (p) => `asked for a look every ${text(p.every)}`,
  'series.started': (p) => `started the series${quoted(p.label)}`,
  'series.point_added': (p) => `added ${text(p.figure)} as of ${text(p.asOf)}`,
  'series.point_removed': (p) => `took ${text(p.figure)} as of ${text(p.asOf)} out`,
  'series.superseded': (p) => `marked ${text(p.figure)} as superseded by ${text(p.by)}`,
  'chain.set': (p) => `set the chain for ${chainKind(p)}`,
  'chain.reset': (p) => `took away the chain set for ${chainKind(p)}`,
  'schedule.started': (p) => `planned a search: ${text(p.words)}`,
  'schedule.ended': (p) => `ended the planned search${p.why ? `: ${text(p.why)}` : ''}`,
  'proposal.recorded': (p) => `kept a proposal of ${text(p.model)}`,
  'proposal.accepted': (p) => `accepted a proposal of ${text(p.model)}: a ${text(p.kind)}`,
  'proposal.dismissed': (p) => `dismissed a proposal of ${text(p.model)}: a ${text(p.kind)}`,
  'watch.ended': (p) => (p.why ? `ended the watch: ${text(p.why)}` : 'ended the watch'),
}

/** The words for an entry; an entry of a kind this version does not know is named by its kind. */
export function historyWords(kind: string, payload: Payload): string {
  const words = (WORDS as Record<string, (payload: Payload) => string>)[kind]
  return words ? words(payload) : kind
}
