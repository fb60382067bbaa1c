// A server that keeps its limits can be asked too: whoever is told to come back later does.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, test } from 'node:test';

import { client, expect } from './support/client.mjs';

const asked = [];
// 429 once for each method, with a time to wait; then it answers.
const busy = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  const first = asked.filter((one) => one === asked.at(-1)).length === 1;
  response.writeHead(first ? 429 : 200, { 'content-type': 'application/json', ...(first ? { 'retry-after': '0' } : {}) });
  response.end(JSON.stringify(first ? { error: 'Too many requests.' } : { done: true }));
}).listen(0, '127.0.0.1');
after(() => busy.close());
await once(busy, 'listening');
const site = { url: `http://127.0.0.1:${busy.address().port}` };

test('a client that is told to wait asks again, with the same words', async () => {
  assert.deepEqual(expect(200, await client(site).post('/users/', { first_name: 'Ada' })), { done: true });
  assert.deepEqual(expect(200, await client(site).get('/places')), { done: true });
  assert.deepEqual(asked, ['POST /api/v1/users/', 'POST /api/v1/users/', 'GET /api/v1/places', 'GET /api/v1/places']);
});
