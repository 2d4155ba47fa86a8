/** Knows the lines that are buttons and labels of a template, wherever in a story they stand. */

/** In small letters, without marks at either end. */
const BUTTONS = new Set(
  (
    'share|share this|share this article|share on facebook|share on twitter|tweet|tweet this|email|e-mail|email this|print|print this|save|like|pin it|copy link|' +
    'facebook|twitter|linkedin|whatsapp|pinterest|reddit|tumblr|google|digg|stumbleupon|delicious|messenger|flipboard|telegram|x|instagram|youtube|rss|' +
    'comments|comment|leave a comment|add a comment|post a comment|no comments|view comments|show comments|reply|recommend|follow|' +
    'text size|font size|size|a|aa|aaa|enlarge|click to enlarge|view larger|view gallery|view photos|view author page|view profile|play|play video|watch|listen|pause|mute|' +
    'loading|close|next|previous|prev|previous next|prev next|back|back to top|top|menu|search|sign in|log in|login|register|subscribe|sign up|more|read more|show more|see more|view all|see all|' +
    'advertisement|advertising|skip advertisement|ad|ads|sponsored|promoted|story highlights|highlights|getty images|via getty images|image|photo|photos|video|video transcript|transcript|' +
    'teilen|drucken|versenden|merken|kommentieren|kommentare|vergrößern|bild vergrößern|anzeige|werbung|mehr|weiterlesen|zurück|weiter|schließen|nach oben|artikel drucken|' +
    'partager|imprimer|envoyer|agrandir|commenter|publicité|suite|lire la suite|fermer|retour|s’abonner|' +
    'compartir|imprimir|enviar|ampliar|comentar|publicidad|volver|cerrar|leer más|suscribirse|condividi|stampa|invia|commenta|pubblicità|' +
    '分享|分享到|收藏|打印|打印本页|关闭|关闭窗口|评论|我要评论|点赞|转发|举报|返回|返回顶部|更多|查看更多|展开|收起|字号|大|中|小|繁體|简体|广告|留言|列印|轉寄|回上頁|關閉|廣告'
  ).split('|'),
)
const LONGEST_BUTTON_CHARS = 40
const LONGEST_MARKS_CHARS = 9
const MARKS = /^[\s#[【(（|·•›»«<>+\-–—:：…]+|[\s#\]】)）|·•›»«<>+\-–—:：….!]+$/gu

/** Whether a line is nothing but a button, a label or a mark. */
export function isButtonLine(line: string): boolean {
  if (line.length > LONGEST_BUTTON_CHARS) return false
  const bare = line.replace(MARKS, '').toLowerCase()
  return bare === '' ? line.trim() !== '' && line.length <= LONGEST_MARKS_CHARS : BUTTONS.has(bare)
}
