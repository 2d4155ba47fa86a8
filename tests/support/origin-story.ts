/** Stories for tests of origins: one claim, several sources, each with an archived page. */

import { MACHINE } from '#domain/person.ts'
import type { RelayPage } from '#domain/relay-reading.ts'
import type { Desk } from '#storage/desk.server.ts'
import { createArticle } from '#usecases/articles/create-article.server.ts'
import { logClaim } from '#usecases/claims/log-claim.server.ts'
import { proposeRelays } from '#usecases/origins/propose-relays.server.ts'
import { settleRelay } from '#usecases/origins/settle-relay.server.ts'
import { linkSource } from '#usecases/sources/link-source.server.ts'
import { sure, type TestPerson } from './desk.ts'
import { CLAIM, storeCapture } from './story.ts'

/** Links and archives every page for one claim; after each capture relays are proposed, as the worker does. */
export async function tellOriginStory(desk: Desk, reporter: TestPerson, pages: RelayPage[], quote?: string) {
  const { id: articleId } = sure(await createArticle(desk, reporter, { headline: 'Tokens' }))
  const { id: claimId } = sure(await logClaim(desk, reporter, articleId, CLAIM))
  const sourceIds: string[] = []
  for (const page of pages) {
    const { address, publisher, kind, published, language, text } = page
    const citation = {
      stance: 'supports',
      keyUse: 'Confirms the figure',
      quote: quote && text.includes(quote) ? quote : null,
    }
    const raw = { address, publisher, kind, language, ...citation }
    const { sourceId, runId } = sure(await linkSource(desk, reporter, claimId, raw))
    // A page that another story archived is not fetched again.
    if (runId) await storeCapture(desk, text, { finalUrl: address, published, language, publisher })
    sure(await proposeRelays(desk, MACHINE, sourceId))
    sourceIds.push(sourceId)
  }
  return { articleId, claimId, sourceIds }
}

/** A person confirms every proposal there is, save those that `not` names by their basis. */
export async function confirmAll(desk: Desk, person: TestPerson, not: string[] = []): Promise<void> {
  for (const { id, basis } of await desk.db.relay.findMany({ where: { state: 'proposed' } }))
    if (!not.includes(basis)) sure(await settleRelay(desk, person, id, { decision: 'confirm' }))
}
