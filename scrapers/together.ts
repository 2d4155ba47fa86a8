/** Writes together what comes at the same time: while one batch is being written, the next one gathers. */

/**
 * Makes a function that hands its argument to `write` with all others that have come since the last call began, at most
 * `most` at once. One transaction then holds what would have been many, and nobody waits who comes alone. `write` answers in
 * the order of what it was given; what it throws, everybody in that batch is thrown.
 */
export function together<In, Out>(
  write: (batch: In[]) => Promise<Out[]>,
  most: number,
): (one: In) => Promise<Out> {
  type Waiting = { one: In; resolve: (out: Out) => void; reject: (error: unknown) => void }
  const waiting: Waiting[] = []
  let isWriting = false

  const writeAll = async () => {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most)
      try {
        const answers = await write(batch.map(({ one }) => one))
        for (const [index, { resolve }] of batch.entries()) resolve(answers[index]!)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    isWriting = false
  }

  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      // Those that begin in the same moment, such as the first of a long list, are one batch.
      if (!isWriting) {
        isWriting = true
        queueMicrotask(writeAll)
      }
    })
}
