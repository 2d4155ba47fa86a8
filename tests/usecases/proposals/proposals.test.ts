/** Proposals from question to decision: asked once, kept with how they fared, made somebody's own by a person alone. */
import { describe, expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import type { AssistAsk, ProposedContent } from '#domain/proposal.ts'
import type { Desk } from '#storage/desk.server.ts'
import { verifyLedger } from '#storage/ledger.server.ts'
import { countProposals, listProposals, newestAssistRun } from '#storage/proposals.server.ts'
import { editArticle } from '#usecases/articles/edit-article.server.ts'
import { decideProposal } from '#usecases/proposals/decide-proposal.server.ts'
import { recordProposals } from '#usecases/proposals/record-proposals.server.ts'
import { requestProposals } from '#usecases/proposals/request-proposals.server.ts'
import { finishRun } from '#usecases/runs/finish-run.server.ts'
import { openAttempt } from '#usecases/runs/open-attempt.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { takeRun } from '#usecases/runs/take-run.server.ts'
import { addPerson, refusalOf, sure, type TestPerson, testDesk } from '../../support/desk.ts'
import { CITATION, CLAIM, startStory } from '../../support/story.ts'

/** Asks, and has the assistant answer with these. */
async function proposed(desk: Desk, person: TestPerson, ask: AssistAsk, proposals: ProposedContent[]) {
  const { runId } = sure(await requestProposals(desk, person, ask))
  const workerId = 'worker-of-the-test'
  // Captures that the story has asked for wait, too.
  for (
    let run = await takeRun(desk, MACHINE, workerId);
    run.ok && run.value;
    run = await takeRun(desk, MACHINE, workerId)
  ) {
    const mine = { id: run.value.id, workerId }
    if (run.value.id === runId) {
      const step = { step: 'assistant', version: '1', windowMs: 1_000, person: null }
      const { id } = sure(await openAttempt(desk, MACHINE, mine, step))
      const facts = { asked: 'all that was sent', askedOf: 'ai.example' }
      const answer = { provider: 'ai.example', model: 'test-1', asked: facts.asked, proposals }
      const end = { ended: 'done' as const, reason: null, message: null, facts, body: null, answer }
      sure(await recordProposals(desk, MACHINE, { id, workerId }, end))
      expect(refusalOf(await recordProposals(desk, MACHINE, { id, workerId }, end))).toBe('conflict')
    }
    sure(await finishRun(desk, MACHINE, mine, 'finished'))
  }
  const { kind, ...place } = ask
  return listProposals(desk.db, { kind, ...place })
}

const claimOf = (text: string, passage = CLAIM.text): ProposedContent => ({
  kind: 'claim',
  ...{ text, passage, claimant: null, claimKind: 'figure' },
})
const lastEntry = async (desk: Desk, kind: string) => {
  const entry = await desk.db.ledgerEntry.findFirstOrThrow({ where: { kind }, orderBy: { seq: 'desc' } })
  return { actorName: entry.actorName, payload: JSON.parse(entry.payload) }
}
async function story() {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter', 'Mei')
  return { desk, reporter, ...(await startStory(desk, reporter)) }
}

describe('a question to the assistant', () => {
  it('is put once at a time, by a person, about something that is there', async () => {
    const { desk, reporter, articleId, claimId, citationId } = await story()
    const ask = { kind: 'claim', articleId } as const
    expect(refusalOf(await requestProposals(desk, MACHINE, ask))).toBe('not_allowed')
    expect(refusalOf(await requestProposals(desk, reporter, { kind: 'claim', articleId: 'none' }))).toBe(
      'not_found',
    )
    expect(refusalOf(await requestProposals(desk, reporter, { kind: 'verdict', articleId }))).toBe('invalid')
    sure(await requestProposals(desk, reporter, ask))
    expect(refusalOf(await requestProposals(desk, reporter, ask))).toBe('conflict')
    // Other questions, and searches, do not wait for it.
    sure(await requestProposals(desk, reporter, { kind: 'query', claimId }))
    sure(await requestProposals(desk, reporter, { kind: 'translation', citationId }))
    sure(await requestRun(desk, reporter, { claimId }, {}))
    expect(await newestAssistRun(desk.db, ask)).toMatchObject({ state: 'queued', attempt: null })
  })
})

describe('a proposed claim', () => {
  it('that is accepted is logged as the person’s own, and the ledger says whose proposal it was', async () => {
    const { desk, reporter, articleId } = await story()
    const [one, two] = await proposed(desk, reporter, { kind: 'claim', articleId }, [
      claimOf('Daily token usage has surpassed 140 trillion as of March 2026.'),
      claimOf('Daily token usage has surpassed 150 trillion as of March 2026.'),
    ])
    expect([one?.gate?.passed, two?.gate?.passed]).toEqual([true, false])
    const { claimId } = sure(await decideProposal(desk, reporter, one!.id, { decision: 'accept' }))
    const claim = await desk.db.claim.findUniqueOrThrow({
      where: { id: claimId! },
      include: { figures: true },
    })
    expect(claim).toMatchObject({
      passage: CLAIM.text,
      loggedById: reporter.id,
      status: 'unchecked',
      kind: 'figure',
    })
    expect(claim.figures).toMatchObject([{ value: '140000000000000' }])
    expect(await lastEntry(desk, 'claim.logged')).toMatchObject({
      actorName: 'Mei',
      payload: { fromProposal: { id: one!.id, provider: 'ai.example', model: 'test-1' } },
    })
    expect(refusalOf(await decideProposal(desk, reporter, one!.id, { decision: 'accept' }))).toBe(
      'already_done',
    )
    expect(await verifyLedger(desk.db)).toMatchObject({ problems: [] })
  })

  it('cannot be accepted where it did not pass, was changed into what the draft does not say, or the draft has changed', async () => {
    const { desk, reporter, articleId } = await story()
    const [good, bad] = await proposed(desk, reporter, { kind: 'claim', articleId }, [
      claimOf('Daily token usage has surpassed 140 trillion.'),
      claimOf('Daily token usage has surpassed 140 billion.'),
    ])
    const take = (id: string, text?: string) =>
      decideProposal(desk, reporter, id, { decision: 'accept', text })
    expect(refusalOf(await take(bad!.id))).toBe('conflict')
    expect(refusalOf(await take(bad!.id, 'Daily token usage has surpassed 140 trillion.'))).toBe('conflict')
    expect(refusalOf(await take(good!.id, 'Daily token usage has surpassed 141 trillion.'))).toBe('conflict')
    sure(
      await editArticle(desk, reporter, articleId, {
        headline: 'Tokens',
        language: 'en',
        draft: 'Another text.',
      }),
    )
    expect(refusalOf(await take(good!.id))).toBe('conflict')
    sure(await decideProposal(desk, reporter, bad!.id, { decision: 'dismiss' }))
    expect(await countProposals(desk.db, articleId)).toEqual({ proposed: 1, accepted: 0, dismissed: 1 })
    expect(await desk.db.claim.count()).toBe(1)
  })

  it('is never accepted by a machine', async () => {
    const { desk, reporter, articleId } = await story()
    const [one] = await proposed(desk, reporter, { kind: 'claim', articleId }, [claimOf(CLAIM.text)])
    for (const decision of ['accept', 'dismiss'])
      expect(refusalOf(await decideProposal(desk, MACHINE, one!.id, { decision }))).toBe('not_allowed')
    const posing = { ...reporter, role: 'machine' as const }
    expect(refusalOf(await decideProposal(desk, posing, one!.id, { decision: 'accept' }))).toBe('not_allowed')
  })
})

it('a search that sends an accepted query records which model proposed it, and when', async () => {
  const { desk, reporter, claimId } = await story()
  const query = '刘烈宏 140万亿 词元'
  const [one, two] = await proposed(desk, reporter, { kind: 'query', claimId }, [
    { kind: 'query', query, language: 'zh', why: 'The official speaks Chinese.' },
    { kind: 'query', query: '"a miracle of tokens"', language: 'en', why: null },
  ])
  expect([one?.gate?.passed, two?.gate?.passed]).toEqual([true, false])
  sure(await decideProposal(desk, reporter, one!.id, { decision: 'accept' }))
  expect(refusalOf(await decideProposal(desk, reporter, two!.id, { decision: 'accept' }))).toBe('conflict')
  const { id } = sure(await requestRun(desk, reporter, { claimId }, { queries: ['my own', query] }))
  const run = await desk.db.run.findUniqueOrThrow({ where: { id } })
  expect(run.request).toMatchObject({
    queries: ['my own', query],
    proposed: [{ query, proposalId: one!.id, model: 'test-1', at: one!.at.toISOString() }],
  })
})

describe('a proposed translation', () => {
  const translationOf = (translation: string): ProposedContent => ({
    kind: 'translation',
    ...{ translation, quote: CITATION.quote, language: 'en' },
  })
  const GOOD = 'daily token usage of our country has exceeded 140 trillion'

  it('that is accepted is printed with the person and the model', async () => {
    const { desk, reporter, citationId } = await story()
    const [one] = await proposed(desk, reporter, { kind: 'translation', citationId }, [translationOf(GOOD)])
    expect(one?.gate).toMatchObject({ passed: true })
    sure(await decideProposal(desk, reporter, one!.id, { decision: 'accept' }))
    expect(await desk.db.citation.findUniqueOrThrow({ where: { id: citationId } })).toMatchObject({
      translation: GOOD,
      translatedBy: 'Mei, from a proposal of test-1',
      quote: CITATION.quote,
    })
    expect(await lastEntry(desk, 'citation.edited')).toMatchObject({
      payload: { fromProposal: { model: 'test-1' }, before: { translation: null } },
    })
  })

  it('with 万亿 read as billion stays out, changed elsewhere too; with the figure put right it is accepted', async () => {
    const { desk, reporter, citationId } = await story()
    const wrong = GOOD.replace('trillion', 'billion')
    const [one] = await proposed(desk, reporter, { kind: 'translation', citationId }, [translationOf(wrong)])
    expect(one?.gate?.checks.find(({ of }) => of === 'figures')).toMatchObject({ ok: false })
    const take = (text?: string) => decideProposal(desk, reporter, one!.id, { decision: 'accept', text })
    expect(refusalOf(await take())).toBe('conflict')
    expect(refusalOf(await take(`${wrong} .`))).toBe('conflict')
    expect(refusalOf(await take(wrong.replace('daily', 'average daily')))).toBe('conflict')
    sure(await take(GOOD))
  })

  it('with a name that only a person can judge is accepted once they have changed it, and not before', async () => {
    const { desk, reporter, citationId } = await story()
    const named = 'daily token usage of China has exceeded 140 trillion'
    const [one] = await proposed(desk, reporter, { kind: 'translation', citationId }, [translationOf(named)])
    expect(one?.gate?.passed).toBe(false)
    const take = (text?: string) => decideProposal(desk, reporter, one!.id, { decision: 'accept', text })
    expect(refusalOf(await take())).toBe('conflict')
    expect(refusalOf(await take(`${named}!`))).toBe('conflict')
    sure(await take('average daily token usage of China has exceeded 140 trillion'))
  })
})
