/** The parts of a claim's page in their order, with how much is in each: what its in-page list shows. */
import type { PagePart } from './page-parts.tsx'

type Counted = { length: number }

/** Parts without anything in them that the page does not draw are left out. */
export function claimParts(page: {
  claim: { citations: Counted; caveats: Counted }
  mayReview: boolean
  resting: { origins: { graph: { nodes: Counted } }; series: Counted }
  leads: Counted
  asking: { asks: Counted }
}): (PagePart | null)[] {
  const { claim, mayReview, resting, leads, asking } = page
  return [
    { id: 'sources', name: 'Sources', count: claim.citations.length },
    resting.origins.graph.nodes.length > 0 ? { id: 'origins', name: 'Where they have it from' } : null,
    resting.series.length > 0 ? { id: 'series', name: 'Over time' } : null,
    { id: 'review', name: decisionTitle(mayReview) },
    { id: 'caveats', name: 'Caveats', count: claim.caveats.length },
    { id: 'searches', name: leads.length > 0 ? 'Leads' : 'Searches', count: leads.length },
    { id: 'asked', name: 'Asked people', count: asking.asks.length },
    { id: 'history', name: 'History' },
  ]
}

/** A claim waits for its reader's decision, or for somebody else's. */
export function decisionTitle(mayReview: boolean): string {
  return mayReview ? 'Your decision' : 'The editors'
}
