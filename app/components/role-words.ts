/** The desk's words for roles. */
import type { Role } from '#domain/person.ts'

export const ROLE_WORDS: Record<Role, { word: string; may: string }> = {
  reporter: { word: 'Reporter', may: 'logs claims and links sources' },
  editor: { word: 'Editor', may: 'also settles claims' },
  admin: { word: 'Administrator', may: 'also invites people and changes roles' },
}
