import { chromium } from 'playwright';
const flags=['--no-sandbox','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync',...process.argv.slice(3)];
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:flags});
for (let i=0;i<5;i++){ const t0=performance.now(); const c=await b.newContext({viewport:{width:1440,height:900}}); const p=await c.newPage(); const t1=performance.now();
await p.goto(process.argv[2]); const t2=performance.now(); await p.waitForSelector('.playground[data-run-state=settled]'); const t3=performance.now();
await p.getByRole('button',{name:'Pull the plug'}).click(); const t4=performance.now(); await p.getByRole('button',{name:'Pause'}).click(); const t5=performance.now();
const m=await (await p.context().newCDPSession(p)).send('Performance.enable').then(()=>0).catch(()=>0);
await c.close(); const t6=performance.now();
console.log([t1-t0,t2-t1,t3-t2,t4-t3,t5-t4,t6-t5].map(x=>Math.round(x)).join(' ')); }
await b.close();
