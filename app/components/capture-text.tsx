/** The text of a capture with its marks. It is text and nothing but text: nothing of the page runs here. */
import { Form } from '@remix-run/react'
import { Fragment, useEffect, useRef } from 'react'
import { Button } from './button.tsx'
import type { TextMark } from './marked-text.ts'
import type { PagedSegment } from './paged-text.ts'
import { QUOTE_LOOKS, verdictLook } from './verdict-looks.ts'

/** Share of the panel's height above the first mark once it is scrolled to. */
const ABOVE_MARK = 0.25

/** `whole`: nothing is left out. `citationId` is kept when the whole text is asked for. */
export function CaptureText({
  segments,
  language,
  whole,
  citationId,
}: {
  segments: PagedSegment[]
  language: string | null
  whole: boolean
  citationId: string | null
}) {
  const panel = useRef<HTMLElement>(null)
  // Only the panel is moved, never the page; a link to one mark has its own place already.
  useEffect(() => {
    const box = panel.current
    const mark = box?.querySelector('mark')
    if (!box || !mark || window.location.hash) return
    box.scrollTop +=
      mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight * ABOVE_MARK
  }, [])
  return (
    <>
      {segments.length === 0 ? (
        <p className="max-w-prose text-soft">
          There is no text here that can be read. In a picture or a scan nothing is found: look at it
          yourself.
        </p>
      ) : null}
      <section
        ref={panel}
        aria-label="Text of the archived page"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        lang={language ?? undefined}
        className="max-h-[75vh] overflow-y-auto rounded-md border border-rule bg-sheet px-4 py-3 font-serif text-lg whitespace-pre-line"
      >
        {segments.map((segment) => (
          <Fragment key={segment.start}>
            {segment.newPage === null ? null : <PageNumber page={segment.newPage} />}
            {segment.type === 'gap' ? <Gap characters={segment.characters} /> : <Piece segment={segment} />}
          </Fragment>
        ))}
      </section>
      {whole ? null : (
        <Form method="get" className="mt-3">
          {citationId ? <input type="hidden" name="citation" value={citationId} /> : null}
          <Button name="whole" value="1">
            Show the whole text
          </Button>
        </Form>
      )}
    </>
  )
}

function Gap({ characters }: { characters: number }) {
  return (
    <span
      lang="en"
      className="my-3 block border-y border-dashed border-rule py-1 text-center font-sans text-sm text-soft"
    >
      {characters.toLocaleString('en')} characters left out
    </span>
  )
}

function PageNumber({ page }: { page: number }) {
  return (
    <span
      lang="en"
      className="mt-3 block border-t border-rule pt-1 text-right font-sans text-sm text-soft first:mt-0 first:border-t-0"
    >
      Page {page}
    </span>
  )
}

function Piece({ segment }: { segment: Extract<PagedSegment, { type: 'text' }> }) {
  if (segment.marks.length === 0) return segment.text
  const starting = segment.marks.filter((mark) => mark.start === segment.start)
  const [first, ...others] = starting
  return (
    <mark
      id={first?.key}
      className={`scroll-mt-24 text-ink target:outline-2 target:outline-accent ${lookOf(segment.marks)}`}
    >
      {others.map(({ key }) => (
        <span key={key} id={key} />
      ))}
      {segment.text}
    </mark>
  )
}

/** The quote washes the ground, a figure is framed by a line below: where both meet both are seen. */
function lookOf(marks: TextMark[]): string {
  const quote = marks.find(({ kind }) => kind === 'quote')
  const figure = marks.find(({ kind }) => kind === 'figure')
  const looks = quote ? QUOTE_LOOKS[verdictLook('quote', quote.verdict)].wash : 'bg-transparent'
  return figure ? `${looks} font-semibold ${QUOTE_LOOKS[verdictLook('figure', figure.verdict)].line}` : looks
}
