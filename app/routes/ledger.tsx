/** The whole ledger, newest first, and whether its chain holds. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button } from '#components/button.tsx'
import { LedgerTable } from '#components/ledger-table.tsx'
import { Notice } from '#components/notice.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { Pager } from '#components/pager.tsx'
import { requirePerson } from '#http/session.server.ts'
import { listLedger, verifyLedger } from '#storage/ledger.server.ts'

const PER_PAGE = 100

export const meta = () => pageTitle('Ledger')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { db } = args.context.desk
  const query = new URL(args.request.url).searchParams
  const before = Number(query.get('before')) || null
  const entries = await listLedger(db, before, PER_PAGE + 1)
  const shown = entries.slice(0, PER_PAGE)
  return {
    entries: shown,
    first: before === null,
    older: entries.length > PER_PAGE ? shown.at(-1)!.seq : null,
    // Recomputing the chain reads every entry, so it is done when a person asks for it.
    verified: query.get('verify') === '1' ? await verifyLedger(db) : null,
  }
}

export default function LedgerPage() {
  const { entries, first, older, verified } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Ledger"
        state={
          <p className="max-w-prose text-soft">
            Every change, in the order it was made. Each entry carries the hash of the one before it: nothing
            can be altered or taken out unseen.
          </p>
        }
        actions={
          <Form method="get">
            <Button name="verify" value="1">
              Check the whole chain
            </Button>
          </Form>
        }
      />
      {verified ? <Verdict verified={verified} /> : null}
      <LedgerTable entries={entries} />
      <Pager newer={first ? null : paths.ledger} older={older ? paths.ledgerBefore(older) : null} />
    </>
  )
}

function Verdict({ verified }: { verified: { entries: number; problems: string[] } }) {
  const { entries, problems } = verified
  return (
    <div className="mb-6">
      <Notice tone={problems.length > 0 ? 'error' : 'info'}>
        {problems.length === 0 ? (
          <p>✓ The chain holds: all {entries.toLocaleString('en')} entries are as they were written.</p>
        ) : (
          <>
            <p className="font-medium">
              The ledger has been changed. Tell whoever runs this desk, and look at a backup.
            </p>
            <ul className="list-disc pl-5">
              {problems.slice(0, 50).map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    </div>
  )
}
