/** The beginning of every story: an article with a claim, a source, and a capture of it that a worker has stored. */

import { MACHINE } from '#domain/person.ts'
import type { Desk } from '#storage/desk.server.ts'
import { createArticle } from '#usecases/articles/create-article.server.ts'
import { logClaim } from '#usecases/claims/log-claim.server.ts'
import { closeAttempt, type NewCapture } from '#usecases/runs/close-attempt.server.ts'
import { finishRun } from '#usecases/runs/finish-run.server.ts'
import { openAttempt } from '#usecases/runs/open-attempt.server.ts'
import { takeRun } from '#usecases/runs/take-run.server.ts'
import { linkSource } from '#usecases/sources/link-source.server.ts'
import { sure, type TestPerson } from './desk.ts'

export const CLAIM = {
  kind: 'figure',
  text: 'China’s daily token usage has surpassed 140 trillion as of March 2026.',
  claimant: 'Liu Liehong',
}

export const CITATION = {
  address: 'https://www.chinanews.com.cn/cj/2026/03-23/10591500.shtml?utm_source=x#top',
  publisher: 'China News Service',
  kind: 'wire',
  stance: 'supports',
  quote: '我国日均词元调用量已超过140万亿',
  keyUse: 'Confirms the 140 trillion figure',
}

export const PAGE_TEXT =
  '刘烈宏表示，到今年3月，我国日均词元调用量已超过140万亿，两年多时间里增长了1000多倍。'

export async function startStory(
  desk: Desk,
  reporter: TestPerson,
  citation: Record<string, unknown> = CITATION,
) {
  const { id: articleId } = sure(
    await createArticle(desk, reporter, { headline: 'Tokens', draft: CLAIM.text }),
  )
  const { id: claimId } = sure(await logClaim(desk, reporter, articleId, CLAIM))
  const linked = sure(await linkSource(desk, reporter, claimId, citation))
  return { articleId, claimId, ...linked }
}

/** Walks the waiting run as a worker would whose plain step found `text`; `more` replaces parts. Answers with the capture's id. */
export async function storeCapture(
  desk: Desk,
  text: string = PAGE_TEXT,
  more: Partial<NewCapture> = {},
): Promise<string> {
  const workerId = 'worker-of-the-test'
  const run = sure(await takeRun(desk, MACHINE, workerId))
  if (!run) throw new Error('No run waits.')
  const mine = { id: run.id, workerId }
  const step = { step: 'plain', version: 'plain-1', windowMs: 30_000, person: null }
  const { id } = sure(await openAttempt(desk, MACHINE, mine, step))
  const put = (bytes: string, mediaType: string) => desk.blobs.put(new TextEncoder().encode(bytes), mediaType)
  const body = await put(`<p>${text}</p>`, 'text/html')
  const textBlob = await put(text, 'text/plain')
  const { captureId } = sure(
    await closeAttempt(
      desk,
      MACHINE,
      { id, workerId },
      {
        ended: 'done',
        reason: null,
        message: null,
        facts: { asked: 'https://www.chinanews.com.cn/', askedOf: 'www.chinanews.com.cn', httpStatus: 200 },
        body: null,
        leads: [],
        capture: {
          method: 'plain',
          custody: 'machine',
          finalUrl: 'https://www.chinanews.com.cn/',
          capturedAt: desk.now(),
          contentClass: 'article',
          wacz: await put(`wacz of ${text}`, 'application/wacz'),
          body,
          textBlob,
          articleBlob: textBlob,
          screenshot: null,
          mediaType: 'text/html',
          text,
          title: '刘烈宏谈词元',
          byline: null,
          publisher: '中新网',
          published: '2026-03-23',
          language: 'zh-Hans',
          charset: 'utf-8',
          charsetFrom: 'http',
          replacementCharacters: 0,
          ...more,
        },
      },
    ),
  )
  sure(await finishRun(desk, MACHINE, mine, 'finished'))
  return captureId!
}
