/** Asks a sticky rule at one position, so that no rule looks over a whole text. */

/** `rule` has the flag y. */
export function follows(rule: RegExp, plain: string, at: number): boolean {
  rule.lastIndex = at
  return rule.test(plain)
}

/** The match of a rule with the flag y that begins at `at`. */
export function matchAt(rule: RegExp, plain: string, at: number): RegExpExecArray | null {
  rule.lastIndex = at
  return rule.exec(plain)
}

/** Where the match of a rule with the flag y ends that begins at `at`; 0 where none does. */
export function endAt(rule: RegExp, plain: string, at: number): number {
  rule.lastIndex = at
  return rule.test(plain) ? rule.lastIndex : 0
}
