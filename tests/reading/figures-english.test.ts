/** English figures: cases written from the rules of the language and of house style books. */
import { describe, expect, it } from 'vitest'
import { readFigures } from '#reading/figures.ts'

/** A line of text, then each figure as "text | value | unit | bound | rate", empty parts left out from the right. */
const CASES: [string, ...string[]][] = [
  ['There were 300 of them.', '300 | 300'],
  ['Output was 1,234,567 units.', '1,234,567 | 1234567'],
  ['It cost $5.', '$5 | 5 | USD'],
  ['It cost US$1.2bn.', 'US$1.2bn | 1200000000 | USD'],
  ['A fund of €3.5m was set up.', '€3.5m | 3500000 | EUR'],
  ['It paid £250,000 in fines.', '£250,000 | 250000 | GBP'],
  ['Revenue of HK$4.5 billion', 'HK$4.5 billion | 4500000000 | HKD'],
  ['He paid 500 yuan.', '500 yuan | 500 | CNY'],
  ['RMB 3.2 billion was spent', 'RMB 3.2 billion | 3200000000 | CNY'],
  ['It raised 12 million euros.', '12 million euros | 12000000 | EUR'],
  ['about 40 percent', '40 percent | 40 | percent | approx'],
  ['up 3.5%', '3.5% | 3.5 | percent'],
  ['over 40 per cent higher', '40 per cent | 40 | percent | gt'],
  ['a rise of 2 percentage points', '2 percentage points | 2 | percentage_point'],
  ['cut by 25 basis points', '25 basis points | 25 | basis_points'],
  ['140 trillion tokens', '140 trillion tokens | 140000000000000 | tokens'],
  ['140 trillion daily tokens', '140 trillion daily tokens | 140000000000000 | tokens | exact | per_day'],
  ['more than 140 trillion tokens a day', '140 trillion tokens | 140000000000000 | tokens | gt | per_day'],
  ['surpassed 30 trillion', '30 trillion | 30000000000000 | - | gt'],
  ['exceeded the 100 million mark', '100 million | 100000000 | - | gt'],
  ['a more than 1,000-fold increase', '1,000-fold | 1000 | times | gt'],
  ['a 1,000x increase', '1,000x | 1000 | times'],
  ['grew tenfold', 'tenfold | 10 | times'],
  ['three times larger', 'three times | 3 | times'],
  ['nearly 80 countries', '80 | 80 | - | approx'],
  ['almost 7 million people', '7 million people | 7000000 | people | approx'],
  ['roughly 15,000 jobs', '15,000 | 15000 | - | approx'],
  ['up to 500 people', '500 people | 500 | people | lte'],
  ['at least 12 people', '12 people | 12 | people | gte'],
  ['no fewer than 12 people', '12 people | 12 | people | gte'],
  ['no more than 12 people', '12 people | 12 | people | lte'],
  ['fewer than 20 people', '20 people | 20 | people | lt'],
  ['less than 5 percent', '5 percent | 5 | percent | lt'],
  ['under 30 minutes', '30 minutes | 30 | minutes | lt'],
  ['above 39 degrees Celsius', '39 degrees Celsius | 39 | celsius | gt'],
  ['500 or more', '500 | 500 | - | gte'],
  ['500+ users', '500 | 500 | - | gte'],
  ['twenty days', 'twenty days | 20 | days'],
  ['a 20-day window', '20-day | 20 | days'],
  ['a three-year plan', 'three-year | 3 | years'],
  ['two dozen', 'two dozen | 24'],
  ['a dozen people', 'a dozen people | 12 | people'],
  ['a million dollars', 'a million dollars | 1000000 | USD'],
  ['half a million people', 'half a million people | 500000 | people'],
  ['two and a half years', 'two and a half years | 2.5 | years'],
  ['two and a half million', 'two and a half million | 2500000'],
  ['one hundred and twenty-five', 'one hundred and twenty-five | 125'],
  ['two hundred thousand', 'two hundred thousand | 200000'],
  ['three hundred million', 'three hundred million | 300000000'],
  ['one million two hundred thousand', 'one million two hundred thousand | 1200000'],
  ['two-thirds of voters', 'two-thirds | 0.66666666666666666667'],
  ['a quarter of the staff', 'a quarter | 0.25'],
  ['3/4 of the staff', '3/4 | 0.75'],
  ['seventy-five percent', 'seventy-five percent | 75 | percent'],
  ['30k users', '30k users | 30000 | users'],
  ['100B parameters', '100B parameters | 100000000000 | parameters'],
  ['between 3 and 5 million people', '3 and 5 million people | 3000000-5000000 | people | range'],
  ['3-5 percent', '3-5 percent | 3-5 | percent | range'],
  ['$3-5 billion', '$3-5 billion | 3000000000-5000000000 | USD | range'],
  ['10 to 15 years', '10 to 15 years | 10-15 | years | range'],
  [
    '$3.2 trillion to $3.5 trillion',
    '$3.2 trillion to $3.5 trillion | 3200000000000-3500000000000 | USD | range',
  ],
  ['rose from 3 percent to 5 percent', '3 percent | 3 | percent', '5 percent | 5 | percent'],
  ['12 lakh people', '12 lakh people | 1200000 | people'],
  ['3 crore rupees', '3 crore rupees | 30000000 | INR'],
  ['$20 per barrel', '$20 | 20 | USD | exact | per_barrel'],
  ['60 km/h', '60 km/h | 60 | kilometres | exact | per_hour'],
  ['annual revenue of $3bn', '$3bn | 3000000000 | USD | exact | per_year'],
  ['the 3rd attempt', '3rd | 3'],
  ['the third attempt', 'third | 3'],
  ['a loss of -5%', '-5% | -5 | percent'],
  ['100 km from here', '100 km | 100 | kilometres'],
  ['a 5 GB file', '5 GB | 5 | gigabytes'],
  ['0.5 percent', '0.5 percent | 0.5 | percent'],
  ['the 20-year-old man', '20-year | 20 | years'],
  ['１４０ trillion', '１４０ trillion | 140000000000000'],
  ['five of the six', 'five | 5', 'six | 6'],
  ['on sale at ¥3,000 in Tokyo', '¥3,000 | 3000 | JPY'],
  ['hundreds of millions of users'],
  ['On March 23, 2026 it met.'],
  ['On 23 March it met.'],
  ['In March 2026 it met.'],
  ['On 2026-03-23 it met.'],
  ['On 2026-03-23T10:00:00Z it met.'],
  ['In 2024 and 2025 it met.'],
  ['In the 1990s it met.'],
  ['At 10:30 pm it met.'],
  ['At 3 p.m. it met.'],
  ['Call +86 10 1234 5678 now.'],
  ['Call (212) 555-0123 now.'],
  ['GPT-4 and GPT-4o were used.'],
  ['Claude 3.5 was used.'],
  ['Version 2.1 is out, v1.2.3 too.'],
  ['A 5G phone and a 3D film.'],
  ['See https://example.com/2024/11/23/140-trillion?x=5 for more.'],
  ['See www.example.com/140 for more.'],
  ['COVID-19 and H100 chips.'],
  ['192.168.0.1 answered.'],
  ['1. First point\n2. Second point'],
  ['As noted [12], it grew.'],
  ['See Table 3 and Figure 2.'],
  ['one of the best'],
  ['one day he will'],
  ['Open 24/7.'],
  ['Q3 2025 was good.'],
  ['the first half of the year'],
  ['Boeing 737 jets'],
  ['Nineteen eighty-four'],
  ['They won 3-2 at home.'],
]

function shown(text: string): string[] {
  return readFigures(text).map((one) => {
    const value = one.valueHigh ? `${one.value}-${one.valueHigh}` : one.value
    const parts = [one.text, value, one.unit ?? '-', one.bound, one.rate ?? '-']
    while (parts.length > 2 && ['-', 'exact'].includes(parts.at(-1) ?? '')) parts.pop()
    return parts.join(' | ')
  })
}

describe('English figures', () => {
  it.each(CASES)('%s', (text, ...expected) => {
    expect(shown(text)).toEqual(expected)
    for (const one of readFigures(text)) expect(text.slice(one.start, one.end)).toBe(one.text)
  })

  it('give the date they hold for in the words of the text', () => {
    expect(readFigures('It passed 140 trillion tokens as of March.')[0]?.asOf).toBe('March')
    expect(readFigures('By the end of June 2025 it was 30 trillion.')[0]?.asOf).toBe('the end of June 2025')
    expect(readFigures('It met in March. Sales were 30 million.')[0]?.asOf).toBeNull()
  })

  it('settle ¥ by the language where the text leaves it open', () => {
    expect(readFigures('¥500', { language: 'ja' })[0]?.unit).toBe('JPY')
    expect(readFigures('¥500', { language: 'zh' })[0]?.unit).toBe('CNY')
  })

  it('keep ordinals apart from counts', () => {
    expect(readFigures('the 3rd of 5')[0]?.kind).toBe('ordinal')
  })
})
