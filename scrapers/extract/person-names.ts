/** Cleans a signature: names as signed, without roles, outlets, addresses and the words around them. */

/** The commonest family names, for telling a name from any other two to four characters. */
const FAMILY_NAMES = new Set(
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭肖程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛叢焦向柳邢路岳齐齊沿梅莫庄莊辛管祝左涂谷祁时時舒耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵闵解强強柴华華车車冉房边邊辜吉饶饒刁瞿戚丘古米池滕晋晉苑邬邬臧畅暢宫宮来來嵺苟全褚廉简簡娄婁盖蓋符奚木穆党燕郎邸冀谈談姬屠连連郜晏栾欒郁商蒙计計喻揭窦竇迟遲宇敖糜鄢冷卓花仇艾蓝藍都巩鞏稽井练練仲乐樂虞卞封竺冼原官衣楚佟栗匡宗应應台巫鞠僧桑荆荊谌谌银銀扬揚明沙薄伏岑习習胥保和蔺藺水云雲昌凤鳳酆常皮卡元平湛禹狄贝貝臧成计'.split(
    '',
  ),
)
const DOUBLE_FAMILY_NAMES =
  /^(?:欧阳|歐陽|上官|司马|司馬|诸葛|諸葛|司徒|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|端木|南宫|东方|独孤|闻人|阿)/u
const ORGANISATION_HAN =
  /(?:报|報|报社|網|网|社|台|频道|頻道|公司|集团|委员会|办公室|办公厅|中心|大学|学院|研究院|研究所|日报|晚报|新闻|在线|编辑部|工作室|杂志|周刊|客户端|公众号|局|厅|政府|部门|协会|基金|银行|平台|媒体|记者团|报道组|组)$/u
const ORGANISATION_LATIN =
  /(?<!\p{L})(?:staff|news|times|post|press|herald|tribune|reuters|associated press|bloomberg|afp|dpa|ots|pap|ansa|efe|agency|agence|agencia|agentur|team|desk|editors?|editorial|newsroom|\p{L}*redaktion|rédaction|redacci[oó]n|redazione|redactie|verlag|zeitung|presse|prensa|media|network|magazine?|magazin|inc|llc|ltd|gmbh|ag|e\.? ?v|s\.a|sp\. z o\.o|blog|department|ministry|ministerium|ministère|ministerio|office|university|universität|université|institute?|institut|foundation|stiftung|fondation|group|gruppe|groupe|grupa|grupo|service|services|company|corporation|developers|bureau|büro|council|commission|center|centre|zentrum|association|verband|verein|vereinigung|partei|xinhua|cnn|bbc|nbc|cbs|abc|npr|pbs|usa today|online|daily|weekly|gazette|journal|wire|report|community|board|committee|society|ediciones|éditions)(?!\p{L})/iu
const ROLE =
  /(?<!\p{L})(?:staff|senior|writer|reporter|correspondent|editor|contributor|contributing|columnist|producer|journalist|special to|for the|news service|associated press|reuters|bloomberg|afp|ap|chief|deputy|managing|executive|editorial|digital|political|business|sports?|science|health|technology|tech|washington|bureau|author|blogger|analyst|professor|director|manager|engineer|developer|photographer|intern|fellow|head of|ceo|cto|founder|president|product|software|team|news|times|post|herald|opinion|guest|freelance|health news|medically|reviewed|redakteur(?:in)?|korrespondent(?:in)?|journaliste?(?:in)?|autor(?:in)?|chefredakteur(?:in)?|freier?|gastautor(?:in)?|envoyée?s?|correspondante?|spéciale?(?:aux)?|spéciaux|rédacteur|rédactrice|redactora?|corresponsal|periodista|inviato|giornalista)(?!\p{L})/iu
const JUNK =
  /^(?:admin|administrator|root|author|authors?|editor|editors|staff|staff writer|user|guest|webmaster|contributor|null|undefined|none|unknown|anonymous|test|by|posted|written|reporter|share|follow|view profile|本文|匿名|佚名|未知|本站|原创|转载|网络|小编|管理员|编辑|作者|记者|本网|不详|无|综合|发表于|楼主|网友|用户|admin\d*|(?:即時|综合|綜合|整理|外電|編譯)?(?:報導|報道|报道|报导)|redaktion|webredaktion|gast|gastautor|autor|auteur|redacción|redazione|redactie|super user|moderator)$/iu
const LONGEST_NAME_CHARS = 60
const LONGEST_SIGNATURE_CHARS = 160
const MOST_RAW_CHARS = 500
const MOST_NAMES = 12

/** People and organisations in one signature, apart, each name once. Both empty where there is no name in it. */
export type Signature = { people: string[]; organisations: string[] }

/** Reads one signature as printed or stated. Addresses, handles, dates and words such as "admin" are no names. */
export function readSignature(raw: string | null | undefined): Signature {
  const signature: Signature = { people: [], organisations: [] }
  if (!raw) return signature
  const line = withoutTrimmings(raw)
  if (line.length > LONGEST_SIGNATURE_CHARS) return signature
  for (const part of namesIn(line)) {
    const name = cleanName(part)
    if (!name || signature.people.length >= MOST_NAMES) continue
    const list = isOrganisation(name) ? signature.organisations : signature.people
    if (!list.some((one) => one.toLowerCase() === name.toLowerCase())) list.push(name)
  }
  return signature
}

/** Whether two to four characters are a Chinese person's name: they begin with a family name. */
export function isChineseName(text: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(text) || ORGANISATION_HAN.test(text)) return false
  return DOUBLE_FAMILY_NAMES.test(text) || (text.length <= 3 && FAMILY_NAMES.has(text[0]!))
}

function isOrganisation(name: string): boolean {
  return ORGANISATION_HAN.test(name) || ORGANISATION_LATIN.test(name)
}

function withoutTrimmings(raw: string): string {
  return (
    raw
      .slice(0, MOST_RAW_CHARS)
      .replace(/[\s\u00a0]+/g, ' ')
      .trim()
      .replace(/\b[\w.+-]+@[\w-]+\.[\w.]+/g, ' ')
      .replace(/(?:^|\s)@\w+/g, ' ')
      .replace(/[(（]\s*[)）]/g, ' ')
      .replace(/[(（]\s*(?:with|mit|avec|con|and)\s+([^)）]*)[)）]/giu, ', $1')
      .replace(/https?:\/\/\S+|www\.\S+/g, ' ')
      .replace(/^(?:[-–—|•·*]\s*)+/, '')
      .replace(/^(?:(?:about the authors?|author|authors|byline|creator)\s*[:：]?\s+)/i, '')
      .replace(
        /^(?:(?:article|story|text|words|report|analysis|opinion|review|written|posted|reported|published|submitted|created|edited|photographs?)\s+(?:and (?:photographs?|photos|pictures)\s+)?)?(?:by|von|por|par|door|di|af|av)\b\s*:?\s*/i,
        '',
      )
      .replace(/^(?:posts? by|view all posts by|more (?:from|by)|articles by|see all articles by)\s+/i, '')
      .replace(
        /^[(（【[]?\s*(?:文章作者|本文作者|作者|撰文|撰稿|文字|文|图文|(?:本报|本网|新华社|中新社|实习|特约|见习|首席)*(?:记者|通讯员|記者)|責任編輯|责任编辑|责编|编辑|编译|整理)\s*[:：/／|丨｜︱▏]?\s*/u,
        '',
      )
      .replace(
        /\s*,?\s*(?:\||•|·|–|—|\bon\b|\bat\b|-)?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:published|updated|posted|last)\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\d{1,2}[ ./-]\w+[ ./-]\d{4}|(?:19|20)\d{2}[-/年.]|\d{1,2}[:：]\d{2}).*$/iu,
        '',
      )
      .replace(
        /\s*(?:责任编辑|編輯|编辑|责编|来源|來源|发布时间|时间|浏览|阅读|点击|字号|摄影|摄)\s*[:：].*$/u,
        '',
      )
      // The picture's author is another.
      .replace(
        /[.,;]?\s*(?:photo(?:graph)?(?:s|y)?|pictures?|illustrations?|fotos?|bilder|grafik)\s*(?:by|von|par|por|:).*$/i,
        '',
      )
      .replace(/\s*[»›|].*$/u, '')
      .replace(/^.{0,12}?(?:记者|記者)[:： 　]*(?=\p{Script=Han})/u, '')
      .replace(/\s*[(（](?:author|作者|记者|avatar|photo)[)）]/i, '')
      .replace(/\s+(?:follow|share|comments?|read more|bio|email|contact|\d+ min(?:ute)?s? read)\b.*$/i, '')
      .replace(/[,;，、;:：\s|/–—-]+$/u, '')
      .trim()
  )
}

function namesIn(line: string): string[] {
  if (/\p{Script=Han}/u.test(line) && !/[a-z]{3} [a-z]/i.test(line)) {
    return line
      .split(/[、，,;；/／|｜&\s　]+(?:(?:本报|本网)?(?:记者|通讯员|实习生|编辑)\s*[:：]?\s*)?/u)
      .filter(Boolean)
  }
  const inverted = INVERTED.exec(line)
  if (inverted && !ROLE.test(inverted[2]!) && !DEGREE.test(inverted[2]!))
    return [`${inverted[2]} ${inverted[1]}`]
  return withoutPlace(line)
    .split(
      /\s*(?:;|\||\/|•|·|&|\band\b|\bwith\b|\bund\b|\bet\b|\bavec\b|\bmit\b|(?<=\p{L} \p{L}+)\s[ye]\s(?=\p{L}+ \p{L}))\s*/iu,
    )
    .flatMap(withoutRoles)
}

/** "Dora Beispiel / Nordmark": a single word after a full name is where it was written. */
function withoutPlace(line: string): string {
  return line.replace(/(\p{L}+\s+\p{L}+)\s*[/|]\s*\p{L}+\s*$/u, '$1')
}

/** "Kooman, F.": family name first, as libraries and journals state it. */
const INVERTED = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}(?:\.|[\p{L}'’-]+)(?: [\p{L}.'’-]{1,12}){0,3})$/u
const DEGREE = /^(?:M\.?A|M\.?D|Ph\.?D|M\.?S|MBA|RN|MPH|Jr|Sr|II|III|J\.?D|Esq)\.?$/

/** Commas separate names from names, and names from what their bearers are. */
function withoutRoles(part: string): string[] {
  const pieces = part.split(/\s*,\s*/)
  const names: string[] = []
  for (const [at, piece] of pieces.entries()) {
    if (DEGREE.test(piece) && names.length > 0) {
      names[names.length - 1] += `, ${piece}`
    } else if (at > 0 && isShouted(piece) && !isShouted(pieces[0]!)) break
    else if (at === 0 || (/\s/.test(piece) && !ROLE.test(piece))) names.push(piece)
    else if (at > 0 && ROLE.test(piece)) break
  }
  return names
}

function cleanName(raw: string): string | null {
  const name = raw
    .replace(/\s+(?:[-–—]\s.*|(?:for|of|from|at|in) (?:the )?\p{Lu}.*)$/u, '')
    .replace(/^(?:and|by)\s+/i, '')
    .replace(/^["'“‘(（【[]+|["'”’】\]]+$/gu, '')
    .replace(/^[(（]?(?:记者|通讯员)\s*/u, '')
    .replace(/[.,;:：，、\s]+$/u, (end) =>
      end.startsWith('.') && /\b\p{L}$/u.test(raw.slice(0, -end.length)) ? '.' : '',
    )
    .trim()
  if (name.length < 2 || name.length > LONGEST_NAME_CHARS || JUNK.test(name)) return null
  if (/[<>{}=#@\\]|https?:|\.(?:com|cn|org|net|html?)\b|\d{3}/i.test(name)) return null
  if (!/\p{L}{2}/u.test(name) || /^\d|^[a-z]+\d+$/.test(name)) return null
  if (name.split(' ').length > 6 || /[!?。！？]/.test(name)) return null
  const words = name.split(' ')
  // "Dora Example Senior Correspondent": two words are a name, what follows them may be its bearer's work.
  const role = words.findIndex((word, at) => at >= 2 && ROLE.test(word))
  if (role !== -1 && !isOrganisation(name)) return cleanName(words.slice(0, role).join(' '))
  if (words.length > 2 && words.filter((word) => /^[\p{Ll}]/u.test(word)).length > words.length / 2)
    return null
  return isShouted(name) ? titleCase(name) : name
}

function isShouted(name: string): boolean {
  return /^\p{Lu}[\p{Lu}.'’-]+(?: [\p{Lu}.'’-]+)+$/u.test(name)
}

function titleCase(name: string): string {
  return name.replace(/\p{L}+/gu, (word) =>
    word.length === 1 ? word : (word[0] ?? '') + word.slice(1).toLowerCase(),
  )
}
