// POST /auth/login, and what an access token is good for.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { client, expect, logIn, PASSWORD, refused, signUp } from './support/client.mjs';
import { site as ours } from './support/site.mjs';

const site = await ours();
let ada;
before(async () => (ada = await signUp(site)));

test('a log-in gives an access token for an hour, and a refresh token', async () => {
  const body = expect(200, await client(site).post('/auth/login', { email: ada.email, password: PASSWORD }));
  assert.equal(body.access_token.split('.').length, 3, 'a JWT');
  const [header, claims] = body.access_token.split('.').map((part) => part && Buffer.from(part, 'base64url').toString());
  assert.equal(JSON.parse(header).alg, 'HS256');
  assert.equal(JSON.parse(claims).sub, ada.id);
  assert.equal(body.expires_in, 3600);
  assert.ok(body.refresh_token);
});

test('the address may be typed in any case', async () => {
  expect(200, await (await logIn(site, ada.email.toUpperCase())).get('/users/me'));
});

test('an unknown address and a wrong password are answered alike', async () => {
  const nobody = client(site);
  refused(401, await nobody.post('/auth/login', { email: ada.email, password: 'not this one' }), 'Invalid credentials');
  refused(401, await nobody.post('/auth/login', { email: 'nobody@example.com', password: PASSWORD }), 'Invalid credentials');
});

test('what is missing or unknown is named', async () => {
  const nobody = client(site);
  refused(400, await nobody.post('/auth/login', {}), 'Missing fields: email, password');
  const odd = await nobody.post('/auth/login', { email: ada.email, password: PASSWORD, is_admin: true });
  refused(400, odd);
  assert.ok(odd.body.fields.is_admin);
});

test('without a token, or with one that is none, the answer is 401', async () => {
  for (const token of [undefined, 'nonsense', 'a.b.c', `${ada.client.token}x`]) {
    refused(401, await client(site, token).get('/users/me'), 'Missing or invalid token');
    expect(200, await client(site, token).get('/places/'), 'what everybody may read');
  }
});

test('a refresh token works once', async () => {
  const nobody = client(site);
  const first = expect(200, await nobody.post('/auth/login', { email: ada.email, password: PASSWORD }));
  const next = expect(200, await nobody.post('/auth/refresh', { refresh_token: first.refresh_token }));
  expect(200, await client(site, next.access_token).get('/users/me'));
  refused(401, await nobody.post('/auth/refresh', { refresh_token: first.refresh_token }));
  refused(401, await nobody.post('/auth/refresh', { refresh_token: next.refresh_token }), undefined, 'reuse ends the family');
});

test('logging out ends the token', async () => {
  const bob = await signUp(site, 'Bob');
  expect(200, await bob.client.post('/auth/logout'));
  refused(401, await bob.client.get('/users/me'));
});
