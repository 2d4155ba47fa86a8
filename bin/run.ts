/** `stet run ARTICLE`: searches for every claim that has no source yet and captures every source that has no copy yet. */
import { MACHINE } from '#domain/person.ts'
import { createRegistry } from '#scrapers/registry.ts'
import { startWorker } from '#scrapers/worker.ts'
import { findArticle } from '#storage/articles.server.ts'
import { closeDesk, type Desk } from '#storage/desk.server.ts'
import { countOpenRuns, listRunsForArticle } from '#storage/runs.server.ts'
import { type RunSubject, requestRun } from '#usecases/runs/request-run.server.ts'
import { type Command, misused, put, say } from './command.ts'
import { sealSettings } from './seal-settings.ts'
import { openDeskHere, registrySettings, settingsHere } from './settings.ts'

export const run: Command = async (args) => {
  const articleId = args[0]
  if (!articleId) return misused('run ARTICLE')
  const settings = settingsHere()
  const desk = await openDeskHere(settings)
  const article = await findArticle(desk.db, articleId)
  if (!article) {
    say(`There is no article ${articleId}.`)
    await closeDesk(desk)
    return 1
  }
  const citations = article.claims.flatMap((claim) => claim.citations)
  const uncaptured = citations
    .filter(({ source }) => source.captures.length === 0)
    .map(({ source }) => source.id)
  const subjects: RunSubject[] = [
    ...article.claims.filter((claim) => claim.citations.length === 0).map((claim) => ({ claimId: claim.id })),
    ...[...new Set(uncaptured)].map((sourceId) => ({ sourceId })),
  ]
  for (const subject of subjects) await requestRun(desk, MACHINE, subject, {})
  const registry = createRegistry({
    ...registrySettings(settings),
    ...(await sealSettings(settings)),
  })
  await workUntilDone(desk, registry, articleId)
  const runs = (await listRunsForArticle(desk.db, articleId)).filter(({ kind }) => kind !== 'ask')
  for (const one of runs)
    put({
      run: one.id,
      kind: one.kind,
      claim: one.claim?.number ?? null,
      source: one.source?.address ?? null,
      state: one.state,
      attempts: one.attempts.map(({ step, ended, reason, message }) => ({ step, ended, reason, message })),
    })
  await registry.close()
  await closeDesk(desk)
  const captured = runs.every((one) => one.attempts.some((attempt) => attempt.ended === 'done'))
  return captured ? 0 : 1
}

/**
 * Works in this process until no run of the article waits or is running. Another worker may help; a request to a person
 * is nobody's to work on.
 */
export async function workUntilDone(
  desk: Desk,
  registry: ReturnType<typeof createRegistry>,
  articleId: string,
): Promise<void> {
  const stop = new AbortController()
  const working = startWorker({ desk, registry, signal: stop.signal, log: say })
  while ((await countOpenRuns(desk.db, articleId)) > 0)
    await new Promise((resolve) => setTimeout(resolve, 200))
  stop.abort()
  await working
}
