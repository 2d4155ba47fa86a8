/** Takes NUL bytes out of a page's stream: an HTML page has none, and one before a sign shows as a question mark. */
import { Transform } from 'node:stream'

/**
 * React 18's stream writes a NUL where a sign of several bytes did not fit the rest of its 2 KB buffer. A NUL is never part of
 * another sign in UTF-8, and HTML forbids it in text, so that dropping every one changes nothing else.
 */
export function withoutNulBytes(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })
}
