/** Writing together what comes at the same time. */
import { expect, it } from 'vitest'
import { together } from '#scrapers/together.ts'

it('writes what has gathered as one batch, in order, and gives everybody their own answer', async () => {
  const batches: number[][] = []
  const write = together(async (batch: number[]) => {
    batches.push(batch)
    await new Promise((resolve) => setTimeout(resolve, 5))
    return batch.map((one) => one * 10)
  }, 4)
  expect(await Promise.all([1, 2, 3, 4, 5, 6].map(write))).toEqual([10, 20, 30, 40, 50, 60])
  expect(batches).toEqual([
    [1, 2, 3, 4],
    [5, 6],
  ])
  expect(await write(7)).toBe(70)
})

it('tells everybody in a batch of its fault, and goes on with the next', async () => {
  const write = together(async (batch: string[]) => {
    if (batch.includes('bad')) throw new Error('no')
    return batch
  }, 2)
  const ended = await Promise.allSettled(['bad', 'with it', 'good'].map(write))
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
})
