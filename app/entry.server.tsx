/** Draws pages on the server as a stream, with the security headers and this response's nonce. */
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type DataFunctionArgs,
  type EntryContext,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { securityHeaders } from '#http/security-headers.server.ts'
import { withoutNulBytes } from '#http/without-nul-bytes.server.ts'
import { NonceContext } from './nonce.ts'

/** A loader that has not answered by then shows its error boundary. */
export const streamTimeout = 10_000
const ABORT_AFTER_MS = streamTimeout + 1_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce, settings } = context
  const security = securityHeaders({ nonce, publicUrl: settings.PUBLIC_URL ?? null })
  for (const [name, value] of Object.entries(security)) headers.set(name, value)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  // Pages are a person's own: no cache and no Back button may show them after signing out.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
  const whole = isbot(request.headers.get('User-Agent')) || remixContext.isSpaMode
  return new Promise((resolve, reject) => {
    let drawn = false
    const send = () => {
      drawn = true
      const body = withoutNulBytes()
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={ABORT_AFTER_MS} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [whole ? 'onAllReady' : 'onShellReady']: send,
        onShellError: reject,
        onError(error: unknown) {
          status = 500
          // Errors before the shell come to onShellError and are logged by handleError.
          if (drawn) console.error(error)
        },
      },
    )
    setTimeout(abort, ABORT_AFTER_MS)
  })
}

/** Loader data is as private as the page it belongs to. */
export function handleDataRequest(response: Response): Response {
  response.headers.set('X-Content-Type-Options', 'nosniff')
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store')
  return response
}

/** What went wrong on our side goes to the log, never to the reader. */
export function handleError(error: unknown, { request }: Pick<DataFunctionArgs, 'request'>): void {
  if (!request.signal.aborted) console.error(request.method, new URL(request.url).pathname, error)
}
