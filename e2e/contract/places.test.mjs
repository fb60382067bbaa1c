// /places/ and their amenities.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { book, client, expect, NOTHING, place, refused, signUp } from './support/client.mjs';
import { noSandbox, site as ours } from './support/site.mjs';

const site = await ours();
let host, other, id;
before(async () => {
  [host, other] = [(await signUp(site, 'Ailsa')).client, (await signUp(site, 'Noor')).client];
  id = await place(host);
});

test('a place that is posted is live at once, with the old fields and the exact money beside them', async () => {
  const one = expect(200, await client(site).get(`/places/${id}`));
  assert.deepEqual([one.id, one.title, one.price, one.price_minor, one.currency], [id, 'A flat above the boats', 100, 10_000, 'USD']);
  for (const field of ['description', 'latitude', 'longitude', 'owner_id', 'amenities', 'reviews']) assert.ok(field in one, field);
  assert.deepEqual([one.amenities, one.reviews], [[], []]);
});

test('where it is, is told exactly to its owner alone', async () => {
  const own = expect(200, await host.get(`/places/${id}`));
  assert.deepEqual([own.latitude, own.longitude], [55.95, -3.19]);
  for (const caller of [client(site), other]) {
    const seen = expect(200, await caller.get(`/places/${id}/`));
    assert.notDeepEqual([seen.latitude, seen.longitude], [55.95, -3.19]);
    assert.ok(Math.abs(seen.latitude - 55.95) < 0.02 && Math.abs(seen.longitude + 3.19) < 0.03);
  }
});

test('places are listed as a bare array in pages of at most 100', async () => {
  const answer = await client(site).get('/places/?limit=2');
  const list = expect(200, answer);
  assert.ok(Array.isArray(list) && list.length <= 2);
  refused(400, await client(site).get('/places?limit=101'));
  refused(400, await client(site).get('/places?limit=2&cursor=nonsense'));
  const link = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '');
  if (list.length === 2 && link) {
    const next = new URL(link[1]);
    const more = expect(200, await client(site).get(`/places${next.search}`));
    assert.ok(more.every((one) => !list.some((seen) => seen.id === one.id)), 'no place twice');
  }
});

test('what a place needs is named when it is missing or wrong', async () => {
  refused(400, await host.post('/places/', { description: 'x' }), 'Missing fields: title, price, latitude, longitude');
  for (const wrong of [{ title: '' }, { title: 'x'.repeat(101) }, { price: 0 }, { price: -5 }, { latitude: 91 }, { longitude: -181 }, { colour: 'red' }]) {
    const body = { title: 'A barge', description: '', price: 90, latitude: 55.95, longitude: -3.19, ...wrong };
    const answer = await host.post('/places/', body);
    refused(400, answer);
    assert.deepEqual(Object.keys(answer.body.fields), Object.keys(wrong));
  }
  refused(401, await client(site).post('/places/', {}));
});

test('its owner changes it, and the change is kept', async () => {
  expect(200, await host.put(`/places/${id}`, { title: 'A flat above the harbour', price: 120.5 }));
  const one = expect(200, await client(site).get(`/places/${id}`));
  assert.deepEqual([one.title, one.price, one.price_minor], ['A flat above the harbour', 120.5, 12_050]);
  const whole = expect(200, await host.get(`/places/${id}`));
  const back = expect(200, await host.put(`/places/${id}`, { ...whole, description: 'Two rooms.' }));
  assert.deepEqual(back, { ...whole, description: 'Two rooms.', updated_at: back.updated_at }, 'what was read can be sent back');
  refused(403, await other.put(`/places/${id}`, { title: 'Mine' }), 'Unauthorized action');
  refused(401, await client(site).put(`/places/${id}`, { title: 'Mine' }));
  refused(404, await host.put(`/places/${NOTHING}`, { title: 'Mine' }), 'Place not found');
});

test('amenities are added once and taken away', async () => {
  const { id: sauna } = expect(201, await host.post('/amenities/', { name: 'Sauna' }));
  const path = `/places/${id}/amenities/${sauna}`;
  refused(403, await other.post(path), 'Unauthorized action');
  refused(401, await client(site).post(path));
  assert.equal(expect(201, await host.post(path)).id, sauna);
  refused(400, await host.post(path));
  assert.ok(expect(200, await client(site).get(`/places/${id}`)).amenities.some((one) => one.id === sauna));
  refused(403, await other.remove(path));
  expect(200, await host.remove(path));
  refused(404, await host.post(`/places/${id}/amenities/${NOTHING}`), 'Amenity not found');
  refused(404, await host.post(`/places/${NOTHING}/amenities/${sauna}`), 'Place not found');
});

test('its owner deletes it, but not under a guest', { skip: noSandbox }, async () => {
  const gone = await place(host);
  refused(403, await other.remove(`/places/${gone}`), 'Unauthorized action');
  refused(401, await client(site).remove(`/places/${gone}`));
  assert.equal(expect(200, await host.remove(`/places/${gone}/`)).message, 'Place deleted successfully');
  refused(404, await client(site).get(`/places/${gone}`), 'Place not found');
  const booked = await place(host);
  await book(site, other, booked);
  refused(400, await host.remove(`/places/${booked}`));
});
