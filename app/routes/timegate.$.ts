/** TimeGate (RFC 7089): leads to the capture of an address that is nearest to the time asked for. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { nearestTo } from '#domain/memento.ts'
import {
  acceptDatetime,
  askedAddress,
  linkHeader,
  mementoAddress,
  mementoReader,
  plainAnswer,
} from '#http/memento.server.ts'
import { findMementos } from '#storage/mementos.server.ts'

const VARY = { Vary: 'accept-datetime' }

export async function loader(args: LoaderFunctionArgs) {
  const { openOnly } = await mementoReader(args)
  const at = acceptDatetime(args.request)
  if (at === 'malformed')
    return plainAnswer(400, 'Accept-Datetime must be a date such as Thu, 31 May 2007 20:35:00 GMT.', VARY)
  const held = await findMementos(args.context.desk.db, askedAddress(args.request, '/timegate/'), openOnly)
  const nearest = held && nearestTo(held.captures, at)
  if (!held || !nearest) return plainAnswer(404, 'No archived copy of this address is held here.', VARY)
  return plainAnswer(302, 'The nearest archived copy is elsewhere.', {
    ...VARY,
    Location: mementoAddress(args, nearest.id),
    Link: linkHeader(args, held, null),
  })
}
