/** What a claim rests on: origins are counted, never outlets. */
import { expect, it } from 'vitest'
import { countOrigins } from '#domain/origin.ts'

const source = (sourceId: string, ...confirmedOriginIds: string[]) => ({ sourceId, confirmedOriginIds })

it('three outlets that relay one speech are one origin', () => {
  const outlets = [source('a', 'speech'), source('b', 'speech'), source('c', 'speech')]
  expect(countOrigins(outlets)).toEqual({ reports: 3, origins: 1, unsettled: 0 })
})

it('a source whose origin nobody has settled is not counted as independent', () => {
  expect(countOrigins([source('a', 'speech'), source('b')])).toEqual({ reports: 2, origins: 1, unsettled: 1 })
})

it('one report may relay two origins', () => {
  expect(countOrigins([source('a', 'speech', 'dataset')])).toEqual({ reports: 1, origins: 2, unsettled: 0 })
})
