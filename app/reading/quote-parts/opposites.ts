/** Words that say the contrary of one another: put in each other's place they turn a statement round. */

/** One row for each scale; words of one column say the same, words of different columns exclude one another. */
const ROWS = [
  'north northern northward northwards | south southern southward southwards | east eastern eastward eastwards | west western westward westwards',
  'left | right',
  'young younger youngest | old older oldest',
  'big bigger biggest large larger largest great greater | small smaller smallest little',
  'many much most | few fewer little',
  'strong stronger strengthen strengthened | weak weaker weaken weakened',
  'best better good improve improved improves | worst worse bad worsen worsened worsens',
  'true truth | false lie lies',
  'early earlier | late later',
  'first | last final',
  'open opens opened opening | close closes closed closing shut',
  'start starts started begin begins began begun | end ends ended stop stops stopped finish finished',
  'buy buys bought buying | sell sells sold selling',
  'import imports imported importing importer | export exports exported exporting exporter',
  'enter enters entered join joins joined | leave leaves left quit quits',
  'accept accepts accepted allow allows allowed permit permits permitted | refuse refuses refused ban bans banned forbid forbids forbidden reject rejects rejected',
  'confirm confirms confirmed admit admits admitted | deny denies denied',
  'alive living | dead',
  'safe | dangerous unsafe',
  'public | private',
  'domestic | foreign',
  'supply supplies | demand demands',
  'profit profits | loss losses',
  'creditor creditors lender lenders | debtor debtors borrower borrowers',
  'hot hotter warm warmer | cold colder cool cooler',
  'rich richer | poor poorer',
  'fast faster quick quicker quickly | slow slower slowly',
  'long longer | short shorter',
  'male men man boys boy | female women woman girls girl',
  'day days | night nights',
  'morning | afternoon | evening',
  'spring | summer | autumn fall | winter',
].map((row) => row.split(' | ').map((column) => new Set(column.split(' '))))
const REVERSING = /^(?:un|in|im|ir|il|non-?|dis|mis|anti-?)$/

/** Also words that a prefix or a suffix turns round: possible and impossible, useful and useless. */
export function areOpposite(one: string, other: string): boolean {
  const [first, second] = [one.toLowerCase(), other.toLowerCase()]
  if (first === second) return false
  for (const columns of ROWS) {
    const mine = columns.findIndex((column) => column.has(first))
    if (mine >= 0 && columns.some((column, index) => index !== mine && column.has(second))) return true
  }
  const [short, long] = first.length < second.length ? [first, second] : [second, first]
  if (long.endsWith(short) && REVERSING.test(long.slice(0, long.length - short.length))) return true
  const stem = (word: string) => word.replace(/(?:less|ful)$/, '')
  return stem(short) !== short && stem(short) === stem(long)
}
