/** Takes the lines that templates put around a story away from its start and its end. */

/** Templates put this many lines at most between a headline and the first paragraph. */
const MOST_HEAD_LINES = 12
const MOST_TAIL_LINES = 15
const LONGEST_FURNITURE_CHARS = 120
const LONGEST_ROLE_CHARS = 70
const SENTENCE_END = /[.!?。！？：:]['"”’」]?$/u

/** Lines between headline and story: who, when, how often read, how large to print. */
const HEAD_LINE = [
  /^(?:by|written by|posted by|reported by|reviewed by|story by|von|par|por)\b[\s:]/i,
  /^(?:published|posted|updated|last updated|modified|first published|date)\b.{0,60}\d/i,
  /^(?:share|tweet|print|email|save|comments?|listen|watch|advertisement|\d+ shares?|\d+ comments?|leave a comment|\d+ min(?:ute)?s? read)\b.{0,40}$/i,
  /^.{0,30}(?:发布时间|发稿时间|发布日期|发表时间|更新时间|日期|时间|發布時間)\s*[:：]/u,
  /^.{0,20}(?:来源|來源|稿源|文章来源|信息来源|作者|记者|编辑|责编|浏览次数|浏览量|阅读量|点击数|点击|字号|字体|分享到|分享|打印|收藏|评论)\s*[:：（([【]/u,
  /^[【[(（\s]*(?:字号|字体|字體|大|中|小|打印|关闭|收藏|分享|分享到|评论|我要评论|纠错|繁体|放大|缩小|\+|-|A\+|A-)(?:[\s】\])）|]*(?:字号|大|中|小|打印|关闭|收藏|分享|评论|纠错|A\+|A-))*[】\])）\s：:]*$/u,
  /^[（(]?(?:[\p{Script=Han}]{0,6}[記记]者|文|撰文).{2,20}[／/].{0,12}(?:報導|報道|报道|报导|摄影)[）)]?$/u,
  /^.{0,24}(?:19|20)\d{2}[-年/.]\d{1,2}[-月/.]\d{1,2}日?.{0,40}$/u,
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\w{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}\.? \w{3,9}\.? \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4})(?:[\s,|·•@–-].{0,40})?$/i,
]
const TAIL_LINE = [
  /^[（(《\s]{0,3}.{0,20}[》\s]{0,3}[（(]\s*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日.{0,12}版?\s*[）)]$/u,
  /^[【[(（]?\s*(?:责任编辑|責任編輯|责编|编辑|编审|审核|校对|初审|复审|终审|二审|三审|监制|来源|來源|稿源|原标题|作者|(?:值班)?主编|供稿|上传|撰稿)\s*[:：丨|/].{0,60}$/u,
  /^(?:上一篇|下一篇|延伸閱讀|相關新聞|相關報導|推薦閱讀|更多新聞|看更多|上一页|下一页|相关阅读|相关新闻|相关文章|相关链接|延伸阅读|推荐阅读|热门推荐|更多新闻|返回|打印|关闭|分享|扫一扫|点击|关注|标签|关键词|关键字|版权声明|免责声明|声明|特别声明|本文来源|打开APP|展开全文|阅读全文|阅读原文)(?:$|[\s:：，,】)）>》].{0,100}$)/u,
  /^.{0,40}(?:版权归|版权所有|未经(?:书面)?授权|不得转载|扫描二维码|扫码|微信公众号|打印本页|关闭窗口|\[\s*(?:打印|关闭)\s*\]|【\s*(?:打印|关闭)\s*】).{0,80}$/u,
  /^(?:share|tweet|email|print|tags?|filed under|topics?|categories|category|labels?|comments?|leave a (?:comment|reply)|related|read more|more from|see also|recommended|advertisement|copyright|©|\(c\)|all rights reserved|follow us|follow @|subscribe|sign up|posted (?:in|by|on|at)|previous|next)\b.{0,100}$/i,
  /^©.{0,100}$/,
  /\ball rights reserved\b/i,
]
/** Lines that templates put between paragraphs. */
const BETWEEN =
  /^(?:advertisement|advertising|ad|sponsored|story continues below(?: advertisement)?|article continues (?:below|after).{0,30}|continue reading.{0,60}|loading\.*|广告|點擊放大|点击查看大图|[▲△▼↑].{0,80}|(?:read more|read also|also read|related|see also|more):.{3,110})$/i

/** The story without them. `title` is the headline, which readers have already. */
export function storyLines(text: string, title: string): string {
  const lines = text.split('\n')
  let from = 0
  for (let at = 0; at < Math.min(lines.length, MOST_HEAD_LINES); at += 1) {
    const line = lines[at]!.trim()
    // What stands between a headline and a dateline goes with them: a role, a picture credit.
    if (isTitle(line, title) || isFurniture(line, HEAD_LINE)) from = at + 1
    else if (isProse(line)) break
  }
  let to = lines.length
  for (let at = lines.length - 1; at >= Math.max(from, lines.length - MOST_TAIL_LINES); at -= 1) {
    const line = lines[at]!.trim()
    if (isFurniture(line, TAIL_LINE)) to = at
    else if (isProse(line)) break
  }
  if (to - from < 1) return text
  return lines
    .slice(from, to)
    .filter((line) => !BETWEEN.test(line.trim()))
    .join('\n')
    .trim()
}

function isProse(line: string): boolean {
  return line.length > LONGEST_ROLE_CHARS || SENTENCE_END.test(line)
}

function isFurniture(line: string, patterns: RegExp[]): boolean {
  return (
    line !== '' && line.length <= LONGEST_FURNITURE_CHARS && patterns.some((pattern) => pattern.test(line))
  )
}

function isTitle(line: string, title: string): boolean {
  return (
    line.length >= 5 && (title.startsWith(line) || (title.includes(line) && line.length * 2 >= title.length))
  )
}
