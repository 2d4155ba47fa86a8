/** Tickets to archived pages: for one archive, for a while, and made by this installation only. */
import { expect, it } from 'vitest'
import {
  issueTicket,
  openTicket,
  type ReplayPlace,
  replayOrigin,
  shellOrigin,
} from '#http/replay-links.server.ts'

const digest = 'ab'.repeat(32)
let now = Date.parse('2026-03-24T08:00:00Z')
const place: ReplayPlace = {
  template: 'http://*.replay.localhost:3001',
  secret: 'secret',
  now: () => new Date(now),
}

function parsed(ticket: string) {
  const [of = '', expires = '', mac = ''] = ticket.split('/')
  return { digest: of, expires: Number(expires), mac }
}

it('opens what it was made for, until it expires', () => {
  const ticket = parsed(issueTicket(place, digest))
  expect(openTicket(place, ticket)).toEqual({ ok: true, digest })
  now += 31 * 60 * 1000
  expect(openTicket(place, ticket)).toEqual({ ok: false, expired: true })
})

it('opens nothing else: another archive, another time, another desk', () => {
  const ticket = parsed(issueTicket(place, digest))
  for (const forged of [
    { ...ticket, digest: 'cd'.repeat(32) },
    { ...ticket, expires: ticket.expires + 1 },
    { ...ticket, mac: `${ticket.mac}A` },
    { ...ticket, mac: '' },
  ])
    expect(openTicket(place, forged)).toEqual({ ok: false, expired: false })
  expect(openTicket({ ...place, secret: 'other' }, ticket).ok).toBe(false)
})

it('gives every archive an origin of its own where the address allows, and another to the page around it', () => {
  const key = 'ab'.repeat(16)
  expect(replayOrigin(place, digest)).toBe(`http://${key}.replay.localhost:3001`)
  expect(shellOrigin(place, digest)).toBe(`http://view-${key}.replay.localhost:3001`)
  expect(replayOrigin({ template: 'https://replay.example.org' }, digest)).toBe('https://replay.example.org')
})
