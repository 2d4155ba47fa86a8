/** Recorded text as it is, in a box that scrolls when it is long. */

/** `label` names the box for those who do not see where it stands. */
export function RawText({ label, children }: { label: string; children: string }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      role="group"
      aria-label={label}
      className="mt-1 max-h-80 overflow-auto rounded-md bg-shade p-2 font-mono text-xs whitespace-pre-wrap"
    >
      {children}
    </pre>
  )
}
