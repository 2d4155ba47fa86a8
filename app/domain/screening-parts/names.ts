/** The names a claimant goes by: as typed, turned round, and in the other script where the search was given it. */
import { plainWidth } from '#reading/figure-parts/shared/plain-width.ts'
import type { Span } from './span.ts'

/** The commonest family names by how they are read, in simplified script. */
const FAMILY_NAMES =
  'wang王汪 li李黎 zhang张章 liu刘柳 chen陈谌 yang杨 zhao赵 huang黄 zhou周 wu吴武伍 xu徐许 sun孙 hu胡 zhu朱祝 gao高 lin林 he何贺 ' +
  'guo郭 ma马 luo罗骆 liang梁 song宋 zheng郑 xie谢 han韩 tang唐汤 feng冯 yu于余俞虞 dong董 xiao萧肖 cheng程成 cao曹 yuan袁 deng邓 ' +
  'fu傅付符 shen沈申 zeng曾 peng彭 lu卢陆鲁吕 su苏 jiang蒋姜江 cai蔡 jia贾 ding丁 wei魏韦 xue薛 ye叶 yan阎严颜闫 pan潘 du杜 ' +
  'dai戴 xia夏 zhong钟 tian田 ren任 fan范樊 fang方房 shi石史施时 yao姚 tan谭 liao廖 zou邹 xiong熊 jin金靳 hao郝 kong孔 bai白柏 cui崔 ' +
  'kang康 mao毛 qiu邱秋 qin秦覃 gu顾谷 hou侯 shao邵 meng孟 long龙 wan万 duan段 lei雷 qian钱 yin尹殷 yi易 chang常 qiao乔 lai赖 gong龚宫 ' +
  'wen文温闻 zhuang庄 ke柯 hong洪 weng翁 xi习席 jiao焦 cen岑 ni倪 niu牛 lou楼娄 pei裴 ji季纪 qi齐戚 mei梅 mo莫 xin辛 guan管关 zuo左 nie聂'
const PINYIN = new Map(
  [...FAMILY_NAMES.matchAll(/([a-z]+)(\p{Script=Han}+)/gu)].flatMap(([, read, signs]) =>
    [...(signs ?? '')].map((sign) => [sign, read ?? ''] as const),
  ),
)

const HAN_NAME = /(?<!\p{Script=Han})\p{Script=Han}{2,4}(?!\p{Script=Han})/gu
/** 埃隆·马斯克: a name of another language, written as one. */
const FOREIGN_NAME = /\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8}){1,3}/gu
const LATIN_NAME = /\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}/gu
const HAS_HAN = /\p{Script=Han}/u
const MAX_PLACES = 40

/** Spellings under which a page may name the claimant, the one typed first. Empty where the claim has no claimant. */
export function namesOf(claimant: string | null, queries: string[]): string[] {
  const typed = claimant?.trim() ?? ''
  if (typed === '') return []
  const names = new Set([typed])
  const words = typed.split(/\s+/)
  if (!HAS_HAN.test(typed) && words.length === 2) names.add(`${words[1]} ${words[0]}`)
  for (const query of queries) for (const name of inOtherScript(typed, query)) names.add(name)
  return [...names]
}

/** 刘烈宏 in a query is the Chinese name of Liu Liehong where its family name is read Liu. */
function inOtherScript(typed: string, query: string): string[] {
  if (HAS_HAN.test(typed)) {
    const family = pinyinOf(typed)
    return family ? (query.match(LATIN_NAME) ?? []).filter((name) => wordsOf(name).includes(family)) : []
  }
  const words = wordsOf(typed)
  const simplified = query.match(HAN_NAME) ?? []
  const own = simplified.filter((name) => {
    const family = pinyinOf(name)
    return family !== null && words.includes(family)
  })
  return [...own, ...(query.match(FOREIGN_NAME) ?? [])]
}

function pinyinOf(name: string): string | null {
  return PINYIN.get(plainWidth(name)[0] ?? '') ?? null
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/[^\p{L}]+/u)
}

/** Every place where one of the names stands in the text; `plain` is the text as `plainWidth` gives it. */
export function placesOfNames(plain: string, names: string[]): (Span & { name: string })[] {
  const places: (Span & { name: string })[] = []
  for (const name of names) {
    const wanted = plainWidth(name)
    for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length
      if (standsAlone(plain, at, end)) places.push({ name, start: at, end })
      if (places.length >= MAX_PLACES) return places
    }
  }
  return places
}

/** Letters of an alphabet around it make it part of another word; Chinese has no such edges. */
function standsAlone(plain: string, start: number, end: number): boolean {
  const isInWord = (at: number) => isLetter(plain[at - 1]) && isLetter(plain[at])
  return !isInWord(start) && !isInWord(end)
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign) && !HAS_HAN.test(sign)
}
