/** Draws the page around an archived page that is played back: our words, their player. */

/** What is played: the archive, its page and moment as the player looks them up, and words for a person. */
export type ReplayView = { source: string; url: string; timestamp: string; title: string }

/**
 * The worker with its check of digests switched on, which the player leaves off and then counts as failed. The player
 * adds `?serveIndex=1` to whatever name it is given; the last parameter swallows that.
 */
const WORKER = 'sw.js?serveIndex=1&useHashCheck=1&end='

/**
 * The player's own element in a page of its own origin. It waits in a template until the player's service worker is at
 * work: an element that is too early asks the server for what only the worker knows. `sandbox` keeps the archived page
 * from new windows and dialogs.
 */
export function replayPage({ source, url, timestamp, title }: ReplayView): string {
  return page(
    title,
    '<script src="/replay/ui.js"></script><script src="/view.js" defer></script>',
    `<template><replay-web-page source="${escapeHtml(source)}" url="${escapeHtml(url)}" ts="${escapeHtml(timestamp)}" replaybase="/replay/" swname="${escapeHtml(WORKER)}" embed="replay-with-info" sandbox nocache nowebworker></replay-web-page></template>`,
  )
}

/** Starts the worker under the address that the player itself would use, and then lets the element in. */
export const VIEWER_SCRIPT = `const say = (sentence) => document.body.append(Object.assign(document.createElement('p'), { textContent: sentence }))
const active = async () => {
  const registration = await navigator.serviceWorker.register('/replay/${WORKER}?serveIndex=1', { scope: '/replay/' })
  const worker = registration.active ?? registration.waiting ?? registration.installing
  while (worker.state !== 'activated') {
    if (worker.state === 'redundant') throw new Error('the worker ended')
    await new Promise((resolve) => worker.addEventListener('statechange', resolve, { once: true }))
  }
}
if (!('serviceWorker' in navigator)) say('This browser does not play archived pages here: it needs a secure address (https, or localhost).')
else active().then(
  () => document.body.append(document.querySelector('template').content.cloneNode(true)),
  (error) => say('This browser does not let the player start: ' + error.message),
)
`

/** The page around the player: what this is, in our words, and a frame that may run scripts and nothing else. */
export function shellPage(view: { player: string; title: string; words: string }): string {
  const { player, title, words } = view
  return page(
    title,
    '<style>body{display:flex;flex-direction:column}iframe{flex:1;border:0}header{padding:.5rem 1rem;font:.9rem/1.4 system-ui,sans-serif;border-bottom:1px solid #999}</style>',
    `<header>${escapeHtml(words)}</header><iframe src="${escapeHtml(player)}" title="${escapeHtml(title)}" sandbox="allow-scripts allow-same-origin" referrerpolicy="no-referrer"></iframe>`,
  )
}

/** What the player asks for before its service worker answers for this address. */
export function playerPage(): string {
  return page('Player', '<script src="/replay/ui.js"></script>', '<replay-app-main></replay-app-main>')
}

/** A sentence instead of a player. */
export function replayNotice(title: string, sentence: string): string {
  return page(title, '', `<p>${escapeHtml(sentence)}</p>`)
}

function page(title: string, head: string, body: string): string {
  const style = 'html,body{height:100%;margin:0}p{margin:2rem;font:1rem/1.5 system-ui,sans-serif}'
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style>${head}</head><body>${body}</body></html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
