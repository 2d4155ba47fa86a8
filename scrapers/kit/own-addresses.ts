/** The addresses of this machine: a page that is fetched from them is the house itself, whatever name led there. */
import { networkInterfaces } from 'node:os'

/** Every address of every interface but loopback, which the guard knows by itself. Public addresses behind a router are a setting. */
export function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address.replace(/%.*$/, ''))
}
