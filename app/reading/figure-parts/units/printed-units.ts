/** How units are printed after a number, by language; a unit without a name here prints as its canonical name. */
export const PRINT_LANGUAGES = ['en', 'zh', 'ja', 'ko', 'de', 'fr', 'es'] as const
export type PrintLanguage = (typeof PRINT_LANGUAGES)[number]

/** In the order of `PRINT_LANGUAGES`; a leading space where the language puts one. */
const ROWS: Record<string, string[]> = {
  percent: ['%', '%', '%', '%', ' %', ' %', ' %'],
  permille: ['‰', '‰', '‰', '‰', ' ‰', ' ‰', ' ‰'],
  percentage_point: [
    ' percentage points',
    '个百分点',
    'ポイント',
    '%p',
    ' Prozentpunkte',
    ' points de pourcentage',
    ' puntos porcentuales',
  ],
  basis_points: [
    ' basis points',
    '个基点',
    '基点',
    'bp',
    ' Basispunkte',
    ' points de base',
    ' puntos básicos',
  ],
  times: [' times', '倍', '倍', '배', ' mal', ' fois', ' veces'],
  years: [' years', '年', '年', '년', ' Jahre', ' ans', ' años'],
  months: [' months', '个月', 'か月', '개월', ' Monate', ' mois', ' meses'],
  weeks: [' weeks', '周', '周', '주간', ' Wochen', ' semaines', ' semanas'],
  days: [' days', '天', '天', '일간', ' Tage', ' jours', ' días'],
  hours: [' hours', '小时', '時間', '시간', ' Stunden', ' heures', ' horas'],
  minutes: [' minutes', '分钟', '分钟', '분간', ' Minuten', ' minutes', ' minutos'],
  seconds: [' seconds', '秒', '秒', '초', ' Sekunden', ' secondes', ' segundos'],
  people: [' people', '人', '人', '명', ' Menschen', ' personnes', ' personas'],
  CNY: [' yuan', '元', '人民元', '위안', ' Yuan', ' yuans', ' yuanes'],
  USD: [' US dollars', '美元', 'ドル', '달러', ' Dollar', ' dollars', ' dólares'],
  EUR: [' euros', '欧元', 'ユーロ', '유로', ' Euro', ' euros', ' euros'],
  GBP: [' pounds sterling', '英镑', 'ポンド', '파운드', ' Pfund', ' livres sterling', ' libras'],
  JPY: [' yen', '日元', '円', '엔', ' Yen', ' yens', ' yenes'],
  HKD: [' Hong Kong dollars', '港元'],
}

/** With the space before it, where one belongs there. */
export function printedUnit(unit: string, language: PrintLanguage): string {
  return ROWS[unit]?.[PRINT_LANGUAGES.indexOf(language)] ?? ` ${unit.replaceAll('_', ' ')}`
}
