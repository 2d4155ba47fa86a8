/** The public key with which this newsroom signs its archives, for whoever was handed one. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { openSigningKey } from '#storage/signing-key.server.ts'

export async function loader({ context: { settings } }: LoaderFunctionArgs) {
  const key = await openSigningKey({ dataFolder: settings.DATA_DIR, pemFile: settings.SIGNING_KEY_FILE })
  const { fingerprint, publicKey, publicKeyPem } = key
  const body = {
    use: 'signs datapackage-digest.json of WACZ files (signedData, wacz-auth 0.1.0)',
    algorithm: 'ECDSA P-384 with SHA-256',
    fingerprint: `sha256:${fingerprint}`,
    publicKey,
    publicKeyPem,
  }
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json',
      'Access-Control-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'public, max-age=300',
    },
  })
}
