/** Asks Perma.cc to keep a page and believes it only after the archive itself lists a good capture. */
import type { WitnessReport } from '#domain/witness.ts'
import { politeGet } from '#scrapers/kit/polite-get.ts'
import type { Politeness } from '#scrapers/kit/politeness.ts'
import type { Web, WebAnswer } from '#scrapers/kit/web.ts'
import { failed, jsonOf, PATIENCE, type Patience, pause, textOf, type Witness } from './witness.ts'

/** `apiUrl` without a slash at the end; `folder` is the number of the folder that links go to, or null for the first. */
export type PermaSettings = {
  web: Web
  politeness: Politeness
  apiKey: string
  apiUrl: string
  folder: number | null
  patience?: Patience
}

/** Where the public finds a link. */
const PUBLIC_URL = 'https://perma.cc'
const GUID = /^[A-Z0-9]{2,8}(?:-[A-Z0-9]{2,8}){1,3}$/

export function perma(settings: PermaSettings): Witness {
  const { apiUrl, folder, patience = PATIENCE } = settings
  const ask = (path: string, signal: AbortSignal, body?: unknown) =>
    politeGet(settings.web, settings.politeness, {
      address: `${apiUrl}${path}`,
      signal,
      maxRedirects: 0,
      headers: {
        accept: 'application/json',
        authorization: `ApiKey ${settings.apiKey}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { method: 'POST' as const, body: JSON.stringify(body) } : {}),
    })

  return {
    name: 'perma',
    keep: async (address, signal) => {
      const answer = await ask('/archives/', signal, { url: address, ...(folder === null ? {} : { folder }) })
      const guid = textOf(jsonOf(answer)?.guid)
      if (!answer.ok || answer.response.status >= 300 || !GUID.test(guid)) return failed(refusalOf(answer))
      for (let waitedMs = 0; waitedMs < patience.maxMs && !signal.aborted; waitedMs += patience.pollMs) {
        await pause(patience.pollMs, signal)
        const job = jsonOf(await ask(`/capture_jobs/${guid}/`, signal))
        if (job?.status === 'failed' || job?.status === 'completed') break
      }
      return judge(guid, jsonOf(await ask(`/archives/${guid}/`, signal)))
    },
    lookAgain: async ({ address }, signal) => {
      const guid = address?.slice(`${PUBLIC_URL}/`.length) ?? ''
      if (!GUID.test(guid)) return null
      const report = judge(guid, jsonOf(await ask(`/archives/${guid}/`, signal)))
      return report.state === 'requested' ? null : report
    },
  }
}

/** The link exists from the first moment, with or without a capture behind it: its captures decide. */
function judge(guid: string, archive: Record<string, unknown> | null): WitnessReport {
  const address = `${PUBLIC_URL}/${guid}`
  const captures = Array.isArray(archive?.captures) ? archive.captures : []
  const primary = captures.find((capture) => capture?.role === 'primary')
  if (primary?.status === 'success')
    return { state: 'verified', address, message: 'Perma.cc has captured the page.' }
  if (primary?.status === 'failed')
    return { state: 'failed', address, message: 'Perma.cc made a link but could not capture the page.' }
  return {
    state: 'requested',
    address,
    message: 'Perma.cc was asked to capture the page and has not said how that ended.',
  }
}

/** Errors are `{detail}`, `{error}`, or a list of complaints by field. */
function refusalOf(answer: WebAnswer): string {
  if (!answer.ok) return `Perma.cc was not reached: ${answer.message}`
  const said = jsonOf(answer) ?? {}
  const words = [said.detail, said.error, ...Object.values(said).flat()].map(textOf).find(Boolean)
  const { status } = answer.response
  if (status === 401 || status === 403)
    return `Perma.cc did not accept the key of this desk${words ? `: ${words}` : '.'}`
  return `Perma.cc did not take the page (HTTP ${status})${words ? `: ${words}` : '.'}`
}
