/** Hands an article's source list and reporting notes over as a file. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { inertResponse } from '#http/inert-response.server.ts'
import { notFound } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { exportArticle } from '#usecases/exports/export-article.server.ts'
import { exportFormat, exportOptions } from '#usecases/exports/export-format.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const person = await requirePerson(args)
  const { desk, settings } = args.context
  const format = exportFormat(args.params.format)
  if (!format) notFound('Stet does not export in this format.')
  const publicUrl = settings.PUBLIC_URL ?? null
  const choices = new URL(args.request.url).searchParams
  const options = exportOptions({ note: choices.get('note'), noteLanguage: choices.get('noteLanguage') })
  const answer = await exportArticle(desk, person, args.params.articleId!, format, publicUrl, options)
  return answer.ok ? inertResponse(answer.value) : notFound(answer.refusal.message)
}
