import { readFigures } from '#reading/figures.ts'
import { notFigures } from '#reading/figure-parts/not-figures.ts'
const cases: [string,string][]=[['digits','1'.repeat(200000)],['1.','1.'.repeat(100000)],['1,23,','1,23,'.repeat(40000)],['1 234 ','1 234 '.repeat(33000)],['一','一'.repeat(200000)],['万亿','万亿'.repeat(100000)],['words','one hundred and '.repeat(12000)],['a','a'.repeat(200000)],[' ',' '.repeat(200000)],['1/2','1/2'.repeat(66000)],['1-','1-'.repeat(100000)],['三分之','三分之'.repeat(66000)],['march','march 1 '.repeat(25000)],['+1','+1 234 '.repeat(28000)],['1x','1x'.repeat(100000)],['(','(['.repeat(100000)],['.','.'.repeat(200000)],['article 1.','article 1'+'.1'.repeat(100000)]]
for (const [n,t] of cases){ let s=performance.now(); notFigures(t); const a=performance.now()-s; s=performance.now(); readFigures(t); console.log(n, a.toFixed(0), (performance.now()-s).toFixed(0)) }
const news='到今年3月，我国日均Token（词元）调用量超过140万亿；2024年初 1000亿；2025年底 100万亿。China used more than 140 trillion daily tokens as of March, up more than 1,000-fold from 100 billion, over 40 percent higher. The company said on Monday that it would invest in new plants across the country. '
const big=news.repeat(4000); let s=performance.now(); const n=readFigures(big).length; console.log('news MB', big.length, n, performance.now()-s)
for(let k=0;k<2000;k++) readFigures(news)
s=performance.now(); for(let k=0;k<2000;k++) readFigures(news); console.log('per call µs', (performance.now()-s)/2)
