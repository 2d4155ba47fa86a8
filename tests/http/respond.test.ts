/** What HTTP makes of a refusal. */
import { describe, expect, it } from 'vitest'
import { REFUSAL_CODES, refuse } from '#domain/refusal.ts'
import { notAllowed, notFound, respond, statusOf } from '#http/respond.server.ts'

const thrownBy = (act: () => never): unknown => {
  try {
    act()
  } catch (thrown) {
    return thrown
  }
}

describe('a refusal', () => {
  it.each(REFUSAL_CODES)('has a client-error status of its own: %s', (code) => {
    expect(statusOf(code)).toBeGreaterThanOrEqual(400)
    expect(statusOf(code)).toBeLessThan(500)
  })
  it('goes back to its form with its words, its fields and what was typed', () => {
    const { refusal } = refuse('reason_required', 'Give a reason.', { reason: 'Give a reason.' })
    const answer = respond(refusal, { form: 'review', values: { reason: '' } })
    expect(answer.data).toEqual({ refusal, form: 'review', values: { reason: '' } })
    expect(answer.init?.status).toBe(422)
  })
  it('is a conflict where the rule looks at other records, and forbidden where it looks at the person', () => {
    expect(statusOf('evidence_required')).toBe(409)
    expect(statusOf('own_claim')).toBe(403)
  })
})

describe('a page that cannot be shown', () => {
  it('is thrown as not found, with a sentence', () => {
    expect(thrownBy(() => notFound('This claim does not exist.'))).toMatchObject({
      data: 'This claim does not exist.',
      init: { status: 404 },
    })
  })
  it('is thrown as forbidden, with a sentence', () => {
    expect(thrownBy(() => notAllowed('Only for administrators.'))).toMatchObject({
      data: 'Only for administrators.',
      init: { status: 403 },
    })
  })
})
