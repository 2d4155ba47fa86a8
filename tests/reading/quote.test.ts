/** Quotations: what is there is found, what was changed is never accepted. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuote } from '#reading/quote.ts'

const PAGE = `The minister spoke on Monday. “We have passed 140 trillion tokens a day,” Liu Liehong said.
Team Beta reported that revenue rose twelve percent in the third quarter — its best result. The board did not approve
the merger with Robin Energy.`
const TRADITIONAL =
  '國家數據局局長劉烈宏表示，到今年3月，我國日均Token（詞元）調用量超過140萬億。這一數字較2025年底增長40%以上。'

describe('a quotation that stands in the page', () => {
  it('is verbatim sign by sign, with its position', () => {
    const quote = 'revenue rose twelve percent'
    const reading = readQuote(PAGE, quote)
    expect(reading.verdict).toBe('verbatim')
    expect(reading.score).toBe(1)
    expect(PAGE.slice(reading.start ?? 0, reading.end ?? 0)).toBe(quote)
  })

  it.each([
    ['white space and line ends', 'The board  did not approve the merger'],
    ['straight quotation marks', '"We have passed 140 trillion tokens a day," Liu Liehong said'],
    ['a plain hyphen for a dash', 'in the third quarter - its best result'],
    ['an invisible sign', 'its best\u200b result'],
    ['full-width digits', 'We have passed １４０ trillion tokens'],
    ['quotation marks of its own', '“The minister spoke on Monday.”'],
  ])('is normalised where only %s differ', (_, quote) => {
    expect(readQuote(PAGE, quote).verdict).toBe('normalised')
  })

  it('is normalised where a simplified quotation stands in a traditional page', () => {
    const reading = readQuote(
      TRADITIONAL,
      '国家数据局局长刘烈宏表示，到今年3月，我国日均Token（词元）调用量超过140万亿',
    )
    expect(reading.verdict).toBe('normalised')
    expect(TRADITIONAL.slice(reading.start ?? 0, reading.end ?? 0)).toBe(
      '國家數據局局長劉烈宏表示，到今年3月，我國日均Token（詞元）調用量超過140萬億',
    )
  })

  it('is normalised with spaces between Chinese and Latin letters', () => {
    expect(readQuote(TRADITIONAL, '我國日均 Token（詞元）調用量超過 140 萬億').verdict).toBe('normalised')
  })

  it('is found with composed and decomposed accents', () => {
    expect(readQuote('Un cafe\u0301 noir, dit-elle', 'Un café noir').verdict).toBe('normalised')
  })
})

describe('several places with the same words', () => {
  const twice = 'Robin won on Monday. Elisa won on Tuesday. Robin won on Friday.'
  it('are told apart by prefix, suffix and hint', () => {
    expect(readQuote(twice, 'Robin won').start).toBe(0)
    expect(readQuote(twice, 'Robin won', { prefix: 'Tuesday. ' }).start).toBe(43)
    expect(readQuote(twice, 'Robin won', { suffix: ' on Friday' }).start).toBe(43)
    expect(readQuote(twice, 'Robin won', { hint: 50 }).start).toBe(43)
  })

  it('prefer a whole number to a part of a longer one', () => {
    expect(readQuote('It was 112 percent, then 12 percent.', '12 percent')).toMatchObject({
      verdict: 'verbatim',
      start: 25,
    })
  })
})

describe('a quotation that was changed', () => {
  it.each([
    ['a digit', 'We have passed 150 trillion tokens a day'],
    ['a scale word', 'We have passed 140 billion tokens a day'],
    ['a number word', 'revenue rose eleven percent in the third quarter'],
    ['a unit', 'revenue rose twelve points in the third quarter'],
    ['a name', 'Team Alpha reported that revenue rose twelve percent'],
    ['a surname', '140 trillion tokens a day,” Liu Liehung said'],
    ['a dropped negation', 'The board did approve the merger with Robin Energy'],
    ['a part of a name', 'the merger with Rob'],
    ['a direction', 'revenue fell twelve percent in the third quarter'],
    ['an opposite', 'revenue rose twelve percent in the third quarter — its worst result'],
  ])('is altered when it differs in %s', (_, quote) => {
    const reading = readQuote(PAGE, quote)
    expect(reading.verdict).toBe('altered')
    expect(reading.differences.some((one) => one.hard)).toBe(true)
  })

  it.each([
    ['a digit', '調用量超過150萬億'],
    ['a scale word', '日均Token（词元）调用量超过140亿'],
    ['one sign of a name', '国家数据局局长刘烈洪表示，到今年3月'],
    ['an organisation', '国家统计局局长刘烈宏表示，到今年3月'],
    ['a negation', '我国日均Token（词元）调用量不超过140万亿'],
    ['a number cut short', '我国日均Token（词元）调用量超过140'],
    ['a unit', '较2025年底增长40倍以上'],
  ])('in Chinese is altered when it differs in %s', (_, quote) => {
    expect(readQuote(TRADITIONAL, quote).verdict).toBe('altered')
  })

  it('is approximate where only a small word differs, and says which', () => {
    const reading = readQuote(PAGE, 'reported that the revenue rose twelve percent')
    expect(reading.verdict).toBe('approximate')
    expect(reading.differences).toEqual([{ kind: 'added', inQuote: 'the', inText: '', hard: false }])
  })

  it('never accepts a number that is part of a longer one', () => {
    expect(readQuote('Sales rose 112 percent.', '12 percent').verdict).toBe('altered')
    expect(readQuote('Sales rose 1.5 percent.', '5 percent').verdict).toBe('altered')
    expect(readQuote('總額一萬五千億元', '五千亿元').verdict).toBe('altered')
  })

  it.each([
    ['It is possible that they knew.', 'It is impossible that they knew.'],
    ['the farmers of the southern plains', 'the farmers of the northern plains'],
  ])('%s is no quotation of %s', (quote, page) => {
    expect(readQuote(page, quote).verdict).toBe('altered')
  })

  it('is the same where a line ended inside a word', () => {
    expect(
      readQuote('The com-\nmittee met the bud-\nget board.', 'The committee met the budget board').verdict,
    ).toBe('normalised')
  })

  it('is absent where the page says nothing of the kind', () => {
    expect(readQuote(PAGE, 'Unemployment fell in all provinces last year')).toEqual({
      verdict: 'absent',
      start: null,
      end: null,
      score: 0,
      differences: [],
    })
    expect(readQuote(PAGE, '').verdict).toBe('absent')
    expect(readQuote(PAGE, ' “” ').verdict).toBe('absent')
  })

  it('could not be looked for in a page without text', () => {
    expect(readQuote('', 'We have passed').verdict).toBe('could_not_look')
  })
})

describe("an editor's marks in a quotation", () => {
  it.each(['…', '...', '[...]', '[…]', '……', '. . .'])('%s stands for words left out', (mark) => {
    expect(readQuote(PAGE, `Team Beta reported ${mark} its best result`).verdict).toBe('verbatim')
  })

  it('square brackets hold words of the editor', () => {
    expect(
      readQuote(PAGE, 'The board did not approve the merger with [the utility] Robin Energy').verdict,
    ).toMatch(/^(?:verbatim|normalised)$/)
    expect(readQuote(PAGE, '[R]evenue rose twelve percent').verdict).toBe('verbatim')
  })

  it('never join words that stand in another order or far apart', () => {
    expect(readQuote(PAGE, 'Robin Energy … The minister spoke').verdict).toBe('absent')
    const far = `Team Beta reported ${'nothing new. '.repeat(1000)} twelve percent`
    expect(readQuote(far, 'Team Beta reported … twelve percent').verdict).toBe('absent')
  })

  it('never lend a number to another team', () => {
    const page = 'Team Beta grew quickly this year and reported a margin of twelve percent.'
    expect(readQuote(page, 'Team Alpha … twelve percent').verdict).toMatch(/^(?:altered|absent)$/)
    expect(readQuote(page, 'Team Beta … twelve percent').verdict).toBe('verbatim')
  })
})

describe('any text', () => {
  const word = fc.stringMatching(/^[a-z]{2,9}$/)
  const page = fc.array(word, { minLength: 8, maxLength: 60 })

  it('gives back every run of its own words, where it stands', () => {
    fc.assert(
      fc.property(page, fc.nat(), fc.nat(), (words, from, count) => {
        const start = from % words.length
        const quote = words.slice(start, start + 1 + (count % 12)).join(' ')
        const text = `Before. ${words.join(' ')}. After`
        const reading = readQuote(text, quote)
        expect(reading.verdict).toBe('verbatim')
        expect(text.slice(reading.start ?? 0, reading.end ?? 0)).toBe(quote)
      }),
      { numRuns: 150 },
    )
  })

  it('never accepts a quotation with one digit changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999 }), fc.nat(), page, (number, at, words) => {
        const digits = String(number).split('')
        const place = at % digits.length
        const changed = digits.with(place, String((Number(digits[place]) + 1) % 10)).join('')
        const text = `The total came to ${number} in the end. ${words.join(' ')}`
        const verdict = readQuote(text, `The total came to ${changed} in the end`).verdict
        expect(['altered', 'absent']).toContain(verdict)
      }),
      { numRuns: 100 },
    )
  })

  it('yields positions inside itself, or none', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 40 }),
        (text, quote) => {
          const { start, end, verdict } = readQuote(text, quote)
          if (start === null || end === null) expect(['absent', 'could_not_look']).toContain(verdict)
          else expect(0 <= start && start < end && end <= text.length).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it.each([
    ['one repeated letter', 'a'.repeat(200_000), `${'a'.repeat(80)}b${'a'.repeat(80)}`],
    ['a repeated pair', 'ab'.repeat(100_000), `${'ab'.repeat(60)}c${'ab'.repeat(60)}`],
    ['nested brackets', '[('.repeat(100_000), `word ${'[('.repeat(500)} word`],
    ['dots without end', `x ${'.'.repeat(200_000)}`, `x ${'. '.repeat(2000)} y`],
    ['marks without end', '"'.repeat(200_000), `${'"'.repeat(2000)}x${'"'.repeat(2000)}y`],
    ['one letter and a long quotation', 'a'.repeat(1_000_000), `${'a'.repeat(5000)}b${'a'.repeat(5000)}`],
    ['a quotation of thousands of pieces', 'x a … b '.repeat(50_000), `${'a … b … '.repeat(5000)}c`],
    ['a quotation of stops', PAGE, `x${'.'.repeat(200_000)}y`],
  ])('ends its search in %s', (_, text, quote) => {
    expect(readQuote(text, quote).verdict).toMatch(/\w+/)
  })
})
