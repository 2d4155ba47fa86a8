/** The peer for figures: Microsoft's recognisers, brought to the same shape as ours as far as they know the same things. */
import type { CorpusCase, CorpusFigure } from './corpus.ts'
import { sameValue } from './corpus.ts'

/** `end` is exclusive, as ours is; `unit` is an ISO 4217 code, 'percent', or null. */
export type PeerFigure = { start: number; end: number; value: string; unit: string | null }
/** `readNumbers` is the least the peer can be asked for; `readAll` is what it takes to learn the units too. */
export type Peer = {
  readNumbers: (text: string, culture: string) => unknown[]
  readAll: (text: string, culture: string) => PeerFigure[]
}
type Result = { start: number; end: number; resolution: Record<string, string> | null }
type Recogniser = (text: string, culture: string) => Result[]

/** Null where the package is not installed. */
export async function loadPeer(): Promise<Peer | null> {
  const suite = await import('@microsoft/recognizers-text-suite').catch(() => null)
  if (!suite) return null
  // A CommonJS bundle: Node gives its exports as the default export.
  const {
    recognizeNumber,
    recognizePercentage,
    recognizeCurrency,
    recognizeDimension,
    recognizeTemperature,
    recognizeAge,
  } = ('default' in suite ? suite.default : suite) as unknown as Record<string, Recogniser>
  return {
    readNumbers: (text, culture) => recognizeNumber!(text, culture),
    readAll: (text, culture) => [
      ...recognizeNumber!(text, culture).map((one) => figure(one, null)),
      ...recognizePercentage!(text, culture).map((one) => figure(one, 'percent')),
      ...recognizeCurrency!(text, culture).map((one) => figure(one, one.resolution?.isoCurrency ?? null)),
      ...[recognizeDimension!, recognizeTemperature!, recognizeAge!].flatMap((recognise) =>
        recognise(text, culture).map((one) => figure(one, null)),
      ),
    ],
  }
}

function figure({ start, end, resolution }: Result, unit: string | null): PeerFigure {
  return { start, end: end + 1, value: (resolution?.value ?? '').replace('%', ''), unit }
}

/** What both sides can be asked: single values, without ordinals, ranges and words such as "doubled". */
export function isComparable(wanted: CorpusCase): boolean {
  return (
    wanted.figures.length > 0 &&
    wanted.figures.every(
      ({ kind, valueHigh }) =>
        !valueHigh && kind !== 'ordinal' && kind !== 'multiple' && kind !== 'magnitude',
    )
  )
}

/**
 * Kinder than the judgement of our own reader: extra figures are not counted, the ends of a figure need not be the same, and
 * units are asked only where both sides have one name for them (currencies, percent).
 */
export function agrees(wanted: CorpusCase, read: readonly PeerFigure[]): boolean {
  let from = 0
  return wanted.figures.every((one) => {
    const start = wanted.text.indexOf(one.text, from)
    const end = start + one.text.length
    from = end
    return read.some(
      (other) =>
        other.start < end && start < other.end && sameValue(one.value, other.value) && sameUnit(one, other),
    )
  })
}

function sameUnit(wanted: CorpusFigure, read: PeerFigure): boolean {
  return (wanted.kind !== 'money' && wanted.unit !== 'percent') || wanted.unit === read.unit
}
