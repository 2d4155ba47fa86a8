/** People: invited by an administrator, joined by a one-time link, signed in by a password. */
import { describe, expect, it } from 'vitest'
import { MACHINE } from '#domain/person.ts'
import { closeSession, findLink, findSignedIn, hasPeople } from '#storage/people.server.ts'
import { changeRole } from '#usecases/people/change-role.server.ts'
import { invitePerson } from '#usecases/people/invite-person.server.ts'
import { join } from '#usecases/people/join.server.ts'
import { signIn } from '#usecases/people/sign-in.server.ts'
import { addPerson, refusalOf, sure, testDesk } from '../support/desk.ts'

const ADMIN = { name: 'Admin', email: 'admin@newsroom.invalid', role: 'admin' }
const PASSWORD = 'a sentence that is long enough'
const account = { email: ADMIN.email, password: PASSWORD, userAgent: 'test' }

describe('the first administrator', () => {
  it('joins by the link that the machine makes, once', async () => {
    const desk = await testDesk()
    const { token } = sure(await invitePerson(desk, MACHINE, ADMIN))
    expect(await hasPeople(desk.db)).toBe(false)
    expect(await findLink(desk, token)).toMatchObject({ role: 'admin' })
    sure(await join(desk, token, { name: 'Admin', password: PASSWORD }))
    expect(refusalOf(await join(desk, token, { name: 'Admin', password: PASSWORD }))).toBe('not_found')
    expect(await hasPeople(desk.db)).toBe(true)
  })

  it('is the only one the machine may invite', async () => {
    const desk = await testDesk()
    await addPerson(desk, 'admin')
    expect(refusalOf(await invitePerson(desk, MACHINE, { ...ADMIN, email: 'b@newsroom.invalid' }))).toBe(
      'not_allowed',
    )
  })

  it('gets a new link at the next start, and the old one stops working', async () => {
    const desk = await testDesk()
    const old = sure(await invitePerson(desk, MACHINE, ADMIN))
    const { token } = sure(await invitePerson(desk, MACHINE, ADMIN))
    expect(await findLink(desk, old.token)).toBeNull()
    expect(await findLink(desk, token)).not.toBeNull()
  })
})

describe('signing in', () => {
  it('opens a session for the right password and only says that the two do not match for a wrong one', async () => {
    const desk = await testDesk()
    const { token } = sure(await invitePerson(desk, MACHINE, ADMIN))
    expect(refusalOf(await join(desk, token, { name: 'A', password: 'short' }))).toBe('invalid')
    sure(await join(desk, token, { name: 'Admin', password: PASSWORD }))
    const wrong = await signIn(desk, { ...account, password: 'wrong password!' })
    const unknown = await signIn(desk, { ...account, email: 'nobody@newsroom.invalid' })
    expect(wrong).toEqual(unknown)
    const session = sure(await signIn(desk, { ...account, email: ' ADMIN@newsroom.invalid ' }))
    expect(await findSignedIn(desk, session.token)).toMatchObject({ name: 'Admin', role: 'admin' })
  })

  it('stores neither the password nor the token of a session', async () => {
    const desk = await testDesk()
    const { token } = sure(await invitePerson(desk, MACHINE, ADMIN))
    sure(await join(desk, token, { name: 'Admin', password: PASSWORD }))
    const session = sure(await signIn(desk, account))
    const stored = JSON.stringify([
      await desk.db.person.findMany(),
      await desk.db.session.findMany(),
      await desk.db.ledgerEntry.findMany(),
    ])
    expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
    expect(stored).not.toContain(PASSWORD)
    expect(stored).not.toContain(session.token)
  })

  it('ends with the session, with idleness and with the person', async () => {
    const desk = await testDesk()
    const { token, id } = sure(await invitePerson(desk, MACHINE, ADMIN))
    sure(await join(desk, token, { name: 'Admin', password: PASSWORD }))
    const other = await addPerson(desk, 'admin', 'other')
    const one = sure(await signIn(desk, account)).token
    await closeSession(desk.db, one)
    expect(await findSignedIn(desk, one)).toBeNull()
    const two = sure(await signIn(desk, account)).token
    const inFourDays = { ...desk, now: () => new Date(desk.now().getTime() + 4 * 86_400_000) }
    expect(await findSignedIn(inFourDays, two)).toBeNull()
    sure(await changeRole(desk, other, id, { role: 'none' }))
    expect(await findSignedIn(desk, two)).toBeNull()
    expect(refusalOf(await signIn(desk, account))).toBe('not_allowed')
  })
})

describe('a forgotten password', () => {
  it('is replaced through a new link, which ends the sessions of the old one and keeps the role', async () => {
    const desk = await testDesk()
    const { token } = sure(await invitePerson(desk, MACHINE, ADMIN))
    sure(await join(desk, token, { name: 'Admin', password: PASSWORD }))
    const session = sure(await signIn(desk, account))
    const other = await addPerson(desk, 'admin', 'other')
    const again = sure(await invitePerson(desk, other, { ...ADMIN, role: 'reporter' }))
    sure(await join(desk, again.token, { name: 'Admin', password: 'another long sentence' }))
    expect(await findSignedIn(desk, session.token)).toBeNull()
    expect(refusalOf(await signIn(desk, account))).toBe('not_allowed')
    const anew = sure(await signIn(desk, { ...account, password: 'another long sentence' }))
    expect(await findSignedIn(desk, anew.token)).toMatchObject({ role: 'admin' })
  })
})

describe('roles', () => {
  it('are changed by administrators only, and the last of them stays', async () => {
    const desk = await testDesk()
    const admin = await addPerson(desk, 'admin')
    const reporter = await addPerson(desk, 'reporter')
    expect(refusalOf(await changeRole(desk, reporter, reporter.id, { role: 'editor' }))).toBe('not_allowed')
    sure(await changeRole(desk, admin, reporter.id, { role: 'editor' }))
    expect(refusalOf(await changeRole(desk, admin, admin.id, { role: 'reporter' }))).toBe('conflict')
  })
})
