/** Who is asking: reads the session cookie, sends strangers to the sign-in page, and writes and clears the cookie. */
import { type AppLoadContext, redirect } from '@remix-run/node'
import type { Settings } from '#app/env.server.ts'
import { paths } from '#app/paths.ts'
import { closeSession, findSignedIn, openSession, type SignedIn } from '#storage/people.server.ts'

type Visit = { request: Request; context: AppLoadContext }

/** One page asks in several loaders; the load context lives as long as one request, so it is looked up once. */
const known = new WeakMap<AppLoadContext, Promise<SignedIn | null>>()

/** The person signed in, or null. */
export function findPerson({ request, context }: Visit): Promise<SignedIn | null> {
  const before = known.get(context)
  if (before) return before
  const token = readSessionToken(request, context.settings)
  const person = token ? findSignedIn(context.desk, token) : Promise.resolve(null)
  known.set(context, person)
  return person
}

/** The person signed in, fit to be a use case's actor. Throws a redirect to the sign-in page, which leads back here. */
export async function requirePerson(visit: Visit): Promise<SignedIn> {
  const person = await findPerson(visit)
  if (person) return person
  const url = new URL(visit.request.url)
  throw redirect(paths.signInTo(url.pathname + url.search))
}

/** Opens a session for a person who has just joined; answers with the Set-Cookie value. */
export async function startSession({ request, context }: Visit, personId: string): Promise<string> {
  const session = await openSession(context.desk, personId, request.headers.get('User-Agent') ?? '')
  return openSessionCookie(context.settings, session)
}

/** Ends the session, here and in the database; answers with the Set-Cookie value. */
export async function endSession({ request, context }: Visit): Promise<string> {
  const token = readSessionToken(request, context.settings)
  if (token) await closeSession(context.desk.db, token)
  return closeSessionCookie(context.settings)
}

/** The token in the session cookie, or null. Browsers send the host's own cookie first. */
function readSessionToken(request: Request, settings: Settings): string | null {
  const name = cookieName(settings)
  for (const pair of (request.headers.get('Cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name && value) return value
  }
  return null
}

/** The Set-Cookie value that signs a browser in. Lax, so that links from mail and chat find the reader signed in. */
export function openSessionCookie(settings: Settings, session: { token: string; expiresAt: Date }): string {
  return `${cookieName(settings)}=${session.token}; Expires=${session.expiresAt.toUTCString()}${attributes(settings)}`
}

/** The Set-Cookie value that signs a browser out. */
function closeSessionCookie(settings: Settings): string {
  return `${cookieName(settings)}=; Max-Age=0${attributes(settings)}`
}

/** The prefix __Host- makes browsers insist on https, this host and no domain (RFC 6265bis §4.1.3). */
function cookieName(settings: Settings): string {
  return isHttps(settings) ? '__Host-stet' : 'stet'
}

function attributes(settings: Settings): string {
  return `; Path=/; HttpOnly; SameSite=Lax${isHttps(settings) ? '; Secure' : ''}`
}

function isHttps(settings: Settings): boolean {
  return settings.PUBLIC_URL?.startsWith('https:') ?? false
}
