/** Builds whole pages from the committed templates and stories: bytes as a site sends them, and what should be read from them. */
import { readdirSync, readFileSync } from 'node:fs'
import { encodeLegacy } from './encode-legacy.ts'
import type { PageCase, PageGold } from './page-case.ts'

type Story = { title: string; paragraphs: string[] }
type Head = {
  lang?: string
  encoding?: 'gbk' | 'big5'
  url: string
  /** where the page's headline is more than the story's */
  title?: string
  /** what the page prints before the first words of the story: a dateline, a reporter */
  lead?: string
  published: string | null
  byline: string | null
  publisher: string | null
}

const FIXTURES = new URL('../../fixtures/pages/', import.meta.url)
const HEADING = /^=== (\S+) (\{.*\})$/gm

/** Every template filled with the story of its language. */
export function templatePages(): PageCase[] {
  const stories = JSON.parse(readFileSync(new URL('stories.json', FIXTURES), 'utf8')) as Record<string, Story>
  const folder = new URL('templates/', FIXTURES)
  return readdirSync(folder)
    .sort()
    .flatMap((file) => splitFile(readFileSync(new URL(file, folder), 'utf8')))
    .map(({ name, head, markup }) => {
      const language = head.lang ?? 'en'
      const story = stories[language]
      if (!story) throw new Error(`There is no story in "${language}" for the template ${name}.`)
      const html = fill(markup, story, language)
      const gold: PageGold = {
        title: head.title ?? story.title,
        byline: head.byline,
        publisher: head.publisher,
        published: head.published,
        language: language.slice(0, 2),
        body: `${head.lead ?? ''}${story.paragraphs.join('\n')}`,
      }
      const bytes = head.encoding ? encodeLegacy(html, head.encoding) : new TextEncoder().encode(html)
      return { name, url: head.url, html: bytes, gold }
    })
}

function splitFile(text: string): { name: string; head: Head; markup: string }[] {
  const headings = [...text.matchAll(HEADING)]
  return headings.map((heading, at) => ({
    name: heading[1]!,
    head: JSON.parse(heading[2]!) as Head,
    markup: text.slice(heading.index + heading[0].length, headings[at + 1]?.index).trim(),
  }))
}

/** How each mark of a template lays the paragraphs out; `{{P2-4}}` asks for some of them only. */
const LAYOUTS: Record<string, (paragraphs: string[]) => string> = {
  P: (all) => all.map((one) => `<p>${one}</p>`).join('\n'),
  PNAKED: (all) => all.join('\n<P>'),
  PDIV: (all) => all.map((one) => `<div class="b"><p>${one}</p></div>`).join('\n'),
  BR: (all) => all.join('<br><br>\n'),
  DIV: (all) => all.map((one) => `<div>${one}</div>`).join('\n'),
  PRE: (all) => all.map((one) => one.replace(/(.{50,70}) /g, '$1\n')).join('\n\n'),
  ZP: (all) => all.map((one) => `<p>　　${one}</p>`).join('\n'),
  ZBR: (all) => all.map((one) => `　　${one}<br>`).join('\n<br>'),
  SEC: (all) =>
    all.map((one) => `<section style="margin:0"><p><span>${one}</span></p></section>`).join('<p><br></p>'),
  SECSPAN: (all) => all.map((one) => `<div class="bjh-p"><span class="bjh-p">${one}</span></div>`).join('\n'),
}

function fill(markup: string, story: Story, language: string): string {
  const around = AROUND[language.slice(0, 2)] ?? AROUND.en!
  return markup.replace(/\{\{([A-Z]*)(\d)?(?:-(\d))?\}\}/g, (_, mark: string, from?: string, to?: string) => {
    if (mark === 'T') return story.title
    if (mark === '') return story.paragraphs[Number(from) - 1] ?? ''
    // A short heading of a list item, which is no part of the body's gold.
    if (mark === 'H') return `${from}`
    const layout = LAYOUTS[mark]
    if (layout) return layout(story.paragraphs.slice(Number(from ?? 1) - 1, Number(to ?? from ?? 99)))
    return around[mark] ?? ''
  })
}

/** What stands around stories, with dates and names that are not theirs. */
const AROUND: Record<string, Record<string, string>> = {
  en: {
    NAV: navigation(['Home', 'News', 'Sport', 'Business', 'Weather', 'Opinion', 'Jobs', 'Contact us']),
    RELATED: links([
      'Bridge opens after nine years of waiting',
      'Herring prices fall again, says fleet',
      'Why the lighthouse is green: a short history',
      'Mayor opens new bus shelter on Mill Street',
      'Northmark win the cup on penalties, November 2, 2026',
    ]),
    COMMENTS: comments([
      [
        'Salty Dog',
        'August 30, 2026 at 9:02 pm',
        'I read this twice and still cannot believe that anybody wanted the boat gone. What were they thinking?',
      ],
      [
        'Mrs Current',
        'August 31, 2026 at 7:44 am',
        'Good news at last. See you all on the ten o’clock crossing!',
      ],
    ]),
  },
  de: {
    NAV: navigation([
      'Startseite',
      'Lokales',
      'Sport',
      'Wirtschaft',
      'Wetter',
      'Meinung',
      'Stellen',
      'Kontakt',
    ]),
    RELATED: links([
      'Brücke nach neun Jahren eröffnet',
      'Heringspreise fallen erneut',
      'Warum der Leuchtturm grün ist',
      'Neues Wartehäuschen eingeweiht, 2. November 2026',
    ]),
    COMMENTS: comments([
      [
        'Seebär',
        '30. August 2026 um 21:02 Uhr',
        'Ich habe das zweimal gelesen und kann immer noch nicht glauben, dass jemand das Schiff loswerden wollte.',
      ],
      ['Strömung', '31. August 2026 um 07:44 Uhr', 'Endlich eine gute Nachricht. Wir sehen uns an Bord!'],
    ]),
  },
  fr: {
    NAV: navigation(['Accueil', 'Actualités', 'Sport', 'Économie', 'Météo', 'Opinions', 'Emploi', 'Contact']),
    RELATED: links([
      'Le pont ouvre après neuf ans d’attente',
      'Le prix du hareng baisse encore',
      'Pourquoi le phare est vert',
      'Un nouvel abribus rue du Moulin, 2 novembre 2026',
    ]),
    COMMENTS: comments([
      [
        'Vieux loup',
        'le 30 août 2026 à 21:02',
        'Je l’ai lu deux fois et je n’arrive toujours pas à croire que l’on ait voulu supprimer ce bateau.',
      ],
    ]),
  },
  es: {
    NAV: navigation([
      'Portada',
      'Noticias',
      'Deportes',
      'Economía',
      'Tiempo',
      'Opinión',
      'Empleo',
      'Contacto',
    ]),
    RELATED: links([
      'El puente abre tras nueve años de espera',
      'Vuelve a bajar el precio del arenque',
      'Por qué el faro es verde',
      'Nueva marquesina en la calle Molino, 2 de noviembre de 2026',
    ]),
    COMMENTS: '',
  },
  zh: {
    NAV: navigation(['首页', '国内', '国际', '财经', '体育', '娱乐', '科技', '图片']),
    RELATED: links([
      '大桥历时九年终于通车',
      '鲱鱼价格再度走低 渔民盼补贴',
      '灯塔为什么是绿色的',
      '磨坊街新候车亭启用 2026-11-02',
      '北岸队点球夺冠',
    ]),
    COMMENTS: '',
  },
}

function navigation(items: string[]): string {
  return `<ul class="nav">${items.map((item, at) => `<li><a href="/n${at}">${item}</a></li>`).join('')}</ul>`
}

function links(items: string[]): string {
  return `<ul>${items.map((item, at) => `<li><a href="/s${at}">${item}</a></li>`).join('')}</ul>`
}

function comments(items: [string, string, string][]): string {
  return `<ol class="commentlist">${items
    .map(
      ([who, when, text]) =>
        `<li class="comment"><cite class="fn">${who}</cite> <span class="says">says:</span><div class="comment-meta">${when}</div><p>${text}</p></li>`,
    )
    .join('')}</ol>`
}
