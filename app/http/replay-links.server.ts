/** Makes and checks the short-lived addresses under which one archived page may be played back. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * `template` is the origin of the player: http(s) and a host, which may begin with `*.` (then every archived page has a
 * host of its own, and no page can reach what another has left in the browser). `secret` belongs to this installation.
 */
export type ReplayPlace = { template: string; secret: string; now: () => Date }

/** A ticket: for these bytes, until then. */
export type ReplayTicket = { digest: string; expires: number; mac: string }

/** A tab that is left open longer must be loaded again; until then its player may ask for parts of the archive. */
const VALID_MS = 30 * 60 * 1000
/** A host label holds 63 letters at most; half a SHA-256 tells archives apart all the same. */
const LABEL_CHARACTERS = 32

/** The origin on which the archive with this digest (hex SHA-256) is played. */
export function replayOrigin({ template }: Pick<ReplayPlace, 'template'>, digest: string): string {
  return new URL(template.replace('*', digest.slice(0, LABEL_CHARACTERS))).origin
}

/**
 * The origin of the page around the player: another host, so that an archived script that has taken over the player finds
 * a wall there too, and the same site, since browsers that block third-party storage let no player start elsewhere.
 */
export function shellOrigin({ template }: Pick<ReplayPlace, 'template'>, digest: string): string {
  return new URL(template.replace('*', `view-${digest.slice(0, LABEL_CHARACTERS)}`)).origin
}

/** `<digest>/<expiry>/<mac>`, the part of a path that opens one archive until it expires. */
export function issueTicket(place: ReplayPlace, digest: string): string {
  const expires = place.now().getTime() + VALID_MS
  return `${digest}/${expires}/${macOf(place, digest, expires)}`
}

/** The digest that a ticket opens, or why it does not. Compares in constant time. */
export function openTicket(
  place: ReplayPlace,
  ticket: ReplayTicket,
): { ok: true; digest: string } | { ok: false; expired: boolean } {
  const { digest, expires, mac } = ticket
  const expected = Buffer.from(macOf(place, digest, expires))
  const given = Buffer.from(mac)
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return { ok: false, expired: false }
  return expires < place.now().getTime() ? { ok: false, expired: true } : { ok: true, digest }
}

/** HMAC-SHA-256 over what the path opens and until when. */
function macOf({ secret }: ReplayPlace, digest: string, expires: number): string {
  return createHmac('sha256', secret).update(`replay\n${digest}\n${expires}`).digest('base64url')
}
