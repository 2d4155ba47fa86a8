/** Knows the months by name in the languages of the larger European press. */

/**
 * Beginnings of month names, one line a month, January first: enough to tell them apart, and forgiving of
 * abbreviations and cases. A name is looked up by the longest beginning that fits.
 */
const BEGINNINGS = [
  'jan jän ene gen sty led led oca янв січ ян ιαν tammi ian led',
  'feb fév fev lut úno uno şub subat фев лют φεβ helmi',
  'mar mär mrz maa břez brez мар бер μαρ maalis márc',
  'apr avr abr kwi dub nis апр кві απρ huhti ápr',
  'may mai mag mei maj kvě kve май мая тра μαϊ μαΐ toukokuu máj mayıs',
  'jun juin giu cze červn červen haz июн чер ιουν kesä jún iun ιούν',
  'jul juil lug lip červenec července tem июл лип ιουλ heinä júl iul ιούλ',
  'aug aoû aou ago sie srp ağu agu авг сер αυγ elo',
  'sep set wrz zář zar eyl сен сеп вер σεπ syys szep sept',
  'oct okt oto ott out paź paz říj rij eki окт жов οκτ loka',
  'nov lis kas ное ноя νοε νοέ marras noi noiem лис',
  'dec dez déc dic gru pro ara дек гру δεκ joulu',
]

const BY_BEGINNING = new Map(
  BEGINNINGS.flatMap((line, at) => line.split(' ').map((one): [string, number] => [one, at + 1])),
)
const LONGEST = Math.max(...[...BY_BEGINNING.keys()].map((one) => one.length))
const SHORTEST = 2

/** 1 to 12, or 0 for a word that is no month's name. */
export function monthByName(word: string): number {
  const lower = word.toLowerCase()
  for (let chars = Math.min(LONGEST, lower.length); chars >= SHORTEST; chars -= 1) {
    const month = BY_BEGINNING.get(lower.slice(0, chars))
    if (month !== undefined) return month
  }
  return 0
}
