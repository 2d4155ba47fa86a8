/** The link to the replay of an archived page, or the reason why there is none. */
import { Notice } from './notice.tsx'

/** Whether there is something to play, and where; the reason why there is not. */
export type ReplayOffer =
  | { ok: true; address: string }
  | { ok: false; why: 'off' | 'not_installed' | 'no_address' }

const WHY = {
  off: 'Nothing listens where archived pages are played. The start of Stet says why.',
  no_address:
    'Archived pages are played on an address of their own. Whoever runs this desk sets it up with REPLAY_URL.',
  not_installed:
    'The player for archived pages is not installed. Whoever runs this desk can add it with “npm run stet -- replay-install”; the text, the picture and the archive itself are here without it.',
} as const

/** It opens in a tab of its own that knows nothing of this one: no opener, no referrer, no session. */
export function ReplayLink({ replay }: { replay: ReplayOffer }) {
  if (!replay.ok) return <Notice tone="info">{WHY[replay.why]}</Notice>
  return (
    <p>
      <a className="link font-medium" href={replay.address} target="_blank" rel="noopener noreferrer">
        Open the replay in a new tab
      </a>
      <span className="text-soft">. The link works for half an hour.</span>
    </p>
  )
}
