// Three servers share one TiDB, and nothing that matters lives in only one of them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { PASSWORD, SIOBHAN } from './support/cast.mjs';
import { freshDatabase, noTidb } from './support/database.mjs';
import { startServer } from './support/server.mjs';

const skip = noTidb;
const servers = [];
let database;

before(async () => {
  if (skip) return;
  database = await freshDatabase();
  const env = { DATABASE_URL: database.url };
  // The first one loads the demo; the others find it there.
  servers.push(await startServer(env));
  servers.push(...(await Promise.all([startServer(env), startServer(env)])));
});
after(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await database?.drop();
});

const post = (server, path, fields, cookie = '') =>
  fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.url, cookie },
    body: new URLSearchParams(fields),
  });
const look = (server, path, cookie) => fetch(server.url + path, { redirect: 'manual', headers: { cookie } });

test('who logs in at one server is known to the others, until the session ends at any of them', { skip }, async () => {
  const [first, second, third] = servers;
  const welcome = await post(first, '/login', { email: SIOBHAN, password: PASSWORD });
  assert.equal(welcome.status, 303);
  const cookie = welcome.headers.getSetCookie()[0].split(';')[0];
  for (const server of servers) {
    const account = await look(server, '/account', cookie);
    assert.equal(account.status, 200);
    assert.match(await account.text(), /Siobhán/);
  }
  assert.equal((await post(second, '/logout', {}, cookie)).status, 303);
  for (const server of [third, first]) {
    const account = await look(server, '/account', cookie);
    assert.equal(account.status, 303, 'the way to the log-in');
  }
});
