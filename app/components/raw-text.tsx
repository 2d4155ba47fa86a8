/** Recorded text as it is, in a box that scrolls when it is long. */

export function RawText({ children }: { children: string }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      className="mt-1 max-h-80 overflow-auto rounded-md bg-shade p-2 font-mono text-xs whitespace-pre-wrap"
    >
      {children}
    </pre>
  )
}
