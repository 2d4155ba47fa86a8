/** Decides what may become a link in print: web addresses and nothing else. */

/**
 * The address in its normal form (WHATWG URL), in which spaces, quotes and angle brackets are percent-encoded, or null
 * for anything but http and https: `javascript:`, `data:` and half addresses are printed as text.
 */
export function webLink(address: string): string | null {
  const url = URL.parse(address)
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null
}
