import { describe, expect, it } from 'vitest'
import { searchDesk } from '#storage/search.server.ts'
import { addPerson, testDesk } from '../support/desk.ts'
import { startStory } from '../support/story.ts'

async function deskWithStory() {
  const desk = await testDesk()
  await startStory(desk, await addPerson(desk, 'reporter'))
  return desk
}

describe('the search of the desk', () => {
  it('finds a claim by its words and its claimant together', async () => {
    const { db } = await deskWithStory()
    expect((await searchDesk(db, 'liehong 140')).claims).toMatchObject([
      { number: 1, claimant: 'Liu Liehong' },
    ])
  })

  it('wants every word, and finds nothing for an empty question', async () => {
    const { db } = await deskWithStory()
    for (const question of ['token zebra', '   ']) {
      const { claims, sources, articles } = await searchDesk(db, question)
      expect([claims, sources, articles]).toEqual([[], [], []])
    }
  })

  it('finds a claim by Chinese words of a quote', async () => {
    const { db } = await deskWithStory()
    expect((await searchDesk(db, '词元调用量')).claims).toHaveLength(1)
  })

  it('finds sources by publisher and address, and articles by their draft', async () => {
    const { db } = await deskWithStory()
    expect((await searchDesk(db, 'chinanews.com service')).sources).toHaveLength(1)
    expect((await searchDesk(db, 'surpassed')).articles).toMatchObject([{ headline: 'Tokens' }])
  })

  it('does not read a percent sign as any words whatever', async () => {
    const { db } = await deskWithStory()
    expect((await searchDesk(db, 'daily%trillion')).claims).toEqual([])
    expect((await searchDesk(db, '140%')).claims).toHaveLength(1)
  })

  it('cuts long lists and says so', async () => {
    const { db } = await deskWithStory()
    const { claims, more } = await searchDesk(db, 'token', 0)
    expect(claims).toEqual([])
    expect(more.claims).toBe(true)
  })
})
