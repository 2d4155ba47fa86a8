/** The advice at the head of a claim's and an article's page. */
import { describe, expect, it } from 'vitest'
import { articleNextStep, type ClaimSituation, claimNextStep } from '#components/next-step.ts'

const claim = (more: Partial<ClaimSituation> = {}) =>
  claimNextStep({
    status: 'unchecked',
    submitted: false,
    sentBack: false,
    citations: [],
    mayJudge: false,
    ...more,
  })
const cited = (more = {}) => ({ quote: true, captured: true, capturing: false, found: true, ...more })

describe('the next thing to do for a claim', () => {
  it('goes from linking a source to handing it in', () => {
    const steps = [
      claim(),
      claim({ citations: [cited({ captured: false, capturing: true, found: false })] }),
      claim({ citations: [cited({ captured: false, found: false })] }),
      claim({ citations: [cited({ quote: false, found: false })] }),
      claim({ citations: [cited({ found: false })] }),
      claim({ citations: [cited({ found: false }), cited()] }),
    ]
    expect(steps.map(({ target }) => target)).toEqual([
      'link',
      'sources',
      'sources',
      'sources',
      'sources',
      'submit',
    ])
    expect(new Set(steps.map(({ words }) => words)).size).toBe(6)
  })
  it('is the editor’s decision once it was handed in, and waiting for everybody else', () => {
    expect(claim({ submitted: true, mayJudge: true }).target).toBe('review')
    expect(claim({ submitted: true }).words).toBe('This waits for an editor.')
  })
  it('is never "not there" while the page has not been seen', () => {
    const { words } = claim({ citations: [cited({ captured: false, found: false })] })
    expect(words).not.toMatch(/not found/)
  })
  it('for an attributed claim is to print it with its attribution', () => {
    expect(claim({ status: 'attributed' }).words).toMatch(/attribution/)
  })
})

describe('the next thing to do for an article', () => {
  it('names what is open before it offers the export', () => {
    const open = { status: 'unchecked', submitted: false } as const
    const waiting = { status: 'in_progress', submitted: true } as const
    const stands = { status: 'confirmed', submitted: false } as const
    expect(articleNextStep([]).target).toBe('log')
    expect(articleNextStep([open, waiting, stands]).words).toBe('1 claim still to be checked.')
    expect(articleNextStep([waiting, waiting]).words).toBe('2 claims wait for an editor.')
    expect(articleNextStep([stands]).target).toBe('export')
    expect(articleNextStep([stands, { status: 'refuted', submitted: false }]).target).toBeNull()
  })
})
