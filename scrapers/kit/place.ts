/** The place an address leads to, as logs and troubles name it: host and port. */

/** `host:port`, the port spelled out; IPv6 without brackets. What is no address stands for itself, cut to 100 characters. */
export function placeOf(address: string): string {
  if (!URL.canParse(address)) return address.slice(0, 100)
  const url = new URL(address)
  if (url.hostname === '') return url.protocol
  const isSecure = url.protocol === 'https:' || url.protocol === 'wss:'
  return `${url.hostname.replace(/^\[|\]$/g, '')}:${url.port || (isSecure ? '443' : '80')}`
}
