import { readFigures } from '#reading/figures.ts'
for (const t of process.argv.slice(2)) { console.log(t); for (const f of readFigures(t)) console.log('   ', JSON.stringify([f.text,f.value,f.valueHigh,f.unit,f.kind,f.bound,f.rate,f.asOf,f.scaleWords,f.language])) }
