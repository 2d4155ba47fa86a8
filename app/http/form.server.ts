/** Reads forms: size limits first, then fields as a plain object with rows, or an uploaded file. */
import { type Answer, accept, refuse } from '#domain/refusal.ts'

/** A field is text; `figures[0].value` makes rows. */
export type FormFields = { [name: string]: string | FormFields[] }

/** A draft of two million characters may take three bytes each, and form encoding triples them. */
const MAX_FORM_BYTES = 20 * 1024 * 1024
const MAX_ROWS = 200
const ROW_NAME = /^([A-Za-z]\w*)\[(\d{1,3})\]\.([A-Za-z]\w*)$/
const PLAIN_NAME = /^[A-Za-z]\w*$/

/** All text fields of a form. Refuses `too_large`; files and names of another shape are left out. */
export async function readForm(request: Request, maxBytes = MAX_FORM_BYTES): Promise<Answer<FormFields>> {
  const form = await formWithin(request, maxBytes)
  return form.ok ? accept(fieldsOf(form.value)) : form
}

/** An uploaded file as bytes, with the other fields. Without a file the bytes are empty. */
export type Upload = {
  fields: FormFields
  file: { bytes: Uint8Array; fileName: string; mediaType: string }
}

/** Reads a multipart form with one file in `field`. Refuses `too_large` before the whole body is in memory. */
export async function readUpload(request: Request, field: string, maxBytes: number): Promise<Answer<Upload>> {
  const form = await formWithin(request, maxBytes + MAX_OTHER_FIELDS_BYTES)
  if (!form.ok) return form
  const given = form.value.get(field)
  const file =
    given instanceof File
      ? { bytes: new Uint8Array(await given.arrayBuffer()), fileName: given.name, mediaType: given.type }
      : { bytes: new Uint8Array(), fileName: '', mediaType: '' }
  if (file.bytes.byteLength > maxBytes) return tooLarge(maxBytes)
  return accept({ fields: fieldsOf(form.value), file })
}

const MAX_OTHER_FIELDS_BYTES = 100_000

/** Turns form data into fields. Rows are dense: a gap in the numbering closes up. Exported for forms read elsewhere. */
export function fieldsOf(form: FormData): FormFields {
  const fields: FormFields = {}
  const rows = new Map<string, Map<number, FormFields>>()
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string') continue
    const row = ROW_NAME.exec(name)
    if (row) addToRow(rows, row[1]!, Number(row[2]), row[3]!, value)
    else if (PLAIN_NAME.test(name)) fields[name] = value
  }
  for (const [name, list] of rows)
    fields[name] = [...list].sort(([a], [b]) => a - b).map(([, fieldsOfRow]) => fieldsOfRow)
  return fields
}

function addToRow(
  rows: Map<string, Map<number, FormFields>>,
  name: string,
  index: number,
  key: string,
  value: string,
): void {
  if (index >= MAX_ROWS) return
  const list = rows.get(name) ?? new Map<number, FormFields>()
  rows.set(name, list)
  const row = list.get(index) ?? {}
  list.set(index, row)
  row[key] = value
}

async function formWithin(request: Request, maxBytes: number): Promise<Answer<FormData>> {
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes) return tooLarge(maxBytes)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  // A declared length can lie or be missing, so the bytes are counted as they come.
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength
    if (bytes > maxBytes) {
      await reader?.cancel()
      return tooLarge(maxBytes)
    }
    chunks.push(part.value)
  }
  const type = request.headers.get('Content-Type') ?? ''
  try {
    return accept(await new Response(new Blob(chunks), { headers: { 'Content-Type': type } }).formData())
  } catch {
    return refuse('invalid', 'The form arrived damaged. Please send it again.')
  }
}

function tooLarge(maxBytes: number) {
  return refuse(
    'too_large',
    `This is more than ${Math.floor(maxBytes / 1024 / 1024)} MB. Send something smaller.`,
  )
}
