/** Who works at the desk, and what each role may do. */
import { z } from 'zod'

export const ROLES = ['reporter', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** The person who acts. Every use case takes one; `id` is null only for the machine itself. */
export type Actor = { id: string | null; name: string; role: Role | 'machine' }

/** The worker and the set-up, acting on nobody's behalf. It may record, never judge. */
export const MACHINE: Actor = { id: null, name: 'Stet', role: 'machine' }

/** Editors and admins judge claims; reporters do not. */
export function mayReview(actor: Actor): boolean {
  return actor.role === 'editor' || actor.role === 'admin'
}

/** Only admins invite people and change roles. */
export function mayManagePeople(actor: Actor): boolean {
  return actor.role === 'admin'
}

/** A password is long enough or it is refused; no rules about its letters (NIST SP 800-63B §5.1.1.2). */
export const passwordInput = z
  .string()
  .min(12, 'A password needs at least 12 characters. A short sentence is a good one.')
  .max(256, 'A password has at most 256 characters.')

export const personInput = z.object({
  name: z.string().trim().min(1, 'Give a name.').max(200, 'A name has at most 200 characters.'),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email('This is not an e-mail address.'))
    .pipe(z.string().max(320)),
  role: z.enum(ROLES, 'Choose reporter, editor or admin.'),
})
