/** Cited passages that changed and that nobody has seen yet, each with what can be done about it. */
import { Form, Link, useLocation } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from './button.tsx'
import { ChangeLine } from './change-line.tsx'
import { Quotation } from './quotation.tsx'
import { languageOf, sourceName } from './source-words.ts'
import { Time } from './time.tsx'

export type PassageAlert = {
  id: string
  change: string
  detail: unknown
  at: Date | string
  beforeCaptureId: string
  afterCaptureId: string | null
  citation: {
    quote: string | null
    claim: { id: string; number: number; text: string; article: { id: string; headline: string } }
    source: {
      id: string
      address: string
      publisher: string | null
      title: string | null
      language: string | null
    }
  }
}

/** Draws nothing where nothing changed. */
export function PassageAlerts({ alerts }: { alerts: PassageAlert[] }) {
  if (alerts.length === 0) return null
  return (
    <section aria-label="Cited passages that changed" className="mb-8 grid gap-3">
      {alerts.map((alert) => (
        <Alert key={alert.id} alert={alert} />
      ))}
    </section>
  )
}

function Alert({ alert }: { alert: PassageAlert }) {
  const { pathname } = useLocation()
  const { claim, source, quote } = alert.citation
  const caveat = alert.change === 'page_gone' ? 'archive_only' : 'changed_since_capture'
  return (
    <article className="rounded-md border border-rule border-l-4 border-l-disputed bg-sheet p-4">
      <h2>
        <ChangeLine change={alert.change} detail={alert.detail} />
      </h2>
      <p className="mt-1 text-sm">
        <Link className="link" to={paths.source(source.id)}>
          <span lang={languageOf(sourceName(source), source.language)}>{sourceName(source)}</span>
        </Link>
        , seen <Time at={alert.at} />. Cited for{' '}
        <Link className="link" to={paths.claim(claim.id)}>
          claim {claim.number}
        </Link>{' '}
        of{' '}
        <Link className="link" to={paths.article(claim.article.id)}>
          {claim.article.headline}
        </Link>
        .
      </p>
      {quote ? (
        <div className="mt-2">
          <Quotation lang={source.language}>{quote}</Quotation>
        </div>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        {alert.afterCaptureId ? (
          <LinkButton
            to={paths.sourceCompare(source.id, {
              before: alert.beforeCaptureId,
              after: alert.afterCaptureId,
            })}
          >
            Compare
          </LinkButton>
        ) : (
          <LinkButton to={paths.capture(alert.beforeCaptureId)}>See the last archived copy</LinkButton>
        )}
        <LinkButton to={paths.claimCaveat(claim.id, caveat)}>Word a caveat</LinkButton>
        <Form method="post" action={paths.changeSeen(alert.id)} preventScrollReset>
          <input type="hidden" name="to" value={pathname} />
          <Button look="quiet">I have seen this</Button>
        </Form>
      </div>
    </article>
  )
}
