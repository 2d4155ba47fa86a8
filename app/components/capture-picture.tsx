/** The picture of a page as the browser showed it when it was captured. */
import { paths } from '#app/paths.ts'
import { Section } from './section.tsx'

/** `captureId` null: there is no picture. The frame has a fixed height, so that nothing jumps when it arrives. */
export function CapturePicture({ captureId }: { captureId: string | null }) {
  if (!captureId) return null
  return (
    <Section title="Picture of the page">
      <section
        aria-label="The whole picture, to scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        className="h-[60vh] overflow-y-auto rounded-md border border-rule bg-shade"
      >
        <img
          src={paths.captureScreenshot(captureId)}
          alt="The whole page as the browser showed it when it was captured; its words are in the text of the page."
          loading="lazy"
          decoding="async"
          className="block w-full"
        />
      </section>
      <p className="mt-2 text-sm">
        <a className="link" href={paths.captureScreenshot(captureId)}>
          Open the picture at full size
        </a>
      </p>
    </Section>
  )
}
