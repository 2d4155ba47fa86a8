/** Carries the nonce of this response to the scripts that need it. Empty in the browser, which hides nonces. */
import { createContext, useContext } from 'react'

export const NonceContext = createContext('')

/** The nonce of this response's Content-Security-Policy. */
export function useNonce(): string {
  return useContext(NonceContext)
}
