/** Dismisses consent banners where a plain click does it, and tells what was clicked. */
import type { Frame, Page } from 'playwright'
import {
  BANNER_NAMES,
  BANNER_WORDS,
  BUTTON_WORDS,
  CONSENT_ANSWERS,
  type ConsentAnswer,
  KNOWN_BUTTONS,
} from './consent-table.ts'

/**
 * One click: the button's words, what they mean, how it was found, in which frame. `ledElsewhere`: the click wanted to
 * open another address and was held back; `isGone`: the button was gone afterwards.
 */
export type ConsentClick = {
  answer: ConsentAnswer
  words: string
  foundBy: string
  frame: string
  ledElsewhere: boolean
  isGone: boolean
}

const MAX_CLICKS = 2
const MAX_FRAMES = 15
/** Banners fade out; more than this none takes. */
const FADE_MS = 400

/** Clicks at most twice: some tools ask again after the first answer. Never follows a link and never sends a form. */
export async function dismissConsent(page: Page): Promise<ConsentClick[]> {
  const clicks: ConsentClick[] = []
  while (clicks.length < MAX_CLICKS) {
    const click = await clickOnce(page)
    if (!click) break
    clicks.push(click)
    if (!click.isGone) break
  }
  return clicks
}

/** Tools put their banners into frames of their own; the page itself comes first. */
async function clickOnce(page: Page): Promise<ConsentClick | null> {
  for (const frame of page.frames().slice(0, MAX_FRAMES)) {
    const click = await clickIn(frame).catch((error: Error) => {
      // Frames come and go while a page settles; the page itself may not.
      if (frame === page.mainFrame()) throw error
      return null
    })
    if (click) return { ...click, frame: frame === page.mainFrame() ? 'page' : frame.url().slice(0, 300) }
  }
  return null
}

function clickIn(frame: Frame): Promise<Omit<ConsentClick, 'frame'> | null> {
  const table = {
    answers: [...CONSENT_ANSWERS],
    known: KNOWN_BUTTONS,
    words: BUTTON_WORDS,
    bannerWords: BANNER_WORDS,
    bannerNames: BANNER_NAMES,
    inFrame: frame.parentFrame() !== null,
    fadeMs: FADE_MS,
  }
  return frame.evaluate(pressBest, table)
}

type Table = {
  answers: ConsentAnswer[]
  known: [ConsentAnswer, string][]
  words: [ConsentAnswer, string[]][]
  bannerWords: string
  bannerNames: string
  inFrame: boolean
  fadeMs: number
}

/** Runs inside the page, so that everything it needs comes with `table`. */
async function pressBest(table: Table): Promise<Omit<ConsentClick, 'frame'> | null> {
  type Candidate = { button: HTMLElement; answer: ConsentAnswer; foundBy: string }
  const speaksOfConsent = new RegExp(table.bannerWords, 'iu')
  const isNamedSo = new RegExp(table.bannerNames, 'i')

  const roots: (Document | ShadowRoot)[] = [document]
  for (const host of document.querySelectorAll('*')) if (host.shadowRoot) roots.push(host.shadowRoot)

  const isShown = (element: HTMLElement) => {
    const box = element.getBoundingClientRect()
    return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true })
  }
  const wouldLeave = (element: HTMLElement) => {
    const link = element.closest('a')
    const href = link?.getAttribute('href')?.trim() ?? ''
    if (link && !/^(?:|#.*|javascript:.*)$/i.test(href)) return true
    const isSubmit = (element as HTMLButtonElement).type === 'submit'
    return isSubmit && Boolean((element as HTMLButtonElement).form)
  }
  const isInBanner = (button: HTMLElement) => {
    let box: HTMLElement | null = button.parentElement
    for (let level = 0; box && level < 10; level++) {
      const text = box.textContent ?? ''
      if (text.length > 6000) return false
      const isBox =
        box.getAttribute('role')?.includes('dialog') ||
        box.tagName === 'DIALOG' ||
        ['fixed', 'sticky'].includes(getComputedStyle(box).position) ||
        isNamedSo.test(`${box.id} ${box.getAttribute('class') ?? ''}`)
      if ((isBox || table.inFrame) && speaksOfConsent.test(text)) return true
      const root = box.getRootNode()
      box = box.parentElement ?? (root instanceof ShadowRoot ? (root.host as HTMLElement) : null)
    }
    return false
  }
  const wordsOf = (element: HTMLElement) =>
    // biome-ignore lint/performance/useDomNodeTextContent: the words a person sees on the button
    (element.innerText || (element as HTMLInputElement).value || element.getAttribute('aria-label') || '')
      .replace(/\s+/g, ' ')
      .trim()

  const candidates: Candidate[] = []
  for (const root of roots) {
    for (const [answer, selector] of table.known)
      for (const button of root.querySelectorAll<HTMLElement>(selector))
        candidates.push({ button, answer, foundBy: selector })
    const buttons = root.querySelectorAll<HTMLElement>(
      'button, [role="button"], input[type="button"], input[type="submit"], a',
    )
    for (const button of buttons) {
      const words = wordsOf(button)
        .toLowerCase()
        .replace(/[.!。！]$/, '')
      if (words === '' || words.length > 60) continue
      const meaning = table.words.find(([, list]) => list.includes(words))
      if (meaning && isInBanner(button)) candidates.push({ button, answer: meaning[0], foundBy: 'its words' })
    }
  }
  const best = candidates
    .filter(({ button }) => isShown(button) && !wouldLeave(button))
    .sort((one, other) => table.answers.indexOf(one.answer) - table.answers.indexOf(other.answer))[0]
  if (!best) return null

  let ledElsewhere = false
  const holdBack = (event: Event) => {
    if (!event.cancelable || (event as unknown as { hashChange: boolean }).hashChange) return
    ledElsewhere = true
    event.preventDefault()
  }
  const holdForm = (event: Event) => {
    ledElsewhere = true
    event.preventDefault()
  }
  const { navigation } = window as unknown as { navigation?: EventTarget }
  navigation?.addEventListener('navigate', holdBack)
  document.addEventListener('submit', holdForm, true)
  const words = wordsOf(best.button).slice(0, 100)
  best.button.click()
  await new Promise((resolve) => setTimeout(resolve, table.fadeMs))
  navigation?.removeEventListener('navigate', holdBack)
  document.removeEventListener('submit', holdForm, true)
  const isGone = !best.button.isConnected || !isShown(best.button)
  return { answer: best.answer, words, foundBy: best.foundBy, ledElsewhere, isGone }
}
