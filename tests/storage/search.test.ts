import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import type { Answer } from '#domain/refusal.ts'
import { closeDesk, type Desk, openDesk } from '#storage/desk.server.ts'
import { searchDesk } from '#storage/search.server.ts'
import { createArticle } from '#usecases/articles/create-article.server.ts'
import { logClaim } from '#usecases/claims/log-claim.server.ts'
import { invitePerson } from '#usecases/people/invite-person.server.ts'
import { linkSource } from '#usecases/sources/link-source.server.ts'

let folder: string
let desk: Desk

function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.value
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-search-'))
  desk = await openDesk({ dataFolder: folder, now: () => new Date('2026-03-24T09:00:00Z') })
  const invited = value(
    await invitePerson(desk, MACHINE, { name: 'Rita', email: 'rita@example.org', role: 'reporter' }),
  )
  const person = await desk.db.person.findFirstOrThrow({ where: { email: 'rita@example.org' } })
  expect(invited.token).toBeTruthy()
  const rita = { id: person.id, name: person.name, role: person.role }
  const article = value(
    await createArticle(desk, rita, { headline: 'A number on demand', draft: 'Tokens are metered.' }),
  )
  const claim = value(
    await logClaim(desk, rita, article.id, {
      text: 'Daily token usage has surpassed 140 trillion.',
      claimant: 'Liu Liehong',
    }),
  )
  value(
    await linkSource(desk, rita, claim.id, {
      address: 'https://www.chinanews.com.cn/cj/1.shtml',
      publisher: 'China News Service',
      quote: '日均词元调用量已超过140万亿',
      keyUse: 'Confirms the sequence.',
    }),
  )
})

afterAll(async () => {
  await closeDesk(desk)
  await rm(folder, { recursive: true, force: true })
})

describe('the search of the desk', () => {
  it('finds a claim by its words and its claimant together', async () => {
    const { claims } = await searchDesk(desk.db, 'liehong 140')
    expect(claims).toMatchObject([{ number: 1, claimant: 'Liu Liehong' }])
  })

  it('wants every word', async () => {
    const { claims, sources, articles } = await searchDesk(desk.db, 'token zebra')
    expect([claims, sources, articles]).toEqual([[], [], []])
  })

  it('finds a claim by Chinese words of a quote', async () => {
    expect((await searchDesk(desk.db, '词元调用量')).claims).toHaveLength(1)
  })

  it('finds sources by publisher and address, and articles by their draft', async () => {
    expect((await searchDesk(desk.db, 'chinanews.com')).sources).toHaveLength(1)
    expect((await searchDesk(desk.db, 'metered')).articles).toMatchObject([
      { headline: 'A number on demand' },
    ])
  })

  it('does not read a percent sign as any words whatever', async () => {
    expect((await searchDesk(desk.db, 'Daily%trillion')).claims).toEqual([])
    expect((await searchDesk(desk.db, '140%')).claims).toHaveLength(1)
  })

  it('finds nothing for an empty question', async () => {
    const { claims, sources, articles } = await searchDesk(desk.db, '   ')
    expect([claims, sources, articles]).toEqual([[], [], []])
  })

  it('cuts long lists and says so', async () => {
    const { claims, more } = await searchDesk(desk.db, 'token', 0)
    expect(claims).toEqual([])
    expect(more.claims).toBe(true)
  })
})
