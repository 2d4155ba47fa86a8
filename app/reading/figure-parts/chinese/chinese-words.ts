/** Words and names that hold Chinese numerals and count nothing, where what follows a numeral would make it a count. */

/** Looked up from each of their numerals. */
const WORDS = [
  // Set phrases.
  '一年四季 一年一度 一年到头 一年半载 一天到晚 一时三刻 一波三折 三头六臂 三位一体 五位一体 一刀两断 两面三刀 三天两头 三年五载 约法三章',
  '百年未有 百年老店 百年好合 百年树人 十年树木 千年等一回 十字路口 十字架 十字军 十字花科 八字没 千字文 三字经 两码事 两回事 两口子 三口之家',
  '两全其美 两败俱伤 两手抓 两头在外 三句话不离 六根清净 九品芝麻官 三座大山 万人空巷 千人一面 百步穿杨 两厢情愿 三级跳 三部曲 四部曲',
  '四处奔 四处碰 四处寻 四处打 四处求 四处散 四处逃 四处游 四处张 四处可见 四处流 三件套 四件套 两件套 十八般 三百六十行 三十六计 七十二变',
  '十里八乡 十里八村 四邻八舍 三教九流 七大姑 八大姨 四平八稳 五大三粗 七拼八凑 七手八脚 八九不离十 三下五除二 五体投地 十恶不赦 百感交集 千山万水 千辛万苦 千丝万缕 千钧一发 千里迢迢 两小无猜 两肋插刀 一问三不知 七情六欲 四世同堂 十室九空 二一添作五 半斤八两 三句半 五味杂陈 五行八作 三元里 八里桥 三里屯 五里店 六里桥 七里庄 八里庄 十里河 十里堡 三里河 二里沟 千里马 千里眼 三尺讲台 百尺竿头 五尺男儿 三寸不烂 三寸金莲 丈二和尚 七尺男儿',
  '一成不变 一成不易 成百上千 成千上百 判若两人 一式两份 铁板一块 货比三家 脚踏两只船 三天打鱼 两天晒网 学富五车 三百两 三七二十一 正经八百 五十步笑百步',
  '百折不 七折八扣 十年寒窗 十年浩劫 十年动乱 十年磨一剑 三十年河东 三十年河西 七年之痒 一年之计 二八年华 九天揽月 危机四伏 三伏 声四起 烟四起 言四起',
  '一元复始 一元二次 连中三元 三元及第 四则运算 十四行诗 二项式 二次曲 九章算术 五代十国 七宗罪 十二金钗 二人转 二倍体 三倍体 四倍体 五倍子 万里长征',
  // Policies and bodies that are called by how many parts they have.
  '两个维护 两个确立 两个毫不动摇 两个一百年 两个结合 两个务必 两个文明 两个大局 三个代表 三个务必 三个面向 四个自信 四个意识 四个全面 四个伟大',
  '四个现代化 五个一工程 八个明确 十个明确 八项规定 四项基本原则 和平共处五项 三项全能 五项全能 七项全能 十项全能 现代五项 铁人三项 两院院士',
  '八项注意 五项原则 两个凡是 七十七国集团 冬季两项 三局两胜 两票制 一票制 两院制 两班倒 三班倒 三支一扶 三点一线 两点一线 两点论 三段论 三段式 千人计划 万人计划 百人会 四人帮 八国联军 东三省 三省六部',
  '三次产业 二十国集团 七国集团 八国集团 三国演义 三国时期 三国志 三国杀 三国鼎立 十三行 七三一部队 百团大战 三大战役 二万五千里长征',
  // Films, books, brands, companies.
  '三人行 六人行 十二怒汉 八百壮士 一九四二 七十二家房客 一百零八将 一百单八将 五十度灰 二十不惑 三十而 四十不惑 一千零一夜 百年孤独 千与千寻',
  '三块广告牌 两只老虎 三个和尚 三个臭皮匠 三个火枪手 五朵金花 八千里路云和月 十万个为什么 百万英镑 百万富翁 千万富翁 亿万富翁 百万保障 十里洋场',
  '三只松鼠 三只羊 三棵树 七匹狼 六个核桃 四季沐歌 七天乐 七天酒店 七天连锁 十点读书 三六零 二三四五网 百年人寿 一点资讯 两面针 百度 万达 万科 万华 万向',
  '万豪 万代 万家乐 千问 千方科技 千禾味业 百胜 百济神州 百丽 百世 百联 百川 百果园 百事 百威 百思买 亿纬 亿联 亿航 兆易 兆威 百视通',
  // Places.
  '六盘山 五棵松 九头鸟 三元区 三元桥 九份 五家渠 五台山 五台县 三台县 七台河 九台区 三门峡 三门县 三门湾 三间房 五间房 千户苗寨 万年县 千岛湖 三块石 三家村 十八洞 十八里店',
  '二十里铺 三十里铺 四十里铺 九层塔 十万大山 百里杜鹃 八百里秦川 二十四桥 三十六湾',
  // Set phrases and places whose numerals are words.
  '五花八门 一五一十 三令五申 五湖四海 七上八下 乱七八糟 千方百计 百花齐放 万众一心 三心二意 四通八达 五颜六色 九牛一毛 十全十美 百年大计 千变万化',
  '千家万户 成千上万 千千万万 三番五次 丢三落四 说一不二 独一无二 低三下四 不三不四 颠三倒四 朝三暮四 接二连三 举一反三 九霄云外 五光十色 四面八方',
  '七嘴八舌 七零八落 八仙过海 十拿九稳 百战百胜 百发百中 百里挑一 千载难逢 千篇一律 千军万马 千真万确 万无一失 万事如意 万水千山 一心一意 一举两得',
  '一石二鸟 一落千丈 一日千里 一清二楚 三长两短 三五成群 四分五裂 五彩缤纷 六神无主 九死一生 十万火急 百折不挠 二十四节气 十三陵 九寨沟 三峡大坝',
  '八达岭 十堰 百色 万州 万宁 三明 六安 六盘水 四平 五指山',
].flatMap((row) => row.split(' '))

const NUMERALS = new Set('〇零一二三四五六七八九十百千万亿兆两')

type Entry = [word: string, offset: number]
/** By a numeral and the sign after it; for a numeral that ends its word, by the sign before it and the numeral. */
const OPENING = new Map<string, Entry[]>()
const ENDING = new Map<string, Entry[]>()
for (const word of WORDS)
  for (let offset = 0; offset < word.length; offset += 1) {
    if (!NUMERALS.has(word[offset] ?? '')) continue
    const last = offset === word.length - 1
    const table = last ? ENDING : OPENING
    const key = last ? word.slice(offset - 1) : word.slice(offset, offset + 2)
    table.set(key, [...(table.get(key) ?? []), [word, offset]])
  }

/** Where the word ends that the numeral at `at` belongs to; 0 where it belongs to none. */
export function wordAround(plain: string, at: number): number {
  return (
    find(OPENING.get(plain.slice(at, at + 2)), plain, at) ||
    find(ENDING.get(plain.slice(at - 1, at + 1)), plain, at)
  )
}

function find(entries: Entry[] | undefined, plain: string, at: number): number {
  if (entries)
    for (const [word, offset] of entries)
      if (plain.startsWith(word, at - offset) && at >= offset) return at - offset + word.length
  return 0
}
