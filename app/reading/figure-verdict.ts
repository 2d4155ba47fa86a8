/** What holding a claimed figure against a source can show, and what of the source's figure a claim can lose. */

/**
 * `equal`: value, unit and bound agree. `within_bound`: the claim's bound or rounding covers the source's value.
 * `bound_dropped`: same value, but the source limits it ("more than") and the claim does not. `magnitude_slip`: a factor that
 * comes from misread scale words. `unit_differs`: same value in another unit, currency or rate. `date_differs`: same value
 * for another date. `could_not_look` is given by callers that had no text to read, or only a part of its figures.
 */
export const FIGURE_VERDICTS = [
  'equal',
  'within_bound',
  'bound_dropped',
  'magnitude_slip',
  'unit_differs',
  'date_differs',
  'different',
  'absent',
  'could_not_look',
] as const
export type FigureVerdict = (typeof FIGURE_VERDICTS)[number]

/**
 * What the source says of its figure and the claim leaves out: its limit ("more than"), per what it is counted ("daily"), the
 * day it holds for ("as of March"). Told beside the verdict: a claim may be `equal` and still have lost "daily".
 */
export const DROPPABLE = ['bound', 'rate', 'as_of'] as const
export type Dropped = (typeof DROPPABLE)[number]
