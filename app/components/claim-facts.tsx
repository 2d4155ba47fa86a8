/** What a claim says: who is said to have said it, its figures, its words in the draft, and where they were said. */
import { FactList } from './fact-list.tsx'
import { figureWords, type ToldFigure } from './figure-words.ts'
import { type ShownUtterance, utteranceWords } from './utterance.tsx'

export type ClaimWithFacts = {
  claimant: string | null
  claimantRole: string | null
  passage: string | null
  text: string
  utterance: ShownUtterance | null
  figures: (ToldFigure & { id: string; text: string; byHand: boolean })[]
  loggedBy: { name: string }
}

/** `lang` is the article's language. */
export function ClaimFacts({ claim, lang }: { claim: ClaimWithFacts; lang: string }) {
  return (
    <FactList
      facts={[
        {
          label: 'Claimant',
          value: claim.claimant
            ? `${claim.claimant}${claim.claimantRole ? `, ${claim.claimantRole}` : ''}`
            : 'Nobody named: the article says it itself',
        },
        { label: 'Said', value: claim.utterance ? utteranceWords(claim.utterance) : null },
        { label: 'Figures', value: claim.figures.length > 0 ? <Figures claim={claim} /> : null },
        {
          label: 'In the draft',
          value:
            claim.passage && claim.passage !== claim.text ? (
              <q lang={lang} className="font-serif">
                {claim.passage}
              </q>
            ) : null,
        },
        { label: 'Logged by', value: claim.loggedBy.name },
      ]}
    />
  )
}

function Figures({ claim }: { claim: ClaimWithFacts }) {
  return (
    <ul className="grid gap-1">
      {claim.figures.map((figure) => (
        <li key={figure.id}>
          <span className="font-serif">{figure.text}</span>{' '}
          <span className="text-sm text-soft">
            = {figureWords(figure)}
            {figure.byHand ? ' (typed by hand)' : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}
