/** The page around every page: document, rail, and what is shown when something goes wrong. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorScreen } from '#components/error-screen.tsx'
import { pageTitle } from '#components/page-title.ts'
import { Shell } from '#components/shell.tsx'
import { findPerson } from '#http/session.server.ts'
import { useNonce } from './nonce.ts'
import './styles.css'

export const links = () => [{ rel: 'icon', href: ICON, type: 'image/svg+xml' }]

export const meta = () => pageTitle(null)

export async function loader(args: LoaderFunctionArgs) {
  const person = await findPerson(args)
  return { person: person && { name: person.name, role: person.role } }
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const person = useRouteLoaderData<typeof loader>('root')?.person ?? null
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Shell person={person}>{children}</Shell>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  return isRouteErrorResponse(error) ? (
    <ErrorScreen status={error.status} message={typeof error.data === 'string' ? error.data : null} />
  ) : (
    <ErrorScreen status={500} message={null} />
  )
}

/** The mark "stet": dots under a word. Inline, because a favicon must not be one more file to find. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#1f4e96"/><path d="M9 17l5 5 10-13" fill="none" stroke="#fff" stroke-width="3"/><g fill="#fff"><circle cx="8" cy="27" r="1.6"/><circle cx="16" cy="27" r="1.6"/><circle cx="24" cy="27" r="1.6"/></g></svg>',
)}`
