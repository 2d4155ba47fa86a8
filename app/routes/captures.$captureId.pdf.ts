/** A captured page as the browser printed it. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { inertResponse } from '#http/inert-response.server.ts'
import { notFound } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { readCaptureFile } from '#storage/capture-files.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const file = await readCaptureFile(args.context.desk, args.params.captureId!, 'pdf')
  return file
    ? inertResponse({ ...file, fileName: file.name, show: false })
    : notFound('This page was not printed.')
}
