/** The small web that comes with the sample newsroom: its pages, a search page, and two search engines on a bad day. */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const folder = new URL('./pages/', import.meta.url)

/** Host names end in `.localhost`, so that nothing can be mistaken for the live site and nothing leaves this machine (RFC 6761). */
const HOSTS = {
  chinanews: 'www.chinanews.com.cn.localhost',
  ithome: 'www.ithome.com.localhost',
  tencent: 'news.qq.com.localhost',
  repost: 'repost.example.localhost',
  search: 'search.example.localhost',
}

export type SampleWeb = {
  /** addresses of the pages, by what they are */
  addresses: { chinanews: string; ithome: string; tencent: string; challenge: string; gone: string }
  /** settings that point the search steps at this web */
  xaiBaseUrl: string
  searxngUrl: string
  browserSearchUrl: string
  close: () => Promise<void>
}

/** Starts the web on a free port of this machine. */
export async function startSampleWeb(): Promise<SampleWeb> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    addresses: addressesAt(port),
    xaiBaseUrl: `http://127.0.0.1:${port}/xai/v1`,
    searxngUrl: `http://127.0.0.1:${port}/searxng`,
    browserSearchUrl: `http://${HOSTS.search}:${port}/?q={query}`,
    close: () => close(server),
  }
}

function addressesAt(port: number): SampleWeb['addresses'] {
  return {
    chinanews: `http://${HOSTS.chinanews}:${port}/cj/2026/03-23/10591500.shtml`,
    ithome: `http://${HOSTS.ithome}:${port}/0/931/873.htm`,
    tencent: `http://${HOSTS.tencent}:${port}/rain/a/20260323A06PN300`,
    challenge: `http://${HOSTS.repost}:${port}/token-140`,
    gone: `http://${HOSTS.repost}:${port}/2026/03/token`,
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const port = (request.socket.address() as AddressInfo).port
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname === '/xai/v1/responses') return badGateway(response)
  // A local engine whose own engines hang: it holds the connection until the caller's window closes.
  if (pathname === '/searxng/search') return
  const key = `${host}${pathname}`
  const at = addressesAt(port)
  if (key === `${HOSTS.search}/`)
    return send(response, 200, 'text/html; charset=utf-8', await page('search.html'))
  if (key === `${HOSTS.search}/results.json`)
    return send(response, 200, 'application/json', JSON.stringify(results(at)))
  if (sameAddress(key, at.chinanews))
    return send(response, 200, 'text/html', await page('chinanews.gb18030.html'))
  if (sameAddress(key, at.ithome))
    return send(response, 200, 'text/html; charset=utf-8', await page('ithome.html'))
  if (key === `${HOSTS.ithome}/0/931/873.json`)
    return send(response, 200, 'application/json', await page('ithome.json'))
  if (sameAddress(key, at.tencent))
    return send(response, 200, 'text/html; charset=utf-8', await page('tencent.html'))
  if (sameAddress(key, at.challenge)) {
    response.setHeader('cf-mitigated', 'challenge')
    return send(response, 403, 'text/html; charset=utf-8', await page('challenge.html'))
  }
  send(response, 404, 'text/html; charset=utf-8', await page('not-found.html'))
}

/** What a gateway says when the service behind it is down: xAI's own error shape is not even reached. */
function badGateway(response: ServerResponse): void {
  const body =
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n'
  send(response, 502, 'text/html', body)
}

function results(at: SampleWeb['addresses']) {
  return [
    {
      address: at.chinanews,
      title: '刘烈宏：我国日均词元调用量已超过140万亿 - 中新网',
      snippet: '到今年3月，我国日均词元调用量已超过140万亿……',
    },
    {
      address: at.ithome,
      title: '国家数据局：词元是连接技术供给与商业需求的“结算单位” - IT之家',
      snippet: '词元不仅是大模型处理信息的计量单位……',
    },
    {
      address: at.tencent,
      title: '刘烈宏：部分模型企业20天收入超过去年全年 - 腾讯新闻',
      snippet: '自1月下旬以来，部分模型企业20天的收入……',
    },
    {
      address: at.challenge,
      title: 'Repost: 140 trillion tokens a day',
      snippet: 'A repost behind a browser check.',
    },
    { address: at.gone, title: 'Repost: China token usage', snippet: 'A repost that is no longer there.' },
  ]
}

function sameAddress(key: string, address: string): boolean {
  const url = new URL(address)
  return key === `${url.hostname}${url.pathname}`
}

function page(name: string): Promise<Buffer> {
  return readFile(new URL(name, folder))
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
