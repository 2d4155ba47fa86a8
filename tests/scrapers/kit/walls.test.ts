import { expect, it } from 'vitest'
import { createWalls } from '#scrapers/kit/walls.ts'
import { fakeClock } from '../../support/fake-clock.ts'

const MINUTE = 60_000

function visits() {
  const clock = fakeClock()
  const walls = createWalls({ after: 3, firstMs: 15 * MINUTE, maxMs: 60 * MINUTE, clock })
  const show = (sign: 'wall' | 'fine' | 'neither', host = 'wall.example') => {
    const entered = walls.enter(host)
    if (entered.ok) walls.leave(host, sign)
    return entered
  }
  return { clock, walls, show }
}

it('a host that turns us away three times in a row is left alone, and says until when', () => {
  const { clock, show } = visits()
  for (let times = 0; times < 3; times++) expect(show('wall').ok).toBe(true)
  expect(show('wall')).toEqual({ ok: false, until: clock.now() + 15 * MINUTE })
  expect(show('fine', 'other.example').ok).toBe(true)
})

it('one page in between shows that there is no wall; our own troubles show nothing', () => {
  const { show } = visits()
  for (const sign of ['wall', 'wall', 'fine', 'wall', 'wall', 'neither'] as const) show(sign)
  expect(show('wall').ok).toBe(true)
  expect(show('wall').ok).toBe(false)
})

it('after the time one visit tries; while it does the others wait, and a wall closes the host for twice as long', () => {
  const { clock, walls, show } = visits()
  for (let times = 0; times < 3; times++) show('wall')
  clock.pass(15 * MINUTE)
  expect(walls.enter('wall.example').ok).toBe(true)
  expect(walls.enter('wall.example').ok).toBe(false)
  walls.leave('wall.example', 'wall')
  expect(walls.enter('wall.example')).toEqual({ ok: false, until: clock.now() + 30 * MINUTE })
  for (const minutes of [30, 60, 60]) {
    clock.pass(minutes * MINUTE)
    show('wall')
  }
  expect(walls.enter('wall.example')).toEqual({ ok: false, until: clock.now() + 60 * MINUTE })
})

it('a try that brings a page opens the host for everybody', () => {
  const { clock, show } = visits()
  for (let times = 0; times < 3; times++) show('wall')
  clock.pass(15 * MINUTE)
  show('fine')
  show('wall')
  expect(show('wall').ok).toBe(true)
})

it('a try that never comes back does not keep the host closed for good', () => {
  const { clock, walls, show } = visits()
  for (let times = 0; times < 3; times++) show('wall')
  clock.pass(15 * MINUTE)
  walls.enter('wall.example')
  clock.pass(MINUTE)
  expect(walls.enter('wall.example').ok).toBe(true)
})
