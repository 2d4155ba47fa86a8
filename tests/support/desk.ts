/** A desk of its own for every test that asks: real database, real files, a clock that the test moves. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Role } from '#domain/person.ts'
import type { Answer } from '#domain/refusal.ts'
import { closeDesk, type Desk, openDesk } from '#storage/desk.server.ts'
import { emptyDatabase } from './empty-database.ts'

export type TestPerson = { id: string; name: string; role: Role }

/** Opens a desk in a temporary folder and takes it down when the test ends. The clock ticks one second a look. */
export async function testDesk(): Promise<Desk & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-test-'))
  let time = Date.parse('2026-03-24T08:00:00.000Z')
  const now = () => {
    time += 1_000
    return new Date(time)
  }
  await copyFile(await emptyDatabase(), join(folder, 'stet.db'))
  const desk = await openDesk({ dataFolder: folder, now })
  onTestFinished(async () => {
    await closeDesk(desk)
    await rm(folder, { recursive: true, force: true })
  })
  return { ...desk, folder }
}

/** A person who has joined, without the cost of a password. */
export async function addPerson(desk: Desk, role: Role, name: string = role): Promise<TestPerson> {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@newsroom.invalid`
  const { id } = await desk.db.person.create({
    data: { name, email, role, passwordHash: 'none', createdAt: desk.now() },
  })
  return { id, name, role }
}

/** The value of an answer; a refusal fails the test with its own words. */
export function sure<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new Error(`refused (${answer.refusal.code}): ${answer.refusal.message}`)
}

/** The code of a refusal, or "accepted". */
export function refusalOf(answer: Answer<unknown>): string {
  return answer.ok ? 'accepted' : answer.refusal.code
}
