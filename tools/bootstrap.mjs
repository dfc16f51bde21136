/**
 * Makes a fresh machine ready, then runs a TypeScript file of the repository with the Node that it
 * depends on: `node tools/bootstrap.mjs <file.ts> [arguments]`.
 *
 * A fresh machine has Node 20 and npm and nothing else, hence plain JavaScript and no dependencies
 * here. Whatever the installation prints goes to standard error: the output belongs to the file.
 */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const nodeFolder = join(root, 'node_modules', 'node', 'bin');
const bin = join(root, 'node_modules', '.bin');

const missing = packageOutOfPlace();
if (missing !== null) install(missing);
run(nodeExecutable(), process.argv.slice(2));

/** The first package that is not installed as the lock file wants it, `null` when all are. */
function packageOutOfPlace() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'node_modules';
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(installedFile);
  for (const [path, { version, optional, link }] of Object.entries(wanted)) {
    // What is optional depends on the platform and may rightly be absent.
    if (path === '' || optional || link) continue;
    if (installed[path]?.version !== version) return path;
  }
  return null;
}

/** @param {string} file */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/** @param {string} reason */
function install(reason) {
  process.stderr.write(`Installing packages (${reason} is missing or out of date). This happens once.\n`);
  // Developer dependencies hold the toolchain, also where NODE_ENV says production.
  const npm = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 2, 2],
  });
  if (npm.status !== 0)
    fail(`unable to install packages; "npm ci" ended with ${npm.status ?? npm.error}. See its output above`);
}

/** The Node of the repository, or this one where it is new enough. */
function nodeExecutable() {
  const local = join(nodeFolder, process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(local)) placeNode();
  if (existsSync(local)) return local;
  if (Number(process.versions.node.split('.')[0]) >= LEAST_NODE) return process.execPath;
  return fail(
    `unable to start; Node ${LEAST_NODE} is needed and could not be installed (this is Node ${process.versions.node}). ` +
      `Install Node ${LEAST_NODE}, or allow the install script of the package "node" and run "npm ci"`,
  );
}

/** npm may be set not to run install scripts; the one that puts the Node executable in its place is run here then. */
function placeNode() {
  const folder = join(root, 'node_modules', 'node');
  const script = join(folder, 'installArchSpecificPackage.js');
  if (existsSync(script)) spawnSync(process.execPath, [script], { cwd: folder, stdio: ['ignore', 2, 2] });
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 */
function run(node, args) {
  // Programs of the toolchain look for `node` here as well.
  const PATH = [nodeFolder, bin, process.env.PATH ?? ''].join(delimiter);
  const child = spawn(node, args, { stdio: 'inherit', env: { ...process.env, PATH } });
  // The terminal sends an interrupt to both; a signal for this process alone is handed on.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  });
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
