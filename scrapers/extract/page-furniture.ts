/** Tells by names and roles which parts of a page stand around its story: menus, teasers, comments, notices. */
import type { PageNode } from './visible-text.ts'

/** Elements whose text is never part of a story. */
const FURNITURE_ELEMENTS = new Set(
  'nav menu button input select textarea label dialog figcaption search marquee'.split(' '),
)
/** They usually stand around a story, but templates also put one inside them. */
const LIKELY_FURNITURE_ELEMENTS = new Set('aside footer'.split(' '))
const FURNITURE_ROLES = new Set(
  'navigation complementary banner contentinfo dialog alertdialog alert menu menubar toolbar search tablist tooltip note'.split(
    ' ',
  ),
)

/** Whole words of class names and ids, after camelCase, dashes and underscores are taken apart. */
const FURNITURE_WORDS = new Set(
  (
    'nav navbar navigation menu submenu topnav breadcrumb breadcrumbs crumb crumbs sidebar rail sidenav ' +
    'comment comments commentlist disqus disq respond livefyre gentie pinglun discuss pingback ' +
    'related relate relatives recirc recirculation recommend recommends recommended recommendation recommendations trending popular ' +
    'mostread mostpopular readmore morestories hotnews rank ranking paihang tuijian xiangguan guess teaser teasers ' +
    'share sharing sharebar sharetools social socials sns addthis addtoany sharedaddy bdshare bdsharebuttonbox jiathis fenxiang follow ' +
    'newsletter subscribe subscription signup signin login register paywall optin mailchimp donate donation ' +
    'cookie cookies consent gdpr onetrust notice banner popup modal overlay tooltip toast ' +
    'ad ads advert advertisement advertising adsense adsbygoogle adbox adslot dfp sponsor sponsored promo promos promotion promoted ' +
    'taboola outbrain revcontent mgid zergnet ' +
    'tags taglist tagcloud hashtags keywords pagination pager pagenav pages prevnext ' +
    'copyright disclaimer statement footer foot bottombar toolbar tools print fontsize ' +
    'caption captions credit photocredit imgcaption tuzhu ' +
    'hatnote editsection navbox catlinks noprint ' +
    'kudo kudos claps votes voting rating ratings likes reactions poll quiz slideshow jobs ' +
    'qrcode qr ewm erweima weixin wechat feedback survey widget widgets skip visuallyhidden'
  ).split(' '),
)
/** Names of what says who wrote and when: around the story as well, but where signatures and dates are looked for. */
const SIGNATURE_WORDS = new Set(
  'byline bylines dateline timestamp pubtime pubdate postmeta entrymeta articlemeta postinfo articleinfo bio biography author authors authorbox authorinfo autor auteur'.split(
    ' ',
  ),
)
const SIGNATURE_PAIRS = new Set(
  (
    'post-meta entry-meta article-meta story-meta post-info article-info about-author author-bio author-box author-info author-card ' +
    'post-footer entry-footer article-footer'
  ).split(' '),
)
/** Two neighbouring words that mean furniture only together. */
const FURNITURE_PAIRS = new Set(
  (
    'sr-only screen-reader side-bar side-column right-column right-col right-rail right-bar left-rail left-bar left-column read-more read-next up-next ' +
    'more-stories more-news more-from more-on most-read most-popular hot-news see-also also-read also-like you-may page-nav post-nav next-prev prev-next nav-links ' +
    'post-tags entry-tags article-tags tag-list tag-cloud sign-up call-to media-caption image-caption img-caption photo-caption ' +
    'site-header site-footer page-footer page-header global-header article-tools story-tools ' +
    'table-of toc-container toc-wrapper toc-box toc-list ad-container ad-wrapper back-top go-top top-bar search-box user-info friend-link link-list news-list list-news hot-list list-hot'
  ).split(' '),
)
const MOST_NAME_CHARS = 300

/** `surely`: leave it out. `likely`: leave it out unless much of the page's prose is in it. */
export function furnitureOf(node: PageNode): 'surely' | 'likely' | null {
  const name = node.name ?? ''
  if (FURNITURE_ELEMENTS.has(name)) return 'surely'
  if (name === 'html' || name === 'body' || name === 'main' || name === 'article') return null
  if (LIKELY_FURNITURE_ELEMENTS.has(name)) return 'likely'
  const { attribs } = node
  if (!attribs) return null
  const { role } = attribs
  if (role && FURNITURE_ROLES.has(role.toLowerCase())) return 'likely'
  return standingOf(node) === null ? null : 'likely'
}

/** Whether the element is one that templates put a story in, by its name or by what it states. */
export function isStoryContainer(node: PageNode): boolean {
  const { name, attribs } = node
  if (name === 'article') return true
  if (!attribs) return false
  if (/\b(?:articleBody|blogPost|reviewBody)\b/.test(attribs.itemprop ?? '')) return true
  return STORY_BODY.test(`${attribs.class ?? ''} ${attribs.id ?? ''}`)
}

/** Names that templates give to the body itself, not to the page around it. */
const STORY_BODY =
  /(?:^|[\s_-])(?:(?:article|story|post|entry|news|detail|rich[_-]media)[_-]{0,2}(?:body|content|text|txt|con)|artibody|trs[_-]?editor|view[_-]trs[_-]editor|js_content|articlecontent|newscontent|newstext|conttext|ucap-content|content_area|main_content|pages_content)(?=$|[\s_-])/i

/** `elsewhere`: speaks of other stories or of the site. `signature`: says who wrote and when. */
export type Standing = 'elsewhere' | 'signature' | null

const known = new Map<string, Standing>()
const MOST_KNOWN = 5000

/** What the class and id of an element say that it is. */
export function standingOf({ attribs }: PageNode): Standing {
  if (!attribs || (attribs.class === undefined && attribs.id === undefined)) return null
  const called = `${attribs.class ?? ''}\n${attribs.id ?? ''}`.slice(0, MOST_NAME_CHARS)
  let answer = known.get(called)
  if (answer === undefined) {
    const [classes = '', id = ''] = called.split('\n')
    answer = STORY_BODY.test(classes) || STORY_BODY.test(id) ? null : standingOfNames(classes, id)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(called, answer)
  }
  return answer
}

function standingOfNames(classes: string, id: string): Standing {
  let standing: Standing = null
  // WordPress names the author in the class of the whole entry: post-12 hentry author-dora.
  const isEntry = /(?:^|\s)(?:hentry|h-entry|post|type-post|single-post|article|entry)(?:\s|$)/.test(classes)
  for (const one of [...classes.split(/\s+/), id]) {
    if (isEntry && /^author-/.test(one)) continue
    // State and layout classes (has-sidebar, with-ads) speak of other elements; page builders call every part a widget.
    if (one === '' || /^(?:has|with|no|is|not|without|js|md|lg|sm|hide|show|elementor|et_pb)[-_]/i.test(one))
      continue
    const words = wordsOf(one)
    // An id of many words is made from a heading: #sharing-with-several-developers.
    if (one === id && words.length > MOST_ID_WORDS) continue
    for (const [at, word] of words.entries()) {
      const pair = at > 0 ? `${words[at - 1]}-${word}` : ''
      // A post-footer signs; a footer does not.
      if (SIGNATURE_PAIRS.has(pair) || SIGNATURE_PAIRS.has(`${word}-${words[at + 1]}`)) {
        standing = 'signature'
        continue
      }
      if (FURNITURE_WORDS.has(word) || FURNITURE_PAIRS.has(pair) || (word === 'toc' && words.length === 1))
        return 'elsewhere'
      if (SIGNATURE_WORDS.has(word)) standing = 'signature'
    }
  }
  return standing
}

const MOST_ID_WORDS = 3

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
}
