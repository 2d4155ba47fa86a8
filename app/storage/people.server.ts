/** Reads people, sessions and one-time links; writes sessions, which are no matter for the ledger. */
import { randomBytes } from 'node:crypto'
import type { Role } from '#domain/person.ts'
import { sha256 } from './blobs.server.ts'
import type { Database, Reader } from './database.server.ts'
import type { Desk } from './desk.server.ts'

const DAY_MS = 86_400_000
/** A session ends two weeks after sign-in, or after three days without a visit. */
const SESSION_MS = 14 * DAY_MS
const IDLE_MS = 3 * DAY_MS
/** Visits are noted at most this often: a page view should not cost a write. */
const SEEN_EVERY_MS = 60_000

/** A random 256-bit token for a cookie or a link; only its SHA-256 is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export type SignedIn = { id: string; name: string; email: string; role: Role; sessionId: string }

/** Opens a session and answers with the token for the cookie and its end. */
export async function openSession(desk: Desk, personId: string, userAgent: string) {
  const token = newToken()
  const now = desk.now()
  const expiresAt = new Date(now.getTime() + SESSION_MS)
  await desk.db.session.create({
    data: {
      id: sha256(token),
      personId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      userAgent: userAgent.slice(0, 300),
    },
  })
  return { token, expiresAt }
}

/** Who holds this token, or null when it is unknown, expired, idle too long, or the person has left. */
export async function findSignedIn(desk: Desk, token: string): Promise<SignedIn | null> {
  const now = desk.now()
  const session = await desk.db.session.findUnique({
    where: { id: sha256(token) },
    include: { person: true },
  })
  if (!session || session.expiresAt <= now || session.person.deactivatedAt) return null
  const idleMs = now.getTime() - session.lastSeenAt.getTime()
  if (idleMs > IDLE_MS) return null
  if (idleMs > SEEN_EVERY_MS)
    await desk.db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } })
  const { id, name, email, role } = session.person
  return { id, name, email, role, sessionId: session.id }
}

export async function closeSession(db: Database, token: string): Promise<void> {
  await db.session.deleteMany({ where: { id: sha256(token) } })
}

/** The person a one-time link is for, or null when it is unknown, used or expired. */
export async function findLink(desk: Desk, token: string) {
  const link = await desk.db.signInLink.findUnique({
    where: { id: sha256(token) },
    include: { person: true },
  })
  if (!link || link.usedAt || link.expiresAt <= desk.now()) return null
  return { name: link.person.name, email: link.person.email, role: link.person.role }
}

export function listPeople(db: Reader) {
  return db.person.findMany({
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      createdAt: true,
      deactivatedAt: true,
      passwordHash: true,
    },
  })
}

/** Whether anybody has joined yet: before that, the first administrator's link is printed at start. */
export async function hasPeople(db: Reader): Promise<boolean> {
  return (await db.person.count({ where: { passwordHash: { not: null } } })) > 0
}

/** The name of a person, or null. */
export async function nameOf(db: Reader, personId: string | null): Promise<string | null> {
  if (!personId) return null
  const person = await db.person.findUnique({ where: { id: personId }, select: { name: true } })
  return person?.name ?? null
}
