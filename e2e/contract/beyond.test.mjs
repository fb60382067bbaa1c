// What the old API had not: quotes, the host's calendar and reservations, the money of a booking, pages, ETags, health, and the form of
// every answer.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { book, client, day, expect, NOTHING, place, refused, signUp, stay } from './support/client.mjs';
import { noSandbox, site as ours } from './support/site.mjs';

const site = await ours();
let host, guest, id;
before(async () => {
  [host, guest] = [await signUp(site, 'Ailsa'), await signUp(site, 'Mina')];
  id = await place(host.client);
});

test('a stay is priced before it is booked, and the lines add up', async () => {
  const quote = expect(200, await client(site).get(`/places/${id}/quote?check_in_date=${day(20)}&check_out_date=${day(23)}`));
  assert.deepEqual([quote.total_price, quote.total_minor, quote.nights, quote.available], [300, 30_000, 3, true]);
  assert.equal(quote.lines.reduce((sum, line) => sum + line.amount_minor, 0), quote.total_minor);
  refused(404, await client(site).get(`/places/${NOTHING}/quote?check_in_date=${day(20)}&check_out_date=${day(23)}`), 'Place not found');
});

test('a host keeps nights free and lets them again', async () => {
  const nights = { first_night: day(200), last_night: day(201), note: 'My sister' };
  expect(201, await host.client.post(`/places/${id}/blocks`, nights));
  const month = expect(200, await host.client.get(`/places/${id}/calendar?month=${day(200).slice(0, 7)}`));
  assert.equal(month.days.find((one) => one.date === day(200)).state, 'blocked');
  const free = async () => expect(200, await client(site).post('/bookings/availability/check', stay(id, 200, 1))).available;
  assert.equal(await free(), false);
  expect(200, await host.client.remove(`/places/${id}/blocks?first_night=${day(200)}&last_night=${day(201)}`));
  assert.equal(await free(), true);
  refused(403, await guest.client.get(`/places/${id}/calendar`), 'Unauthorized action');
});

test('a host reads, accepts and declines reservations', { skip: noSandbox }, async () => {
  const booking = await book(site, guest.client, id, 30);
  const requests = expect(200, await host.client.get('/reservations?when=requests'));
  assert.ok(requests.some((one) => one.id === booking.id));
  refused(403, await guest.client.get(`/reservations/${booking.id}`));
  const done = expect(200, await host.client.post(`/reservations/${booking.id}/decline`, { reason: 'The roof leaks.' }));
  assert.deepEqual([done.booking.status, done.booking.state], ['cancelled', 'declined']);
  const other = await book(site, guest.client, id, 40);
  expect(200, await host.client.post(`/reservations/${other.id}/accept`));
  const money = expect(200, await guest.client.get(`/bookings/${other.id}/money`));
  assert.equal(money.at(-1).balance_minor, 30_000);
});

test('who has an answer already is told so', async () => {
  const first = await client(site).get(`/places/${id}`);
  const tag = first.headers.get('etag');
  assert.match(tag, /^W\/"/);
  assert.equal((await client(site).get(`/places/${id}`, { 'if-none-match': tag })).status, 304);
});

test('health is told in the old words', async () => {
  assert.deepEqual(expect(200, await client(site).get('/health/')), { status: 'healthy', database: 'connected' });
});

test('what is not there is answered as everything else', async () => {
  refused(404, await client(site).get('/nothing/here'));
  refused(405, await client(site).put('/health', {}));
  const odd = await fetch(`${site.url}/api/v1/places/`, { method: 'POST', headers: { authorization: `Bearer ${host.client.token}`, 'content-type': 'application/json' }, body: '{"title":' });
  assert.equal(odd.status, 400);
  assert.equal(typeof (await odd.json()).error, 'string');
});

test('no answer sets a cookie', async () => {
  for (const path of ['/places', '/health', '/users/me']) {
    assert.equal((await client(site).get(path)).headers.getSetCookie().length, 0, path);
  }
});
