/** The assistant beside what it is asked about: a claim's search, a citation's translation. */
import { AssistantAsk, type AssistantState } from './assistant-ask.tsx'
import type { ShownProposal } from './proposal-card.tsx'
import { ProposalList } from './proposal-list.tsx'

export type NearbyAssistant = AssistantState & { proposals: ShownProposal[] }

/** `title` names what it may propose here. Where it is off there is nothing: its own page says so. */
export function AssistantNearby({ title, assistant }: { title: string; assistant: NearbyAssistant }) {
  const { proposals, ...state } = assistant
  if (state.standing.state === 'off' && proposals.length === 0) return null
  return (
    <section aria-label={title} className="grid gap-3 border-t border-rule pt-3">
      <h3 className="text-sm font-medium">{title}</h3>
      <AssistantAsk state={state} />
      {proposals.length > 0 ? <ProposalList proposals={proposals} lang={null} /> : null}
    </section>
  )
}
