/** Where a source has it from: what is recorded and proposed, and the forms that record more by hand. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { History } from '#components/history.tsx'
import { OriginForms } from '#components/origin-form.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { ORIGIN_KIND_WORDS, sourceName } from '#components/source-words.ts'
import { typed } from '#components/typed-values.ts'
import { relayedFrom } from '#domain/relay.ts'
import { type FormFields, readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { listHistory } from '#storage/ledger.server.ts'
import { peersOf } from '#storage/relay-pages.server.ts'
import { findSource, listOrigins, nameSources } from '#storage/sources.server.ts'
import { recordRelay } from '#usecases/origins/record-relay.server.ts'
import { recordOrigin } from '#usecases/sources/record-origin.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Where ${data.name} has it from` : 'Where it is from')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { db } = args.context.desk
  const source = await findSource(db, args.params.sourceId!)
  if (!source) notFound('There is no such source.')
  const standing = source.relays.filter(({ state }) => state === 'confirmed')
  const origins = (await listOrigins(db)).filter(
    ({ id }) => !standing.some(({ originId }) => originId === id),
  )
  const peers = await nameSources(db, await peersOf(db, source.id))
  return {
    id: source.id,
    name: sourceName(source),
    known: standing.map(relayedFrom),
    origins: origins.map(({ id, label, kind }) => ({
      value: id,
      label: `${label} (${ORIGIN_KIND_WORDS[kind]})`,
    })),
    sources: peers
      .filter(({ id }) => id !== source.id && !standing.some(({ fromSourceId }) => fromSourceId === id))
      .map((peer) => ({ value: peer.id, label: sourceName(peer) })),
    history: await listHistory(db, [{ kind: 'source', ids: [source.id] }]),
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const { desk } = args.context
  const sourceId = args.params.sourceId!
  const read = await readForm(args.request)
  if (!read.ok) return respond(read.refusal)
  const form = typed(read.value, 'form')
  const answer =
    form === 'source' || form === 'name'
      ? await recordRelay(desk, person, sourceId, read.value)
      : await recordOrigin(desk, person, sourceId, withUtterance(read.value))
  return answer.ok ? redirect(paths.source(sourceId)) : respond(answer.refusal, { form, values: read.value })
}

/** Without a speaker nothing is known of the occasion. */
function withUtterance({ speaker, role, event, spokenOn, ...fields }: FormFields): FormFields {
  return { ...fields, ...(speaker ? { utterance: { speaker, role, event, spokenOn } } : {}) } as FormFields
}

export default function SourceOriginsPage() {
  const { id, name, known, origins, sources, history } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <PageHead
        kicker={
          <Link className="link" to={paths.source(id)}>
            {name}
          </Link>
        }
        title="Where it has it from"
        state={
          <p className="max-w-prose text-soft">
            {known.length > 0 ? `On record: ${known.join('; ')}. ` : 'Nothing is on record yet. '}
            Reports that share an origin are counted once, whoever prints them.
          </p>
        }
      />
      <OriginForms origins={origins} sources={sources} refused={refused} />
      <History entries={history} />
    </>
  )
}
