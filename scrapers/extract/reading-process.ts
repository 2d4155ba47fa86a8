/** The process in which a large page or a PDF is read: one request on stdin, one reading on stdout, both as V8 serialises them. */
import { deserialize, serialize } from 'node:v8'
import type { ReadRequest } from '#scrapers/contract.ts'
import { mediaKind } from './media-kind.ts'
import { readDocument } from './read-document.ts'
import { readPage } from './read-page.ts'

const pieces: Buffer[] = []
for await (const piece of process.stdin) pieces.push(piece as Buffer)
const request = deserialize(Buffer.concat(pieces.splice(0))) as ReadRequest
const isPdf = mediaKind(request.mediaType, request.body) === 'pdf'
const reading = isPdf ? await readDocument(request.body) : await readPage(request)
process.stdout.end(serialize(reading))
