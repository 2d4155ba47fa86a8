/** Words for the browser's tab: the page's own first, the product's last. */

/** What a route's `meta` returns. Null stands for the product alone. */
export function pageTitle(words: string | null | undefined): { title: string }[] {
  return [{ title: words ? `${words} · Stet` : 'Stet' }]
}
