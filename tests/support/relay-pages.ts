/** Pages for tests of relays: the sample's three, and what the desk knows of them. */
import { readFileSync } from 'node:fs'
import type { RelayRecords } from '#domain/relay-proposal.ts'
import type { RelayPage } from '#domain/relay-reading.ts'

const folder = new URL('../../bin/sample/pages/', import.meta.url)

function visible(html: string): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}

/** A page with as much as a test says of it. The article is the whole text unless given. */
export function relayPage(sourceId: string, more: Partial<RelayPage> & { text: string }): RelayPage {
  return {
    sourceId,
    captureId: `capture of ${sourceId}`,
    address: `https://${sourceId}.example/story`,
    publisher: null,
    byline: null,
    language: null,
    published: null,
    kind: 'report',
    article: more.text,
    namedAddress: null,
    ...more,
  }
}

/** The sample newsroom's sources, read from the pages that come with it. */
export function samplePages(): RelayPage[] {
  const gb = new TextDecoder('gb18030').decode(readFileSync(new URL('chinanews.gb18030.html', folder)))
  const story = JSON.parse(readFileSync(new URL('ithome.json', folder), 'utf8'))
  const tencent = readFileSync(new URL('tencent.html', folder), 'utf8')
  const zh = { language: 'zh-Hans' }
  return [
    relayPage('chinanews', {
      ...zh,
      text: visible(gb),
      address: 'https://www.chinanews.com.cn/cj/2026/03-23/10591500.shtml',
      publisher: 'China News Service',
      published: '2026-03-23T10:15:00+08:00',
      kind: 'wire',
    }),
    relayPage('ithome', {
      ...zh,
      text: [story.headline, ...story.paragraphs].join('\n'),
      address: 'https://www.ithome.com/0/931/873.htm',
      publisher: 'IT Home',
      published: '2026-03-23T14:02:11',
    }),
    relayPage('tencent', {
      ...zh,
      text: visible(tencent),
      address: 'https://news.qq.com/rain/a/20260323A06PN300',
      publisher: 'Tencent News / Cailian Press',
      published: '2026-03-23T11:20:00+08:00',
      kind: 'repost',
    }),
  ]
}

export const NOTHING_ON_RECORD: RelayRecords = { relays: [], origins: [], names: [], claimants: new Map() }
