// The import as its own process, with what it takes.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { BINARY } from './server.mjs';

/**
 * Runs `hbnb import` with these arguments in a data folder, `env` naming the database if it is not SQLite; resolves to its seconds, its
 * largest resident memory in MB and what it said.
 */
export function runImport(folder, args, env = {}) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(BINARY, ['import', ...args], { env: { PATH: process.env.PATH, HOME: process.env.HOME, HBNB_DATA: folder, ...env } });
    let output = '';
    let most = 0;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    // The high-water mark is the kernel's own; it is read while the process lives.
    const watch = setInterval(() => {
      try {
        most = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? most * 1024) / 1024;
      } catch { /* it has just ended */ }
    }, 20);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      return code === 0 ? resolve({ seconds, most, output }) : reject(new Error(output));
    });
  });
}
