/** Keeps a "go on to" address on this site. */

/** `to` when it is a path of ours, else `otherwise`. Browsers read `//host` and `/\host` as other sites. */
export function localPath(to: string | null | undefined, otherwise: string): string {
  return to && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : otherwise
}
