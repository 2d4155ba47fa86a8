/** Lets a person say which page of an archive they brought is meant. */
import { Form } from '@remix-run/react'
import { Button } from './button.tsx'

type ArchivedPage = { address: string; title: string | null; at: string | null }
type Asked = { step: string; reason: string | null; detail: unknown }

/** Draws nothing unless the last attempt asks for it. Nothing is uploaded again: the bytes are in the house. */
export function ChoosePage({ attempts }: { attempts: Asked[] }) {
  const pages = pagesAskedFor(attempts.at(-1))
  if (pages.length === 0) return null
  return (
    <Form method="post" className="mt-4 max-w-prose">
      <fieldset>
        <legend className="font-medium">Which page of the archive is meant?</legend>
        <ul className="mt-2 max-h-[50vh] space-y-2 overflow-y-auto">
          {pages.map(({ address, title, at }) => (
            <li key={address}>
              <label className="flex items-baseline gap-2">
                <input type="radio" name="page" value={address} required />
                <span className="min-w-0">
                  {title ?? address}
                  <span className="block text-sm break-all text-soft">
                    {address}
                    {at ? `, ${at}` : ''}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <Button look="primary" name="intent" value="page">
        Read this page
      </Button>
    </Form>
  )
}

/** Stored JSON as pages; what does not have their shape is left out. */
function pagesAskedFor(attempt: Asked | undefined): ArchivedPage[] {
  if (attempt?.step !== 'upload' || attempt.reason !== 'needs_person') return []
  const { pages } = (attempt.detail ?? {}) as { pages?: unknown }
  if (!Array.isArray(pages)) return []
  return pages
    .filter((page) => typeof page?.address === 'string')
    .map(({ address, title, at }) => ({
      address,
      title: typeof title === 'string' && title ? title : null,
      at: typeof at === 'string' ? at : null,
    }))
}
