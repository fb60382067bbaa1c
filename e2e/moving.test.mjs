// Moving in from the replaced system: its rows land in time and in little memory, and a second time nothing changes. HBNB_IMPORT_ROWS says how
// many rows; `make prove` asks for 100,000.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { writeDump } from '../scripts/old-dump.mjs';
import { freshDatabase, noTidb } from './support/database.mjs';
import { Figures } from './support/figures.mjs';
import { runImport } from './support/imports.mjs';

const ROWS = Number(process.env.HBNB_IMPORT_ROWS ?? 5_000);
const figures = new Figures();
const folder = mkdtempSync(join(tmpdir(), 'hbnb-moving-'));
after(() => {
  figures.print();
  rmSync(folder, { recursive: true, force: true });
});

// `pace` is how many seconds a thousand rows may take.
async function landsInTime(name, pace, database) {
  const file = join(folder, `${ROWS}.sql`);
  await writeDump(ROWS, file);
  const said = ROWS.toLocaleString('en');
  assert.match((await runImport(folder, ['legacy', file, '--dry-run'], database)).output, /nothing was written/);
  const first = await runImport(folder, ['legacy', file], database);
  figures.add(`import of ${said} rows of the old system on ${name}`, first.seconds, 's', (pace * ROWS) / 1_000);
  figures.add(`its resident memory on ${name}`, first.most, 'MB', 150);
  assert.match(first.output, /users: [\d,]+ rows, [\d,]+ new, 0 there already, 0 refused/);
  assert.match(first.output, /bookings: [\d,]+ rows, [\d,]+ new, 0 there already, 0 refused/);
  const again = await runImport(folder, ['legacy', file], database);
  figures.add(`the same again on ${name}`, again.seconds, 's');
  assert.doesNotMatch(again.output, /[1-9]\d* new/);
  assert.deepEqual(figures.over(), []);
}

test('rows of the old system land on SQLite', () => landsInTime('SQLite', 1.2, {}));

test('rows of the old system land on TiDB', { skip: noTidb }, async () => {
  const database = await freshDatabase();
  await landsInTime('TiDB', 10, { DATABASE_URL: database.url });
  await database.drop();
});
