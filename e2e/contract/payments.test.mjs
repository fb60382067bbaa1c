// /payments/, and the card that a script pays with.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { client, day, expect, NOTHING, pay, place, refused, signUp, stay } from './support/client.mjs';
import { noSandbox, site as ours } from './support/site.mjs';

const site = await ours();
const CREATE = '/payments/create-payment-intent';
let host, guest, other, id;
before(async () => {
  [host, guest, other] = [await signUp(site, 'Ailsa'), await signUp(site, 'Mina'), await signUp(site, 'Noor')];
  id = await place(host.client);
});

test('a payment is opened for what the stay costs, and asked for again it is the same', async () => {
  const made = expect(200, await guest.client.post(CREATE, stay(id, 20)));
  assert.deepEqual([made.amount_minor, made.currency], [30_000, 'USD']);
  for (const field of ['client_secret', 'payment_intent_id', 'booking_id', 'expires_at']) assert.ok(made[field], field);
  assert.deepEqual(expect(200, await guest.client.post(`${CREATE}/`, stay(id, 20))), made);
});

test('the client chooses neither currency nor amount', async () => {
  refused(400, await guest.client.post(CREATE, { ...stay(id, 30), currency: 'idr' }));
  refused(400, await guest.client.post(CREATE, { ...stay(id, 30), amount: 20_000 }), 'Payment amount does not match booking total');
});

test('what cannot be booked is refused before anybody pays', async () => {
  refused(401, await client(site).post(CREATE, stay(id, 20)));
  refused(400, await guest.client.post(CREATE, {}), 'Missing fields: place_id, check_in_date, check_out_date');
  refused(400, await other.client.post(CREATE, stay(id, 20)), 'Place is not available for selected dates');
  refused(400, await host.client.post(CREATE, stay(id, 50)), undefined, 'one’s own place');
  refused(400, await guest.client.post(CREATE, { ...stay(id), check_in_date: '2020-01-01', check_out_date: '2020-01-04' }));
  refused(400, await guest.client.post(CREATE, { ...stay(id), check_out_date: day(39) }));
  refused(404, await guest.client.post(CREATE, stay(NOTHING)), 'Place not found');
});

test('verify-payment answers guest and host, and says succeeded once a card was authorised', { skip: noSandbox }, async () => {
  const made = expect(200, await guest.client.post(CREATE, stay(id, 70)));
  const path = `/payments/verify-payment/${made.payment_intent_id}`;
  assert.equal(expect(200, await guest.client.get(path)).status, 'requires_payment_method');
  expect(402, await pay(site, made, 'pm_card_chargeDeclined'));
  expect(200, await pay(site, made));
  for (const one of [guest, host]) {
    const seen = expect(200, await one.client.get(path));
    assert.deepEqual([seen.id, seen.status, seen.amount, seen.currency], [made.payment_intent_id, 'succeeded', 30_000, 'USD']);
    assert.equal(seen.metadata.booking_id, made.booking_id);
    assert.ok(!JSON.stringify(seen).includes('secret'));
  }
  refused(403, await other.client.get(path), 'Unauthorized action');
  refused(401, await client(site).get(path));
  refused(404, await guest.client.get('/payments/verify-payment/pi_nothing'));
});

test('of guests who race for the same nights one has them, and no other is charged', { skip: noSandbox }, async () => {
  const racers = await Promise.all(Array.from({ length: 8 }, (_, index) => signUp(site, `Racer${'abcdefgh'[index]}`)));
  const answers = await Promise.all(racers.map((racer) => racer.client.post(CREATE, stay(id, 90))));
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 400, 400, 400, 400, 400, 400, 400]);
});
