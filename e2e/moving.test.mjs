// Moving in from the replaced system: 100,000 rows land in time and in little memory, and a second time nothing changes.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setInterval as every } from 'node:timers';

import { writeDump } from '../scripts/old-dump.mjs';
import { freshDatabase, noTidb } from './support/database.mjs';
import { Figures } from './support/figures.mjs';
import { ROOT } from './support/server.mjs';

const figures = new Figures();
const folder = mkdtempSync(join(tmpdir(), 'hbnb-moving-'));
after(() => {
  figures.print();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `hbnb import legacy` and tells its seconds, its largest resident memory in MB and what it said. */
function move(file, database, ...options) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, HBNB_DATA: folder, ...database };
    const child = spawn(join(ROOT, 'target/release/hbnb'), ['import', 'legacy', file, ...options], { env });
    let output = '';
    let most = 0;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
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

async function landsInTime(name, rows, seconds, database) {
  const file = join(folder, `${rows}.sql`);
  await writeDump(rows, file);
  const said = rows.toLocaleString('en');
  if (rows <= 5_000) assert.match((await move(file, database, '--dry-run')).output, /nothing was written/);
  const first = await move(file, database);
  figures.add(`import of ${said} rows of the old system on ${name}`, first.seconds, 's', seconds);
  figures.add(`its resident memory on ${name}`, first.most, 'MB', 150);
  assert.match(first.output, /users: [\d,]+ rows, [\d,]+ new, 0 there already, 0 refused/);
  assert.match(first.output, /bookings: [\d,]+ rows, [\d,]+ new, 0 there already, 0 refused/);
  const again = await move(file, database);
  figures.add(`the same again on ${name}`, again.seconds, 's');
  assert.doesNotMatch(again.output, /[1-9]\d* new/);
  assert.deepEqual(figures.over(), []);
}

test('100,000 rows of the old system land on SQLite', () => landsInTime('SQLite', 100_000, 120, {}));

test('5,000 rows of the old system land on TiDB', { skip: noTidb }, async () => {
  const database = await freshDatabase();
  await landsInTime('TiDB', 5_000, 120, { DATABASE_URL: database.url });
  await database.drop();
});
