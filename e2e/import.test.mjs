// Real listings land in time and in little memory, on both databases, and a second time nothing changes.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setInterval as every } from 'node:timers';

import { freshDatabase, noTidb } from './support/database.mjs';
import { Figures } from './support/figures.mjs';
import { ROOT } from './support/server.mjs';

const file = process.env.HBNB_INSIDE_AIRBNB;
const skip = file ? false : 'HBNB_INSIDE_AIRBNB names no file of Inside Airbnb';
const figures = new Figures();
const folder = mkdtempSync(join(tmpdir(), 'hbnb-import-'));
after(() => {
  figures.print();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the import and tells its seconds, its largest resident memory in MB and what it said. */
function importOnce(database) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, HBNB_DATA: folder, ...database };
    const child = spawn(join(ROOT, 'target/release/hbnb'), ['import', 'inside-airbnb', file], { env });
    let output = '';
    let most = 0;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    // The high-water mark is the kernel's own; it is read while the process lives.
    const watch = every(() => {
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

async function landsInTime(name, seconds, database) {
  const first = await importOnce(database);
  figures.add(`import of 5,780 rows on ${name}`, first.seconds, 's', seconds);
  figures.add(`its resident memory on ${name}`, first.most, 'MB', 100);
  const again = await importOnce(database);
  figures.add(`the same again on ${name}`, again.seconds, 's');
  assert.match(again.output, /4,?873/);
  assert.deepEqual(figures.over(), []);
}

test('5,780 real rows land on SQLite', { skip }, () => landsInTime('SQLite', 10, {}));

test('5,780 real rows land on TiDB', { skip: skip || noTidb }, async () => {
  const database = await freshDatabase();
  await landsInTime('TiDB', 60, { DATABASE_URL: database.url });
  await database.drop();
});
