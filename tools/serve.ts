/** `node tools/serve.ts [port]`: serves the production build. Without a port, takes a free one. */

import { serveBuild } from './static-server.ts';

const port = await serveBuild(Number(process.argv[2] ?? 0));
console.log(`http://127.0.0.1:${port}/`);
