// /amenities/
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, test } from 'node:test';

import { client, expect, NOTHING, refused, signUp } from './support/client.mjs';
import { site as ours } from './support/site.mjs';

const site = await ours();
const name = `Telescope ${randomBytes(4).toString('hex')}`;
let ada;
before(async () => (ada = (await signUp(site)).client));

test('any signed-in user posts an amenity; one that exists, whatever its case, is the existing one', async () => {
  const made = expect(201, await ada.post('/amenities/', { name, description: 'For the stars', number: 1 }));
  const bob = (await signUp(site, 'Bob')).client;
  const same = expect(201, await bob.post('/amenities', { name: name.toUpperCase() }));
  assert.deepEqual([same.id, same.name], [made.id, name]);
  const one = expect(200, await client(site).get(`/amenities/${made.id}`));
  assert.deepEqual([one.id, one.name, one.description, one.number], [made.id, name, 'For the stars', 1]);
  const list = expect(200, await client(site).get('/amenities/'));
  assert.ok(Array.isArray(list) && list.every((amenity) => amenity.id && amenity.name));
  refused(401, await client(site).post('/amenities/', { name: 'Moat' }));
});

test('what is wrong is named', async () => {
  refused(400, await ada.post('/amenities/', {}), 'Missing fields: name');
  refused(400, await ada.post('/amenities/', { name: 'x'.repeat(51) }));
  refused(400, await ada.post('/amenities/', { name: 'Moat', description: 'x'.repeat(101) }));
  refused(404, await client(site).get(`/amenities/${NOTHING}`), 'Amenity not found');
});

test('nobody changes or deletes what all places share, but the site’s owner', async () => {
  const { id } = expect(201, await ada.post('/amenities/', { name }));
  refused(403, await ada.put(`/amenities/${id}`, { name: 'Mine' }));
  refused(403, await ada.remove(`/amenities/${id}`));
  refused(401, await client(site).remove(`/amenities/${id}`));
});
