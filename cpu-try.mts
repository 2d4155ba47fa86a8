import { normalText } from '#reading/quote-parts/normal-text.ts'
import { readFigures } from '#reading/figures.ts'
const cpu=(n:string,f:()=>void)=>{const c=process.cpuUsage();f();const d=process.cpuUsage(c);console.log(n,((d.user+d.system)/1000).toFixed(0),'ms cpu')}
const t='The quick “brown” fox jumps over lazy dogs number seven. '.repeat(36000); normalText(t.slice(0,1000))
for(let i=0;i<4;i++) cpu('normal en 2MB',()=>normalText(t))
const z='國家數據局局長劉烈宏表示，到今年3月，我國日均Token（詞元）調用量超過140萬億。'.repeat(50000)
for(let i=0;i<3;i++) cpu('normal zh 2M',()=>normalText(z))
const news='到今年3月，我国日均Token（词元）调用量超过140万亿；2024年初 1000亿；2025年底 100万亿。China used more than 140 trillion daily tokens as of March, up more than 1,000-fold from 100 billion, over 40 percent higher. The company said on Monday that it would invest in new plants across the country. '
for(let i=0;i<3;i++) cpu('figures 1MB news',()=>readFigures(news.repeat(4000)))
for (const [n,s] of [['1 234 ','1 234 '.repeat(170000)],['1-','1-'.repeat(500000)],['万亿','万亿'.repeat(500000)],['1/2','1/2'.repeat(330000)],['三分之','三分之'.repeat(330000)],['+1','+1 234 '.repeat(150000)],['words','one hundred and '.repeat(62000)]] as const) cpu('figures 1MB '+n,()=>readFigures(s))
