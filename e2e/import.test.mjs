// Real listings land in time and in little memory, on both databases, and a second time nothing changes.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { freshDatabase, noTidb } from './support/database.mjs';
import { Figures } from './support/figures.mjs';
import { runImport } from './support/imports.mjs';

const file = process.env.HBNB_INSIDE_AIRBNB;
const skip = file ? false : 'HBNB_INSIDE_AIRBNB names no file of Inside Airbnb';
const figures = new Figures();
const folder = mkdtempSync(join(tmpdir(), 'hbnb-import-'));
after(() => {
  figures.print();
  rmSync(folder, { recursive: true, force: true });
});

async function landsInTime(name, seconds, database) {
  const first = await runImport(folder, ['inside-airbnb', file], database);
  figures.add(`import of 5,780 rows on ${name}`, first.seconds, 's', seconds);
  figures.add(`its resident memory on ${name}`, first.most, 'MB', 100);
  const again = await runImport(folder, ['inside-airbnb', file], database);
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
