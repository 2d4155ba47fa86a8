/** The files an export can be taken away as, and its text for copying by hand. */
import { paths } from '#app/paths.ts'
import { Section } from './section.tsx'

export function ExportFiles({
  articleId,
  formats,
  chosen,
  markdown,
}: {
  articleId: string
  formats: { format: string; label: string; fileExtension: string }[]
  /** length and language of the note, where they were chosen */
  chosen: { note?: string; noteLanguage?: string }
  markdown: string
}) {
  return (
    <div>
      <Section title="Take it away">
        <ul className="space-y-2">
          {formats.map(({ format, label, fileExtension }) => (
            <li key={format}>
              <a className="link" href={paths.articleExportFile(articleId, format, chosen)}>
                {label}
              </a>{' '}
              <span className="text-sm text-soft">sources.{fileExtension}</span>
            </li>
          ))}
        </ul>
        <p className="mt-3 text-sm text-soft">Each download is an entry in the article’s history.</p>
      </Section>
      <details className="mb-10">
        <summary className="text-accent">Text for copying by hand</summary>
        <label className="mt-2 block text-sm">
          The sections as Markdown
          <textarea
            readOnly
            rows={16}
            value={markdown}
            className="mt-1 w-full rounded-md border border-edge bg-sheet p-2 font-mono text-xs"
          />
        </label>
      </details>
    </div>
  )
}
