/** Offers the bookmark that sends the page one is reading, with the selected words, to a new claim. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { bookmarkletCode } from '#components/bookmarklet-code.ts'
import { CopyButton } from '#components/copy-button.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { RawText } from '#components/raw-text.tsx'
import { Section } from '#components/section.tsx'
import { publicOrigin } from '#http/public-origin.server.ts'
import { requirePerson } from '#http/session.server.ts'

export const meta = () => pageTitle('From your browser')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const origin = publicOrigin(args.request, args.context.settings)
  return { code: bookmarkletCode(origin, paths.newClaimFromPage) }
}

export default function BookmarkletPage() {
  const { code } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="From your browser"
        state={
          <p className="max-w-prose">
            A bookmark that sends the page you are reading to a new claim: its address, its title, and the
            words you have selected as the quote.
          </p>
        }
      />
      <Section title="On a computer">
        <p className="max-w-prose">
          Drag this to your bookmarks bar (Ctrl+Shift+B, or ⌘+Shift+B, shows it). Then select the words on any
          page and click the bookmark.
        </p>
        <p className="my-4">
          {/* A page of ours runs no such address: the link is there to be dragged. */}
          <a
            href={code}
            draggable
            onClick={(event) => event.preventDefault()}
            className="inline-block rounded-md border border-edge bg-sheet px-4 py-2 font-medium no-underline"
          >
            To Stet
          </a>
        </p>
      </Section>
      <Section title="On a phone, or without a mouse">
        <ol className="max-w-prose list-decimal space-y-1 pl-6">
          <li>Bookmark any page and name it “To Stet”.</li>
          <li>Copy the program below.</li>
          <li>Edit the bookmark and put the program where its address is.</li>
          <li>
            On a page, select the words, then open the bookmark. In Chrome on Android type “To Stet” into the
            address bar and choose the bookmark there.
          </li>
        </ol>
        <div className="mt-4">
          <CopyButton text={code} what="the program" />
        </div>
        <div className="mt-2 break-all">
          <RawText>{code}</RawText>
        </div>
      </Section>
      <Section title="What it does">
        <p className="max-w-prose">
          It reads the address, the title and the selection of the page, and opens this desk with them. It
          changes nothing on the page and works only while you are signed in. Nothing is logged before you
          have looked at the form and sent it. Very long selections are cut.
        </p>
      </Section>
    </>
  )
}
