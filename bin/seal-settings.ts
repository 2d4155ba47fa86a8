/** What archives are signed and dated with, from the settings: the key, and the timestamp authority. */
import { readFile } from 'node:fs/promises'
import { type Settings, SettingsError } from '#app/env.server.ts'
import type { RegistrySettings } from '#scrapers/registry.ts'
import { openSigningKey, type SigningKey } from '#storage/signing-key.server.ts'

/** The key of this desk, made at the first call. Throws a `SettingsError` where the settings name a key that cannot be used. */
export async function signingKeyHere(settings: Settings): Promise<SigningKey> {
  try {
    return await openSigningKey({ dataFolder: settings.DATA_DIR, pemFile: settings.SIGNING_KEY_FILE })
  } catch (error) {
    const name = settings.SIGNING_KEY_FILE ? 'SIGNING_KEY_FILE' : 'signing-key.pem in DATA_DIR'
    throw new SettingsError(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The part of the scrapers' settings that signs and dates. */
export async function sealSettings(
  settings: Settings,
): Promise<Pick<RegistrySettings, 'signingKeyPem' | 'timestamps'>> {
  const { privateKeyPem } = await signingKeyHere(settings)
  if (!settings.TSA_URL) return { signingKeyPem: privateKeyPem, timestamps: null }
  const trustedPem = settings.TSA_CA_PEM
    ? await readFile(settings.TSA_CA_PEM, 'utf8').catch((error: Error) => {
        throw new SettingsError(`TSA_CA_PEM: ${error.message}`)
      })
    : null
  return { signingKeyPem: privateKeyPem, timestamps: { address: settings.TSA_URL, trustedPem } }
}
