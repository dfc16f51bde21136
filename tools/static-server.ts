/** Serves the production build from this machine to this machine. */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { ROOT } from './run-command.ts';

const FOLDER = join(ROOT, 'dist');

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export function hasBuild(): boolean {
  return existsSync(join(FOLDER, 'index.html'));
}

/**
 * Listens on `port` of the loopback interface, or on a free one when it is 0 or taken and
 * `isFixed` is not set. Returns the port.
 */
export async function serveBuild(port: number, isFixed = true): Promise<number> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '/').then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-cache' });
      response.end(body);
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && !isFixed) server.listen(0, '127.0.0.1');
      else reject(new Error(`unable to serve on port ${port}; ${error.message}`));
    });
    server.on('listening', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
    server.listen(port, '127.0.0.1');
  });
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array | string;
}

async function answer(url: string): Promise<Answer> {
  const missing: Answer = { status: 404, type: 'text/plain; charset=utf-8', body: 'There is no such file.\n' };
  try {
    const { pathname } = new URL(url, 'http://localhost');
    const wanted = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const file = normalize(join(FOLDER, wanted));
    if (!file.startsWith(FOLDER + sep)) return missing;
    return { status: 200, type: MEDIA_TYPES[extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
  } catch {
    // No such file, or an address that is not one.
    return missing;
  }
}
