/** Settings: checked once, with every complaint at once, and all of them in .env.example. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readSettings } from '#app/env.server.ts'

const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')

it('has a default for everything a newcomer has not set', () => {
  expect(readSettings({})).toMatchObject({
    PORT: 3000,
    DATA_DIR: 'data',
    STET_ALLOW_LOOPBACK: false,
    STET_WAYBACK: true,
  })
})

it('counts an empty variable as not set', () => {
  expect(readSettings({ PORT: '', XAI_API_KEY: '' })).toEqual(readSettings({}))
})

it('names every variable that is wrong', () => {
  expect(() => readSettings({ PORT: '70000', PUBLIC_URL: 'stet', DATABASE_URL: 'mysql://x' })).toThrow(
    /PORT[\s\S]*PUBLIC_URL[\s\S]*DATABASE_URL/,
  )
})

it('is described whole in .env.example, with the defaults as they are', () => {
  const code = readFileSync(new URL('../app/env.server.ts', import.meta.url), 'utf8')
  const known = [...code.matchAll(/^ {2}([A-Z_]+):/gm)].map((match) => match[1]!)
  const described = [...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]!)
  expect(described.toSorted()).toEqual(known.toSorted())
  const set = Object.fromEntries(
    [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1]!, match[2]!]),
  )
  expect(readSettings(set)).toEqual(readSettings({}))
})
