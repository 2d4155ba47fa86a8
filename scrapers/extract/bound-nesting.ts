/** Keeps a hostile page readable: tags nested too deeply, too many of them, and endless scripts are dropped before anything parses. */

/** Chromium flattens at the same depth; no page written for people comes near. */
const MOST_LEVELS = 512
/** A page of 5 MB has about 50,000 opening tags. Each becomes a node of some hundred bytes, as does each comment. */
const MOST_TAGS = 250_000
/** Nobody sees a script; what one says about the page in JSON has some kilobytes, and parsing it takes twenty times its size. */
const MOST_SCRIPT_CHARS = 1_000_000
/** Pieces that wait to be joined; a list of millions takes more memory than the page. */
const MOST_PIECES = 8_192

/** Elements without content, and those whose end tag may be left out, say nothing about depth. */
const NOT_COUNTED = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rt rp html head body'
  ).split(' '),
)
/** Their content is not markup: it ends at their own end tag and nowhere else. */
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'])

const UNSEEN_TEXT = new Set(['script', 'style'])

/** `tags` counts the tags and comments that were kept, `emptiedScripts` the scripts and style sheets that were too long. */
export type BoundedPage = { html: string; tags: number; droppedTags: number; emptiedScripts: number }

/** The page with all of its visible text and at most so many tags, nested at most so deep. Linear in the length of the page. */
export function boundNesting(html: string): BoundedPage {
  const pieces: string[] = []
  let kept = ''
  let copiedTo = 0
  let level = 0
  let droppedOpen = 0
  let tags = 0
  let opened = 0
  let droppedTags = 0
  let emptiedScripts = 0
  const leaveOut = (from: number, to: number, instead: string) => {
    pieces.push(html.slice(copiedTo, from), instead)
    if (pieces.length > MOST_PIECES) kept += pieces.splice(0).join('')
    copiedTo = to
  }
  let at = html.indexOf('<')
  while (at !== -1) {
    const end = endOfMarkup(html, at)
    const name = tagNameAt(html, at)
    if (name === null && end === at + 1) {
      at = html.indexOf('<', end)
      continue
    }
    tags += 1
    const closing = html.charCodeAt(at + 1) === SLASH
    if (!closing) opened += 1
    const isBeyond = closing ? tags > 2 * MOST_TAGS : opened > MOST_TAGS
    let drop = isBeyond
    if (name !== null && !NOT_COUNTED.has(name)) {
      if (isBeyond && !closing) droppedOpen += 1
      else if (closing && droppedOpen > 0) {
        droppedOpen -= 1
        drop = true
      } else if (closing) {
        level = Math.max(0, level - 1)
      } else if (level >= MOST_LEVELS) {
        droppedOpen += 1
        drop = true
      } else if (html.charCodeAt(end - 2) !== SLASH) level += 1
    }
    if (drop) {
      // One line break for a run of dropped tags: long runs of white space cost readers quadratic time.
      if (at > copiedTo || droppedTags === 0) leaveOut(at, end, '\n')
      else copiedTo = end
      droppedTags += 1
    }
    let from = end
    if (name !== null && !closing && RAW_TEXT.has(name)) {
      from = endOfRawText(html, end, name)
      if (UNSEEN_TEXT.has(name) && from - end > MOST_SCRIPT_CHARS) {
        leaveOut(end, from, '')
        emptiedScripts += 1
      }
    }
    at = html.indexOf('<', from)
  }
  if (droppedTags + emptiedScripts === 0) return { html, tags, droppedTags, emptiedScripts }
  pieces.push(html.slice(copiedTo))
  return { html: kept + pieces.join(''), tags: tags - droppedTags, droppedTags, emptiedScripts }
}

const SLASH = 47

function tagNameAt(html: string, at: number): string | null {
  const from = html.charCodeAt(at + 1) === SLASH ? at + 2 : at + 1
  let to = from
  while (to - from < 20 && isNameCharacter(html.charCodeAt(to))) to += 1
  return to === from || !isLetter(html.charCodeAt(from)) ? null : html.slice(from, to).toLowerCase()
}

/** Index just after the tag, comment or lone `<` that starts here. */
function endOfMarkup(html: string, at: number): number {
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4)
    return end === -1 ? html.length : end + 3
  }
  if (!/[a-z/!?]/i.test(html[at + 1] ?? '')) return at + 1
  let quote = 0
  for (let to = at + 1; to < html.length; to += 1) {
    const code = html.charCodeAt(to)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if ((code === 34 || code === 39) && html.charCodeAt(to - 1) === 61) quote = code
    else if (code === 62) return to + 1
  }
  return html.length
}

function endOfRawText(html: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = from
  return closing.exec(html)?.index ?? html.length
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

function isNameCharacter(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57) || code === 45 || code === 58
}
