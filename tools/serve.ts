/** `node tools/serve.ts [port]`: serves the production build. Without a port, takes a free one. */

import { hasBuild, serveBuild } from './static-server.ts';

if (!hasBuild()) throw new Error('unable to serve; there is no build in dist. Run "npm run build"');
const port = await serveBuild(Number(process.argv[2] ?? 0));
console.log(`http://127.0.0.1:${port}/`);
