const u=new Uint16Array(2_000_000).fill(0x4e2d); const d=new TextDecoder('utf-16le',{ignoreBOM:true})
function a(){let t='';for(let i=0;i<u.length;i+=8192)t+=String.fromCharCode(...u.subarray(i,i+8192));return t}
function b(){let t='';for(let i=0;i<u.length;i+=8192)t+=String.fromCharCode.apply(null,u.subarray(i,i+8192) as unknown as number[]);return t}
for(let k=0;k<3;k++){let s=performance.now();d.decode(u);const x=performance.now()-s;s=performance.now();a();const y=performance.now()-s;s=performance.now();b();console.log('td',x.toFixed(0),'spread',y.toFixed(0),'apply',(performance.now()-s).toFixed(0), 'buffer', (()=>{const s=performance.now();Buffer.from(u.buffer,0,u.byteLength).toString('utf16le');return (performance.now()-s).toFixed(0)})())}
