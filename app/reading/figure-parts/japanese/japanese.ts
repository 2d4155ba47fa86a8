/** The words of Japanese around a number: units, bounds, rates; its numbers (兆, 億, 万) are read as the Chinese ones. */
import type { Bound, FigureKind } from '#reading/figure.ts'

/** Kind, canonical name, words that stand in Chinese texts about Japan too. */
export const JAPANESE_UNITS: [FigureKind, string, string][] = [
  ['percent', 'percent', 'パーセント'],
  ['percentage_point', 'percentage_point', 'ポイント|パーセントポイント|%ポイント'],
  ['money', 'USD', 'ドル|米ドル'],
  ['money', 'EUR', 'ユーロ'],
  ['money', 'CNY', '人民元'],
  ['money', 'KRW', 'ウォン'],
  ['money', 'GBP', 'ポンド'],
  ['number', 'tokens', 'トークン'],
  ['duration', 'hours', '時間|时間|时间'],
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

/** Words of Japanese texts only; signs in both the old and the folded form. */
const MORE_UNITS: [FigureKind, string, string][] = [
  ['percent', 'percent', '%'],
  ['percentage_point', 'basis_points', 'ベーシスポイント|bp'],
  ['money', 'JPY', '円'],
  ['money', 'CHF', 'スイスフラン'],
  ['money', 'HKD', '香港ドル'],
  ['money', 'TWD', '台湾ドル|台湾元|台湾元'],
  ['money', 'CAD', 'カナダドル'],
  ['money', 'AUD', '豪ドル|オーストラリアドル'],
  ['money', 'RUB', 'ルーブル'],
  ['money', 'INR', 'ルピー'],
  ['money', 'BRL', 'レアル'],
  ['money', 'TRY', 'リラ|トルコリラ'],
  ['money', 'THB', 'バーツ'],
  ['money', 'GBP', '英ポンド'],
  ['multiple', 'times', '倍'],
  ['magnitude', 'orders_of_magnitude', '桁'],
  ['duration', 'years', '年間|年间|年|カ年|か年|ヵ年|歳|岁|才|周年'],
  ['duration', 'months', 'カ月間|カ月间|か月間|か月间|ヶ月間|ヶ月间'],
  ['duration', 'weeks', '週間|周间'],
  ['duration', 'days', '日間|日间|日'],
  ['duration', 'minutes', '分間|分间|分'],
  ['duration', 'seconds', '秒間|秒间|秒'],
  ['duration', 'quarters', '四半期'],
  ['duration', 'decades', '十年紀'],
  ['duration', 'centuries', '世紀|世纪'],
  ['number', 'people', '人|名'],
  ['number', 'companies', '企業|企业'],
  ['number', 'kilometres', 'キロ|km|㎞'],
  ['number', 'centimetres', 'センチメートル|センチ|cm|㎝'],
  ['number', 'millimetres', 'ミリメートル|ミリ|mm|㎜'],
  ['number', 'nanometres', 'ナノメートル|ナノ|nm'],
  ['number', 'grams', 'グラム'],
  ['number', 'kilograms', 'kg|㎏'],
  ['number', 'milligrams', 'ミリグラム'],
  ['number', 'square_metres', '㎡'],
  ['number', 'square_kilometres', '平方キロメートル|平方キロ'],
  ['number', 'cubic_metres', '立方メートル'],
  ['number', 'millilitres', 'ミリリットル'],
  ['number', 'celsius', '度c|℃|°c'],
  ['number', 'degrees', '度'],
  ['number', 'watts', 'ワット'],
  ['number', 'gigawatts', 'ギガワット'],
  ['number', 'kilowatt_hours', 'キロワット時|キロワット时'],
  ['number', 'megawatt_hours', 'メガワット時|メガワット时'],
  ['number', 'gigawatt_hours', 'ギガワット時|ギガワット时'],
  ['number', 'gigabytes', 'ギガバイト'],
  ['number', 'terabytes', 'テラバイト'],
  ['number', 'users', 'ユーザー'],
  ['number', 'parameters', 'パラメータ|パラメーター'],
]

export type JapaneseUnit = { word: string; unit: string; kind: FigureKind }

/** By first sign, longest first. */
export const JAPANESE_UNIT_ROWS = new Map<string, JapaneseUnit[]>()
for (const [kind, unit, words] of [...JAPANESE_UNITS, ...MORE_UNITS])
  for (const word of words.split('|')) {
    const sign = word[0] ?? ''
    const row = [...(JAPANESE_UNIT_ROWS.get(sign) ?? []), { word, unit, kind }]
    JAPANESE_UNIT_ROWS.set(
      sign,
      row.sort((a, b) => b.word.length - a.word.length),
    )
  }

/** Unit signs that begin another word there. */
export const NOT_JAPANESE_UNIT = new Map<string, RegExp>([
  ['人', /[工気气間间民口材事権权生種种]/],
  ['年', /[度代生末始内前来鑑中少齢齢]/],
  ['日', /[本米中韓韩英程常曜銀银経经差]/],
  ['分', /[の野析配離离類类割]/],
  ['度', /[目々合量]/],
  ['名', /[前古目作物]/],
  ['社', /[会長长員员説说]/],
  ['倍', /[増率]/],
])

/** Counted things without a unit's name: they show that a numeral counts. */
export const JAPANESE_COUNTER =
  /[个個台件戸户頭头回校本枚冊册便匹羽隻只所店点点票席棟栋軒轩室床杯着足束通曲句字語语色種种類类区市町村国県県州班組组隊队艘機机両两基局館馆議议票株口坪畳つ箇]|カ所|か所|ヶ所|カ国|か国|ヶ国|チーム|ページ|ゴール/y

export const JAPANESE_BEFORE: [string, Bound][] = [
  ['約', 'approx'],
  ['约', 'approx'],
  ['およそ', 'approx'],
  ['おおよそ', 'approx'],
  ['ほぼ', 'approx'],
  ['概ね', 'approx'],
  ['ざっと', 'approx'],
  ['推定', 'approx'],
  ['推計', 'approx'],
  ['最大で', 'lte'],
  ['最大', 'lte'],
  ['最高', 'lte'],
  ['最長', 'lte'],
  ['最长', 'lte'],
  ['上限', 'lte'],
  ['多くて', 'lte'],
  ['多くとも', 'lte'],
  ['少なくとも', 'gte'],
  ['最低でも', 'gte'],
  ['最低', 'gte'],
  ['最少', 'gte'],
]

export const JAPANESE_AFTER: [RegExp, Bound][] = [
  [/^以上/, 'gte'],
  [/^(?:以下|以内)/, 'lte'],
  [/^未[満满]/, 'lt'],
  [
    /^(?:超|余り|余(?![地裕波儀])|強(?![い化制盗調])|强(?![い化制盗])|あまり|[をのも]?(?:大きく|大幅に|初めて|はるかに)?(?:超え|上回|突破|越え)|の大台を超)/,
    'gt',
  ],
  [/^[をに]?(?:大きく|大幅に)?(?:下回|満たな|满たな|割り込|割っ|届か)/, 'lt'],
  [/^(?:近く|近い|ほど|程度|前後|前后|くらい|ぐらい|弱(?![いく者体点])|ばかり|に迫|とみられ|と推)/, 'approx'],
]

const TAIL = '[^\\d、。]{0,8}$'
export const JAPANESE_RATES: [RegExp, string][] = (
  [
    ['(?:[1一]日(?:あたり|当たり|当り|平均|につき|に)|毎日|每日|日量|日産|日产)', 'per_day'],
    ['(?:毎週|毎周|每周|[1一](?:週|周)(?:間|间)(?:あたり|当たり|に))', 'per_week'],
    ['(?:月額|月额|月間|月间|毎月|每月|月産|月产|月平均|[1一][カかヶ]月(?:あたり|当たり|平均))', 'per_month'],
    ['(?:年間|年间|毎年|每年|年産|年产|年額|年额|年平均|年商|[1一]年(?:あたり|当たり|間に))', 'per_year'],
    ['(?:時速|时速|毎時|毎时|每时|時給|时给|[1一](?:時|时)(?:間|间)(?:あたり|当たり|に))', 'per_hour'],
    ['(?:分速|毎分|每分|[1一]分(?:間|间)?(?:あたり|当たり|に))', 'per_minute'],
    ['(?:秒速|毎秒|每秒|[1一]秒(?:間|间)?(?:あたり|当たり|に))', 'per_second'],
    ['(?:[1一]人(?:あたり|当たり|当り|につき))', 'per_person'],
    ['(?:[1一]株(?:あたり|当たり|当り|につき))', 'per_share'],
    ['(?:[1一]トン(?:あたり|当たり))', 'per_tonne'],
    ['(?:[1一]バレル(?:あたり|当たり|=)?)', 'per_barrel'],
    ['(?:[1一]リットル(?:あたり|当たり|=)?)', 'per_litre'],
  ] as const
).map(([words, rate]) => [new RegExp(words + TAIL), rate])

/** Tried at the number's first sign: what follows makes it a date, an address, a score or a name. */
export const NOT_JAPANESE_FIGURE =
  /第?[\d一二三四]四半期|第?\d{1,3}条|\d{1,2}月期|\d{1,4}(?:年度|年代|世[紀纪]|丁目(?:\d{1,3}番)?(?:\d{1,3}号)?|番地|学年|年生|[対对]\d{1,3}(?!\d)|勝\d{1,3}[敗败])|\d{1,3}号(?![車车])(?:線|线|室|館|馆|機|机|艦|舰)?|\d{1,3}番(?![目組组])(?:線|线)?|\d{1,2}(?:時|时)(?![間间])(?:\d{1,2}分)?半?|(?:1[5-9]|20)\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?!間|间)|\d{2}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日(?![間间連连ぶ分以])|0\d+(?:-\d+)*|\d{3}-\d{4}(?!\d)|十分(?!の)|万一|万[がに]一|一(?:部|方|般|時|时|定|度|気|气|番|貫|贯|環|环|切|言|斉|齐|帯|带|致|時的|体|層|层|緒|绪|連|连|目|人ひとり|人一人|人暮)/y
/** The number belongs to what is named before it. */
export const JAPANESE_NAME_BEFORE =
  /(?:国道|県道|県道|ボーイング|エアバス|コロナ|ウィンドウズ|アイフォーン|アイフォン|〒|令和|平成|昭和|大正|西暦|西历|番号|電話|电话|ギャラクシー|新幹線|のぞみ|ひかり|ナンバー)$/
