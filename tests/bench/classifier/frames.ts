/** What surrounds a page of the corpus: the menus, banners, boxes and teasers of the sites that desks read. */
import type { CorpusPage } from './corpus.ts'

export const FRAMES = ['none', 'news', 'front', 'blog', 'gov', 'forum'] as const

type Words = { menu: string; foot: string; teasers: string[]; banner: string; box: string; offer: string }

const ENGLISH: Words = {
  menu: 'Home|News|Business|Culture|Sport|Opinion|Subscribe|Sign in',
  foot: 'About us|Contact|Terms of use|Privacy policy|Cookie settings|© 2031. All rights reserved.',
  teasers: [
    'Second ferry line to open in May',
    'Library extends its hours',
    'Frost: growers count the cost',
    'Old mill finds a buyer',
    'Tremor felt in the upper valley',
    'Ten numbers of the week',
  ],
  banner:
    'We and our 214 partners use cookies to personalise content. Accept all cookies or manage your privacy choices.',
  box: 'Get the morning letter. Sign up for our newsletter and read the news before breakfast.',
  offer:
    'Support local journalism. Subscribe now for $1 a week and get unlimited access. Already a subscriber? Sign in',
}
const WORDS: Record<CorpusPage['lang'], Words> = {
  en: ENGLISH,
  zh: {
    menu: '首页|新闻|财经|文化|体育|评论|登录|注册',
    foot: '关于我们|联系我们|使用条款|隐私政策|版权所有 北岸新闻网|北岸备00000000号',
    teasers: [
      '第二条渡轮航线五月开通',
      '市图书馆延长开放时间',
      '霜冻之后：果农清点损失',
      '老磨坊找到买主',
      '上谷发生轻微地震',
      '本周十个数字',
    ],
    banner: '我们使用Cookie改善您的体验。继续浏览即表示您同意我们使用Cookie。',
    box: '关注我们的公众号，每天早晨收到新闻简报。',
    offer: '支持原创报道，立即订阅，每周仅需一元。已是会员？请登录',
  },
  de: {
    ...ENGLISH,
    menu: 'Start|Politik|Wirtschaft|Kultur|Sport|Abo|Anmelden',
    foot: 'Impressum|Datenschutz|AGB|Cookie-Einstellungen|© 2031 Nordblatt',
    teasers: [
      'Zweite Fährlinie ab Mai',
      'Bücherei öffnet länger',
      'Frost: Obstbauern zählen',
      'Alte Mühle verkauft',
      'Beben im Obertal',
    ],
    banner:
      'Wir und unsere 192 Partner verwenden Cookies. Alle Cookies akzeptieren oder Einstellungen verwalten.',
    box: 'Der Morgenbrief: Melden Sie sich für unseren Newsletter an.',
    offer: 'Unterstützen Sie guten Journalismus. Jetzt abonnieren. Sie haben bereits ein Abo? Anmelden',
  },
  fr: {
    ...ENGLISH,
    menu: "Accueil|Politique|Économie|Culture|Sport|S'abonner|Se connecter",
    foot: 'Mentions légales|Contact|Politique de confidentialité|Gérer les cookies|© 2031 Le Quai',
    teasers: [
      'Une seconde ligne de bac en mai',
      'La bibliothèque ouvre plus longtemps',
      'Gel : les vergers comptent',
      'Le vieux moulin vendu',
      'Séisme dans la haute vallée',
    ],
    banner:
      'Avec nos 214 partenaires, nous utilisons des cookies. Accepter et continuer ou paramétrer vos choix.',
    box: 'La lettre du matin : inscrivez-vous à notre newsletter.',
    offer: 'Soutenez le journalisme local. Abonnez-vous dès 1 €. Déjà abonné ? Se connecter',
  },
  es: {
    ...ENGLISH,
    menu: 'Inicio|Política|Economía|Cultura|Deportes|Suscríbete|Iniciar sesión',
    foot: 'Aviso legal|Contacto|Política de privacidad|Cookies|© 2031 Diario del Puerto',
    teasers: [
      'Segunda línea de transbordador en mayo',
      'La biblioteca amplía su horario',
      'Helada: recuento en los huertos',
      'Vendido el viejo molino',
      'Temblor en el valle alto',
    ],
    banner: 'Nosotros y nuestros 134 socios usamos cookies. Aceptar todas las cookies o configurar.',
    box: 'La carta de la mañana: apúntate a nuestro boletín.',
    offer: 'Apoya el periodismo local. Suscríbete por 1 €. ¿Ya eres suscriptor? Inicia sesión',
  },
  ja: {
    ...ENGLISH,
    menu: 'ホーム|ニュース|経済|文化|スポーツ|有料会員登録|ログイン',
    foot: '会社概要|お問い合わせ|利用規約|プライバシーポリシー|© 2031 港新聞',
    teasers: [
      '第二の渡船航路、五月に開設',
      '図書館、開館時間を延長',
      '霜害：果樹園で集計',
      '古い水車小屋に買い手',
      '上谷で震度3',
    ],
    banner: '当サイトではCookieを使用しています。すべて同意する、または設定を変更できます。',
    box: '朝のニュースレターに登録する。',
    offer: '地域の報道を支える。月額百円で有料会員登録。会員の方はログイン',
  },
}

/** The whole document. Pages built of paragraphs get them as an article; others bring their own body. */
export function dress(page: CorpusPage, paragraphs: string[]): string {
  const words = WORDS[page.lang]
  const has = (extra: string) => page.extras.includes(extra)
  const article = paragraphs.length > 0 ? story(page, paragraphs, words) : page.body
  return [
    `<!doctype html><html lang="${page.lang}"><head><meta charset="utf-8"><title>${page.title}</title>${page.head}`,
    has('json-ld-not-free')
      ? `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: page.title, isAccessibleForFree: false })}</script>`
      : '',
    has('challenge-script')
      ? '<script src="/cdn-cgi/challenge-platform/h/b/scripts/jsd/main.js"></script>'
      : '',
    '</head><body>',
    has('cookie-banner') ? `<div class="cookie-bar"><p>${words.banner}</p><button>OK</button></div>` : '',
    has('cookie-banner-long') ? longBanner(words) : '',
    top(page, words),
    `<main>${article}</main>`,
    has('comments') ? comments(words) : '',
    bottom(page, words),
    '</body></html>',
  ].join('\n')
}

function story(page: CorpusPage, paragraphs: string[], words: Words): string {
  const has = (extra: string) => page.extras.includes(extra)
  const boxes = [
    has('newsletter')
      ? `<aside class="box"><p>${words.box}</p><input type="email"><button>OK</button></aside>`
      : '',
    has('code') ? '<pre>GET / HTTP/1.1\nHost: site.example\n\nHTTP/1.1 403 Forbidden</pre>' : '',
  ].join('')
  const middle = Math.ceil(paragraphs.length / 2)
  const lines = paragraphs.map((text) => `<p>${text}</p>`)
  return `<article><h1>${page.title}</h1>${[...lines.slice(0, middle), boxes, ...lines.slice(middle)].join('\n')}</article>${
    has('subscribe-box') ? `<div class="offer"><p>${words.offer}</p></div>` : ''
  }`
}

function top(page: CorpusPage, words: Words): string {
  const login = page.extras.includes('login-form')
    ? '<form action="/login"><input name="user"><input type="password" name="pass"><button>Log in</button></form>'
    : ''
  if (page.chrome === 'none') return login
  if (page.chrome === 'blog')
    return `<header><a href="/">Notes from a small town</a> <a href="/feed">Feed</a></header>${login}`
  return `<header><nav>${links(words.menu.split('|'))}</nav>${login}</header>`
}

function bottom(page: CorpusPage, words: Words): string {
  const foot = `<footer>${links(words.foot.split('|'))}</footer>`
  if (page.chrome === 'none') return ''
  if (page.chrome === 'front') {
    const rows = [...words.teasers, ...words.teasers].map(
      (title, index) => `<div class="card"><h3><a href="/2031/0${(index % 9) + 1}">${title}</a></h3></div>`,
    )
    return `<section>${rows.join('\n')}</section>${foot}`
  }
  if (page.chrome === 'news') return `<section class="more">${links(words.teasers)}</section>${foot}`
  return foot
}

function links(titles: string[]): string {
  return `<ul>${titles.map((title, index) => `<li><a href="/${index}">${title}</a></li>`).join('')}</ul>`
}

function longBanner(words: Words): string {
  return `<div role="dialog" class="consent"><h2>${words.banner}</h2><p>${words.banner} ${words.banner}</p><p>Store and/or access information on a device. Personalised advertising and content, advertising and content measurement, audience research and services development.</p><button>OK</button></div>`
}

function comments(words: Words): string {
  return `<section class="comments"><h3>12</h3><p>marlow: About time.</p><p>quill: Twice of what, though? The table says 2.40, the sign says 3.</p><p>tallow: Please log in to post a comment. It never lets me.</p><p>${words.box}</p></section>`
}
