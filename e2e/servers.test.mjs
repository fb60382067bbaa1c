// Three servers share one TiDB over TLS, and nothing that matters lives in only one of them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { PASSWORD, api, home, logIn, newcomer, somewhere, until } from './support/client.mjs';
import { day } from './support/cast.mjs';
import { Figures } from './support/figures.mjs';
import { noFleet, startFleet } from './support/fleet.mjs';
import { ROOT } from './support/server.mjs';

const skip = noFleet;
const figures = new Figures();
let fleet;

before(async () => {
  if (!skip) fleet = await startFleet(3);
});
after(async () => {
  await fleet?.stop();
  if (!skip) figures.print();
});

/** A form of a page, sent to one server as the browser at the balancer's address would. */
const form = (server, path, fields, { cookie = '', from = somewhere() } = {}) =>
  fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: fleet.balancer.url, cookie, 'x-client': from },
    body: fields instanceof FormData ? fields : new URLSearchParams(fields),
  });
const look = (server, path, cookie) => fetch(server.url + path, { redirect: 'manual', headers: { cookie } });

async function session(server, email) {
  const welcome = await form(server, '/login', { email, password: PASSWORD });
  assert.equal(welcome.status, 303);
  return welcome.headers.getSetCookie()[0].split(';')[0];
}

/** How often each status came. */
function statuses(answers) {
  const counts = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** Sends so many at once, to the servers in turn. */
const spread = (many, send) => Promise.all(Array.from({ length: many }, (_, number) => send(fleet.servers[number % 3], number)));

test('all three migrated at once, and each step was made once', { skip }, async () => {
  const steps = await fleet.database.rows('SELECT version FROM seaql_migrations');
  assert.ok(steps.length > 10);
  assert.equal(new Set(steps.map(({ version }) => version)).size, steps.length);
});

test('who logs in at one server is known to the others, until the session ends at any of them', { skip }, async () => {
  const [first, second, third] = fleet.servers;
  const { email } = await newcomer(third);
  const cookie = await session(first, email);
  for (const server of fleet.servers) {
    const account = await look(server, '/account', cookie);
    assert.equal(account.status, 200);
    assert.match(await account.text(), /Isla/);
  }
  assert.equal((await form(second, '/logout', {}, { cookie })).status, 303);
  for (const server of [third, first]) {
    const account = await look(server, '/account', cookie);
    assert.equal(account.status, 303, 'the way to the log-in');
  }
});

test('a token of one server is good at the others, and a log-out at any of them ends it within five seconds', { skip }, async () => {
  const [first, second] = fleet.servers;
  const { token, from } = await newcomer(first);
  const me = (server) => api(server, 'GET', '/users/me', { token, from });
  for (const server of fleet.servers) assert.equal((await me(server)).status, 200);
  assert.equal((await api(second, 'POST', '/auth/logout', { token, from, body: {} })).status, 200);
  const ended = await Promise.all(fleet.servers.map((server) => until(async () => (await me(server)).status === 401, 6, 'the token ends')));
  figures.add('token refused by every server after a log-out', Math.max(...ended), 's', 5);
  assert.deepEqual(figures.over(), []);
});

test('a refresh token works once; used again at another server it ends its family', { skip }, async () => {
  const [first, second, third] = fleet.servers;
  const { refresh, from } = await newcomer(first);
  const again = (server, refresh_token) => api(server, 'POST', '/auth/refresh', { body: { refresh_token }, from });
  const next = await again(second, refresh);
  assert.equal(next.status, 200);
  assert.equal((await again(third, refresh)).status, 401, 'it was used');
  assert.equal((await again(first, next.body.refresh_token)).status, 401, 'so its family has ended');
});

test('a ban ends sessions and tokens on every server within five seconds', { skip }, async () => {
  const { email, token, from } = await newcomer(fleet.servers[0]);
  const cookie = await session(fleet.servers[1], email);
  for (const server of fleet.servers) assert.equal((await api(server, 'GET', '/users/me', { token, from })).status, 200);
  fleet.run('admin', 'ban', email);
  const out = async (server) =>
    (await api(server, 'GET', '/users/me', { token, from })).status === 401 && (await look(server, '/account', cookie)).status === 303;
  const ended = await Promise.all(fleet.servers.map((server) => until(() => out(server), 6, 'the ban counts')));
  figures.add('token and session refused by every server after a ban', Math.max(...ended), 's', 5);
  assert.deepEqual(figures.over(), []);
});

test('of eighteen log-ins at once five are looked at, whichever server they reach', { skip }, async () => {
  const from = somewhere();
  const body = { email: 'nobody@example.com', password: 'seven small goats' };
  const answers = await spread(18, (server) => api(server, 'POST', '/auth/login', { body, from }));
  assert.deepEqual(statuses(answers), { 401: 5, 429: 13 });
  const refused = answers.find(({ status }) => status === 429);
  assert.ok(Number(refused.headers.get('retry-after')) >= 1);
  assert.match(refused.headers.get('ratelimit'), /"log-in";r=0;t=\d+/);
  // The page of the same server refuses the same account from anywhere.
  assert.equal((await form(fleet.servers[2], '/login', body)).status, 429);
});

test('of fifteen sign-ups at once from one address ten become accounts', { skip }, async () => {
  const from = somewhere();
  const account = (number) => ({ first_name: 'Rory', last_name: 'Fraser', email: `rory-${number}@example.com`, password: PASSWORD });
  const answers = await spread(15, (server, number) => api(server, 'POST', '/users/', { body: account(number), from }));
  assert.deepEqual(statuses(answers), { 201: 10, 429: 5 });
});

test('of eighteen payments at once ten are begun', { skip }, async () => {
  const { token } = await newcomer(fleet.servers[0]);
  const body = { place_id: '00000000-0000-4000-8000-000000000000', check_in_date: day(60), check_out_date: day(62) };
  const answers = await spread(18, (server) => api(server, 'POST', '/payments/create-payment-intent', { body, token, from: somewhere() }));
  assert.deepEqual(statuses(answers), { 404: 10, 429: 8 });
});

test('of a hundred and fifty writes at once a hundred and twenty are done', { skip }, async () => {
  const from = somewhere();
  const body = { place_id: '00000000-0000-4000-8000-000000000000', check_in_date: day(60), check_out_date: day(62) };
  const answers = await spread(150, (server) => api(server, 'POST', '/bookings/availability/check', { body, from }));
  assert.deepEqual(statuses(answers), { 404: 120, 429: 30 });
});

test('reads that each server alone would allow are refused by all once they have settled', { skip }, async () => {
  const from = somewhere();
  const read = (server) => api(server, 'GET', '/amenities/?limit=1', { from });
  const answers = await spread(750, read);
  assert.ok(statuses(answers)[200] >= 600, JSON.stringify(statuses(answers)));
  const refused = await until(async () => (await Promise.all(fleet.servers.map(read))).every(({ status }) => status === 429), 8, 'the reads settle');
  figures.add('reads settled between three servers', refused, 's', 6);
  assert.deepEqual(figures.over(), []);
});

test('a request that reaches all servers at once is done once, and each answers the same afterwards', { skip }, async () => {
  const { token, from } = await newcomer(fleet.servers[0], 'host');
  const title = 'Harbour view, once';
  const post = (server) => api(server, 'POST', '/places/', { body: home(title), token, from, key: 'harbour' });
  for (const { status } of await spread(9, post)) assert.ok([201, 409].includes(status), `${status}`);
  const answers = [];
  for (const server of fleet.servers) answers.push(await post(server));
  assert.deepEqual(statuses(answers), { 201: 3 });
  assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
  const [{ many }] = await fleet.database.rows(`SELECT COUNT(*) AS many FROM listings WHERE title = '${title}'`);
  assert.equal(many, 1);
});

test('a picture that is sent to one server is shown by the others', { skip }, async () => {
  const [first, ...others] = fleet.servers;
  const { email, token, from } = await newcomer(first, 'host');
  const place = await api(first, 'POST', '/places/', { body: home('A home with a picture'), token, from });
  assert.equal(place.status, 201, place.text);
  const cookie = await session(first, email);
  const files = new FormData();
  files.append('file', new Blob([readFileSync(`${ROOT}/docs/screenshots/home.jpg`)], { type: 'image/jpeg' }), 'home.jpg');
  const sent = await form(first, `/host/homes/${place.body.id}/photos`, files, { cookie });
  assert.ok(sent.status < 400, `${sent.status}: ${await sent.text()}`);
  const [{ id }] = (await api(first, 'GET', `/places/${place.body.id}/photos`, { from })).body.filter(({ drawn }) => !drawn);
  const bytes = async (server) => {
    const file = await look(server, `/photos/${id}/960.webp`, '');
    assert.equal(file.status, 200);
    return Buffer.from(await file.arrayBuffer());
  };
  const picture = await bytes(first);
  assert.ok(picture.length > 5_000);
  for (const server of others) assert.deepEqual(await bytes(server), picture);
});

test('each letter is sent once, whichever of the three workers finds it', { skip }, async () => {
  const people = await spread(12, (server) => newcomer(server, 'letters'));
  const letters = () => fleet.database.rows("SELECT recipient, COUNT(*) AS many FROM mails WHERE recipient LIKE '%letters-%' GROUP BY recipient");
  await until(async () => (await letters()).length === people.length, 25, 'the letters are sent');
  for (const { recipient, many } of await letters()) assert.equal(many, 1, recipient);
  const done = "SELECT state, COUNT(*) AS many FROM outbox WHERE kind LIKE 'mail.%' GROUP BY state";
  await until(async () => (await fleet.database.rows(done)).every(({ state }) => state === 'done'), 25, 'the effects are done');
});

test('a stay that is asked for here, paid there and accepted elsewhere is paid once', { skip }, async () => {
  const [first, second, third] = fleet.servers;
  const [host, guest] = [await newcomer(first, 'host'), await newcomer(second, 'guest')];
  const as = ({ token, from }, more = {}) => ({ token, from, ...more });
  const place = await api(first, 'POST', '/places/', as(host, { body: home('A home for three servers') }));
  const stay = { place_id: place.body.id, check_in_date: day(60), check_out_date: day(63) };
  const intents = await spread(3, (server) => api(server, 'POST', '/payments/create-payment-intent', as(guest, { body: stay })));
  const opened = intents.filter(({ status }) => status === 200);
  assert.ok(opened.length >= 1, intents[0].text);
  assert.equal(new Set(opened.map(({ body }) => body.payment_intent_id)).size, 1, 'the same payment');
  const { payment_intent_id: intent, client_secret, booking_id: booking } = opened[0].body;
  const card = await fetch(`${second.url}/sandbox/v1/payment_intents/${intent}/confirm`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ client_secret, payment_method: 'pm_card_visa' }),
  });
  assert.equal(card.status, 200, await card.text());
  const status = async () => (await api(third, 'GET', `/bookings/${booking}`, as(guest))).body?.status;
  const state = async () => (await fleet.database.rows(`SELECT state FROM bookings WHERE HEX(id) = '${booking.replaceAll('-', '').toUpperCase()}'`))[0].state;
  await until(async () => (await state()) === 'authorized', 20, 'the webhook arrives');
  assert.equal((await api(third, 'PUT', `/bookings/${booking}/confirm`, as(host, { body: {} }))).status, 200);
  await until(async () => (await status()) === 'confirmed', 20, 'the stay is paid');
  const [{ sum, provider }] = await fleet.database.rows(
    `SELECT SUM(amount) AS sum, SUM(account = 'provider') AS provider FROM ledger_entries WHERE HEX(booking_id) = '${booking.replaceAll('-', '').toUpperCase()}'`);
  assert.deepEqual([Number(sum), Number(provider)], [0, 1]);
});

test('the balancer spreads visitors, and whoever logs in through it stays logged in', { skip }, async () => {
  const { balancer } = fleet;
  const { email } = await newcomer(balancer);
  const { token, from } = await logIn(balancer, email);
  for (let time = 0; time < 9; time++) assert.equal((await api(balancer, 'GET', '/users/me', { token, from })).status, 200);
  assert.equal(balancer.answered.size, 3);
  assert.deepEqual(balancer.lost, []);
});
