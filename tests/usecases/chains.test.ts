/** Chains as data: whose chain a run walks, who may set it, and that every change is in the ledger. */
import { describe, expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import { DEFAULT_FIND_CHAIN } from '#domain/step.ts'
import { chainFor, listChainSettings } from '#storage/chains.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { createArticle } from '#usecases/articles/create-article.server.ts'
import { resetChain } from '#usecases/chains/reset-chain.server.ts'
import { setChain } from '#usecases/chains/set-chain.server.ts'
import { logClaim } from '#usecases/claims/log-claim.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { linkSource } from '#usecases/sources/link-source.server.ts'
import { addPerson, refusalOf, sure, testDesk } from '../support/desk.ts'
import { CITATION, CLAIM, startStory } from '../support/story.ts'

const form = (...steps: string[]) => ({
  steps: steps.map((step) => ({ step, use: 'on', seconds: '20' })),
  windowSeconds: '300',
  ending: 'all',
})

async function newsroom() {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const editor = await addPerson(desk, 'editor')
  return { desk, reporter, editor, ...(await startStory(desk, reporter)) }
}

const find = (articleId: string | null) => ({ kind: 'find' as const, articleId })
const stepsOf = async (desk: Desk, runId: string) => {
  const run = await desk.db.run.findUniqueOrThrow({ where: { id: runId } })
  return (run.chain as { steps: { step: string }[] }).steps.map(({ step }) => step)
}

describe('the chain of a run', () => {
  it('is the built-in one, then the desk’s, then the article’s, then its own', async () => {
    const { desk, reporter, editor, claimId, articleId } = await newsroom()
    expect(await chainFor(desk.db, 'find', articleId)).toEqual({
      chain: DEFAULT_FIND_CHAIN,
      from: 'built-in',
    })
    sure(await setChain(desk, editor, find(null), form('brave-search')))
    expect((await chainFor(desk.db, 'find', articleId)).from).toBe('desk')
    sure(await setChain(desk, reporter, find(articleId), form('feed-search', 'link-search')))
    const { id } = sure(await requestRun(desk, reporter, { claimId }, {}))
    expect(await stepsOf(desk, id)).toEqual(['feed-search', 'link-search'])
    await desk.db.run.update({ where: { id }, data: { state: 'finished' } })
    const chain = { steps: [{ step: 'grok-search', windowMs: 500 }], windowMs: 900, stopAtFirst: true }
    const own = sure(await requestRun(desk, reporter, { claimId }, { chain }))
    expect(await stepsOf(desk, own.id)).toEqual(['grok-search'])
  })

  it('to fetch a source is the article’s where that article alone cites it', async () => {
    const { desk, reporter, editor, articleId, sourceId, runId } = await newsroom()
    const fetch = (id: string | null) => ({ kind: 'fetch' as const, articleId: id })
    sure(await setChain(desk, editor, fetch(null), form('rendered')))
    sure(await setChain(desk, editor, fetch(articleId), form('wayback')))
    const over = () => desk.db.run.updateMany({ where: { sourceId }, data: { state: 'finished' } })
    expect(await stepsOf(desk, runId!)).toEqual(['plain', 'rendered', 'wayback'])
    await over()
    const mine = sure(await requestRun(desk, reporter, { sourceId }, {}))
    expect(await stepsOf(desk, mine.id)).toEqual(['wayback'])
    await over()
    const other = sure(await createArticle(desk, reporter, { headline: 'Other', draft: '' }))
    const claim = sure(await logClaim(desk, reporter, other.id, CLAIM))
    const linked = sure(await linkSource(desk, reporter, claim.id, CITATION))
    expect(await stepsOf(desk, linked.runId!)).toEqual(['rendered'])
  })

  it('that a later version has set does not keep a run from being walked', async () => {
    const { desk, articleId, editor } = await newsroom()
    const { id } = sure(await setChain(desk, editor, find(null), form('brave-search')))
    const chain = { steps: [{ step: 'mind-reading', windowMs: 1_000 }], windowMs: 2_000, stopAtFirst: true }
    await desk.db.chainSetting.update({ where: { id }, data: { chain } })
    expect((await chainFor(desk.db, 'find', articleId)).from).toBe('built-in')
  })
})

describe('setting a chain', () => {
  it('of the desk is for editors and admins, of an article also for whoever created it', async () => {
    const { desk, reporter, articleId } = await newsroom()
    const other = await addPerson(desk, 'reporter', 'other')
    const admin = await addPerson(desk, 'admin')
    const chain = form('brave-search')
    expect(refusalOf(await setChain(desk, reporter, find(null), chain))).toBe('not_allowed')
    expect(refusalOf(await setChain(desk, other, find(articleId), chain))).toBe('not_allowed')
    expect(refusalOf(await setChain(desk, MACHINE, find(articleId), chain))).toBe('not_allowed')
    expect(refusalOf(await setChain(desk, reporter, find(articleId), chain))).toBe('accepted')
    expect(refusalOf(await setChain(desk, admin, find(null), chain))).toBe('accepted')
    expect(refusalOf(await resetChain(desk, reporter, find(null)))).toBe('not_allowed')
  })

  it('again replaces it, and taking it away brings the one before back; the ledger knows all three', async () => {
    const { desk, editor } = await newsroom()
    sure(await setChain(desk, editor, find(null), form('brave-search')))
    sure(await setChain(desk, editor, find(null), form('feed-search')))
    expect(await listChainSettings(desk.db, null)).toMatchObject([{ kind: 'find', setBy: 'editor' }])
    sure(await resetChain(desk, editor, find(null)))
    expect((await chainFor(desk.db, 'find', null)).from).toBe('built-in')
    expect(refusalOf(await resetChain(desk, editor, find(null)))).toBe('already_done')
    const entries = await desk.db.ledgerEntry.findMany({ where: { kind: { startsWith: 'chain.' } } })
    expect(entries.map(({ kind }) => kind)).toEqual(['chain.set', 'chain.set', 'chain.reset'])
    expect((await verifyLedger(desk.db)).problems).toEqual([])
  })
})
