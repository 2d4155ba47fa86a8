/** Languages: the script decides first. */
import { describe, expect, it } from 'vitest'
import { readLanguage } from '#reading/language.ts'

describe('the language of a text', () => {
  it.each([
    ['国家统计局表示，经济增长', 'zh-Hans'],
    ['國家統計局表示，經濟增長', 'zh-Hant'],
    ['中文', 'zh'],
    ['日本の経済は成長している', 'ja'],
    ['한국 경제가 성장했다', 'ko'],
    ['The economy grew quickly in the last quarter of the year.', 'en'],
    ['Die Wirtschaft ist im letzten Quartal stark gewachsen.', 'de'],
    ["L'économie a fortement progressé au dernier trimestre.", 'fr'],
    ['我国日均Token（词元）调用量超过140万亿', 'zh-Hans'],
    ['asdf qwer zxcv hjkl poiu', null],
    ['ok', null],
    ['', null],
    ['1234 5678', null],
  ])('%s is %s', (text, language) => {
    expect(readLanguage(text)).toBe(language)
  })
})
