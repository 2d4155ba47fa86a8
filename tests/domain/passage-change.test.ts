/** The trade's rules for a cited passage that is looked at again. */
import { describe, expect, it } from 'vitest'
import { comparePassage } from '#domain/passage-change.ts'

const ENGLISH = {
  lead: 'The head of the data bureau spoke at a forum on Monday morning. ',
  words: 'China’s daily token usage has surpassed 140 trillion, Liu said',
  tail: '. He did not say how the number had been arrived at, or by whom.',
}
const CHINESE = {
  lead: '国家数据局局长在论坛上介绍了最新情况。刘烈宏表示，到今年3月，',
  words: '我国日均词元调用量已超过140万亿',
  tail: '，两年多时间里增长了1000多倍。报道没有给出统计口径。',
}

type Page = { lead: string; words: string; tail: string }
const page = ({ lead, words, tail }: Page) => `首页 Home\n${lead}${words}${tail}\n版权所有 Contact`
const cited = (words: string) => ({ quote: words, prefix: null, suffix: null })

/** `then` is the page at the second look. */
function look(first: Page, then: string, quote = first.words) {
  return comparePassage(cited(quote), page(first), then)
}

describe.each([
  ['English', ENGLISH],
  ['Chinese', CHINESE],
])('a passage in %s', (_language, was) => {
  it('that stands as it stood is unchanged', () => {
    expect(look(was, page(was))).toMatchObject({ change: 'unchanged', words: [], figures: [] })
  })

  it('is unchanged when only advertisements, menus and other paragraphs changed', () => {
    const then = `Breaking: 500 million 突发 9亿\n${was.lead}${was.words}${was.tail}\nRead also 相关阅读 250 trillion`
    expect(look(was, then).change).toBe('unchanged')
  })

  it('is unchanged when white space, width and quotation marks were set anew', () => {
    expect(look(was, page({ ...was, words: was.words.replace('140', ' １４０ ') })).change).toBe('unchanged')
  })

  it('has moved when its words stand among other neighbours', () => {
    const then = `${was.lead}${was.tail}\n\nFurther down 在另一节里 another section began. 编者另起一段写道：${was.words}。 Then something else followed entirely.`
    expect(look(was, then).change).toBe('moved')
  })

  it('is removed when the page stands without it', () => {
    expect(look(was, page({ ...was, words: '' }))).toMatchObject({ change: 'removed', after: null })
  })

  it('could not be looked at when the page has no text', () => {
    expect(look(was, '  \n ').change).toBe('could_not_look')
  })
})

describe('a figure in the passage', () => {
  it('that has another value is told before and after, in absolute and in relative terms', () => {
    const english = look(ENGLISH, page({ ...ENGLISH, words: ENGLISH.words.replace('140', '120') }))
    expect(english.change).toBe('figure_changed')
    expect(english.figures).toMatchObject([
      {
        before: { value: '140000000000000' },
        after: { value: '120000000000000' },
        absolute: '-20000000000000',
        relativePercent: '-14.29',
      },
    ])
    const chinese = look(CHINESE, page({ ...CHINESE, words: '我国日均词元调用量已超过180万亿' }))
    expect(chinese.figures).toMatchObject([{ absolute: '40000000000000', relativePercent: '28.57' }])
    expect(chinese.words).toMatchObject([{ before: '140', after: '180', hard: true }])
  })

  it.each([
    ['another scale word', CHINESE, '我国日均词元调用量已超过140亿'],
    ['no bound any more', CHINESE, '我国日均词元调用量为140万亿'],
    ['words instead of a figure', ENGLISH, 'China’s daily token usage has surpassed all records, Liu said'],
    ['another unit', { ...ENGLISH, words: 'growth of 3 percent' }, 'growth of 3 percentage points'],
  ])('that has %s is a changed figure', (_what, was, words) => {
    expect(look(was, page({ ...was, words })).change).toBe('figure_changed')
  })

  it('is read whole where the citation cuts it off', () => {
    const cut = { ...ENGLISH, words: 'has surpassed 140', tail: ` trillion${ENGLISH.tail}` }
    expect(look(cut, page({ ...cut, tail: ` billion${ENGLISH.tail}` })).change).toBe('figure_changed')
  })

  it('is compared in its own place, even when the old one still stands in a teaser elsewhere', () => {
    const short = { ...ENGLISH, words: '140 trillion' }
    const then = `${page({ ...short, words: '150 trillion' })}\nMost read: usage passes 140 trillion for the first time`
    expect(look(short, then)).toMatchObject({
      change: 'figure_changed',
      figures: [{ after: { value: '150000000000000' } }],
    })
  })

  it('is no changed figure when the passage has the same one in other words', () => {
    const then = page({
      ...ENGLISH,
      words: 'Daily use of tokens in China has surpassed 140 trillion, said Liu',
    })
    expect(look(ENGLISH, then).change).toBe('reworded')
    const chinese = page({ ...CHINESE, words: '全国日均词元调用量目前已超过140万亿' })
    expect(look(CHINESE, chinese).change).toBe('reworded')
  })

  it('elsewhere on the page is nobody’s business', () => {
    const then = page({ ...CHINESE, tail: CHINESE.tail.replace('1000', '2000') })
    expect(look(CHINESE, then).change).toBe('unchanged')
  })
})

describe('a name in the passage', () => {
  it('that was exchanged is reworded, and marked as hard', () => {
    const then = page({ ...ENGLISH, words: ENGLISH.words.replace('Liu', 'Wang') })
    expect(look(ENGLISH, then)).toMatchObject({
      change: 'reworded',
      words: [{ before: 'Liu', after: 'Wang', hard: true }],
    })
  })
})

describe('a slip in the citation', () => {
  it('is no change of the page', () => {
    const quote = ENGLISH.words.replace('140', '104')
    expect(look(ENGLISH, page(ENGLISH), quote).change).toBe('unchanged')
  })
})

describe('a passage that was not on the page at the first look', () => {
  it('and still is not, has not changed', () => {
    const without = page({ ...CHINESE, words: '' })
    expect(comparePassage(cited(CHINESE.words), without, without)).toMatchObject({
      change: 'unchanged',
      before: null,
      after: null,
    })
  })
})
