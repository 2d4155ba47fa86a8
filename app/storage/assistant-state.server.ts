/** Reads whether the assistant can be asked about one subject, how it was asked last, and what waits for a decision. */
import {
  type AssistantSettings,
  type AssistantStanding,
  assistantStanding,
} from '#domain/assistant-setting.ts'
import type { AssistAsk } from '#domain/proposal.ts'
import type { Reader } from './database.server.ts'
import { listProposals, newestAssistRun } from './proposals.server.ts'

export async function assistantState(
  db: Reader,
  settings: AssistantSettings & { STET_OWN_HOSTS: string[] },
  articleId: string,
  ask: AssistAsk,
) {
  const { sensitivity } = await db.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { sensitivity: true },
  })
  const standing: AssistantStanding = assistantStanding(settings, sensitivity)
  return { articleId, ask, standing, run: await newestAssistRun(db, ask) }
}

/** Proposals shown beside a claim or a citation; the rest is on the article's page of proposals. */
const MAX_NEARBY = 20

/** The same, with the proposals for a claim or a citation that nobody has decided on. */
export async function assistantNearby(
  db: Reader,
  settings: AssistantSettings & { STET_OWN_HOSTS: string[] },
  articleId: string,
  ask: AssistAsk,
) {
  const [state, proposals] = await Promise.all([
    assistantState(db, settings, articleId, ask),
    listProposals(db, { ...ask, state: 'proposed' }, { take: MAX_NEARBY }),
  ])
  return { ...state, proposals }
}
