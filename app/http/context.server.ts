/** What the server hands to every loader and action: the desk, the settings and this response's CSP nonce. */
import type { Settings } from '#app/env.server.ts'
import type { Desk } from '#storage/desk.server.ts'
import type { ReplayPlace } from './replay-links.server.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    desk: Desk
    settings: Settings
    /** for the Content-Security-Policy of this response; scripts of ours carry it */
    nonce: string
    /** network address of who asks, as the server sees it; it only counts tries to sign in */
    clientAddress?: string
    /** where archived pages are played; loopback only where no address for others is set */
    replay?: { place: ReplayPlace; isLoopbackOnly: boolean }
  }
  interface Future {
    v3_singleFetch: true
  }
}
