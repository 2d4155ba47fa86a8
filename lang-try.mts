import { detectAll } from 'tinyld'
for (const t of ['asdf qwer zxcv hjkl poiu','The economy grew quickly in the last quarter.','Die Wirtschaft ist im letzten Quartal gewachsen.','lorem ipsum dolor sit amet consectetur','Revenue 2024 Q3 USD 5 bn Apple','La economía creció rápidamente este año']) console.log(t, JSON.stringify(detectAll(t).slice(0,2)))
import { normalText } from '#reading/quote-parts/normal-text.ts'
const t='The quick “brown” fox jumps over lazy dogs number seven. '.repeat(36000); normalText(t.slice(0,1000))
for(let i=0;i<4;i++){const s=performance.now(); normalText(t); console.log('normal 2MB', performance.now()-s)}
const z='國家數據局局長劉烈宏表示，到今年3月，我國日均Token（詞元）調用量超過140萬億。'.repeat(50000)
for(let i=0;i<3;i++){const s=performance.now(); normalText(z); console.log('normal zh 2M', performance.now()-s)}
