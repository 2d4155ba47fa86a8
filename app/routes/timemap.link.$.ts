/** TimeMap (RFC 7089): every capture of an address, as application/link-format. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { askedAddress, mementoReader, plainAnswer, timeMap } from '#http/memento.server.ts'
import { findMementos } from '#storage/mementos.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { openOnly } = await mementoReader(args)
  const held = await findMementos(
    args.context.desk.db,
    askedAddress(args.request, '/timemap/link/'),
    openOnly,
  )
  if (!held) return plainAnswer(404, 'No archived copy of this address is held here.')
  return new Response(timeMap(args, held), {
    headers: { 'Content-Type': 'application/link-format', 'Cache-Control': 'private, no-store' },
  })
}
