/** Tells the names of Chinese-language media from other names, by how they end. */

const SUFFIX =
  '通讯社|通信社|新闻社|[^，。]{1,6}社|日报|晚报|时报|早报|晨报|周报|商报|邮报|快报|导报|财报(?!告)|新闻网|报|卫视|电视台|广播公司|电台|台|网|新闻|财经|周刊|杂志|月刊|客户端|之家|在线|科技|证券|通讯员'
/** 新华社北京: the agency, then the place it writes from. */
const OUTLET =
  /^(.{1,14}?(?:通讯社|通信社|社|日报网?|晚报网?|时报网?|早报网?|商报网?|邮报网?|报网?|新闻网?|网|财经|客户端|之家|电视台|卫视|台|在线|科技|证券))(.{0,12})$/
const IS_OUTLET = new RegExp(`(?:^《.{2,14}》$)|^.{0,12}(?:${SUFFIX})$`)
/** 出版社, 旅行社, 气象台, 互联网: they end like media and speak for themselves. */
const NO_OUTLET =
  /(?:出版社|旅行社|报社公告|气象台|天文台|互联网|公告|海报|电网|官网|财报|年报|季报|简报|通报|情报|申报|警报|月报|预报|会社|公社|合作社|旅社)$/
/** Media without a name: somebody else's report all the same. */
const UNNAMED_MEDIA = /(?:外|港|台|日|美|英|韩|德|法|俄|官|党|传|自)媒(?:体)?$|当地媒体$|外电$|媒体$/
const NOT_A_NAME = /^(?:媒体|外界|投资者|公众|现场|多家|国内外|中外|本报|本台|本网|本刊)/

const ONE_OF_SEVERAL = /^第[\d〇零一二三四五六七八九十百]+[篇则条份个组部期]$/

/** 第3篇 names a report by its place, and no outlet. */
export function isOneOfSeveral(name: string): boolean {
  return ONE_OF_SEVERAL.test(name)
}

/** `name` in simplified signs. */
export function isOutlet(name: string): boolean {
  return IS_OUTLET.test(name) && !NO_OUTLET.test(name)
}

export function isUnnamedMedia(name: string): boolean {
  return UNNAMED_MEDIA.test(name)
}

/** 新华社北京 → the length of 新华社; 0 where no outlet opens the words. */
export function outletLength(words: string): number {
  return OUTLET.exec(words)?.[1]?.length ?? 0
}

/** 财联社记者 → 财联社; 记者 and 媒体 name nobody: null. Either script. */
export function outletIn(printed: string): string | null {
  const name = printed
    .replace(/(?:等)?(?:媒[体體])?(?:[记記]者)?(?:的)?$/u, '')
    .replace(/^.*?[“《]/, '')
    .replace(/[”》]$/, '')
  return name.length < 2 ||
    NOT_A_NAME.test(name.replaceAll('體', '体').replaceAll('資', '资').replaceAll('報', '报'))
    ? null
    : name
}
