// /users/
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { client, expect, NOTHING, PASSWORD, refused, signUp } from './support/client.mjs';
import { site as ours } from './support/site.mjs';

const site = await ours();
let ada, bob;
before(async () => ([ada, bob] = [await signUp(site, 'Ada'), await signUp(site, 'Bob')]));

const person = (more) => ({ first_name: 'Jean-Luc', last_name: "O'Brien", email: 'x@example.com', password: PASSWORD, ...more });

test('an address is taken once, whatever its case', async () => {
  const again = await client(site).post('/users/', person({ email: ada.email.toUpperCase() }));
  refused(400, again, 'Email already registered');
});

test('nobody makes themselves the owner of the site', async () => {
  const answer = await client(site).post('/users/', person({ email: 'boss@example.com', is_admin: true }));
  refused(400, answer);
  assert.ok(answer.body.fields.is_admin);
  refused(400, await ada.client.put(`/users/${ada.id}`, { is_admin: true }));
});

test('what is wrong is named, field by field', async () => {
  const answer = await client(site).post('/users', person({ first_name: '', email: 'no address', password: 'short' }));
  refused(400, answer);
  assert.deepEqual(Object.keys(answer.body.fields).sort(), ['email', 'first_name', 'password']);
  refused(400, await client(site).post('/users/', {}), 'Missing fields: first_name, last_name, email, password');
});

test('one reads all of oneself, and of others only the name', async () => {
  const me = expect(200, await ada.client.get('/users/me'));
  assert.deepEqual([me.id, me.first_name, me.last_name, me.email], [ada.id, 'Ada', "O'Brien", ada.email]);
  assert.deepEqual(expect(200, await ada.client.get(`/users/${ada.id}/`)), me);
  for (const caller of [bob.client, client(site)]) {
    const other = expect(200, await caller.get(`/users/${ada.id}`));
    assert.deepEqual([other.first_name, other.email, other.phone_number, other.home_location], ['Ada', null, null, null]);
  }
  refused(404, await ada.client.get(`/users/${NOTHING}`), 'User not found');
});

test('one changes one’s own profile, and neither address nor password', async () => {
  const changed = expect(200, await ada.client.put(`/users/${ada.id}`, { phone_number: '+44 131 496 0000', home_location: 'Leith' }));
  assert.deepEqual([changed.phone_number, changed.home_location], ['+44 131 496 0000', 'Leith']);
  assert.deepEqual(expect(200, await ada.client.get('/users/me')), changed, 'it is kept');
  for (const field of ['email', 'password']) {
    refused(400, await ada.client.put(`/users/${ada.id}`, { [field]: 'x' }), 'You cannot modify email or password.');
  }
  refused(403, await bob.client.put(`/users/${ada.id}`, { first_name: 'Eve' }), 'Unauthorized action');
  refused(401, await client(site).put(`/users/${ada.id}`, { first_name: 'Eve' }));
});

test('one deletes only oneself', async () => {
  const eve = await signUp(site, 'Eve');
  refused(403, await bob.client.remove(`/users/${eve.id}`), 'Unauthorized action');
  refused(401, await client(site).remove(`/users/${eve.id}`));
  assert.equal(expect(200, await eve.client.remove(`/users/${eve.id}`)).message, 'User deleted successfully');
  refused(401, await eve.client.get('/users/me'));
});
