/** Stands by while a page is open: answers its dialogs, closes its popups, lets no download in, and notices what never ends. */
import type { Page } from 'playwright'
import { PageNotShown } from '#scrapers/kit/browser-failure.ts'

/** What a page did besides showing itself, in order; at most 20 of a kind are kept. */
export type Incidents = {
  dialogs: { kind: string; words: string; answered: 'dismissed' | 'let go' }[]
  popups: string[]
  downloads: { address: string; fileName: string }[]
  /** documents that the main frame asked for, redirects not counted */
  documents: number
}

export type Attendance = {
  incidents: Incidents
  /** never resolves; rejects with `PageNotShown` when the page is given up */
  givenUp: Promise<never>
  /** a page that starts a download while it is still being read never says that it has been read */
  downloadBegan: Promise<void>
}

const MAX_DOCUMENTS = 15
const MAX_DIALOGS = 15
const MAX_KEPT = 20
const MAX_WORDS = 300

/** Call it before the page is opened. */
export function attendPage(page: Page): Attendance {
  const incidents: Incidents = { dialogs: [], popups: [], downloads: [], documents: 0 }
  let giveUp: (error: PageNotShown) => void = () => {}
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = reject
  })
  givenUp.catch(() => {})
  let tellDownload = () => {}
  const downloadBegan = new Promise<void>((resolve) => {
    tellDownload = resolve
  })

  page.on('dialog', async (dialog) => {
    // A page that wants to be asked before it is left is left.
    const isLeaving = dialog.type() === 'beforeunload'
    incidents.dialogs.push({
      kind: dialog.type(),
      words: dialog.message().slice(0, MAX_WORDS),
      answered: isLeaving ? 'let go' : 'dismissed',
    })
    if (incidents.dialogs.length > MAX_DIALOGS)
      giveUp(new PageNotShown('needs_person', 'The page puts up one dialog after another without end.'))
    await (isLeaving ? dialog.accept() : dialog.dismiss()).catch(() => {})
  })
  page.context().on('page', async (popup) => {
    if (incidents.popups.length < MAX_KEPT) incidents.popups.push(popup.url())
    await popup.close().catch(() => {})
  })
  page.on('download', (download) => {
    tellDownload()
    if (incidents.downloads.length < MAX_KEPT)
      incidents.downloads.push({ address: download.url(), fileName: download.suggestedFilename() })
  })
  page.on('request', (request) => {
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame() || request.redirectedFrom())
      return
    incidents.documents++
    if (incidents.documents > MAX_DOCUMENTS)
      giveUp(new PageNotShown('http_error', 'The page leads on to another one without end.'))
  })
  return { incidents, givenUp, downloadBegan }
}
