/** `npm start`: builds the page, serves the build on this machine and opens it. */

import { spawn } from 'node:child_process';
import { runCommand } from './run-command.ts';
import { serveBuild } from './static-server.ts';

const PORT = 4173;

console.log('Building …');
const build = await runCommand('vite', ['build', '--logLevel', 'warn']);
if (build.ok) {
  const port = await serveBuild(Number(process.env['PORT'] ?? PORT), process.env['PORT'] !== undefined);
  const address = `http://localhost:${port}/`;
  console.log(`\nPull the Plug is at ${address}\nPress Ctrl+C to stop.`);
  open(address);
} else {
  console.error(build.output);
  console.error('unable to build; see above');
  process.exitCode = 1;
}

/** Asks the machine to show the page. Where there is nobody to look, or nothing to look with, the address printed above must do. */
function open(address: string): void {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI !== undefined) return;
  if (process.platform === 'linux' && DISPLAY === undefined && WAYLAND_DISPLAY === undefined) return;
  const [command, ...args] = openerFor(process.platform, address);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function openerFor(platform: NodeJS.Platform, address: string): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open', address];
  if (platform === 'win32') return ['cmd', '/c', 'start', '', address];
  return ['xdg-open', address];
}
