/** A moment as the desk writes it: in UTC, the same on the server and in every browser. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (value: number) => String(value).padStart(2, '0')

/** `24 Nov 2026, 09:14 UTC`; with `seconds`, `09:14:05`. */
export function momentWords(at: Date | string, seconds = false): string {
  const moment = new Date(at)
  const day = `${moment.getUTCDate()} ${MONTHS[moment.getUTCMonth()]} ${moment.getUTCFullYear()}`
  const clock = `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}`
  return `${day}, ${clock}${seconds ? `:${two(moment.getUTCSeconds())}` : ''} UTC`
}

export function Time({ at, seconds = false }: { at: Date | string; seconds?: boolean }) {
  return (
    <time dateTime={new Date(at).toISOString()} className="whitespace-nowrap">
      {momentWords(at, seconds)}
    </time>
  )
}
