/** Takes the lines that templates put around a story away from its start and its end. */
import { isButtonLine } from './button-lines.ts'
import { readSignedLine } from './signed-line.ts'

/** Templates put this many lines at most between a headline and the first paragraph. */
const MOST_HEAD_LINES = 12
const MOST_TAIL_LINES = 15
const LONGEST_FURNITURE_CHARS = 120
const LONGEST_ROLE_CHARS = 70
const SENTENCE_END = /[.!?。！？：:]['"”’」]?$/u

/** Lines between headline and story: who, when, how often read, how large to print. */
const HEAD_LINE = [
  /^(?:by|written by|posted by|reported by|reviewed by|story by|words by)\b[\s:]/i,
  /^(?:published|posted|updated|last updated|modified|first published|date|release date|veröffentlicht|aktualisiert|zuletzt|stand|erstellt|datum|eingestellt|geschrieben|publié|mis à jour|mise? en ligne|modifié|publicado|actualizado|fecha|pubblicato|aggiornato|geplaatst|bijgewerkt|publicerad|opublikowano|опубликовано)(?!\p{L}).{0,60}\d/iu,
  /^.{0,40}(?:posted|published|updated)(?: on| at)?:? .{0,20}(?:19|20)\d{2}.{0,40}$/i,
  /^(?:for immediate release|embargoed until|press release|pressemitteilung|communiqué de presse|contact\s*:).{0,60}$/iu,
  /^(?:lesezeit|temps de lecture|tiempo de lectura|lesedauer|\d+ (?:min|minuten|minutes|minutos)(?: lesezeit| de lecture| de lectura)?\b|teilen|merken|drucken|kommentare|\d+ kommentare?|partager|imprimer|commentaires?|compartir|comentarios?|imprimir|condividi|stampa)(?!\p{L}).{0,40}$/iu,
  /^(?:share|tweet|print|email|save|comments?|listen|watch|advertisement|\d+ shares?|\d+ comments?|leave a comment|\d+ min(?:ute)?s? read)\b.{0,40}$/i,
  /^.{0,30}(?:发布时间|发稿时间|发布日期|发表时间|更新时间|日期|时间|發布時間)\s*[:：]/u,
  /^.{0,20}(?:来源|來源|稿源|文章来源|信息来源|作者|记者|编辑|责编|浏览次数|浏览量|阅读量|点击数|点击|字号|字体|分享到|分享|打印|收藏|评论)\s*[:：（([【]/u,
  /^[【[(（\s]*(?:字号|字体|字體|大|中|小|打印|关闭|收藏|分享|分享到|评论|我要评论|纠错|繁体|放大|缩小|\+|-|A\+|A-)(?:[\s】\])）|]*(?:字号|大|中|小|打印|关闭|收藏|分享|评论|纠错|A\+|A-))*[】\])）\s：:]*$/u,
  /^[（(]?(?:[\p{Script=Han}]{0,6}[記记]者|文|撰文).{2,20}[／/].{0,12}(?:報導|報道|报道|报导|摄影)[）)]?$/u,
  /^.{0,24}(?:19|20)\d{2}[-年/.]\d{1,2}[-月/.]\d{1,2}日?.{0,40}$/u,
  /^(?:\p{L}{2,10},?\s+)?(?:\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:\.|er|º)? (?:de )?\p{L}{3,10}\.?(?: del?)? \d{4}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2})(?:[\s,|·•@–-].{0,40})?$/iu,
]
const TAIL_LINE = [
  /^[（(《\s]{0,3}.{0,20}[》\s]{0,3}[（(]\s*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日.{0,12}版?\s*[）)]$/u,
  /^[【[(（]?\s*(?:责任编辑|責任編輯|责编|编辑|编审|审核|校对|初审|复审|终审|二审|三审|监制|来源|來源|稿源|原标题|作者|(?:值班)?主编|供稿|上传|撰稿)\s*[:：丨|/].{0,60}$/u,
  /^(?:上一篇|下一篇|延伸閱讀|相關新聞|相關報導|推薦閱讀|更多新聞|看更多|上一页|下一页|相关阅读|相关新闻|相关文章|相关链接|延伸阅读|推荐阅读|热门推荐|更多新闻|返回|打印|关闭|分享|扫一扫|点击|关注|标签|关键词|关键字|版权声明|免责声明|声明|特别声明|本文来源|打开APP|展开全文|阅读全文|阅读原文)(?:$|[\s:：，,】)）>》].{0,100}$)/u,
  /^.{0,40}(?:版权归|版权所有|未经(?:书面)?授权|不得转载|扫描二维码|扫码|微信公众号|打印本页|关闭窗口|\[\s*(?:打印|关闭)\s*\]|【\s*(?:打印|关闭)\s*】).{0,80}$/u,
  /^(?:share|tweet|email|print|tags?|filed under|topics?|categories|category|labels?|comments?|leave a (?:comment|reply)|related|read more|more from|see also|recommended|keep reading|more stories|more news|you (?:may|might) also like|read next|up next|most (?:read|popular)|trending|latest|about the author|advertisement|copyright|©|\(c\)|all rights reserved|follow us|follow @|subscribe|sign up|posted (?:in|by|on|at)|previous|next)\b.{0,100}$/i,
  /^©.{0,100}$/,
  /\ball rights reserved\b/i,
  /^[(]?[a-zäöü]{2,5}(?:[/,] ?[a-zäöü]{2,5}){1,3}[)]?$/iu,
  /^[_*=–—·.-]{3,}$/,
  /^(?:关于我们|联系我们|联系方式|网站地图|广告服务|网站声明|友情链接|主办单位|承办单位)(?:$|[\s:：|｜-].{0,80}$)/u,
  /^(?:last |first |zuletzt )?(?:published|updated|modified|reviewed|aktualisiert|geändert)\b.{0,20}(?:19|20)\d{2}.{0,20}$/iu,
  /^(?:lesen sie (?:auch|mehr)|mehr (?:zum thema|aus|von)|weitere (?:meldungen|artikel|themen|nachrichten)|themen|schlagw(?:ort|örter)|kategorien?|tags|teilen|drucken|zurück(?: zur übersicht)?|nach oben|pressekontakt|rückfragen|original-content von|quelle|kommentare?|kommentieren|anzeige|newsletter|autor|foto|bildnachweis)(?:$|[\s:].{0,100}$)/iu,
  /^(?:lire aussi|à lire aussi|voir aussi|sur le même (?:sujet|thème)|mots[- ]clés|étiquettes|partager|imprimer|commentaires?|source|article réservé|crédits?|leer (?:más|también)|le puede interesar|etiquetas|temas|compartir|comentarios?|fuente|más información|leggi anche|condividi|fonte|argomenti)(?:$|[\s:].{0,100}$)/iu,
  /^.{0,40}(?:下載|下载|打开|開啟|点击|用)[^。]{0,12}APP.{0,40}$/iu,
  /^(?:contact|follow|email|e-mail|reach)\b.{0,100}(?:@|\btwitter\b|https?:)/i,
]
/** What blogs print under an entry, in sentences. */
const ENTRY_NOTE =
  /^(?:this entry was posted|you can follow any responses|you can skip to the end|dieser (?:beitrag|eintrag) wurde|du kannst (?:alle|die) |cet article a été publié|esta entrada fue publicada)(?!\p{L})/iu
/** Lines that templates put between paragraphs. */
const BETWEEN =
  /^(?:advertisement|advertising|ad|sponsored|story continues below(?: advertisement)?|article continues (?:below|after).{0,30}|skip advertisement|anzeige|werbung|publicité|publicidad|continue reading.{0,60}|loading\.*|广告|點擊放大|点击查看大图|[▲△▼↑].{0,80}|(?:read more|read also|also read|related|see also|more|lesen sie auch|mehr dazu|lire aussi|à lire aussi|lea también|leer también|leggi anche)\s*:.{3,110})$/i

/** What is known of the page: its headline, as stated and as printed, and who signed it. */
export type StoryFrame = { titles: string[]; authors: string[] }

/** The story without them. Readers have the headline already. */
export function storyLines(text: string, { titles, authors }: StoryFrame): string {
  const lines = text.split('\n')
  let from = 0
  for (let at = 0; at < Math.min(lines.length, MOST_HEAD_LINES); at += 1) {
    const line = lines[at]!.trim()
    // What stands between a headline and a dateline goes with them: a role, a picture credit.
    if (
      isButtonLine(line) ||
      isTitle(line, titles) ||
      isSignature(line, authors) ||
      isFurniture(line, HEAD_LINE)
    )
      from = at + 1
    else if (isProse(line)) break
  }
  let to = lines.length
  for (let at = lines.length - 1; at >= Math.max(from, lines.length - MOST_TAIL_LINES); at -= 1) {
    const line = lines[at]!.trim()
    if (
      isButtonLine(line) ||
      isFurniture(line, TAIL_LINE) ||
      ENTRY_NOTE.test(line) ||
      isAboutAuthor(line, authors)
    )
      to = at
    else if (isProse(line)) break
  }
  if (to - from < 1) return text
  return lines
    .slice(from, to)
    .filter(
      (line, at, story) =>
        !BETWEEN.test(line.trim()) && !isButtonLine(line) && !isSignedHere(story, at, authors),
    )
    .join('\n')
    .trim()
}

const MOST_LEAD_LINES = 3
const DATE_ALONE =
  /^(?:\p{L}{2,10}\.?,?\s+)?(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?|\p{L}{3,9}\.? \d{1,2}, (?:19|20)\d{2}|\d{1,2}\.? \p{L}{3,9}\.? (?:19|20)\d{2})(?:[\s,|–-]+\d{1,2}[:.h]\d{2}.{0,12})?$/u

/** A signature under a lead, and the date that follows it. */
function isSignedHere(story: string[], at: number, authors: string[]): boolean {
  if (at >= MOST_HEAD_LINES) return false
  const line = story[at]!.trim()
  if (isSignature(line, authors)) return true
  // Alone under the lead; further down, dates head the parts of a chronicle.
  if (at <= MOST_LEAD_LINES && DATE_ALONE.test(line)) return true
  const before = story.slice(0, at).findLast((one) => one.trim() !== '') ?? ''
  return isFurniture(line, HEAD_LINE) && isSignature(before.trim(), authors)
}

function isSignature(line: string, authors: string[]): boolean {
  if (line === '' || line.length > LONGEST_FURNITURE_CHARS) return false
  if (authors.includes(line)) return true
  const read = readSignedLine(line)
  return read !== null && (!SENTENCE_END.test(line) || (read.isStated && /(?:19|20)\d{2}/.test(line)))
}

/** "Dora Example is a reporter for …", under a story that she signed. */
function isAboutAuthor(line: string, authors: string[]): boolean {
  return authors.some((author) => line.startsWith(author) && ABOUT.test(line.slice(author.length)))
}

const ABOUT =
  /^,?\s*(?:is|was|has been|covers|writes|reports|can be|joined|lives|works|ist|schreibt|lebt|arbeitet|est|écrit|vit|es|escribe|è|scrive)(?!\p{L})/u

function isProse(line: string): boolean {
  return line.length > LONGEST_ROLE_CHARS || SENTENCE_END.test(line)
}

function isFurniture(line: string, patterns: RegExp[]): boolean {
  return (
    line !== '' && line.length <= LONGEST_FURNITURE_CHARS && patterns.some((pattern) => pattern.test(line))
  )
}

function isTitle(line: string, titles: string[]): boolean {
  return titles.some(
    (title) =>
      line.length >= 5 &&
      (title.startsWith(line) ||
        (title.includes(line) && line.length * 2 >= title.length) ||
        // A kicker runs into the headline where both are spans.
        (title.length >= 12 && line.includes(title) && line.length <= title.length + MOST_KICKER_CHARS)),
  )
}

const MOST_KICKER_CHARS = 40
