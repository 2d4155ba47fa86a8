/** The search-chain note in Chinese, simplified. */
import type { NoteWords } from '../note-words.ts'
import { askedZh } from './ask-words.ts'
import { FETCH_WORDS } from './fetch-words.ts'
import { FIND_WORDS } from './find-words.ts'
import { METHOD_WORDS } from './method-words.ts'

export const CHINESE: NoteWords = {
  say: { ...FIND_WORDS, ...FETCH_WORDS, ...METHOD_WORDS, asked: askedZh },
  between: '；',
  end: '。',
  gap: '',
  label: '检索说明',
  colon: '：',
  boxTitle: '信源查找方法',
  rows: {
    tools: '检索引擎与工具',
    queries: '检索词（原文）',
    limits: '限定与时限',
    times: '时间',
    endings: '各步骤结果',
    results: '检索结果',
    screening: '筛查',
    captures: '页面存档',
    byHand: '人工步骤',
    people: '向有关方面求证',
    ai: '人工智能使用情况',
    blind: '未能查看之处',
    notFound: '已检索而未发现',
    notes: '批注',
  },
}
