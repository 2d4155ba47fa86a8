/** Reads what the search part of a claim's page shows: proposals, publishers, the chain, planned and past searches. */

import { paths } from '#app/paths.ts'
import { momentWords } from '#components/time.tsx'
import { proposeQueries, type QueryProposal } from '#domain/propose-queries.ts'
import { missingFor, type StepSettings } from '#domain/steps-set-up.ts'
import { assistantNearby } from '#storage/assistant-state.server.ts'
import { chainFor } from '#storage/chains.server.ts'
import { claimToSearch } from '#storage/claim-to-search.server.ts'
import type { Database } from '#storage/database.server.ts'
import { listProposals, type ProposalRecord } from '#storage/proposals.server.ts'
import { listRunRows } from '#storage/run-pages.server.ts'
import { listSchedules } from '#storage/schedules.server.ts'

/** Searches that a claim's page names; the rest is on the page of runs. */
const SEARCHES_SHOWN = 5

/** A page that only repeats another's text is no publisher to look at. */
const NO_PUBLISHER = ['repost', 'person']

export async function readSearching(
  db: Database,
  claim: { id: string; articleId: string },
  settings: StepSettings & { STET_OWN_HOSTS: string[] },
) {
  const [record, searches, schedules, inForce, assistant, accepted] = await Promise.all([
    claimToSearch(db, claim.id),
    listRunRows(db, { where: { claimId: claim.id, kind: 'find' }, take: SEARCHES_SHOWN }),
    listSchedules(db, claim.id),
    chainFor(db, 'find', claim.articleId),
    assistantNearby(db, settings, claim.articleId, { kind: 'query', claimId: claim.id }),
    listProposals(db, { kind: 'query', claimId: claim.id, state: 'accepted' }),
  ])
  const hosts = (record?.citations ?? []).flatMap(({ source: { address, kind } }) =>
    URL.canParse(address) && !NO_PUBLISHER.includes(kind) ? new URL(address).hostname : [],
  )
  return {
    searches,
    schedules,
    assistant,
    proposals: once([...accepted.flatMap(fromAssistant), ...(record ? proposeQueries(record) : [])]),
    sites: [...new Set(hosts)],
    chain: { ...inForce, missing: missingFor(settings), change: paths.articleChains(claim.articleId) },
  }
}

/** A query of the assistant's that a person has accepted; the search that sends it records whose it was. */
function fromAssistant({ content, model, at, decidedBy }: ProposalRecord): QueryProposal[] {
  if (content?.kind !== 'query') return []
  const { query, language } = content
  const reason = `Proposed by ${model}, ${momentWords(at)}; accepted by ${decidedBy ?? 'somebody'}.`
  return [{ query, language, reason }]
}

/** The first of those that ask the same. */
function once(proposals: QueryProposal[]): QueryProposal[] {
  return proposals.filter(({ query }, at) => proposals.findIndex((one) => one.query === query) === at)
}
