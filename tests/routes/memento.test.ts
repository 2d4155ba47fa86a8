/** The contract of RFC 7089 for our captures: datetime negotiation, Link headers, TimeMaps. */
import { describe, expect, it } from 'vitest'
import { readSettings } from '#app/env.server.ts'
import { loader as text } from '#app/routes/captures.$captureId.text.ts'
import { loader as timegate } from '#app/routes/timegate.$.ts'
import { loader as timemap } from '#app/routes/timemap.link.$.ts'
import { MACHINE } from '#domain/person.ts'
import { openSessionCookie } from '#http/session.server.ts'
import { openSession } from '#storage/people.server.ts'
import { requestRun } from '#usecases/runs/request-run.server.ts'
import { addPerson, sure, testDesk } from '../support/desk.ts'
import { CITATION, PAGE_TEXT, startStory, storeCapture } from '../support/story.ts'

const ORIGIN = 'https://desk.example'
const PAGE = 'https://www.chinanews.com.cn/cj/2026/03-23/10591500.shtml'
const DAYS = ['2026-01-10T10:00:00Z', '2026-02-10T10:00:00Z', '2026-03-10T10:00:00Z']

async function held(publicMemento = '0') {
  const desk = await testDesk()
  const reporter = await addPerson(desk, 'reporter')
  const { sourceId, articleId } = await startStory(desk, reporter, { ...CITATION, address: PAGE })
  const ids: string[] = []
  for (const [index, day] of DAYS.entries()) {
    if (index > 0) sure(await requestRun(desk, MACHINE, { sourceId }, {}))
    const id = await storeCapture(desk, `${PAGE_TEXT} ${index}`)
    await desk.db.capture.update({ where: { id }, data: { capturedAt: new Date(day) } })
    ids.push(id)
  }
  const settings = readSettings({ PUBLIC_URL: ORIGIN, STET_PUBLIC_MEMENTO: publicMemento })
  const cookie = openSessionCookie(settings, await openSession(desk, reporter.id, 'test')).split(';')[0]!
  type Loader = (args: never) => Promise<Response>
  const ask = async (loader: Loader, path: string, headers = {}, signedIn = true) => {
    const request = new Request(ORIGIN + path, {
      headers: { ...(signedIn ? { Cookie: cookie } : {}), ...headers },
    })
    const params = { captureId: path.split('/')[2] }
    return loader({ request, params, context: { desk, settings, nonce: '' } } as never).catch(
      (thrown) => thrown as Response,
    )
  }
  return { desk, ids, ask, articleId }
}

/** Link-format as a client reads it: quoted commas belong to the attribute. */
const links = (header: string) =>
  [...header.matchAll(/<([^>]*)>((?:\s*;\s*\w+="[^"]*")*)/g)].map(([, to, attributes]) => ({
    to,
    ...Object.fromEntries(
      [...attributes!.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
    ),
  })) as { to: string; rel: string; datetime?: string; type?: string }[]

describe('a TimeGate', () => {
  it.each([
    ['before the first', 'Thu, 01 Jan 2015 00:00:00 GMT', 0],
    ['nearest to the second', 'Sun, 15 Feb 2026 00:00:00 GMT', 1],
    ['after the last', 'Thu, 01 Jan 2037 00:00:00 GMT', 2],
  ])('leads to the capture %s', async (_where, asked, index) => {
    const { ids, ask } = await held()
    const response = await ask(timegate, `/timegate/${PAGE}`, { 'Accept-Datetime': asked })
    expect(response.status).toBe(302)
    expect(response.headers.get('Location')).toBe(`${ORIGIN}/captures/${ids[index]}/text`)
    expect(response.headers.get('Vary')).toMatch(/accept-datetime/i)
    expect(response.headers.get('Memento-Datetime')).toBeNull()
    const rels = links(response.headers.get('Link')!)
    expect(rels.find(({ rel }) => rel === 'original')?.to).toBe(PAGE)
    expect(rels.find(({ rel }) => rel === 'timemap')).toMatchObject({
      to: `${ORIGIN}/timemap/link/${PAGE}`,
      type: 'application/link-format',
    })
  })

  it('without a date leads to the newest, and knows the address in another spelling', async () => {
    const { ids, ask } = await held()
    const response = await ask(timegate, `/timegate/${PAGE}?utm_source=mail`.replace('https://', 'https:/'))
    expect(response.headers.get('Location')).toBe(`${ORIGIN}/captures/${ids[2]}/text`)
  })

  it.each(['yesterday', '2026-02-15', 'Sun, 15 Feb 2026 00:00:00 +0100'])(
    'refuses the date “%s”',
    async (asked) => {
      const { ask } = await held()
      expect((await ask(timegate, `/timegate/${PAGE}`, { 'Accept-Datetime': asked })).status).toBe(400)
    },
  )

  it('says 404 where nothing is held, or what is held is no page', async () => {
    const { desk, ask } = await held()
    expect((await ask(timegate, '/timegate/https://elsewhere.example/')).status).toBe(404)
    await desk.db.capture.updateMany({ data: { classOverride: 'challenge' } })
    expect((await ask(timegate, `/timegate/${PAGE}`)).status).toBe(404)
  })
})

describe('a TimeMap', () => {
  it('lists every capture, oldest first', async () => {
    const { ids, ask } = await held()
    const response = await ask(timemap, `/timemap/link/${PAGE}`)
    expect(response.headers.get('Content-Type')).toBe('application/link-format')
    const listed = links(await response.text())
    expect(listed.slice(0, 3).map(({ rel }) => rel)).toEqual(['original', 'timegate', 'self'])
    expect(listed.slice(3)).toMatchObject([
      {
        to: `${ORIGIN}/captures/${ids[0]}/text`,
        rel: 'first memento',
        datetime: 'Sat, 10 Jan 2026 10:00:00 GMT',
      },
      { to: `${ORIGIN}/captures/${ids[1]}/text`, rel: 'memento', datetime: 'Tue, 10 Feb 2026 10:00:00 GMT' },
      {
        to: `${ORIGIN}/captures/${ids[2]}/text`,
        rel: 'last memento',
        datetime: 'Tue, 10 Mar 2026 10:00:00 GMT',
      },
    ])
  })
})

describe('a memento', () => {
  it('tells its time, its original and its neighbours, and is text and nothing else', async () => {
    const { ids, ask } = await held()
    const response = await ask(text, `/captures/${ids[1]}/text`)
    expect(await response.text()).toBe(`${PAGE_TEXT} 1`)
    expect(response.headers.get('Memento-Datetime')).toBe('Tue, 10 Feb 2026 10:00:00 GMT')
    expect(response.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
    const rels = links(response.headers.get('Link')!).map(({ rel }) => rel)
    expect(rels).toEqual(['original', 'timegate', 'timemap', 'first prev memento', 'last next memento'])
  })
})

describe('strangers', () => {
  it('are sent to the sign-in page', async () => {
    const { ids, ask } = await held()
    for (const [loader, path] of [
      [timegate, `/timegate/${PAGE}`],
      [timemap, `/timemap/link/${PAGE}`],
      [text, `/captures/${ids[0]}/text`],
    ] as const)
      expect((await ask(loader, path, {}, false)).headers.get('Location')).toContain('/sign-in')
  })

  it('may read what open articles cite where the settings say so, and nothing that is guarded', async () => {
    const { desk, ids, ask, articleId } = await held('1')
    expect((await ask(text, `/captures/${ids[0]}/text`, {}, false)).status).toBe(200)
    await desk.db.article.update({ where: { id: articleId }, data: { sensitivity: 'discreet' } })
    expect((await ask(text, `/captures/${ids[0]}/text`, {}, false)).status).toBe(404)
    expect((await ask(timemap, `/timemap/link/${PAGE}`, {}, false)).status).toBe(404)
    expect((await ask(timemap, `/timemap/link/${PAGE}`)).status).toBe(200)
  })
})
