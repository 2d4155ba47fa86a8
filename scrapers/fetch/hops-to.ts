/** Lists the redirects that led to a response of the browser, in the order met. */
import type { Response } from 'playwright'
import type { Hop } from '#domain/attempt.ts'

/** A hop whose answer the browser no longer has gets status 0. */
export async function hopsTo(response: Response): Promise<Hop[]> {
  const hops: Hop[] = []
  for (let after = response.request(), before = after.redirectedFrom(); before; ) {
    const status = (await before.response())?.status() ?? 0
    hops.unshift({ address: before.url(), status, location: after.url() })
    after = before
    before = after.redirectedFrom()
  }
  return hops
}
