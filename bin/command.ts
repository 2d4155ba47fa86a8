/** What a command is, and the few ways every command speaks. */
import { createInterface } from 'node:readline'

/** Takes its own arguments and answers with its exit code: 0 ok, 1 found a problem, 2 wrong usage. */
export type Command = (args: string[]) => Promise<number>

/** Progress and complaints: stderr, so that stdout stays a command's result. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** One result line of JSON on stdout. */
export function put(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

/** Says how a command is used and answers with exit code 2. */
export function misused(usage: string): number {
  say(`Usage: stet ${usage}`)
  return 2
}

/**
 * Reads JSON lines from stdin and writes `work`'s answers with the same `id`, in order. A line that is not JSON, or that
 * `work` refuses by throwing, becomes `{id, error}` and the command goes on; the exit code is then 1.
 */
export async function eachLine(
  work: (line: Record<string, unknown>) => Promise<object> | object,
): Promise<number> {
  let code = 0
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue
    let id: unknown = null
    try {
      const parsed: unknown = JSON.parse(line)
      if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
        throw new Error('A line must be a JSON object.')
      id = 'id' in parsed ? parsed.id : null
      put({ id, ...(await work(parsed as Record<string, unknown>)) })
    } catch (error) {
      code = 1
      put({ id, error: error instanceof Error ? error.message : String(error) })
    }
  }
  return code
}
