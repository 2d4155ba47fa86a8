import { describe, expect, it } from 'vitest'
import { editRows, rowAfter } from '#components/edit-rows.ts'

const edit = (command: string) => editRows(['a', 'b', 'c'], command, (words) => words)

describe('rows edited by a button', () => {
  it.each([
    ['up:2', ['a', 'c', 'b']],
    ['down:0', ['b', 'a', 'c']],
    ['remove:1', ['a', 'c']],
    ['add', ['a', 'b', 'c', '']],
    ['add:site:nda.gov.cn 140万亿', ['a', 'b', 'c', 'site:nda.gov.cn 140万亿']],
  ])('%s gives the rows in their new order', (command, rows) => {
    expect(edit(command)).toEqual(rows)
  })

  it.each(['up:0', 'down:2', 'remove:9', 'up:-1', 'up:', 'sideways:1', ''])(
    '%s does not fit the rows and changes nothing',
    (command) => {
      expect(edit(command)).toEqual(['a', 'b', 'c'])
    },
  )

  it('say where the moved row stands, and which row follows a removed one', () => {
    expect([rowAfter('up:2', 3), rowAfter('down:0', 3), rowAfter('add:x', 4)]).toEqual([1, 1, 3])
    expect([rowAfter('remove:2', 2), rowAfter('remove:0', 2), rowAfter('remove:0', 0)]).toEqual([1, 0, null])
  })
})
