/** Knows news agencies and outlets that others reprint by all their names and hosts, so that 路透社 and Reuters are one. */
import { foldScript } from '#reading/fold-script.ts'

/** First the name relays are filed under, then other names; hosts with a dot. */
const OUTLETS: readonly (readonly string[])[] = [
  ['Reuters', 'Thomson Reuters', '路透社', '路透', 'reuters.com'],
  ['Associated Press', 'AP', 'The AP', '美联社', 'apnews.com', 'ap.org'],
  ['AFP', 'Agence France-Presse', '法新社', 'afp.com'],
  ['Bloomberg', 'Bloomberg News', '彭博社', '彭博', 'bloomberg.com'],
  ['Dow Jones', 'Dow Jones Newswires', '道琼斯', 'dowjones.com'],
  ['dpa', 'Deutsche Presse-Agentur', '德新社', 'dpa.com'],
  ['EFE', '埃菲社', 'efe.com'],
  ['ANSA', '安莎社', 'ansa.it'],
  ['Kyodo News', 'Kyodo', '共同社', '共同通信社', 'kyodonews.net', 'kyodonews.jp'],
  ['Jiji Press', 'Jiji', '时事社', '时事通信社', 'jiji.com'],
  ['Yonhap', 'Yonhap News Agency', '韩联社', '联合通讯社', 'yna.co.kr'],
  ['TASS', '塔斯社', 'tass.com', 'tass.ru'],
  ['RIA Novosti', '俄新社', 'ria.ru'],
  ['PTI', 'Press Trust of India', 'ptinews.com'],
  ['PA Media', 'Press Association', 'pa.media'],
  ['UPI', 'United Press International', '合众社', 'upi.com'],
  ['Central News Agency', 'CNA', '中央社', '中央通讯社', 'cna.com.tw'],
  ['Xinhua', 'Xinhua News Agency', '新华社', '新华网', '新华通讯社', 'xinhuanet.com', 'news.cn'],
  [
    'China News Service',
    'CNS',
    'Chinanews',
    '中国新闻网',
    '中国新闻社',
    '中新社',
    '中新网',
    '中新财经',
    'chinanews.com.cn',
    'chinanews.com',
    'ecns.cn',
  ],
  ['Cailian Press', 'CLS', '财联社', 'cls.cn'],
  ['CCTV', 'China Central Television', '央视', '央视新闻', '央视网', '中央电视台', 'cctv.com'],
  ['People’s Daily', 'Peoples Daily', '人民日报', '人民网', 'people.com.cn'],
  ['Global Times', '环球时报', '环球网', 'globaltimes.cn', 'huanqiu.com'],
  ['China Daily', '中国日报', '中国日报网', 'chinadaily.com.cn'],
  ['Securities Times', '证券时报', '证券时报网', 'stcn.com'],
  ['Shanghai Securities News', '上海证券报', '上证报', 'cnstock.com'],
  ['China Securities Journal', '中国证券报', '中证网', 'cs.com.cn'],
  ['Caixin', 'Caixin Global', '财新', '财新网', 'caixin.com', 'caixinglobal.com'],
  ['Yicai', 'Yicai Global', '第一财经', 'yicai.com', 'yicaiglobal.com'],
  ['The Paper', '澎湃新闻', '澎湃', 'thepaper.cn'],
  ['IT Home', 'ITHome', 'IT之家', 'ithome.com'],
  ['36Kr', '36氪', '36kr.com'],
  ['Tencent News', '腾讯新闻', '腾讯网', 'news.qq.com', 'qq.com'],
  ['Sina', 'Sina Finance', '新浪', '新浪财经', '新浪网', 'sina.com.cn', 'sina.cn'],
  ['NetEase', '网易', '网易新闻', '163.com'],
  ['Sohu', '搜狐', '搜狐网', 'sohu.com'],
  ['South China Morning Post', 'SCMP', '南华早报', 'scmp.com'],
  ['Financial Times', 'FT', '金融时报', 'ft.com'],
  ['The Wall Street Journal', 'Wall Street Journal', 'WSJ', '华尔街日报', 'wsj.com'],
  ['The New York Times', 'New York Times', 'NYT', '纽约时报', 'nytimes.com'],
  ['The Washington Post', 'Washington Post', '华盛顿邮报', 'washingtonpost.com'],
  ['The Guardian', 'Guardian', '卫报', 'theguardian.com'],
  ['BBC', 'BBC News', '英国广播公司', 'bbc.com', 'bbc.co.uk'],
  ['CNN', '美国有线电视新闻网', 'cnn.com'],
  ['CNBC', 'cnbc.com'],
  ['Nikkei', 'Nikkei Asia', '日经', '日经新闻', '日本经济新闻', 'nikkei.com'],
]

const NAMES = new Map<string, string>()
const HOSTS = new Map<string, string>()
for (const [name = '', ...others] of OUTLETS) {
  NAMES.set(folded(name), name)
  for (const other of others) (other.includes('.') ? HOSTS : NAMES).set(folded(other), name)
}

/** Script, case, spaces, articles and the trade's own suffixes do not make another outlet. */
function folded(name: string): string {
  return foldScript(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(?:the|by|from|来源|文|责编)[\s:：/]+/, '')
    .replace(/(?:实习)?(?:特约)?记者.*$/, '')
    .replace(/['’‘.·,\s-]+/g, '')
}

/** The name an outlet is filed under; a name that is not known stands for itself, folded spaces apart. */
export function outletNamed(name: string): string {
  return NAMES.get(folded(name)) ?? name.replace(/\s+/g, ' ').trim()
}

/** True for an agency or outlet on the list, under any of its names. */
export function isKnownOutlet(name: string): boolean {
  return NAMES.has(folded(name))
}

/** The outlet on the list that publishes at a host or one above it; null for all others. */
export function outletAt(address: string): string | null {
  const host = URL.parse(address)?.hostname.toLowerCase() ?? ''
  for (let at = host; at.includes('.'); at = at.slice(at.indexOf('.') + 1)) {
    const found = HOSTS.get(folded(at))
    if (found) return found
  }
  return null
}

/** True where both names are one outlet. */
export function isSameOutlet(a: string, b: string): boolean {
  return folded(outletNamed(a)) === folded(outletNamed(b))
}
