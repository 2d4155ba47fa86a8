/** Figures of every language: what was written out is read back, and nothing around a figure changes it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFigures } from '#reading/figures.ts'
import {
  chineseNumeral,
  englishWords,
  frenchWords,
  germanWords,
  koreanWords,
  spanishWords,
} from './number-spellings.ts'

const SEED = 20_260_323
const runs = (numRuns: number) => ({ numRuns, seed: SEED })
const NNBSP = '\u202F'

function grouped(whole: string, sign: string): string {
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, sign)
}

function indianGrouped(whole: string): string {
  return whole.replace(/\B(?=(?:\d{2})*\d{3}$)/g, ',')
}

function fullWidth(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}

/** `front` × 10^`power`, written out. */
function timesTen(front: string, power: number): string {
  const [whole = '', part = ''] = front.split('.')
  return `${whole}${part.padEnd(power, '0')}`.replace(/^0+(?=\d)/, '')
}

/** The value of the one figure of a text; all values where there are none or more. */
function only(text: string, language: string): string {
  return readFigures(text, { language })
    .map((one) => one.value)
    .join(' and ')
}

/** Language, how it groups, decimal sign, a sentence with the number before a unit. */
const DIGITS: [string, string, (whole: string) => string, string, (number: string) => string][] = [
  ['en', 'commas', (whole) => grouped(whole, ','), '.', (number) => `It cost ${number} euros.`],
  ['en', 'lakhs', indianGrouped, '.', (number) => `It cost Rs ${number}.`],
  ['zh', 'commas', (whole) => grouped(whole, ','), '.', (number) => `共${number}欧元。`],
  ['zh', 'full-width digits', fullWidth, '.', (number) => `共${number}欧元。`],
  ['ja', 'commas', (whole) => grouped(whole, ','), '.', (number) => `合計${number}ユーロ。`],
  ['ko', 'commas', (whole) => grouped(whole, ','), '.', (number) => `모두 ${number}유로.`],
  ['de', 'points', (whole) => grouped(whole, '.'), ',', (number) => `Es kostete ${number} Euro.`],
  ['de', 'apostrophes', (whole) => grouped(whole, '’'), '.', (number) => `Es kostete ${number} Franken.`],
  ['de', 'spaces', (whole) => grouped(whole, ' '), ',', (number) => `Es kostete ${number} Euro.`],
  ['fr', 'narrow spaces', (whole) => grouped(whole, NNBSP), ',', (number) => `Cela coûte ${number} euros.`],
  ['fr', 'spaces', (whole) => grouped(whole, ' '), ',', (number) => `Cela coûte ${number}${NNBSP}€.`],
  ['es', 'points', (whole) => grouped(whole, '.'), ',', (number) => `Costó ${number} euros.`],
  ['es', 'spaces', (whole) => grouped(whole, ' '), ',', (number) => `Costó ${number} euros.`],
]

/** Language, scale word or short form, its power of ten, the sentence. */
const SCALES: [string, string, number, (number: string) => string][] = [
  ['en', ' thousand', 3, (number) => `It sold ${number} of them.`],
  ['en', 'bn', 9, (number) => `It paid $${number} for them.`],
  ['en', ' trillion', 12, (number) => `It sold ${number} of them.`],
  ['en', ' lakh', 5, (number) => `It sold ${number} of them.`],
  ['en', ' lakh crore', 12, (number) => `It paid Rs ${number} for them.`],
  ['zh', '万', 4, (number) => `共${number}元。`],
  ['zh', '萬億', 12, (number) => `共${number}元。`],
  ['zh', '亿亿', 16, (number) => `共${number}元。`],
  ['ja', '万', 4, (number) => `合計${number}円。`],
  ['ja', '兆', 12, (number) => `合計${number}円。`],
  ['ko', '만', 4, (number) => `모두 ${number}원.`],
  ['ko', '조', 12, (number) => `모두 ${number} 원.`],
  ['de', ' Tsd.', 3, (number) => `Es waren ${number} Euro.`],
  ['de', ' Mio.', 6, (number) => `Es waren ${number} Euro.`],
  ['de', ' Milliarden', 9, (number) => `Es waren ${number} Euro.`],
  ['de', ' Billionen', 12, (number) => `Es waren ${number}, sagte sie.`],
  ['fr', ' M€', 6, (number) => `Soit ${number} de plus.`],
  ['fr', ' Md€', 9, (number) => `Soit ${number} de plus.`],
  ['fr', ' milliards', 9, (number) => `Soit ${number} d’euros.`],
  ['fr', ' mille milliards', 12, (number) => `Soit ${number} d’euros.`],
  ['es', ' M€', 6, (number) => `Son ${number} más.`],
  ['es', ' mil millones', 9, (number) => `Son ${number} de euros.`],
  ['es', ' billones', 12, (number) => `Son ${number} de euros.`],
]

const WORDS: [string, (value: number) => string, (number: string) => string][] = [
  ['en', englishWords, (number) => `They counted ${number} birds.`],
  ['de', germanWords, (number) => `Gezählt wurden ${number} Vögel.`],
  ['fr', frenchWords, (number) => `Ils ont compté ${number} oiseaux.`],
  ['es', spanishWords, (number) => `Contaron ${number} pájaros.`],
  ['zh', (value) => chineseNumeral(value, 'plain'), (number) => `共${number}人。`],
  ['zh', (value) => chineseNumeral(value, 'financial'), (number) => `共${number}元。`],
  ['zh', (value) => chineseNumeral(value, 'traditional'), (number) => `共${number}人。`],
  ['ja', (value) => chineseNumeral(value, 'plain').replaceAll('零', ''), (number) => `合計${number}人。`],
  ['ko', (value) => koreanWords(value), (number) => `모두 ${number} 명.`],
]

describe('a number written out', () => {
  it.each(DIGITS)('in the digits of %s with %s is read back', (language, _, group, point, sentence) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_001, max: 999_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, part) => {
          const wide = group === fullWidth
          const decimals = part % 10 === 0 || wide ? '' : `${point}${String(part).padStart(2, '0')}`
          const text = sentence(`${group(String(whole))}${decimals}`)
          const value = decimals ? `${whole}.${String(part).padStart(2, '0')}` : String(whole)
          expect([text, only(text, language)]).toEqual([text, value])
        },
      ),
      runs(25),
    )
  })

  it.each(SCALES)('in %s with%s is read back', (language, word, power, sentence) => {
    const point = ['de', 'fr', 'es'].includes(language) ? ',' : '.'
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999 }), fc.integer({ min: 0, max: 9 }), (whole, part) => {
        const front = part ? `${whole}.${part}` : String(whole)
        const text = sentence(`${front.replace('.', point)}${word}`)
        expect([text, only(text, language)]).toEqual([text, timesTen(front, power)])
      }),
      runs(15),
    )
  })

  it.each(WORDS)('in the words of %s is read back', (language, words, sentence) => {
    const number = fc.oneof(fc.integer({ min: 2, max: 99 }), fc.integer({ min: 100, max: 999_999 }))
    fc.assert(
      fc.property(number, (value) => {
        // Korean number words of one syllable are words of their own.
        fc.pre(language !== 'ko' || value > 9)
        const text = sentence(words(value))
        expect([text, only(text, language)]).toEqual([text, String(value)])
      }),
      runs(50),
    )
  })
})

/** Language, figures as they are printed, other sentences of the language. */
const TEXTS: [string, string[], string[]][] = [
  [
    'en',
    [
      'It serves more than 12 lakh people a day.',
      'Up to $1.2bn was lost as of March.',
      'Two thirds left in 2024.',
    ],
    ['The weather was fine.', 'She wrote 12 letters.', 'It ended 3-2.'],
  ],
  [
    'zh',
    ['超过140万亿。', '增长了三成五。', '截至3月，约一万五千亿元。'],
    ['天气很好。', '他写了两封信，花了3小时。', '第三季度结束。'],
  ],
  [
    'ja',
    ['約3万5千人が来た。', '3割5分増の1兆2,000億円だった。', '3月末時点で2100万人。'],
    ['天気は良い。', '彼は12通の手紙を書いた。', '令和7年のことだ。'],
  ],
  [
    'ko',
    ['약 1조 2,000억 원이다.', '3만5천 명을 넘었다.', '지지율이 2%p 이상 올랐다.'],
    ['날씨가 좋다.', '그는 편지 12통을 썼다.', '2025년 일이다.'],
  ],
  [
    'de',
    [
      'Rund 1,2 Mrd. Euro fehlen.',
      'Zwei Drittel der 2.500 Boote sind da.',
      'Ende 2024 waren es 31.500 Menschen.',
    ],
    ['Das Wetter war gut.', 'Sie schrieb zwölf Briefe.', 'Am 31. Dezember 2024 endete es.'],
  ],
  [
    'fr',
    [
      'Plus de 1,2 milliard d’euros manque.',
      'Une trentaine de personnes attend.',
      'Au 31 mars 2025, il y a 8 400 élèves.',
    ],
    ['Il faisait beau.', 'Elle a écrit douze lettres.', 'C’était en 2024.'],
  ],
  [
    'es',
    [
      'Más de 1.200 millones de euros faltan.',
      'Un millón y medio de votos.',
      'A finales de 2024 había 8.400 alumnos.',
    ],
    ['Hacía buen tiempo.', 'Escribió doce cartas.', 'Fue en 2024.'],
  ],
]

describe('the figures of a text', () => {
  it.each(TEXTS)('in %s stay the same between other sentences', (language, figures, sentences) => {
    const piece = fc.array(fc.constantFrom(...sentences), { maxLength: 2 })
    const gap = fc.constantFrom('\n', language === 'zh' || language === 'ja' ? '' : ' ')
    fc.assert(
      fc.property(piece, fc.constantFrom(...figures), piece, gap, (before, middle, after, space) => {
        const head = before.map((one) => one + space).join('')
        const within = readFigures([head + middle, ...after].join(space), { language }).filter(
          (one) => one.start >= head.length && one.end <= head.length + middle.length,
        )
        const shifted = within.map((one) => ({
          ...one,
          start: one.start - head.length,
          end: one.end - head.length,
        }))
        expect(shifted).toEqual(readFigures(middle, { language }))
      }),
      runs(35),
    )
  })

  it.each([...TEXTS.map(([language]) => language), undefined])(
    'in %s slice back to it in order, whatever the text is',
    (language) => {
      const known = TEXTS.flatMap(([, figures, sentences]) => [...figures, ...sentences]).flatMap((text) =>
        text.split(/(?<=[ \d])/),
      )
      const piece = fc.oneof(fc.constantFrom(...known), fc.string({ unit: 'binary', maxLength: 6 }))
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
          const text = pieces.join('')
          let last = 0
          const wrong = readFigures(text, { language }).filter((one) => {
            const right =
              text.slice(one.start, one.end) === one.text &&
              one.start >= last &&
              one.end > one.start &&
              /^-?\d+(?:\.\d+)?$/.test(one.value)
            last = one.end
            return !right
          })
          expect([text, wrong]).toEqual([text, []])
        }),
        runs(80),
      )
    },
  )
})
