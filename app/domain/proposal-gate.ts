/** Holds what an assistant proposed against the record, and shows the working. Nothing that fails can be accepted as it is. */
import { z } from 'zod'
import type { AssistSubject, ProposedContent } from './proposal.ts'
import { checkClaimProposal } from './proposal-parts/check-claim-proposal.ts'
import { checkQueryProposal } from './proposal-parts/check-query-proposal.ts'
import { checkTranslationProposal } from './proposal-parts/check-translation-proposal.ts'

const gateCheck = z.object({
  /** what was looked at, such as `figures` */
  of: z.string(),
  ok: z.boolean(),
  /** the result in one sentence */
  words: z.string(),
  /** the working, one line each */
  steps: z.array(z.string()),
  /** true where only a person can tell, so that one who has changed the proposal may accept it */
  forPerson: z.boolean(),
})
const gateShape = z.object({ passed: z.boolean(), checks: z.array(gateCheck) })

export type GateCheck = z.output<typeof gateCheck>
export type Gate = z.output<typeof gateShape>

/** The result as stored with a proposal; null where it is of another version's shape. */
export function readGate(stored: unknown): Gate | null {
  const parsed = gateShape.safeParse(stored)
  return parsed.success ? parsed.data : null
}

/** Runs every check of the proposal's kind. A proposal of another kind than the subject does not pass. */
export function gateProposal(subject: AssistSubject, content: ProposedContent): Gate {
  const checks = checksOf(subject, content)
  return { passed: checks.every(({ ok }) => ok), checks }
}

/** Whether a proposal that a person has changed may be accepted: what only they can tell is theirs to tell. */
export function mayPassEdited(gate: Gate): boolean {
  return gate.checks.every(({ ok, forPerson }) => ok || forPerson)
}

/** In one sentence why a proposal did not pass. */
export function whyNotPassed(gate: Gate): string {
  const failed = gate.checks.filter(({ ok }) => !ok)
  return failed.map(({ words }) => words).join(' ') || 'It did not pass.'
}

function checksOf(subject: AssistSubject, content: ProposedContent): GateCheck[] {
  if (subject.kind === 'claim' && content.kind === 'claim') return checkClaimProposal(content, subject)
  if (subject.kind === 'query' && content.kind === 'query') return checkQueryProposal(content, subject)
  if (subject.kind === 'translation' && content.kind === 'translation')
    return checkTranslationProposal(content, subject)
  return [
    {
      of: 'kind',
      ok: false,
      words: 'It answers another question than was asked.',
      steps: [],
      forPerson: false,
    },
  ]
}
