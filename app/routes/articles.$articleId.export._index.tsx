/** The export of an article: what to mind first, then the sources and notes as they will be printed, then the files. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { CopyButton } from '#components/copy-button.tsx'
import { ChooseNote } from '#components/export-choices.tsx'
import { ExportFiles } from '#components/export-files.tsx'
import { PrintedMethod } from '#components/export-method.tsx'
import { PrintedNotes, PrintedSources } from '#components/export-preview.tsx'
import { History } from '#components/history.tsx'
import { Notice } from '#components/notice.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { Section } from '#components/section.tsx'
import { notFound } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { listHistory } from '#storage/ledger.server.ts'
import { exportOptions } from '#usecases/exports/export-format.server.ts'
import { previewExport } from '#usecases/exports/preview-export.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Export of ${data.preview.article.headline}` : 'Export')

export async function loader(args: LoaderFunctionArgs) {
  const person = await requirePerson(args)
  const { desk, settings } = args.context
  const by = { name: person.name, publicUrl: settings.PUBLIC_URL ?? null }
  const choices = new URL(args.request.url).searchParams
  const chosen = exportOptions({ note: choices.get('note'), noteLanguage: choices.get('noteLanguage') })
  const preview = await previewExport(desk, args.params.articleId!, by, chosen)
  if (!preview) notFound('There is no such article.')
  const entries = await listHistory(desk.db, [{ kind: 'article', ids: [preview.article.id] }])
  return { preview, chosen, history: entries.filter(({ kind }) => kind === 'article.exported') }
}

export default function ExportPage() {
  const { preview, chosen, history } = useLoaderData<typeof loader>()
  const { article, warnings, sources, note, method, caveats, markdown, formats } = preview
  return (
    <>
      <PageHead
        kicker={
          <Link className="link" to={paths.article(article.id)}>
            {article.headline}
          </Link>
        }
        title="Sources and reporting notes"
        state={
          <p className="max-w-prose text-soft">
            As the records stand now. A download is made anew from them each time.
          </p>
        }
      />
      {article.sample ? (
        <div className="mb-4">
          <Notice tone="warning">This is sample data. Every file says so; do not publish it.</Notice>
        </div>
      ) : null}
      <Warnings warnings={warnings} />
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,1fr)]">
        <div>
          <Section title="Sources" aside={<CopyButton text={markdown.sources} what="the sources" />}>
            <PrintedSources sources={sources} articleId={article.id} />
          </Section>
          <Section title="Reporting notes" aside={<CopyButton text={markdown.notes} what="the notes" />}>
            <PrintedNotes note={note} caveats={caveats} />
          </Section>
          {chosen.note === 'short' ? null : (
            <Section title={method.title} aside={<CopyButton text={markdown.method} what="the method" />}>
              <PrintedMethod method={method} />
            </Section>
          )}
        </div>
        <div>
          <ChooseNote chosen={chosen} language={note.language} />
          <ExportFiles
            articleId={article.id}
            formats={formats}
            chosen={chosen}
            markdown={[markdown.sources, markdown.notes, markdown.method].filter(Boolean).join('\n\n')}
          />
        </div>
      </div>
      <History entries={history} />
    </>
  )
}

function Warnings({ warnings }: { warnings: string[] }) {
  if (warnings.length === 0) return null
  return (
    <div className="mb-8">
      <Notice tone="warning">
        <p className="font-medium">Before you print this. The notes say it as well:</p>
        <ul className="mt-1 list-disc pl-5">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
