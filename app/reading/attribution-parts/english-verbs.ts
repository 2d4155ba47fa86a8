/** The words English attributes with, and the nouns that decide whether they do. */

function forms(words: string): string[] {
  return words.split(' ')
}

/** Verbs of saying that take a clause or a quotation wherever they stand. */
const FREE = forms(
  'said says told tells added argued argues warned warns insisted insists stressed stresses acknowledged acknowledges admitted admits conceded concedes testified testifies tweeted tweets wrote writes explained explains replied replies recalled recalls remarked remarks quipped joked commented asserted asserts contended contends alleged alleges declared declares cautioned cautions emphasised emphasizes emphasized emphasises reiterated reiterates vowed vows pledged pledges complained complains lamented responded countered noted claimed predicted predicts stated maintained boasted opined mused retorted explained conjectured surmised reckons reckoned swore exclaimed whispered shouted muttered cried yelled mumbled',
)
/** Nouns, adjectives or verbs of doing as well: they need a name before them and a clause behind, or "that", or a quotation. */
const LOOSE = forms(
  'notes claims states reports posted estimated estimates confirmed confirms reported denied denies announced announces adds described describes revealed reveals disclosed suggested suggests indicated indicates hinted forecast believes believed promised urged observed asked concluded proposed explains',
)
/** Behind a plural only: "police say", "experts warn". */
const PLURAL = forms(
  'say argue warn insist believe claim estimate predict caution stress admit contend fear expect reckon allege vow deny predict',
)
/** What a document does. */
const DOCUMENT = forms(
  'found finds show shows showed shown suggest suggests suggested indicate indicates indicated reads',
)

export const VERB = new RegExp(
  `(?<![\\p{L}-])(?:${[...new Set([...FREE, ...LOOSE, ...PLURAL, ...DOCUMENT])].join('|')})(?![\\p{L}-])`,
  'gu',
)
const LOOSE_SET = new Set(LOOSE)
const PLURAL_SET = new Set(PLURAL)
const DOCUMENT_SET = new Set(DOCUMENT)

type VerbClass = 'free' | 'loose' | 'plural' | 'document'

export function classOf(verb: string): VerbClass {
  if (DOCUMENT_SET.has(verb) && !LOOSE_SET.has(verb)) return 'document'
  if (PLURAL_SET.has(verb)) return 'plural'
  return LOOSE_SET.has(verb) ? 'loose' : 'free'
}

const DOCUMENTS =
  /(?:^|[^\p{L}])(?:report|study|survey|poll|data|figures|documents?|records?|research|analysis|investigation|audit|review|papers?|filings?|statement|memo|letter|emails|statistics|estimates|results|census|reports|studies|surveys|polls|findings|minutes|transcript|accounts)(?: (?:from|by|of|in|on|for) [^,.;]{2,60})?$/iu
const PLURAL_SUBJECT =
  /(?:^(?:police|people|they|we|critics|some|many|most|others|officials?)|[^s]s|people|police|women|men|media|staff)$/iu

/** Whether the subject can be one of that verb's. */
export function goesWith(verb: VerbClass, subject: string | null): boolean {
  if (verb === 'document') return subject !== null && DOCUMENTS.test(subject)
  if (verb !== 'plural') return true
  const words = (subject ?? '').split(' ')
  return subject !== null && (PLURAL_SUBJECT.test(words[0] ?? '') || PLURAL_SUBJECT.test(subject))
}

const INSTITUTION =
  /(?:^|[^\p{L}])(?:ministry|department|company|government|agency|authority|authorities|firm|bank|group|office|bureau|council|commission|committee|court|police|army|military|navy|officials?|spokes(?:man|woman|person)|minister|president|chancellor|mayor|governor|union|party|airline|hospital|university|institute|association|federation|board|regulator|watchdog|prosecutors?|manufacturer|carmaker|chipmaker|retailer|operator|team|club)(?: (?:of|for) [\p{L} ]+)?$/iu

/** Whether those who are named by what they are can announce, confirm or deny: "the ministry of health". */
export function isInstitution(subject: string | null): boolean {
  return subject !== null && INSTITUTION.test(subject)
}

/** What is cited as a reason is no source: "citing security concerns". */
export const REASON =
  /(?:^|[^\p{L}])(?:concerns?|reasons?|fears?|risks?|lack|need|needs|costs?|pressures?|weather|demand|uncertainty|rules?|laws?|threats?|shortages?|worries|tensions?|competition|inflation|conflicts?|grounds|problems?|difficulties|delays?|issues?|violations?|differences|disagreements?|health|safety|security|privilege|precedent|examples?|conditions?|circumstances|commitments?|failures?|growth|rise|decline|increase|drop|slowdown|war|pandemic|evidence|irregularities|abuses?|confidentiality|privacy)(?: (?:of|in|about|over|with|for|from|to|that)(?![\p{L}])[^,.;]*)?$/iu

/** Unnamed, but somebody else's report all the same. */
export const MEDIA =
  /(?:^|[^\p{L}])(?:media|press|newspapers?|broadcasters?|tabloids?|outlets?|news agency|news agencies|wire services?)$/iu
/** Names that speak for themselves, not for others, when they report. */
const NO_OUTLET =
  /(?:^|[^\p{L}])(?:Ministry|Department|Office|Bank|Bureau|Company|Inc|Corp|Group|Ltd|University|Institute|Police|Commission|Council|Committee|Government|Court|Hospital|Army|Navy|Agency for|Board|Authority|Association|Union|Party)(?:$|[^\p{L}])/u
const PLURAL_NOUN = /^\p{Lu}\p{Ll}+s$/u
const OUTLET_IN_S = /^(?:Reuters|Times|News|Politics|Forbes|Axios|Sports|Techs|Barrons)$/

/** Whether a name that "reported" passes on others' news. */
export function isOutlet(name: string): boolean {
  if (NO_OUTLET.test(name)) return false
  return !PLURAL_NOUN.test(name) || OUTLET_IN_S.test(name)
}
