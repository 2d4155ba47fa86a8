/** Tells what a short page that speaks to its reader is about: what stands in for an article is short, and addresses somebody. */
import type { ContentClass } from '#domain/capture.ts'
import { storyWeight, weightOf } from './running-text.ts'
import { CONSENT_TALK, OFFERS_MORE } from './wall-marks.ts'

/** Speaks to somebody, or of itself as "we": stories and notices do neither, the pages that stand in for them do. */
export const ADDRESSES_READER =
  /\b(?:[Yy]ou|[Yy]our|[Yy]ou['’]re|[Ww]e|[Oo]ur|us|[Pp]lease|[Ss]orry|[Oo]ops|Sie|Ihre?[nrm]?|[Bb]itte|[Ww]ir|[Uu]nsere?[nrm]?|[Vv]ous|[Vv]otre|[Vv]os|[Nn]ous|[Vv]euillez|[Uu]sted|[Tt]u|[Tt]us|te|has escrito|[Nn]uestr[oa]s?|[Pp]or favor|[Uu]ps|[Cc]onfirma|[Pp]ulsa)\b|[您你]|抱歉|对不起|哎呀|请(?!求|示|愿|柬|教)|請(?!求|願)|ください|お探し|申し訳/u

type Topic = { contentClass: ContentClass; about: string; words: RegExp }

/** Single words, not phrases: how a site puts it, nobody can list. Order decides between equals. */
const TOPICS: Topic[] = [
  {
    contentClass: 'withdrawn',
    about: 'something that was taken away',
    words:
      /\b(?:removed|deleted|withdrawn|taken down|unpublished)\b|删除|撤下|撤稿|刪除|下架|下线|屏蔽|违规|entfernt|gelöscht|zurückgezogen|supprimée?|retirée?|eliminad[oa]|retirad[oa]|削除|掲載終了/iu,
  },
  {
    contentClass: 'challenge',
    about: 'a check of the visitor',
    words:
      /\b(?:(?:ro)?bots?|human|captcha|verif(?:y|ied|ication)|security|firewall|script|puzzle|characters|automated|tick the box|checking your|automatic(?:ally)?|connection|block(?:ed|ing)?|your ip)\b|验证|驗證|校验|机器人|風險|风险|异常|限制访问|访问受限|太快|拦截|(?:您|你)的\s?ip|sicherheitsprüfung|\bmensch\b|roboter|contrôle de sécurité|curseur|programme automatique|humain|ロボット|認証|robot|verificación|de seguridad|eres una persona|mantén pulsado/iu,
  },
  {
    contentClass: 'login_wall',
    about: 'signing in',
    words:
      /\b(?:log ?in|sign ?(?:in|on|up)|sso|password|user ?name|your account|create an account|register|e-?mail|new here)\b|登录|登錄|登入|账号|帳號|密码|扫码|认证|anmeld|passwort|benutzername|connexion|identifiant|mot de passe|contraseña|iniciar sesión|ログイン|パスワード/iu,
  },
  {
    contentClass: 'soft_404',
    about: 'a page that is not there',
    words:
      /\b(?:404|not found|nothing found|can['’]t find|looking for|no longer exists?|does not exist|(?:this|that|the|no|such) page|spelling|address|search(?:ing)?|moved|mistyped)\b|不存在|找不到|未找到|返回首页|页面|(?:diese|die) seite|adresse|suche|nicht (?:gefunden|vorhanden)|gesuchte|cette page|introuvable|n['’]existe|(?:esta|ninguna|la) página|dirección|encontrar|perdid[oa]|見つかりません|ページ/iu,
  },
  {
    contentClass: 'error',
    about: 'a fault',
    words:
      /\b(?:errors?|went wrong|try again|unexpected|unavailable|temporar(?:y|ily)|maintenance|servers?|offline|limit exceeded)\b|错误|出错|稍后|繁忙|服务器|维护|fehler|später (?:noch|erneut|wieder)|wartung|erreur|réessay|plus tard|inténtal|más tarde|エラー|メンテナンス/iu,
  },
]

const SHORT_WEIGHT = 350
/** So little text holds one sentence; one word says what it is about. */
const TINY_WEIGHT = 75
const MOST_STORY_WEIGHT = 60

/**
 * What a short page without a story is about, or null where it is not short, speaks to nobody, or of nothing known.
 * `ownText` is the text of the page outside menus and links. A story is complete sentences that speak neither to the
 * reader nor of the matter itself.
 */
export function aboutShortPage(
  ownText: string,
  names: string[],
): { contentClass: ContentClass; signal: string } | null {
  const lines = ownText.split('\n').filter((line) => !CONSENT_TALK.test(line) && !OFFERS_MORE.test(line))
  const text = lines.join('\n')
  const weight = weightOf(text)
  if (weight >= SHORT_WEIGHT || weight === 0) return null
  const isTiny = weight < TINY_WEIGHT
  if (!isTiny && !ADDRESSES_READER.test(text)) return null
  const named = names.join('\n').toLowerCase()
  const counted = TOPICS.map((topic) => ({ ...topic, hits: hitsOf(topic, `${named}\n${text}`) }))
  const best = counted.reduce((one, other) => (other.hits.length > one.hits.length ? other : one))
  const isNamed = best.hits.some((hit) => named.includes(hit))
  if (best.hits.length < (isTiny ? 1 : isNamed ? 2 : 3)) return null
  if (storyWeight(text, [ADDRESSES_READER, best.words]) >= MOST_STORY_WEIGHT) return null
  const words = best.hits.slice(0, 3).join(', ')
  return {
    contentClass: best.contentClass,
    signal: `a short page that speaks to its reader, about ${best.about} (${words})`,
  }
}

function hitsOf({ words }: Topic, text: string): string[] {
  const hits = text.match(new RegExp(words.source, 'giu')) ?? []
  return [...new Set(hits.map((hit) => hit.toLowerCase()))]
}

const NOT_OWN = new Set('script style noscript template nav footer select a title svg'.split(' '))
const INLINE = new Set('b i em strong span u small font mark'.split(' '))
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }

/** Text outside menus, footers and links, in lines; from the markup, since only there links are links. Linear. */
export function ownTextOf(markup: string): string {
  const html = markup.replace(/^\s*<!doctype[^<>]{0,500}>/i, '')
  const pieces: string[] = []
  let inside: string | null = null
  let at = 0
  for (const tag of html.matchAll(/<!--|-->|<(\/?)([a-z][a-z0-9]{0,20})\b[^<>]{0,2000}>/gi)) {
    const name = tag[2]?.toLowerCase() ?? '--'
    if (inside === null) pieces.push(html.slice(at, tag.index))
    at = tag.index + tag[0].length
    if (inside === null && (tag[0] === '<!--' || (tag[1] === '' && NOT_OWN.has(name)))) inside = name
    else if (inside === name && (tag[0] === '-->' || tag[1] === '/')) inside = null
    if (inside === null && !INLINE.has(name)) pieces.push('\n')
  }
  if (inside === null) pieces.push(html.slice(at))
  return pieces
    .join('')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name]!)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
