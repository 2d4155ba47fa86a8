/** Collects what a verification finds: statements that were recomputed, those that failed, and what nothing could prove. */

/** `file` is the name inside the WACZ, or `(zip)` for the container. */
export type WaczProblem = { file: string; problem: string }

export class Verification {
  checked = 0
  readonly problems: WaczProblem[] = []
  /** worth knowing, and no contradiction */
  readonly notes: WaczProblem[] = []

  count(statements: number): void {
    this.checked += statements
  }

  fail(file: string, problem: string): void {
    this.problems.push({ file, problem })
  }

  note(file: string, problem: string): void {
    this.notes.push({ file, problem })
  }

  /** One recomputed statement. */
  that(holds: boolean, file: string, problem: string): void {
    this.checked += 1
    if (!holds) this.fail(file, problem)
  }
}

/** The object that JSON bytes hold, or null. */
export function jsonOf(content: Uint8Array | string | undefined): Record<string, unknown> | null {
  if (content === undefined) return null
  try {
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content)
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
