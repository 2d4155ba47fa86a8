/** The words of Korean around a number: units, counters, bounds, rates, and what makes its digits no figure. */
import type { Bound, FigureKind } from '#reading/figure.ts'

export type KoreanUnit = { word: string; unit: string; kind: FigureKind }

const UNITS: [string, string, FigureKind][] = [
  ['%p|%포인트|% 포인트|퍼센트포인트|퍼센트 포인트|%point', 'percentage_point', 'percentage_point'],
  ['%|퍼센트|프로', 'percent', 'percent'],
  ['bp|베이시스포인트|bp(베이시스포인트)', 'basis_points', 'percentage_point'],
  ['배', 'times', 'multiple'],
  ['원', 'KRW', 'money'],
  ['달러|미국 달러|미달러', 'USD', 'money'],
  ['유로', 'EUR', 'money'],
  ['엔', 'JPY', 'money'],
  ['위안', 'CNY', 'money'],
  ['파운드', 'GBP', 'money'],
  ['스위스프랑|스위스 프랑', 'CHF', 'money'],
  ['루블', 'RUB', 'money'],
  ['루피', 'INR', 'money'],
  ['홍콩달러|홍콩 달러', 'HKD', 'money'],
  ['대만달러|대만 달러', 'TWD', 'money'],
  ['호주달러|호주 달러', 'AUD', 'money'],
  ['캐나다달러|캐나다 달러', 'CAD', 'money'],
  ['리라', 'TRY', 'money'],
  ['헤알', 'BRL', 'money'],
  ['개월|달', 'months', 'duration'],
  ['년간|년|세|살|주년|해', 'years', 'duration'],
  ['주간|주', 'weeks', 'duration'],
  ['일간|일', 'days', 'duration'],
  ['시간', 'hours', 'duration'],
  ['분간|분', 'minutes', 'duration'],
  ['초간|초', 'seconds', 'duration'],
  ['분기', 'quarters', 'duration'],
  ['세기', 'centuries', 'duration'],
  ['명|인|사람', 'people', 'number'],
  ['가구|세대', 'households', 'number'],
  ['개 기업|개사|개 회사', 'companies', 'number'],
  ['토큰', 'tokens', 'number'],
  ['킬로미터|km|㎞', 'kilometres', 'number'],
  ['미터|m', 'metres', 'number'],
  ['센티미터|cm|㎝', 'centimetres', 'number'],
  ['밀리미터|mm|㎜', 'millimetres', 'number'],
  ['나노미터|나노|nm|㎚', 'nanometres', 'number'],
  ['톤|t', 'tonnes', 'number'],
  ['킬로그램|kg|㎏', 'kilograms', 'number'],
  ['그램|g', 'grams', 'number'],
  ['밀리그램|mg|㎎', 'milligrams', 'number'],
  ['마이크로그램|㎍', 'micrograms', 'number'],
  ['리터|ℓ', 'litres', 'number'],
  ['밀리리터|ml|㎖', 'millilitres', 'number'],
  ['배럴', 'barrels', 'number'],
  ['헥타르|ha|㏊', 'hectares', 'number'],
  ['제곱미터|㎡|m²', 'square_metres', 'number'],
  ['제곱킬로미터|㎢|km²', 'square_kilometres', 'number'],
  ['세제곱미터|㎥|m³', 'cubic_metres', 'number'],
  ['°c|℃|도c', 'celsius', 'number'],
  ['도', 'degrees', 'number'],
  ['와트|w', 'watts', 'number'],
  ['킬로와트|kw|㎾', 'kilowatts', 'number'],
  ['메가와트|mw|㎿', 'megawatts', 'number'],
  ['기가와트|gw', 'gigawatts', 'number'],
  ['킬로와트시|kwh|㎾h', 'kilowatt_hours', 'number'],
  ['메가와트시|mwh|㎿h', 'megawatt_hours', 'number'],
  ['기가와트시|gwh', 'gigawatt_hours', 'number'],
  ['테라와트시|twh', 'terawatt_hours', 'number'],
  ['메가바이트|mb', 'megabytes', 'number'],
  ['기가바이트|gb', 'gigabytes', 'number'],
  ['테라바이트|tb', 'terabytes', 'number'],
  ['헤르츠|hz', 'hertz', 'number'],
  ['메가헤르츠|mhz', 'megahertz', 'number'],
  ['기가헤르츠|ghz', 'gigahertz', 'number'],
]

/** By first sign, longest first. */
export const KOREAN_UNITS = new Map<string, KoreanUnit[]>()
for (const [words, unit, kind] of UNITS)
  for (const word of words.split('|')) {
    const row = [...(KOREAN_UNITS.get(word[0] ?? '') ?? []), { word, unit, kind }]
    KOREAN_UNITS.set(
      word[0] ?? '',
      row.sort((a, b) => b.word.length - a.word.length),
    )
  }

/** Units that begin another word before these signs: 명령, 인치, 분야, 세력, 배경. */
export const NOT_KOREAN_UNIT = new Map<string, RegExp>([
  ['명', /[령단분색]/],
  ['인', /[치승용터수간분]/],
  ['분', /[야의류량석포]/],
  ['세', /[력금계트대기]/],
  ['배', /[경터우럴]/],
  ['도', /[로시민는]/],
  ['주', /[요식민년당]/],
  ['일', /[본부반]/],
  ['원', /[유내]/],
  ['초', /[등중고선]/],
  ['달', /[러]/],
  ['해', /[외당]/],
  ['엔', /[진]/],
  ['톤', /[수]/],
  ['년', /[대도생차]/],
])

/** Counted things without a unit's name; they show that a number in words counts. */
export const KOREAN_COUNTER =
  / ?(?:개국|개교|개소|개|대(?! ?\d)|건|곳|마리|차례|번(?!째)|가지|권|채|척|그루|군데|팀|나라|종|켤레|잔|병|장|편|쌍|표|석|골|점|기|정|동|호|문항|과목|주|홀|경기|벌|자루|송이|포기|줄|쪽|통|발|위안|단지|필지|평|여 )/y

export const KOREAN_BEFORE: [RegExp, Bound][] = [
  [/(?:최소|적어도|최저|최소한|못해도) ?$/, 'gte'],
  [/(?:최대|최고|최장|많아야|많게는) ?$/, 'lte'],
  [/(?:약|거의|대략|대체로|어림잡아|줄잡아|추정|(?:^| )근) ?$/, 'approx'],
  [/> ?$/, 'gt'],
  [/< ?$/, 'lt'],
  [/≥ ?$/, 'gte'],
  [/≤ ?$/, 'lte'],
  [/[~≈] ?$/, 'approx'],
]
export const KOREAN_AFTER: [RegExp, Bound][] = [
  [/^ ?이상/, 'gte'],
  [/^ ?(?:이하|이내)/, 'lte'],
  [
    /^(?: ?초과| ?남짓|[을를이가도은는]? ?(?:넘|웃도|웃돌|돌파|초과|상회|뛰어넘)|[을를]? ?훌쩍 넘|선을 (?:넘|돌파))/,
    'gt',
  ],
  [/^(?: ?미만|[을를에이가도]? ?(?:밑도|밑돌|못 미치|미치지 못|미달|하회|안 되|채 안|채 되지))/, 'lt'],
  [
    /^(?: ?(?:가량|정도|안팎|내외|쯤|전후|가까이|가까운|꼴)|에 (?:가까|육박|달할 것)|[을를]? ?육박)/,
    'approx',
  ],
]
export const KOREAN_RATES: [RegExp, string][] = [
  [/(?:하루(?! ?(?:만|동안|전|앞|뒤|새))|일평균|일일|매일|날마다|1일(?: 평균)?)(?: 평균)?[^.,]*$/, 'per_day'],
  [/(?:주당|매주|주간 평균|일주일에)[^.,]*$/, 'per_week'],
  [
    /(?:월평균|매월|매달|한 달(?! ?(?:만|전|새|뒤|앞|동안))|월간|(?:^|[ (])월 ?$|월 (?:평균|최대|약) ?$)[^.,]*$/,
    'per_month',
  ],
  [/(?:연간|연평균|매년|해마다|(?:^|[ (])연 ?$|연 (?:평균|최대|약|매출) ?$)[^.,]*$/, 'per_year'],
  [/(?:1인당|인당|한 명당|1명당)[^.,]*$/, 'per_person'],
  [/(?:1주당|주당 (?:배당|순이익))[^.,]*$/, 'per_share'],
  [/(?:시간당|시속|매시간|시급)[^.,]*$/, 'per_hour'],
  [/(?:분당|분속|매분)[^.,]*$/, 'per_minute'],
  [/(?:초당|초속|매초)[^.,]*$/, 'per_second'],
  [/톤당[^.,]*$/, 'per_tonne'],
  [/배럴당[^.,]*$/, 'per_barrel'],
  [/(?:리터|ℓ)당[^.,]*$/, 'per_litre'],
  [/(?:킬로그램|kg|㎏)당[^.,]*$/, 'per_kilogram'],
]

/** Tried at the number's first digit: dates, times, sections, sessions, scores, telephone numbers. */
export const NOT_KOREAN_FIGURE =
  /(?:1[5-9]|20)\d{2}년(?!간)(?:\s?\d{1,2}월)?(?:\s?\d{1,2}일)?|(?:1[5-9]|20)\d{2}(?=[~∼–-](?:1[5-9]|20)\d{2}년)|\d{2}년 ?\d{1,2}월(?: ?\d{1,2}일)?|\d{1,2}월(?!간)(?: ?\d{1,2}일)?|\d{1,2}일(?! ?(?:간|동안|연속|만에|째|이내|안에|이상|뒤|후|정도|가량))|\d{1,2}시(?!간)(?: ?(?:\d{1,2}분|반))?|[1-4]분기|[12]반기|\d{2,4}(?:년대|연대|학년도|년도)|\d{2}대(?=[ 가-힣])(?! ?\d)(?= ?(?:남|여|청|중|초|후|미혼|직장|취업))|\d{1,3} ?대 ?\d{1,3}(?!\d)|\d{1,2}세기|\d{1,2}학년|\d{1,4}호선?|\d{1,3}번 ?(?:국도|버스|출구|홀|타자|선발|고속)|\d{1,3}차(?![례원량선])|\d{1,4}(?:번지|동(?= ?\d)|단계|교시|급(?!여))|0\d+(?:-\d+)*/y
/** The number belongs to what is named before it. */
export const KOREAN_NAME_BEFORE =
  /(?:보잉|에어버스|코로나|아이폰|갤럭시|윈도|국도|전화|우편번호|번호|포뮬러|플레이스테이션|채널|챗gpt) ?-?$/
/** 세종대로 110: a house number, where no unit follows. */
export const KOREAN_STREET_BEFORE = /[가-힣](?:대로|(?<!으)로|길) $/
