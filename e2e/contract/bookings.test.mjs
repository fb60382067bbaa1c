// /bookings/: the old flow made safe.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { book, client, day, expect, NOTHING, pay, place, refused, signUp, stay } from './support/client.mjs';
import { noSandbox, site as ours } from './support/site.mjs';

const site = await ours();
let host, guest, other, id;
before(async () => {
  [host, guest, other] = [await signUp(site, 'Ailsa'), await signUp(site, 'Mina'), await signUp(site, 'Noor')];
  id = await place(host.client);
});

const FIELDS = ['id', 'place_id', 'guest_id', 'check_in_date', 'check_out_date', 'total_price', 'status', 'can_cancel', 'cancellation_deadline', 'created_at', 'updated_at'];

test('a booking is 201 once, and 200 with the same booking after', { skip: noSandbox }, async () => {
  const intent = expect(200, await guest.client.post('/payments/create-payment-intent', stay(id, 20)));
  const claim = { ...stay(id, 20), payment_intent_id: intent.payment_intent_id };
  refused(400, await guest.client.post('/bookings/', stay(id, 20)), 'Payment intent ID is required');
  refused(400, await guest.client.post('/bookings/', claim), 'Payment not completed. Status: requires_payment_method');
  expect(200, await pay(site, intent));
  const first = expect(201, await guest.client.post('/bookings/', claim));
  for (const field of FIELDS) assert.ok(field in first, field);
  assert.deepEqual([first.place_id, first.guest_id, first.total_price, first.total_minor, first.currency], [id, guest.id, 300, 30_000, 'USD']);
  assert.deepEqual([first.check_in_date, first.check_out_date, first.status], [day(20), day(23), 'pending']);
  assert.deepEqual(expect(200, await guest.client.post('/bookings', claim)), first);
  refused(400, await guest.client.post('/bookings/', { ...claim, check_out_date: day(26) }), 'Payment amount does not match booking total');
  refused(400, await guest.client.post('/bookings/', { ...claim, check_in_date: day(21), check_out_date: day(24) }));
  refused(400, await other.client.post('/bookings/', claim));
  refused(401, await client(site).post('/bookings/', claim));
});

test('a guest lists their own by status and time; a place’s are its owner’s', { skip: noSandbox }, async () => {
  const booking = await book(site, guest.client, id, 30);
  const ids = async (caller, path) => expect(200, await caller.client.get(path)).map((one) => one.id);
  assert.ok((await ids(guest, '/bookings/')).includes(booking.id));
  assert.ok((await ids(guest, '/bookings/?status=pending&type=upcoming')).includes(booking.id));
  assert.ok(!(await ids(guest, '/bookings/?status=confirmed')).includes(booking.id));
  assert.ok(!(await ids(guest, '/bookings?type=past')).includes(booking.id));
  assert.deepEqual(await ids(other, '/bookings/'), []);
  assert.ok((await ids(host, `/bookings/places/${id}/?status=pending`)).includes(booking.id));
  refused(403, await guest.client.get(`/bookings/places/${id}`), 'Unauthorized action');
  refused(401, await client(site).get('/bookings/'));
  refused(400, await guest.client.get('/bookings/?status=lost'));
});

test('one booking is its guest’s and its host’s', { skip: noSandbox }, async () => {
  const { id: booking } = await book(site, guest.client, id, 44);
  for (const one of [guest, host]) assert.equal(expect(200, await one.client.get(`/bookings/${booking}/`)).id, booking);
  refused(403, await other.client.get(`/bookings/${booking}`), 'Unauthorized action');
  refused(401, await client(site).get(`/bookings/${booking}`));
  refused(404, await guest.client.get(`/bookings/${NOTHING}`), 'Booking not found');
});

test('the owner confirms, once for all', { skip: noSandbox }, async () => {
  const fresh = await place(host.client);
  const { id: booking } = await book(site, guest.client, fresh, 60);
  refused(403, await guest.client.put(`/bookings/${booking}/confirm`), 'Unauthorized action');
  for (let times = 0; times < 2; times += 1) {
    const done = expect(200, await host.client.put(`/bookings/${booking}/confirm/`));
    assert.deepEqual([done.message, done.booking.status], ['Booking confirmed successfully', 'confirmed']);
  }
  refused(404, await host.client.put(`/bookings/${NOTHING}/confirm`), 'Booking not found');
});

test('the guest cancels, everything comes back in time, and the payment is not used again', { skip: noSandbox }, async () => {
  const fresh = await place(host.client);
  const { id: booking } = await book(site, guest.client, fresh, 60);
  expect(200, await host.client.put(`/bookings/${booking}/confirm`));
  const preview = expect(200, await guest.client.get(`/bookings/${booking}/cancel-preview`));
  assert.equal(preview.refund_minor, 30_000);
  refused(403, await other.client.remove(`/bookings/${booking}`), 'Unauthorized action');
  for (let times = 0; times < 2; times += 1) {
    const done = expect(200, await guest.client.remove(`/bookings/${booking}`));
    assert.deepEqual([done.message, done.booking.status, done.booking.can_cancel], ['Booking cancelled successfully', 'cancelled', false]);
  }
  const free = expect(200, await client(site).post('/bookings/availability/check', stay(fresh, 60)));
  assert.equal(free.available, true);
  refused(404, await guest.client.remove(`/bookings/${NOTHING}`), 'Booking not found');
});

test('the owner cancels with the same call, and need not say why', { skip: noSandbox }, async () => {
  const fresh = await place(host.client);
  const { id: booking } = await book(site, guest.client, fresh, 60);
  expect(200, await host.client.put(`/bookings/${booking}/confirm`));
  const done = expect(200, await host.client.remove(`/bookings/${booking}`));
  assert.deepEqual([done.message, done.booking.status], ['Booking cancelled successfully', 'cancelled']);
});

test('availability is told to everybody', async () => {
  const fresh = await place(host.client);
  const check = () => client(site).post('/bookings/availability/check/', stay(fresh, 20));
  const { available, place_id: checked, check_in_date: from, check_out_date: to } = expect(200, await check());
  assert.deepEqual([available, checked, from, to], [true, fresh, day(20), day(23)]);
  expect(200, await guest.client.post('/payments/create-payment-intent', stay(fresh, 20)));
  assert.equal(expect(200, await check()).available, false);
  refused(400, await client(site).post('/bookings/availability/check', {}), 'Missing fields: place_id, check_in_date, check_out_date');
  refused(404, await client(site).post('/bookings/availability/check', stay(NOTHING)), 'Place not found');
});

test('closing the tab after paying loses nothing: the provider’s message completes the booking', { skip: noSandbox }, async () => {
  const fresh = await place(host.client);
  const intent = expect(200, await guest.client.post('/payments/create-payment-intent', stay(fresh, 30)));
  expect(200, await pay(site, intent));
  const deadline = Date.now() + 30_000;
  let state;
  do {
    ({ state } = expect(200, await guest.client.get(`/bookings/${intent.booking_id}`)));
    if (state !== 'held') break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  } while (Date.now() < deadline);
  assert.equal(state, 'authorized');
});
