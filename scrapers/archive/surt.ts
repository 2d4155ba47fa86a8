/** Turns an address into the key under which CDXJ indexes sort it. */

/**
 * SURT of an http(s) address: lower case, without scheme and leading `www.`, host reversed with commas, `)`, path,
 * query parameters sorted: `https://www.Example.org/A?b=1` → `org,example)/a?b=1`. Replay tools look pages up by
 * exactly this form. Other addresses (`urn:…`) are their own key, without spaces.
 */
export function surt(address: string): string {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return address.replace(/\s/g, '%20')
  const url = new URL(address.toLowerCase())
  const host = url.hostname
    .replace(/^www\d*\./, '')
    .split('.')
    .reverse()
    .join(',')
  const port = url.port ? `:${url.port}` : ''
  const query = url.search.length > 1 ? `?${url.search.slice(1).split('&').sort().join('&')}` : ''
  return `${host}${port})${url.pathname}${query}`
}
