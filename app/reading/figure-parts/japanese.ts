/** Units of Japanese that are not written as in Chinese; its numbers (兆, 億, 万, 割) are read by the same rules. */
import type { FigureKind } from '#reading/figure.ts'

/** Kind, canonical name, words. */
export const JAPANESE_UNITS: [FigureKind, string, string][] = [
  ['percent', 'percent', 'パーセント'],
  ['percentage_point', 'percentage_point', 'ポイント|パーセントポイント|%ポイント'],
  ['money', 'USD', 'ドル|米ドル'],
  ['money', 'EUR', 'ユーロ'],
  ['money', 'CNY', '人民元'],
  ['money', 'KRW', 'ウォン'],
  ['money', 'GBP', 'ポンド'],
  ['number', 'tokens', 'トークン'],
  ['duration', 'hours', '時間|时间'],
  ['duration', 'months', 'か月|ヶ月|カ月|ヵ月|ケ月'],
  ['number', 'households', '世帯|世带'],
  ['number', 'companies', '社'],
  ['number', 'tonnes', 'トン'],
  ['number', 'kilometres', 'キロメートル'],
  ['number', 'metres', 'メートル'],
  ['number', 'kilograms', 'キログラム'],
  ['number', 'litres', 'リットル'],
  ['number', 'hectares', 'ヘクタール'],
  ['number', 'barrels', 'バレル'],
  ['number', 'square_metres', '平方メートル'],
  ['number', 'kilowatts', 'キロワット'],
  ['number', 'megawatts', 'メガワット'],
]
