/** Set-ups with which a page tries to lead whoever fetches it to a place inside the house. */

/** What the page's server answers on the lure's own path. */
type Page = { status: number; headers?: Record<string, string | string[]>; body?: string }

/**
 * `page` is given the address of the place inside. `follows` tells who would follow the lure were the place allowed:
 * plain requests follow redirects alone, a browser nearly everything; nobody follows what is forbidden by itself.
 */
export type Lure = { title: string; follows: 'both' | 'browser' | 'nobody'; page: (inside: string) => Page }

const html = (body: string, headers = {}): Page => ({
  status: 200,
  headers: { 'content-type': 'text/html', ...headers },
  body: `<!doctype html><title>lure</title><body>${body}`,
})
const script = (code: string): Page => html(`<script>${code}</script>`)
const redirect = (status: number, location: string): Page => ({ status, headers: { location } })
const socket = (inside: string) => inside.replace('http:', 'ws:')
const place = (inside: string) => new URL(inside).host
const at = (inside: string, host: string) => `http://${host}:${new URL(inside).port}/`

export const LURES: Lure[] = [
  ...[301, 302, 303, 307, 308].map(
    (status): Lure => ({
      title: `a redirect (${status})`,
      follows: 'both',
      page: (inside) => redirect(status, inside),
    }),
  ),
  {
    title: 'a redirect without a scheme',
    follows: 'both',
    page: (inside) => redirect(302, `//${place(inside)}/`),
  },
  {
    title: 'a redirect with backslashes',
    follows: 'both',
    page: (inside) => redirect(302, `\\\\${place(inside)}\\`),
  },
  {
    title: 'a redirect to a long decimal',
    follows: 'both',
    page: (inside) => redirect(302, at(inside, '2130706433')),
  },
  {
    title: 'a redirect to a short hex',
    follows: 'both',
    page: (inside) => redirect(302, at(inside, '0x7f.1')),
  },
  {
    title: 'a redirect to mapped IPv6',
    follows: 'both',
    page: (inside) => redirect(302, at(inside, '[::ffff:127.0.0.1]')),
  },
  {
    title: 'a redirect with a user name that looks like a site',
    follows: 'browser',
    page: (inside) => redirect(302, inside.replace('http://', 'http://site.example@')),
  },
  {
    title: 'a redirect to a secure address',
    follows: 'both',
    page: (inside) => redirect(302, inside.replace('http:', 'https:')),
  },
  {
    title: 'a redirect by way of a second page of the site',
    follows: 'both',
    page: (inside) => redirect(302, `/on?to=${encodeURIComponent(inside)}`),
  },
  { title: 'a redirect to a file', follows: 'nobody', page: () => redirect(302, 'file:///etc/passwd') },
  {
    title: 'a redirect to a document in its own address',
    follows: 'nobody',
    page: (inside) => redirect(302, `data:text/html,<script>location='${inside}'</script>`),
  },
  {
    title: 'a redirect to another protocol',
    follows: 'nobody',
    page: (inside) => redirect(302, `gopher://${place(inside)}/_GET%20/`),
  },
  {
    title: 'a Refresh header',
    follows: 'browser',
    page: (inside) => html('wait', { refresh: `0; url=${inside}` }),
  },
  {
    title: 'a Link header that preloads',
    follows: 'browser',
    page: (inside) => html('wait', { link: `<${inside}>; rel=preload; as=script` }),
  },
  {
    title: 'a meta refresh',
    follows: 'browser',
    page: (inside) => html(`<meta http-equiv=refresh content="0; url=${inside}">`),
  },
  {
    title: 'a meta refresh to a file',
    follows: 'nobody',
    page: () => html('<meta http-equiv=refresh content="0; url=file:///etc/passwd">'),
  },
  {
    title: 'a script that sets the location',
    follows: 'browser',
    page: (inside) => script(`location='${inside}'`),
  },
  {
    title: 'a script that opens a window',
    follows: 'browser',
    page: (inside) => script(`window.open('${inside}')`),
  },
  {
    title: 'a form that sends itself',
    follows: 'browser',
    page: (inside) =>
      html(
        `<form method=post action="${inside}"><input name=a></form><script>document.forms[0].submit()</script>`,
      ),
  },
  { title: 'a frame', follows: 'browser', page: (inside) => html(`<iframe src="${inside}"></iframe>`) },
  {
    title: 'a frame without an origin',
    follows: 'browser',
    page: (inside) => html(`<iframe sandbox="allow-scripts" srcdoc="<img src=${inside}>"></iframe>`),
  },
  {
    title: 'a frame by way of a redirect',
    follows: 'browser',
    page: (inside) => html(`<iframe src="/on?to=${encodeURIComponent(inside)}"></iframe>`),
  },
  { title: 'an object', follows: 'browser', page: (inside) => html(`<object data="${inside}"></object>`) },
  { title: 'an embedded document', follows: 'browser', page: (inside) => html(`<embed src="${inside}">`) },
  { title: 'a picture', follows: 'browser', page: (inside) => html(`<img srcset="${inside} 1x">`) },
  {
    title: 'a film',
    follows: 'browser',
    page: (inside) => html(`<video src="${inside}" autoplay muted></video>`),
  },
  {
    title: 'a style sheet that imports',
    follows: 'browser',
    page: (inside) => html(`<style>@import "${inside}";</style>`),
  },
  {
    title: 'a type face',
    follows: 'browser',
    page: (inside) =>
      html(`<style>@font-face{font-family:a;src:url(${inside})}body{font-family:a}</style>text`),
  },
  {
    title: 'a script element',
    follows: 'browser',
    page: (inside) => html(`<script src="${inside}"></script>`),
  },
  {
    title: 'an imported module',
    follows: 'browser',
    page: (inside) => script(`import('${inside}').catch(()=>{})`),
  },
  { title: 'a fetch', follows: 'browser', page: (inside) => script(`fetch('${inside}',{mode:'no-cors'})`) },
  {
    title: 'a fetch by way of a redirect',
    follows: 'browser',
    page: (inside) => script(`fetch('/on?to=${encodeURIComponent(inside)}',{mode:'no-cors'})`),
  },
  {
    title: 'an older request',
    follows: 'browser',
    page: (inside) => script(`const x=new XMLHttpRequest();x.open('POST','${inside}');x.send('a')`),
  },
  {
    title: 'a beacon',
    follows: 'browser',
    page: (inside) => script(`navigator.sendBeacon('${inside}','a')`),
  },
  {
    title: 'a stream of events',
    follows: 'browser',
    page: (inside) => script(`new EventSource('${inside}')`),
  },
  {
    title: 'a WebSocket',
    follows: 'browser',
    page: (inside) => script(`new WebSocket('${socket(inside)}')`),
  },
  {
    title: 'a secure WebSocket',
    follows: 'browser',
    page: (inside) => script(`new WebSocket('${socket(inside).replace('ws:', 'wss:')}')`),
  },
  {
    title: 'a worker that fetches',
    follows: 'browser',
    page: (inside) =>
      script(`new Worker(URL.createObjectURL(new Blob(["fetch('${inside}',{mode:'no-cors'})"])))`),
  },
  {
    title: 'a shared worker that opens a WebSocket',
    follows: 'browser',
    page: (inside) =>
      script(`new SharedWorker(URL.createObjectURL(new Blob(["new WebSocket('${socket(inside)}')"])))`),
  },
  {
    title: 'a service worker',
    follows: 'nobody',
    page: (inside) =>
      script(`navigator.serviceWorker?.register('/worker.js?to=${encodeURIComponent(inside)}')`),
  },
  {
    title: 'a connection made in advance',
    follows: 'nobody',
    page: (inside) =>
      html(
        `<link rel=preconnect href="${inside}"><link rel=dns-prefetch href="//inside.example"><link rel=prefetch href="${inside}">`,
      ),
  },
  {
    title: 'a page drawn in advance',
    follows: 'nobody',
    page: (inside) =>
      html(
        `<script type=speculationrules>{"prerender":[{"urls":["${inside}"]}],"prefetch":[{"urls":["${inside}"]}]}</script>`,
      ),
  },
  {
    title: 'a report about a broken rule',
    follows: 'nobody',
    page: (inside) =>
      html('<img src=//elsewhere.example/>', {
        'content-security-policy': `img-src 'none'; report-uri ${inside}`,
      }),
  },
  {
    title: 'a call between browsers (WebRTC, UDP and TCP)',
    follows: 'nobody',
    page: (inside) =>
      script(`for (const u of ['stun:${place(inside)}','turn:${place(inside)}?transport=tcp','turn:${place(inside)}?transport=udp']) {
        const c=new RTCPeerConnection({iceServers:[{urls:u,username:'a',credential:'b'}]});
        c.createDataChannel('a');c.createOffer().then(o=>c.setLocalDescription(o)) }`),
  },
  {
    title: 'a call to a candidate of the page’s own making',
    follows: 'nobody',
    page: (inside) =>
      script(`const c=new RTCPeerConnection();const d=new RTCPeerConnection();c.createDataChannel('a');
        c.createOffer().then(async o=>{await c.setLocalDescription(o);await d.setRemoteDescription(o);const a=await d.createAnswer();
        await d.setLocalDescription(a);await c.setRemoteDescription(a);
        for (const p of ['udp','tcp']) await c.addIceCandidate({candidate:'candidate:1 1 '+p+' 2130706431 127.0.0.1 ${new URL(inside).port} typ host'+(p==='tcp'?' tcptype passive':''),sdpMid:'0'}).catch(()=>{})})`),
  },
  {
    title: 'a WebTransport',
    follows: 'nobody',
    page: (inside) =>
      script(`try{new WebTransport('${inside.replace('http:', 'https:')}').ready.catch(()=>{})}catch{}`),
  },
]
