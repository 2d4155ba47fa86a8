/** Proposes what to ask search engines for a claim: in the languages, scripts and notations that its pages likely use. */
import { figureIn, otherNotations, type WrittenFigure } from './query-figures.ts'
import { languageName, likelyLanguages } from './query-languages.ts'
import { isHan, otherScript, speakerNamedIn } from './query-names.ts'
import { exactPhrase, fitted, quotedWords } from './query-words.ts'

/** What is on record about a claim. Language tags are BCP-47. */
export type ClaimToSearch = {
  text: string
  claimant: string | null
  claimantRole: string | null
  figures: WrittenFigure[]
  utterance: { speaker: string; event: string | null; language: string | null } | null
  article: { language: string; draft: string }
  citations: {
    quote: string | null
    prefix: string | null
    suffix: string | null
    translation: string | null
    source: { address: string; kind: string; language: string | null }
  }[]
}

/** One query, in which language it is (null where it is in none), and in words why it is proposed. */
export type QueryProposal = { query: string; language: string | null; reason: string }

const MAX_PROPOSALS = 12
/** Sources whose own site is worth a search of its own: what they say there is nearest to the origin. */
const OWN_SITE = ['official', 'primary', 'dataset']

/**
 * Best first, at most 12, none twice, each within what engines take. Names in another script and words in another
 * language come from the record (quotations, the utterance, "刘烈宏 (Liu Liehong)" in the draft), never from a transcription.
 */
export function proposeQueries(claim: ClaimToSearch): QueryProposal[] {
  const languages = likelyLanguages({
    claimText: claim.text,
    articleLanguage: claim.article.language,
    sourceLanguages: [
      ...claim.citations.map(({ source }) => source.language),
      claim.utterance?.language ?? null,
    ],
    words: [claim.text, claim.claimantRole ?? '', claim.utterance?.event ?? ''],
    hasHanName: isHan(nameIn(claim, 'zh')?.text ?? ''),
  })
  const own = languages[0]!.language
  const said = quotedWords(claim.text).map((words) => ({ query: exactPhrase(words), language: own }))
  // A figure without a name finds anything, so it comes late.
  const about = languages.flatMap(({ language, why }) => nameAndFigures(claim, language, why))
  const proposals: QueryProposal[] = [
    { query: claim.text, language: own, reason: 'The claim in its own words.' },
    ...said.map((one) => ({ ...one, reason: 'The words that the claim quotes, exactly.' })),
    ...about.filter(({ named }) => named),
    ...citedWords(claim),
    ...ownSites(claim, own),
    ...about.filter(({ named }) => !named),
    ...notations(
      claim,
      languages.map(({ language }) => language),
    ),
  ]
  const kept = new Map<string, QueryProposal>()
  for (const proposal of proposals) {
    const query = fitted(proposal.query)
    const folded = query.toLowerCase()
    const { language, reason } = proposal
    if (query && !kept.has(folded)) kept.set(folded, { query, language, reason })
  }
  return [...kept.values()].slice(0, MAX_PROPOSALS)
}

/** Who is said to have said it, with the figures as a page in that language prints them. */
function nameAndFigures(
  claim: ClaimToSearch,
  language: string,
  why: string,
): (QueryProposal & { named: boolean })[] {
  const figures = claim.figures.flatMap((figure) => figureIn(figure, language) ?? [])
  const name = nameIn(claim, language)
  const query = [name?.text, ...figures.map(({ text }) => text)].filter(Boolean).join(' ')
  if (!query || (figures.length === 0 && !name?.foreign)) return []
  const parts = [name?.words, figures[0]?.name].filter(Boolean).join(', ')
  const reason = `${capital(parts)} (${languageName(language)}: ${why}).`
  return [{ query, language, reason, named: name !== null }]
}

type Name = { text: string; words: string; foreign: boolean }

/** The claimant as pages in a language write them, where that is on record. */
function nameIn(claim: ClaimToSearch, language: string): Name | null {
  const { claimant, utterance, citations } = claim
  const name = claimant ?? utterance?.speaker ?? null
  const wantsHan = language === 'zh'
  const as = (text: string, words: string): Name => ({ text, words, foreign: text !== name })
  if (name && isHan(name) === wantsHan) return as(name, 'who is said to have said it')
  if (utterance && isHan(utterance.speaker) === wantsHan)
    return as(utterance.speaker, 'the speaker as recorded with the utterance')
  const passages = citations.map(({ prefix, quote, suffix }) =>
    [prefix, quote, suffix].filter(Boolean).join(''),
  )
  const texts = [claim.text, ...passages, ...citations.map(({ translation }) => translation ?? '')]
  const paired = name ? otherScript(name, [...texts, claim.article.draft]) : null
  if (paired)
    return as(paired, `the name in ${wantsHan ? 'Chinese' : 'Latin'} script, as the record gives it`)
  const speakers = passages.flatMap((passage) => speakerNamedIn(passage) ?? [])
  const named = speakers.find((speaker) => isHan(speaker) === wantsHan)
  if (named) return as(named, 'the speaker as the cited words name them')
  return name ? as(name, 'the name as written here') : null
}

/** The exact words of each cited quotation, and of its translation. */
function citedWords(claim: ClaimToSearch): QueryProposal[] {
  const figures = claim.figures.map((figure) => figureIn(figure, 'zh')?.text ?? figure.text)
  const texts = [...figures, ...claim.figures.map(({ text }) => text)]
  return claim.citations.flatMap(({ quote, source }) =>
    quote
      ? [
          {
            query: exactPhrase(quote, texts),
            language: source.language?.split('-')[0] ?? null,
            reason: 'The cited words, exactly: finds who else printed them.',
          },
        ]
      : [],
  )
}

/** On the site of each official or primary source, in that source's language. */
function ownSites(claim: ClaimToSearch, own: string): QueryProposal[] {
  const sites = new Map<string, { kind: string; language: string }>()
  for (const { source } of claim.citations) {
    if (!OWN_SITE.includes(source.kind) || !URL.canParse(source.address)) continue
    const host = new URL(source.address).hostname.replace(/^www\./, '')
    if (!sites.has(host))
      sites.set(host, { kind: source.kind, language: source.language?.split('-')[0] ?? own })
  }
  return [...sites].map(([host, { kind, language }]) => {
    const figures = claim.figures.map((figure) => figureIn(figure, language)?.text ?? figure.text)
    const about = [nameIn(claim, language)?.text, ...figures].filter(Boolean).join(' ')
    return {
      query: `site:${host} ${about || claim.text}`,
      language,
      reason: `On ${host} alone, cited as ${kind === 'dataset' ? 'a dataset' : `${kind === 'official' ? 'an' : 'a'} ${kind} source`}.`,
    }
  })
}

function notations(claim: ClaimToSearch, languages: string[]): QueryProposal[] {
  const name = claim.claimant ?? claim.utterance?.speaker ?? ''
  return claim.figures.flatMap((figure) =>
    otherNotations(figure, languages).map(({ text, name: notation }) => {
      const words = isHan(text) ? (nameIn(claim, 'zh')?.text ?? name) : name
      return {
        query: `${words} ${text}`,
        language: isHan(text) ? 'zh' : null,
        reason: `${capital(notation)}.`,
      }
    }),
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
