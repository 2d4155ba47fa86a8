/** The site that captures are measured on: a server of its own process, with pages as news sites send them. Prints its address. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { crc32, deflateSync } from 'node:zlib'

const PARAGRAPHS = 14
const PICTURES = 6
const WORDS =
  'the office said figures count harbour council ferry tokens report method audit summer price market frost growth river bridge plan rule vote town number'.split(
    ' ',
  )

/** Milliseconds that every answer takes, as it would over a network; the first argument. */
const delayMs = Number(process.argv[2] ?? 0)
const picture = png(240, 160)
const style = Array.from(
  { length: 300 },
  (_, at) => `.c${at}{margin:${at % 9}px;color:rgb(${at % 255},20,30)}`,
).join('\n')

const server = createServer((request, response) => {
  const path = request.url ?? '/'
  const answer = () => {
    if (path.endsWith('.png')) send('image/png', picture)
    else if (path.endsWith('.css')) send('text/css', style)
    else if (path === '/robots.txt') send('text/plain', '')
    else send('text/html; charset=utf-8', page(Number(/\d+/.exec(path)?.[0] ?? 0)))
  }
  const send = (type: string, body: string | Buffer) => {
    response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
    response.end(body)
  }
  if (delayMs > 0) setTimeout(answer, delayMs)
  else answer()
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})

/** The same number always gives the same page, and no two numbers the same. About 16 kB. */
function page(number: number): string {
  let seed = number * 7919 + 17
  const word = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return WORDS[seed % WORDS.length]!
  }
  const sentence = () => `The ${Array.from({ length: 16 }, word).join(' ')}.`
  const paragraphs = Array.from(
    { length: PARAGRAPHS },
    (_, at) =>
      `<p class="c${at}">${sentence()} ${sentence()} ${sentence()}</p>${at % 2 === 0 ? `<figure><img src="/picture-${number}-${at % PICTURES}.png" width="240" height="160" alt=""><figcaption>Photo ${at}</figcaption></figure>` : ''}`,
  )
  const links = Array.from(
    { length: 120 },
    (_, at) =>
      `<li class="item c${at}"><a href="/page/${(number + at) % 1000}" data-track="nav-${at}">${word()} ${word()} ${word()}</a></li>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report ${number} - The Estuary Times</title><link rel="stylesheet" href="/main.css"><link rel="stylesheet" href="/story.css"><meta property="article:published_time" content="2031-03-24T08:30:15Z"><meta name="author" content="Dora Example"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Report ${number}","datePublished":"2031-03-24T08:30:15Z"}</script></head><body><header><nav><ul>${links.slice(0, 40).join('')}</ul></nav></header><main><article><h1>Report ${number}</h1><p class="byline">By Dora Example</p>${paragraphs.join('\n')}</article></main><aside><ul>${links.slice(40).join('')}</ul></aside><footer><p>© 2031 The Estuary Times</p></footer></body></html>`
}

/** A picture that does not compress away (PNG 1.2; colour type 0, 8 bits). */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const rows = Buffer.alloc((width + 1) * height)
  let seed = 7
  for (let at = 0; at < rows.length; at += 1) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    rows[at] = at % (width + 1) === 0 ? 0 : (seed >> 16) & 0xff
  }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
