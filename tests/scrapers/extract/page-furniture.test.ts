import { describe, expect, test } from 'vitest'
import { furnitureOf, isStoryContainer, standingOf } from '#scrapers/extract/page-furniture.ts'

const element = (name: string, attribs: Record<string, string> = {}) => ({ type: 'tag', name, attribs })
const called = (classes: string) => element('div', { class: classes })

describe('names that speak of other stories or of the site', () => {
  test.each([
    'sidebar',
    'relatedPosts',
    'share-buttons',
    'comment-list',
    'post-nav',
    'newsletter_box',
    'xiangguan',
    'kudos',
    'toc',
  ])('%s', (classes) => {
    expect(standingOf(called(classes))).toBe('elsewhere')
    expect(furnitureOf(called(classes))).toBe('likely')
  })
})

describe('names that say who wrote and when', () => {
  test.each(['byline', 'post-meta', 'author-box', 'postFooter', 'author'])('%s', (classes) => {
    expect(standingOf(called(classes))).toBe('signature')
  })
})

describe('names that say neither', () => {
  test.each([
    'content',
    'has-sidebar',
    'js-share',
    'shared-layout',
    'adventure',
    'post-12 hentry author-dora',
    'toc-backref',
    'elementor-widget-text',
  ])('%s', (classes) => {
    expect(standingOf(called(classes))).toBeNull()
  })
  test('an id made from a heading', () => {
    expect(standingOf(element('div', { id: 'sharing-with-several-developers' }))).toBeNull()
  })
})

test('menus, buttons and captions are never a story’s', () => {
  for (const name of ['nav', 'button', 'figcaption']) expect(furnitureOf(element(name))).toBe('surely')
})

test('the frame of a page is no furniture, whatever it is called', () => {
  for (const name of ['body', 'main', 'article'])
    expect(furnitureOf(element(name, { class: 'sidebar' }))).toBeNull()
})

describe('containers that templates put a story in', () => {
  test.each(['entry-content', 'articleBody', 'TRS_Editor', 'artibody', 'post_text'])('%s', (classes) => {
    expect(isStoryContainer(called(classes))).toBe(true)
  })
  test('an article, and what states that it holds one', () => {
    expect(isStoryContainer(element('article'))).toBe(true)
    expect(isStoryContainer(element('div', { itemprop: 'articleBody' }))).toBe(true)
    expect(isStoryContainer(called('entry'))).toBe(false)
  })
})
