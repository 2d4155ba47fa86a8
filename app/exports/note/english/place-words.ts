/** Says in English of which searches something is told, and who was asked with what. */
import type { Channel } from '#domain/ask.ts'
import { numberedWords } from '../../list-words.ts'
import type { Why } from '../note-fact.ts'
import type { Place } from '../place.ts'

/** With a space in front, or nothing where there is one search only. `all` is the word before the number of all searches. */
export function placeWords(place: Place, all = 'all'): string {
  if (place === null) return ''
  if ('all' in place) return ` in ${all} ${place.all} searches`
  if ('some' in place) return ` in ${place.some} of ${place.of} searches`
  return ` for ${numberedWords('claim', place.claims)}`
}

const WHY: Record<Why, string> = {
  open: 'had not been reached when this was exported',
  cancelled: 'was not reached because the run was cancelled',
  ended: 'was not reached before the run ended',
}

/** Why a step was not reached, as the end of a sentence. */
export const whyWords = (why: Why) => WHY[why]

const CHANNEL: Record<Channel, string> = {
  call: 'by telephone',
  email: 'by e-mail',
  letter: 'by letter',
  message: 'by message',
  in_person: 'in person',
}

export const channelWords = (channel: Channel) => CHANNEL[channel]
