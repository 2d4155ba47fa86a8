/** Reads the files of a capture as they lie in the archive: the WACZ, the picture, the print, the bytes of the page. */
import type { Desk } from './desk.server.ts'

/** `name` is for saving the file and holds ASCII letters, digits, dots and dashes only. */
export type CaptureFile = { bytes: Uint8Array; mediaType: string; name: string }

/** The asked file of a capture, or null when there is no such capture or it has no such file. Throws when bytes are damaged. */
export async function readCaptureFile(
  desk: Desk,
  captureId: string,
  part: 'wacz' | 'screenshot' | 'pdf' | 'body',
): Promise<CaptureFile | null> {
  const capture = await desk.db.capture.findUnique({
    where: { id: captureId },
    select: {
      digest: true,
      screenshotDigest: true,
      pdfDigest: true,
      bodyDigest: true,
      mediaType: true,
      capturedAt: true,
      finalUrl: true,
    },
  })
  if (!capture) return null
  const name = `${hostOf(capture.finalUrl)}-${capture.capturedAt.toISOString().slice(0, 10)}`
  const digest = {
    wacz: capture.digest,
    screenshot: capture.screenshotDigest,
    pdf: capture.pdfDigest,
    body: capture.bodyDigest,
  }[part]
  if (!digest) return null
  const bytes = await desk.blobs.get(digest)
  if (part === 'body')
    return { bytes, mediaType: capture.mediaType, name: name + extensionOf(capture.mediaType) }
  const blob = await desk.db.blob.findUnique({ where: { digest }, select: { mediaType: true } })
  const mediaType = blob?.mediaType ?? 'application/octet-stream'
  return { bytes, mediaType, name: part === 'wacz' ? `${name}.wacz` : name + extensionOf(mediaType) }
}

/** Text of every kind is saved as .txt: an archived page opened from the disk must not run either. */
function extensionOf(mediaType: string): string {
  if (mediaType.startsWith('application/pdf')) return '.pdf'
  if (mediaType.startsWith('image/png')) return '.png'
  if (mediaType.startsWith('image/jpeg')) return '.jpg'
  if (mediaType.startsWith('image/webp')) return '.webp'
  return '.txt'
}

function hostOf(address: string): string {
  const host = URL.canParse(address) ? new URL(address).hostname : ''
  return host.replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '') || 'capture'
}
