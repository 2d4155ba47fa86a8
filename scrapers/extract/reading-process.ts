/** The process in which a large page or a PDF is read: one request on stdin, one reading on stdout, as V8 serialises it. */
import { serialize } from 'node:v8'
import { mediaKind } from './media-kind.ts'
import { readDocument } from './read-document.ts'
import { readPage } from './read-page.ts'
import { readRequest } from './request-frame.ts'

const request = await readRequest(process.stdin)
const isPdf = mediaKind(request.mediaType, request.body) === 'pdf'
const reading = isPdf ? await readDocument(request.body) : await readPage(request)
process.stdout.end(serialize(reading))
