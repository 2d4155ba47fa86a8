/** An address outside the house: a link when it is a web address, plain text when it is anything else. */
import type { ReactNode } from 'react'

/** Search engines and pages may hand us any address; `javascript:` and its like must never become a link. */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
}

/** The site must not learn from where it was opened, hence `noreferrer`. */
export function OutsideLink({ address, children }: { address: string; children?: ReactNode }) {
  if (!isWebAddress(address)) return <span>{children ?? address}</span>
  return (
    <a className="link" href={address} rel="noreferrer noopener">
      {children ?? address}
    </a>
  )
}
