/** The JSON is the whole record with what was generated from it, in bytes that do not depend on key order. */
import { expect, it } from 'vitest'
import { editorialCaveats } from '#exports/editorial-caveats.ts'
import { methodBox, noteText, searchNote } from '#exports/search-note.ts'
import { toJson } from '#exports/to-json.ts'
import { attempt, dossier, run } from '../support/dossier.ts'
import { HOSTILE } from '../support/hostile-text.ts'

it('holds every record unchanged, and the generated note and caveats', () => {
  const whole = dossier({ exportedBy: HOSTILE })
  const file = JSON.parse(toJson(whole))
  const { version, searchNote: note, editorialCaveats: caveats, methodBox: box, ...others } = file
  const { searchedAndNotFound, ...rest } = others
  expect(version).toBe('stet-dossier/1')
  expect(rest).toEqual(whole)
  const { language, clauses } = searchNote(whole)
  expect(note).toEqual({ text: noteText(searchNote(whole)), language, clauses })
  expect(box.rows).toEqual(methodBox(whole).rows)
  expect(searchedAndNotFound).toEqual([])
  expect(caveats).toEqual(editorialCaveats(whole))
})

it('gives the same bytes whatever order the database kept the keys in', () => {
  const withDetail = (detail: Record<string, unknown>) =>
    toJson(dossier({ runs: [run({ attempts: [attempt({ detail })] })] }))
  expect(withDetail({ b: [{ d: 1, c: 2 }], a: null })).toBe(withDetail({ a: null, b: [{ c: 2, d: 1 }] }))
})

it('names its version before anything else', () => {
  expect(toJson(dossier())).toMatch(/^\{\n {2}"version": "stet-dossier\/1",\n {2}"address": /)
})
