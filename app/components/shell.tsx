/** The frame of every page: the rail with the desk's places, or on a phone a bar with a menu. */
import { Form, Link, NavLink, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '#app/paths.ts'
import type { Role } from '#domain/person.ts'
import { ROLE_WORDS } from './role-words.ts'

type Person = { name: string; role: Role }

/** `holds`: addresses that belong to the place although they are not below it. */
type Place = { to: string; label: string; holds?: RegExp }

const PLACES: Place[] = [
  { to: paths.articles, label: 'Articles', holds: /^\/(claims|citations)\// },
  { to: paths.queue, label: 'My queue' },
  { to: paths.sources, label: 'Sources', holds: /^\/captures\// },
  { to: paths.runs, label: 'Runs' },
  { to: paths.search, label: 'Search' },
  { to: paths.check, label: 'Check a claim' },
]

/** Strangers see the page without the rail. */
export function Shell({ person, children }: { person: Person | null; children: ReactNode }) {
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-sheet focus:p-3 focus:text-accent"
      >
        Skip to the page
      </a>
      <div className={person ? 'md:grid md:min-h-dvh md:grid-cols-[13rem_minmax(0,1fr)]' : ''}>
        {person ? <Rail person={person} /> : null}
        <main id="main" tabIndex={-1} className="min-w-0 px-4 py-6 outline-none md:px-8 md:py-8">
          <div className="mx-auto max-w-6xl">{children}</div>
        </main>
      </div>
    </>
  )
}

function Rail({ person }: { person: Person }) {
  return (
    <header className="border-b border-rule bg-shade md:border-r md:border-b-0">
      <details className="bar-menu group md:hidden">
        <summary className="flex min-h-12 items-center justify-between px-4">
          <Wordmark />
          <span className="rounded-md border border-edge px-3 py-1 text-sm font-medium">Menu</span>
        </summary>
        <div className="px-4 pb-4">
          <Places person={person} />
        </div>
      </details>
      <div className="hidden md:sticky md:top-0 md:flex md:h-dvh md:flex-col md:overflow-y-auto md:px-4 md:py-6">
        <Link to={paths.articles} className="mb-6 px-2 no-underline">
          <Wordmark />
        </Link>
        <Places person={person} />
      </div>
    </header>
  )
}

function Wordmark() {
  return (
    <span className="pencil pencil-unchecked font-serif text-xl font-semibold tracking-tight hover:bg-transparent">
      Stet
    </span>
  )
}

function Places({ person }: { person: Person }) {
  const more = [
    { to: paths.ledger, label: 'Ledger' },
    { to: paths.bookmarklet, label: 'From your browser' },
    ...(person.role === 'admin' ? [{ to: paths.people, label: 'People' }] : []),
  ]
  return (
    <div className="flex flex-1 flex-col">
      <nav aria-label="Desk">
        <PlaceList places={PLACES} />
        <div className="my-3 border-t border-rule" />
        <PlaceList places={more} />
      </nav>
      <div className="mt-4 px-2 text-sm md:mt-auto">
        <p className="font-medium">{person.name}</p>
        <p className="text-soft">{ROLE_WORDS[person.role].word}</p>
        <Form method="post" action={paths.signOut} reloadDocument className="mt-2">
          <button type="submit" className="link text-sm">
            Sign out
          </button>
        </Form>
      </div>
    </div>
  )
}

function PlaceList({ places }: { places: Place[] }) {
  const { pathname } = useLocation()
  return (
    <ul>
      {places.map(({ to, label, holds }) => (
        <li key={to}>
          <NavLink
            to={to}
            className={({ isActive }) =>
              `block rounded-md border-l-2 px-2 py-2 no-underline md:py-1 ${isActive || holds?.test(pathname) ? 'border-accent bg-sheet font-semibold' : 'border-transparent hover:bg-sheet'}`
            }
          >
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
