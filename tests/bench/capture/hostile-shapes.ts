/** Pages made to fill the memory of whoever parses them: one unit of markup, over and over. */

export type Shape =
  | 'deep'
  | 'siblings'
  | 'unclosed'
  | 'tables'
  | 'attributes'
  | 'chinese'
  | 'words'
  | 'comments'
  | 'script'

/** What a body begins with, and what is repeated until it is as long as asked for. */
const UNITS: Record<Shape, [start: string, unit: string]> = {
  deep: ['', '<div>'],
  siblings: ['', '<p>x</p>'],
  unclosed: ['', '<p>a<b>'],
  tables: ['', '<table><tr><td>x'],
  attributes: ['', '<a data-one="b" data-two=d class=c href=/x/y id=z>t</a>'],
  chinese: ['', '<p>北岸市公布数据，每日处理超过一百四十万亿个词元。</p>'],
  words: ['<p>', 'word and more words, '],
  comments: ['', '<!-- x -->'],
  script: ['<script type="application/ld+json">', '[{"a":'],
}

export const SHAPES = Object.keys(UNITS) as Shape[]

/** Exactly so many bytes, the last unit cut off. */
export function hostileBody(shape: Shape, bytes: number): Buffer {
  const [start, unit] = UNITS[shape]
  const head = Buffer.from(start)
  return Buffer.concat([head, Buffer.alloc(bytes - head.length, unit)])
}
