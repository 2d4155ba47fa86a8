/** A claim logged from a page elsewhere, and a document that a person brings with what they say about it. */
import { describe, expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import { findRun } from '#storage/runs.server.ts'
import { logFoundClaim } from '#usecases/claims/log-found-claim.server.ts'
import { bringDocument } from '#usecases/runs/bring-document.server.ts'
import { choosePage } from '#usecases/runs/choose-page.server.ts'
import { addPerson, refusalOf, sure, testDesk } from '../support/desk.ts'
import { startStory } from '../support/story.ts'

const CLAIM = { kind: 'figure', text: 'China passed 140 trillion daily tokens.' }
const PAGE = {
  address: 'https://news.example/tokens?utm_source=x',
  title: 'Tokens',
  quote: '超过140万亿',
  keyUse: 'The figure.',
}

async function desk() {
  const made = await testDesk()
  const reporter = await addPerson(made, 'reporter')
  const { articleId, sourceId } = await startStory(made, reporter)
  return { desk: made, reporter, articleId, sourceId }
}

describe('a claim found on a page', () => {
  it('is logged with its figures, the page and the quote in one change, and the page is fetched', async () => {
    const { desk: at, reporter, articleId } = await desk()
    const { id, runId } = sure(await logFoundClaim(at, reporter, articleId, { claim: CLAIM, page: PAGE }))
    const claim = await at.db.claim.findUniqueOrThrow({
      where: { id },
      include: { figures: true, citations: { include: { source: true } } },
    })
    expect(claim).toMatchObject({ number: 2, status: 'unchecked', articleId })
    expect(claim.figures).toMatchObject([{ text: '140 trillion daily tokens', value: '140000000000000' }])
    expect(claim.citations).toMatchObject([
      { quote: '超过140万亿', stance: 'supports', source: { title: 'Tokens', kind: 'report' } },
    ])
    expect(runId).not.toBeNull()
    const kinds = (await at.db.ledgerEntry.findMany({ orderBy: { seq: 'desc' }, take: 4 })).map(
      ({ kind }) => kind,
    )
    expect(kinds.reverse()).toEqual(['claim.logged', 'source.added', 'citation.added', 'run.requested'])
  })

  it('uses the source that the house has under another spelling of its address', async () => {
    const { desk: at, reporter, articleId } = await desk()
    sure(await logFoundClaim(at, reporter, articleId, { claim: CLAIM, page: PAGE }))
    const again = { ...PAGE, address: 'https://NEWS.example/tokens/' }
    sure(await logFoundClaim(at, reporter, articleId, { claim: CLAIM, page: again }))
    expect(await at.db.source.count({ where: { title: 'Tokens' } })).toBe(1)
  })

  it('leaves nothing behind when any part of it is refused', async () => {
    const { desk: at, reporter, articleId } = await desk()
    const before = await at.db.ledgerEntry.count()
    const bad = { ...PAGE, address: 'javascript:alert(1)', keyUse: '' }
    const refused = await logFoundClaim(at, reporter, articleId, { claim: { text: '' }, page: bad })
    expect(refused.ok ? [] : Object.keys(refused.refusal.fields ?? {})).toEqual(['text', 'address', 'keyUse'])
    expect(refusalOf(await logFoundClaim(at, reporter, 'none', { claim: CLAIM, page: PAGE }))).toBe(
      'not_found',
    )
    expect(refusalOf(await logFoundClaim(at, MACHINE, articleId, { claim: CLAIM, page: PAGE }))).toBe(
      'not_allowed',
    )
    expect(await at.db.ledgerEntry.count()).toBe(before)
  })
})

describe('a brought document', () => {
  const file = { bytes: Buffer.from('PK'), fileName: 'a.wacz', mediaType: '' }

  it('keeps how the person came by it, and is read again for the page they choose', async () => {
    const { desk: at, reporter, sourceId } = await desk()
    const said = { obtained: ' With the desk’s subscription. ' }
    const { runId } = sure(await bringDocument(at, reporter, sourceId, file, said))
    const editor = await addPerson(at, 'editor')
    const chosen = sure(await choosePage(at, editor, runId, { page: 'https://other.example/2' }))
    const first = (await findRun(at.db, runId))!.request as { upload: object }
    const second = (await findRun(at.db, chosen.runId))!.request as { upload: object }
    expect(first.upload).toMatchObject({ person: 'reporter', obtained: 'With the desk’s subscription.' })
    expect(second.upload).toEqual({ ...first.upload, page: 'https://other.example/2' })
  })

  it('is refused where what is said about it cannot be', async () => {
    const { desk: at, reporter, sourceId } = await desk()
    expect(
      refusalOf(await bringDocument(at, reporter, sourceId, file, { obtained: 'x'.repeat(2_001) })),
    ).toBe('invalid')
    const { runId } = sure(await bringDocument(at, reporter, sourceId, file))
    expect(refusalOf(await choosePage(at, reporter, runId, {}))).toBe('invalid')
    expect(refusalOf(await choosePage(at, reporter, runId, { page: 'two' }))).toBe('invalid')
    expect(refusalOf(await choosePage(at, reporter, 'none', { page: 'https://x.example/' }))).toBe(
      'not_found',
    )
    expect(refusalOf(await choosePage(at, MACHINE, runId, { page: 'https://x.example/' }))).toBe(
      'not_allowed',
    )
  })
})
