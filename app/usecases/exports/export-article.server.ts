/** Hands an article's annotated source list and reporting notes over in one format; the export itself is a ledger entry. */

import type { Actor } from '#domain/person.ts'
import { type Answer, accept, refuse } from '#domain/refusal.ts'
import type { ExportOptions } from '#exports/export-options.ts'
import type { ExportFormat } from '#exports/formats.ts'
import { renderDossier } from '#exports/formats.ts'
import { sha256 } from '#storage/blobs.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import { transaction } from '#storage/transaction.server.ts'
import { readDossier } from './build-dossier.server.ts'

export type ExportedFile = { bytes: Uint8Array; fileName: string; mediaType: string }

/** `publicUrl` makes addresses of captures in the export, or null when Stet has none. Refuses an unknown article. */
export async function exportArticle(
  desk: Desk,
  actor: Actor,
  articleId: string,
  format: ExportFormat,
  publicUrl: string | null,
  options: ExportOptions = {},
): Promise<Answer<ExportedFile>> {
  const dossier = await readDossier(desk, articleId, { name: actor.name, publicUrl })
  if (!dossier) return refuse('not_found', 'This article does not exist.')
  const file = await renderDossier(dossier, format, options)
  const digest = sha256(file.bytes)
  return transaction(desk, actor, async (_tx, record) => {
    record({
      kind: 'article.exported',
      subjectKind: 'article',
      subjectId: articleId,
      payload: { format, ...options, digest, bytes: file.bytes.byteLength },
    })
    return accept(file)
  })
}
