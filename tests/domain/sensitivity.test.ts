import { expect, it } from 'vitest'
import { beyondReach, mayLearn, reachOf, stepRefusal, stepsAllowed, strictest } from '#domain/sensitivity.ts'
import { STEP_NAMES } from '#domain/step.ts'

it('an open article may use every step', () => {
  expect(stepsAllowed('open')).toEqual([...STEP_NAMES])
})
it('a discreet article asks the sources themselves, what is in the house, and nobody else', () => {
  expect(stepsAllowed('discreet')).toEqual([
    'feed-search',
    'link-search',
    'plain',
    'rendered',
    'upload',
    'ask-person',
  ])
})
it('a covert article is left to what people bring and tell, and to what is in the house', () => {
  expect(stepsAllowed('covert')).toEqual(['link-search', 'upload', 'ask-person'])
})
it('a service of the house that passes nothing on may be asked at every level', () => {
  expect(stepsAllowed('covert', ['local-web-search'])).toEqual([
    'local-web-search',
    'link-search',
    'upload',
    'ask-person',
  ])
  expect(mayLearn('covert', 'witness')).toBe(false)
  expect(mayLearn('covert', 'witness', true)).toBe(true)
})
it('the strictest of several articles counts', () => {
  expect(strictest(['open', 'covert', 'discreet'])).toBe('covert')
  expect(strictest(['open', 'discreet'])).toBe('discreet')
  expect(strictest([])).toBe('open')
})
it('a step that is left out says why, and what a person can do', () => {
  expect(stepRefusal('open', 'wayback', false)).toBeNull()
  expect(stepRefusal('covert', 'upload', false)).toBeNull()
  expect(stepRefusal('covert', 'plain', false)).toMatchObject({
    reason: 'needs_person',
    message: expect.stringContaining('bring the document'),
  })
  expect(stepRefusal('discreet', 'grok-search', false)).toEqual({
    reason: 'refused_by_guard',
    message: 'The article is marked discreet: an AI service must not learn of it.',
  })
})
it.each([
  ['www.news.example', true],
  ['NEWS.example.', true],
  ['static.news.example', true],
  ['notnews.example', false],
  ['news.example.tracker.example', false],
  ['cdn.example', false],
  ['search.house.example', true],
])('for a discreet piece about www.news.example, %s is within reach: %s', (host, isWithin) => {
  const reach = reachOf('discreet', 'https://www.news.example/a?b', ['search.house.example'])
  expect(beyondReach(host, reach) === null).toBe(isWithin)
})
it('a covert piece reaches services of the house alone, an open one everything', () => {
  const covert = reachOf('covert', 'https://www.news.example/', ['search.house.example'])
  expect(beyondReach('www.news.example', covert)).toContain('marked covert')
  expect(beyondReach('search.house.example', covert)).toBeNull()
  expect(beyondReach('anywhere.example', reachOf('open', null, []))).toBeNull()
})
it('a site whose name begins with www. and ends there is only itself', () => {
  expect(beyondReach('other.example', reachOf('discreet', 'https://www.example/', []))).not.toBeNull()
})
