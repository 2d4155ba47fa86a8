/** Requests to people: who is asked what, by which channel, until when, and how it can end. */
import { z } from 'zod'
import type { Ending } from './attempt.ts'
import { ASK_STEP, type Chain } from './step.ts'
import { instantOf, isTimeZone } from './zoned-time.ts'

export const CHANNELS = ['call', 'email', 'letter', 'message', 'in_person'] as const
export type Channel = (typeof CHANNELS)[number]

export const ASK_OUTCOMES = ['answered', 'declined', 'no_answer', 'not_reached'] as const
export type AskOutcome = (typeof ASK_OUTCOMES)[number]

/** Written into attempts as the version of the step. */
export const ASK_VERSION = 'ask-1'

/** What the attempt of a request records besides whom and what. Times are ISO 8601 in UTC. */
export type AskDetail = {
  channel: Channel
  /** in a few words, as print says it: "how the figure is counted" */
  about: string
  deadline: string
  /** IANA name of the zone in which the deadline was set */
  timeZone: string
  outcome?: AskOutcome
  outcomeAt?: string
}

const ENDS: Record<AskOutcome, Ending> = {
  answered: 'done',
  declined: 'nothing',
  no_answer: 'failed',
  not_reached: 'failed',
}

/** Silence and a person who cannot be reached leave open what they would have said; who declines has been asked. */
export function endingOfAsk(outcome: AskOutcome): Ending {
  return ENDS[outcome]
}

/** The record's own shape of a request's detail, or null for anything else. */
export function readAskDetail(stored: unknown): AskDetail | null {
  const parsed = storedDetail.safeParse(stored)
  return parsed.success ? (parsed.data as AskDetail) : null
}

const storedDetail = z.object({
  channel: z.enum(CHANNELS),
  about: z.string(),
  deadline: z.string(),
  timeZone: z.string(),
  outcome: z.enum(ASK_OUTCOMES).optional(),
  outcomeAt: z.string().optional(),
})

/** A stored window is a 32-bit number of milliseconds: a deadline further away is told by its own date alone. */
const MAX_WINDOW_MS = 2 ** 31 - 1

/** The chain of a request: one step, whose window closes at the deadline. */
export function askChain(sentAt: Date, deadline: Date): Chain {
  const windowMs = Math.min(MAX_WINDOW_MS, Math.max(0, deadline.getTime() - sentAt.getTime()))
  return { steps: [{ step: ASK_STEP, windowMs }], windowMs, stopAtFirst: true }
}

/** Whether the deadline has passed without an outcome on record. */
export function isOverdue(detail: AskDetail, now: Date): boolean {
  return detail.outcome === undefined && new Date(detail.deadline) < now
}

const localTime = z
  .string('Give a day and a time.')
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'Give a day and a time.')
  .refine((local) => !Number.isNaN(Date.parse(`${local}Z`)), 'This day or time does not exist.')
const zone = z.string().refine(isTimeZone, 'This time zone is not known.').default('UTC')

/** A request as a person writes it down. `sentAt` and `deadline` are times on the clock of `timeZone`. */
export const askInput = z
  .object({
    askedOf: z.string().trim().min(1, 'Name the person or the office.').max(300),
    channel: z.enum(CHANNELS, 'Choose how they were asked.'),
    about: z
      .string()
      .trim()
      .min(1, 'Say in a few words what was asked.')
      .max(300)
      .transform((about) => about.replace(/[.。]$/, '')),
    words: z.string().trim().max(10_000).default(''),
    sentAt: localTime,
    deadline: localTime,
    timeZone: zone,
  })
  .transform((input) => ({
    ...input,
    sentAt: instantOf(input.sentAt, input.timeZone),
    deadline: instantOf(input.deadline, input.timeZone),
  }))
  .superRefine(({ sentAt, deadline }, context) => {
    if (deadline <= sentAt)
      context.addIssue({ code: 'custom', message: 'The deadline is before the request.', path: ['deadline'] })
  })

/** How a request ended. Without a time, it is when it is written down. `answer` stays in the house. */
export const answerInput = z.object({
  outcome: z.enum(ASK_OUTCOMES, 'Choose how it ended.'),
  at: z.union([z.literal(''), localTime]).default(''),
  timeZone: zone,
  answer: z.string().trim().max(20_000).default(''),
})
