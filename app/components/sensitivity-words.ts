/** Says in a colleague's words how guarded an article is, and what that means for what the desk does outside. */
import { SENSITIVITIES, type Sensitivity } from '#domain/sensitivity.ts'

export const SENSITIVITY_WORDS: Record<Sensitivity, { word: string; means: string }> = {
  open: {
    word: 'Open',
    means: 'Anybody may learn of it: searches, AI services and archives are asked.',
  },
  discreet: {
    word: 'Discreet',
    means: 'Only the sources themselves are asked, and services of the house.',
  },
  covert: {
    word: 'Covert',
    means: 'Nobody outside is asked; documents are brought by people.',
  },
}

export const SENSITIVITY_OPTIONS = SENSITIVITIES.map((value) => {
  const { word, means } = SENSITIVITY_WORDS[value]
  return { value, label: `${word}. ${means}` }
})
