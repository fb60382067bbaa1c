// A server that cannot be sure whose database it speaks to does not start, and says why.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { freshDatabase, noTls, overTls } from './support/database.mjs';
import { BINARY, ROOT, startServer } from './support/server.mjs';

const skip = noTls;
const data = mkdtempSync(join(tmpdir(), 'hbnb-tls-'));
let database;

before(async () => {
  if (!skip) database = await freshDatabase();
});
after(async () => {
  await database?.drop();
  rmSync(data, { recursive: true, force: true });
});

/** What `serve` says on that address, and how it ends. */
function refusal(url) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, HBNB_DATA: data, PORT: '4163', DATABASE_URL: url };
  const { status, stderr } = spawnSync(BINARY, ['serve'], { cwd: ROOT, env, encoding: 'utf8', timeout: 30_000 });
  return { status, said: stderr };
}

test('the certificate of the right host, signed by a known authority, is accepted', { skip }, async () => {
  const server = await startServer({ DATABASE_URL: overTls(database.name) }, [], []);
  assert.equal(await server.stop(), 0);
});

test('a certificate for another name is refused in a sentence', { skip }, () => {
  const { status, said } = refusal(overTls(database.name, '127.0.0.1'));
  assert.equal(status, 2, said);
  assert.match(said, /the server's certificate is for another host name; use the name that it carries/);
});

test('a certificate of an unknown authority is refused in a sentence', { skip }, () => {
  const { status, said } = refusal(overTls(database.name, 'localhost', ''));
  assert.equal(status, 2, said);
  assert.match(said, /signed by an authority unknown here; name its file with \?ssl-ca=FILE/);
});
