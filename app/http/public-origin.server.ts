/** The origin under which people reach this desk. */
import type { Settings } from '#app/env.server.ts'

/** PUBLIC_URL when it is set, else the origin the request came to. Without a slash at the end. */
export function publicOrigin(request: Request, settings: Settings): string {
  return new URL(settings.PUBLIC_URL ?? request.url).origin
}
