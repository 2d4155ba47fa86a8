/** Says whether and where the person who asks can have an archived page played back. */
import type { AppLoadContext } from '@remix-run/node'
import { openReplayPlayer } from '#storage/replay-player.server.ts'
import { issueTicket, shellOrigin } from './replay-links.server.ts'

/** Why there is no replay: nothing listens, the player is not installed, or its address leads to the reader's own machine. */
export type ReplayAccess =
  | { ok: true; address: string }
  | { ok: false; why: 'off' | 'not_installed' | 'no_address' }

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]']

/**
 * The address of the player with the archive of this digest at its main page. Browsers run players in secure contexts
 * only: at `localhost`, or over https under an address that the settings name.
 */
export async function replayAccess(
  { request, context }: { request: Request; context: AppLoadContext },
  capture: { digest: string; pageUrl: string; capturedAt: Date },
): Promise<ReplayAccess> {
  const { replay, settings } = context
  if (!replay) return { ok: false, why: 'off' }
  const host = new URL(settings.PUBLIC_URL ?? request.url).hostname
  if (replay.isLoopbackOnly && !LOOPBACK_HOSTS.includes(host)) return { ok: false, why: 'no_address' }
  if (!(await openReplayPlayer(settings.DATA_DIR).isInstalled())) return { ok: false, why: 'not_installed' }
  const origin = shellOrigin(replay.place, capture.digest)
  const address = new URL(`/open/${issueTicket(replay.place, capture.digest)}/`, origin)
  address.searchParams.set('url', capture.pageUrl)
  address.searchParams.set('ts', capture.capturedAt.toISOString().replace(/\D/g, '').slice(0, 14))
  return { ok: true, address: address.href }
}
