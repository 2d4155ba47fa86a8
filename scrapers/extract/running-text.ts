/** Measures how much of a text is running prose, and takes what it merely quotes out of it. */

/** Sentences of a story are longer than captions and buttons. */
const LEAST_SENTENCE_WEIGHT = 40
const LEAST_SHORT_SENTENCE_WEIGHT = 20
/** Longer lines are looked at in parts: the pattern remembers every character that it may have to go back over. */
const MOST_LINE_CHARS = 100_000

/** Length of a text in letters of a Western script: a Han character, kana or Hangul syllable says as much as two of them. */
export function weightOf(text: string): number {
  let weight = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code <= 32) continue
    weight += (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3) ? 2 : 1
  }
  return weight
}

/** Sentences of at least this weight, in order, one line at a time. A stop inside a number or an address ends nothing. */
export function sentencesOf(text: string, leastWeight = LEAST_SENTENCE_WEIGHT): string[] {
  return text
    .split('\n')
    .flatMap((line) => (line.length > MOST_LINE_CHARS ? (line.match(/.{1,100000}/gs) ?? []) : [line]))
    .flatMap((line) => line.match(/[^.!?。！？]+(?:[.!?](?!\s|$)[^.!?。！？]*)*[.!?。！？…]*/gu) ?? [])
    .filter((sentence) => weightOf(sentence) >= leastWeight)
}

/** Weight of the sentences that are complete, if short ones, and not about one of these matters. */
export function storyWeight(text: string, except: RegExp[]): number {
  return sentencesOf(text, LEAST_SHORT_SENTENCE_WEIGHT)
    .filter((one) => /[.!?。！？]$/u.test(one) && !except.some((matter) => matter.test(one)))
    .reduce((sum, one) => sum + weightOf(one), 0)
}

/** Weight of the sentences that are not about one of these matters. */
export function proseWeight(text: string, except: RegExp[] = []): number {
  return sentencesOf(text)
    .filter((sentence) => !except.some((pattern) => pattern.test(sentence)))
    .reduce((sum, sentence) => sum + weightOf(sentence), 0)
}

const QUOTED =
  /“[^”\n]{1,160}”|"[^"\n]{1,160}"|«[^»\n]{1,160}»|„[^“”\n]{1,160}[“”]|「[^」\n]{1,160}」|『[^』\n]{1,160}』/gu

/** The text without what stands in quotation marks: a page that says something itself does not quote it. */
export function withoutQuotations(text: string): string {
  return text.replace(QUOTED, ' ')
}

/** Whether the text stops in the middle: its last line of prose has no end, or trails off. */
export function breaksOff(text: string): boolean {
  const last = text
    .trimEnd()
    .split('\n')
    .findLast((line) => weightOf(line) >= LEAST_SENTENCE_WEIGHT)
  if (last === undefined) return false
  const end = last.trimEnd()
  return /(?:\.\.\.|…)["”’」）)]*$/u.test(end) || !/[.!?。！？:："”’»“」』）)\]]$/u.test(end)
}
