/** Chinese figures: cases written from the rules of the language, in both scripts. */
import { describe, expect, it } from 'vitest'
import { readFigures } from '#reading/figures.ts'

/** A line of text, then each figure as "text | value | unit | bound | rate", empty parts left out from the right. */
const CASES: [string, ...string[]][] = [
  ['共有300家企业', '300家企业 | 300 | companies'],
  ['总额140万亿', '140万亿 | 140000000000000'],
  ['1.4万亿', '1.4万亿 | 1400000000000'],
  ['912.17亿元', '912.17亿元 | 91217000000 | CNY'],
  ['一万五千亿', '一万五千亿 | 1500000000000'],
  ['二十万亿', '二十万亿 | 20000000000000'],
  ['20万亿', '20万亿 | 20000000000000'],
  ['三万亿', '三万亿 | 3000000000000'],
  ['250亿', '250亿 | 25000000000'],
  ['两千三百万吨', '两千三百万吨 | 23000000 | tonnes'],
  ['3亿5000万', '3亿5000万 | 350000000'],
  ['十五', '十五 | 15'],
  ['二十', '二十 | 20'],
  ['一百零五', '一百零五 | 105'],
  ['一千零二十', '一千零二十 | 1020'],
  ['一万零三百', '一万零三百 | 10300'],
  ['三百五', '三百五 | 350'],
  ['两万五', '两万五 | 25000'],
  ['一亿二', '一亿二 | 120000000'],
  ['十二亿三千四百五十六万七千八百九十', '十二亿三千四百五十六万七千八百九十 | 1234567890'],
  ['五亿亿', '五亿亿 | 50000000000000000'],
  ['三点五亿', '三点五亿 | 350000000'],
  ['一点四万亿', '一点四万亿 | 1400000000000'],
  ['５０００万', '５０００万 | 50000000'],
  ['壹佰贰拾叁万元', '壹佰贰拾叁万元 | 1230000 | CNY'],
  ['叁仟伍佰元', '叁仟伍佰元 | 3500 | CNY'],
  ['廿五天', '廿五天 | 25 | days'],
  ['兩萬五千人', '兩萬五千人 | 25000 | people'],
  ['一百四十萬億', '一百四十萬億 | 140000000000000'],
  ['3兆元', '3兆元 | 3000000000000 | CNY'],
  ['500兆瓦', '500兆瓦 | 500 | megawatts'],
  ['三分之一', '三分之一 | 0.33333333333333333333'],
  ['四分之三', '四分之三 | 0.75'],
  ['百分之三十五', '百分之三十五 | 35 | percent'],
  ['百分之三点五', '百分之三点五 | 3.5 | percent'],
  ['百分之百', '百分之百 | 100 | percent'],
  ['千分之三', '千分之三 | 3 | permille'],
  ['增长3.5%', '3.5% | 3.5 | percent'],
  ['增长３．５％', '３．５％ | 3.5 | percent'],
  ['上升2个百分点', '2个百分点 | 2 | percentage_point'],
  ['上升兩個百分點', '兩個百分點 | 2 | percentage_point'],
  ['下调25个基点', '25个基点 | 25 | basis_points'],
  ['占三成', '三成 | 30 | percent'],
  ['占三成五', '三成五 | 35 | percent'],
  ['打八折', '八折 | 80 | percent'],
  ['打八五折', '八五折 | 85 | percent'],
  ['增长了3倍', '3倍 | 3 | times'],
  ['增长1000多倍', '1000多倍 | 1000 | times | gt'],
  ['增长三百余倍', '三百余倍 | 300 | times | gt'],
  ['超过140万亿', '140万亿 | 140000000000000 | - | gt'],
  ['突破30万亿', '30万亿 | 30000000000000 | - | gt'],
  ['逾千亿元', '千亿元 | 100000000000 | CNY | gt'],
  ['多于50人', '50人 | 50 | people | gt'],
  ['超200家企业', '200家企业 | 200 | companies | gt'],
  ['近80%', '80% | 80 | percent | approx'],
  ['约3000人', '3000人 | 3000 | people | approx'],
  ['3000人左右', '3000人 | 3000 | people | approx'],
  ['至少12人', '12人 | 12 | people | gte'],
  ['不少于12人', '12人 | 12 | people | gte'],
  ['最多12人', '12人 | 12 | people | lte'],
  ['不超过12人', '12人 | 12 | people | lte'],
  ['不到5%', '5% | 5 | percent | lt'],
  ['60岁以上', '60岁 | 60 | years | gte'],
  ['20多万人', '20多万人 | 200000 | people | gt'],
  ['三十多天', '三十多天 | 30 | days | gt'],
  ['40%以上', '40% | 40 | percent | gte'],
  ['人民币100亿元', '人民币100亿元 | 10000000000 | CNY'],
  ['12亿美元', '12亿美元 | 1200000000 | USD'],
  ['300万欧元', '300万欧元 | 3000000 | EUR'],
  ['500亿日元', '500亿日元 | 50000000000 | JPY'],
  ['80億港元', '80億港元 | 8000000000 | HKD'],
  ['日均140万亿Token', '140万亿Token | 140000000000000 | tokens | exact | per_day'],
  ['日均Token调用量超过140万亿', '140万亿 | 140000000000000 | tokens | gt | per_day'],
  ['100万亿个词元', '100万亿个词元 | 100000000000000 | tokens'],
  ['每天消耗5000万吨', '5000万吨 | 50000000 | tonnes | exact | per_day'],
  ['每年增加3个百分点', '3个百分点 | 3 | percentage_point | exact | per_year'],
  ['30万至50万元', '30万至50万元 | 300000-500000 | CNY | range'],
  ['3%—5%', '3%—5% | 3-5 | percent | range'],
  ['三至五年', '三至五年 | 3-5 | years | range'],
  ['两三千人', '两三千人 | 2000-3000 | people | range'],
  ['从3%提高到5%', '3% | 3 | percent', '5% | 5 | percent'],
  ['两年半', '两年半 | 2.5 | years'],
  ['一个半月', '一个半月 | 1.5 | months'],
  ['半年后', '半年 | 0.5 | years'],
  ['近一半', '一半 | 0.5 | - | approx'],
  ['三个月', '三个月 | 3 | months'],
  ['20小时', '20小时 | 20 | hours'],
  ['5公里', '5公里 | 5 | kilometres'],
  ['100亩地', '100亩 | 100 | mu'],
  ['1.4万亿斤', '1.4万亿斤 | 1400000000000 | jin'],
  ['三个问题', '三 | 3'],
  ['第三次会议', '第三 | 3'],
  ['2026年3月23日召开'],
  ['二〇二六年三月二十三日召开'],
  ['3月底召开'],
  ['今年3月召开'],
  ['三月召开'],
  ['23日召开'],
  ['下午三点召开'],
  ['20时30分召开'],
  ['第一季度'],
  ['前三季度'],
  ['上半年'],
  ['星期三'],
  ['统一思想'],
  ['十分重要'],
  ['千万不要'],
  ['百度和万科'],
  ['一个问题'],
  ['之一'],
  ['数百万人'],
  ['几十亿元'],
  ['电话010-12345678'],
  ['手机13812345678'],
  ['上世纪90年代'],
  ['民國113年'],
  ['“十四五”规划'],
  ['（一）总体要求'],
  ['四川和三亚'],
  ['每一天'],
  ['DeepSeek-V3和GPT-4'],
  ['5G网络'],
  // The same numeral counts before a measure word and is a name inside a longer word.
  ['三台设备', '三 | 3'],
  ['三台县'],
  ['三轮谈判', '三 | 3'],
  ['三轮车'],
  ['十八个乡', '十八 | 18'],
  ['十八大'],
  ['五百家', '五百 | 500'],
  ['五百强'],
  ['三块地', '三 | 3'],
  ['三块钱', '三块钱 | 3 | CNY'],
  ['上升两位', '两 | 2'],
  ['来了两位', '两位 | 2 | people'],
  ['三元的票', '三元 | 3 | CNY'],
  ['三元锂'],
  ['六成为女性', '六成 | 60 | percent'],
  ['张六成为代表'],
  ['提高1.6和0.9个百分点', '1.6 | 1.6 | percentage_point', '0.9个百分点 | 0.9 | percentage_point'],
  ['用电300度', '300度 | 300 | kilowatt_hours'],
  ['旋转300度', '300度 | 300 | degrees'],
  ['下降两成至30亿', '两成 | 20 | percent', '30亿 | 3000000000'],
  ['不得超过90天', '90天 | 90 | days | lte'],
  ['最高气温38度', '38度 | 38 | degrees'],
  ['最高可获38万元', '38万元 | 380000 | CNY | lte'],
]

function shown(text: string): string[] {
  return readFigures(text).map((one) => {
    const value = one.valueHigh ? `${one.value}-${one.valueHigh}` : one.value
    const parts = [one.text, value, one.unit ?? '-', one.bound, one.rate ?? '-']
    while (parts.length > 2 && ['-', 'exact'].includes(parts.at(-1) ?? '')) parts.pop()
    return parts.join(' | ')
  })
}

describe('Chinese figures', () => {
  it.each(CASES)('%s', (text, ...expected) => {
    expect(shown(text)).toEqual(expected)
    for (const one of readFigures(text)) expect(text.slice(one.start, one.end)).toBe(one.text)
  })

  it('keep the scale words as printed and the language they are in', () => {
    const [one] = readFigures('总额1.4萬億元')
    expect(one?.scaleWords).toBe('萬億')
    expect(one?.language).toBe('zh')
  })

  it('give the date they hold for in the words of the text', () => {
    expect(readFigures('截至3月，超过140万亿')[0]?.asOf).toBe('3月')
    expect(readFigures('到今年3月，超过140万亿')[0]?.asOf).toBe('今年3月')
    expect(readFigures('2025年底100万亿')[0]?.asOf).toBe('2025年底')
    const series = readFigures('2024年初为1000亿；到2025年底，达到100万亿；到今年3月，超过140万亿')
    expect(series.map((figure) => figure.asOf)).toEqual(['2024年初', '2025年底', '今年3月'])
    expect(readFigures('3月召开会议。共140人。')[0]?.asOf).toBeNull()
  })

  it('read every figure of a news sentence with its own bound', () => {
    const text = '2024年初1000亿，至2025年底跃升至100万亿，今年3月已突破140万亿，两年增长超1000倍。'
    expect(shown(text)).toEqual([
      '1000亿 | 100000000000',
      '100万亿 | 100000000000000',
      '140万亿 | 140000000000000 | - | gt',
      '两年 | 2 | years',
      '1000倍 | 1000 | times | gt',
    ])
  })
})
