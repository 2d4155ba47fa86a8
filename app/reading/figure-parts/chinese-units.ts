/** Units of Chinese texts that English has no word for, or that are written in several ways; in simplified signs only. */
import type { FigureKind } from '#reading/figure.ts'

/** Kind, canonical name, words. */
export const CHINESE_UNITS: [FigureKind, string, string][] = [
  ['duration', 'years', '周岁|载'],
  ['duration', 'days', '日|昼夜'],
  ['duration', 'minutes', '分多钟'],
  ['duration', 'hours', '个多小时|个多钟头'],
  ['duration', 'weeks', '个多星期'],
  ['number', 'people', '口人'],
  ['number', 'feet', '呎'],
  ['number', 'inches', '吋'],
  ['number', 'miles', '哩'],
  ['number', 'nautical_miles', '海里|浬'],
  ['number', 'square_feet', '平方呎|方呎|平方尺'],
  ['number', 'square_centimetres', '平方厘米|平方公分'],
  ['number', 'ping', '坪'],
  ['number', 'cubic_metres', '立方'],
  ['number', 'cubic_kilometres', '立方公里|立方千米'],
  ['number', 'grams', '公克'],
  ['number', 'pounds_weight', '磅'],
  ['number', 'millilitres', '西西'],
  ['number', 'kilovolts', '千伏'],
  ['number', 'exaflops', 'eflops'],
  ['number', 'petaflops', 'pflops'],
  ['number', 'teraflops', 'tflops'],
  ['number', 'hectopascals', '百帕'],
  ['number', 'kilopascals', '千帕'],
  ['number', 'megapascals', '兆帕'],
  ['number', 'gigabytes', '吉字节'],
  ['number', 'terabytes', '太字节'],
]
