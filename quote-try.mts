import { readQuote } from '#reading/quote.ts'
import { readLanguage } from '#reading/language.ts'
import { compareFigure } from '#reading/compare-figures.ts'
import { readFigures } from '#reading/figures.ts'
const show=(t:string,q:string,c?:any)=>{const s=performance.now();const r=readQuote(t,q,c);console.log(q.slice(0,60),'=>',r.verdict,r.score.toFixed(3),r.start,r.end,JSON.stringify(t.slice(r.start??0,r.end??0).slice(0,60)),JSON.stringify(r.differences), (performance.now()-s).toFixed(1)+'ms')}
show('Revenue rose 12 percent in March, Team Beta said; twelve percent was the plan.','Team Alpha … twelve percent')
show('Revenue rose 12 percent in March, Team Beta said; twelve percent was the plan.','Team Beta … twelve percent')
show('Revenue rose 12 percent in March.','Revenue rose 13 percent in March')
show('Revenue rose 12 percent in March.','Revenue  rose 12 percent in  March')
show('Revenue rose 112 percent in March.','12 percent in March')
show('國家數據局局長劉烈宏表示，到今年3月，我國日均Token調用量超過140萬億。','国家数据局局长刘烈宏表示，到今年3月，我国日均 Token 调用量超过140万亿')
show('國家數據局局長劉烈宏表示，到今年3月，我國日均Token調用量超過140萬億。','国家数据局局长刘烈洪表示，到今年3月，我国日均 Token 调用量超过140万亿')
show('国家数据局局长刘烈宏表示，日均调用量超过140万亿。','日均调用量超过140')
show('“The plan is not approved,” she said.','The plan is approved')
show('The plan is quickly approved by the board, she said.','The plan was quickly approved by the board')
show('the plan was approved by the board, she said.','"[T]he plan [to expand] was approved by the board," she said')
show('The office of the plan. Later we saw it.','[T]he plan')
const big='The quick brown fox jumps over lazy dogs number seven. '.repeat(40000)
console.log(big.length)
show(big+'Team Beta won','Team Beta won'); show(big+'Team “Beta” won','Team "Beta" won'); show(big+'Team Beta won the whole cup in March','Team Beta won the entire cup in March')
show('ab'.repeat(1e6),'ab'.repeat(50)+'c'+'ab'.repeat(50))
show('a'.repeat(2e6),'a'.repeat(100)+'b'+'a'.repeat(100))
show('abcde'.repeat(4e5),'abcdf'.repeat(40))
for (const t of ['国家统计局表示，经济增长','國家統計局表示，經濟增長','日本の経済は成長している','한국 경제가 성장했다','The economy grew quickly in the last quarter.','ok','asdf qwer zxcv hjkl poiu','Die Wirtschaft ist im letzten Quartal gewachsen.','中文']) console.log(t, readLanguage(t))
const cmp=(c:string,t:string)=>{const f=readFigures(c)[0]!;console.log(c,'|',t,JSON.stringify({...compareFigure(f,readFigures(t)),found:undefined}))}
cmp('912.17 billion yuan','收入为912.17亿元'); cmp('140 trillion tokens','日均Token调用量超过140万亿'); cmp('more than 140 trillion daily tokens as of March','到今年3月，我国日均Token（词元）调用量超过140万亿')
cmp('3 percent','上升3个百分点');cmp('50 thousand people','来了50万人');cmp('5 billion dollars','$5 million'); cmp('more than 100 people','共有140人');cmp('3 trillion','3 billion'); cmp('12 percent','13 percent');cmp('12 percent','300 people'); cmp('$5 million','5 million euros'); cmp('100 users as of April','100 users as of March')
