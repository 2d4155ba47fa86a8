/** The bytes of a captured page as they came, to be saved and never shown. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { inertResponse } from '#http/inert-response.server.ts'
import { notFound } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { readCaptureFile } from '#storage/capture-files.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const file = await readCaptureFile(args.context.desk, args.params.captureId!, 'body')
  return file ? inertResponse({ ...file, fileName: file.name }) : notFound('There is no such archived copy.')
}
