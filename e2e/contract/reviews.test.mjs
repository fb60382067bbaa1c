// /reviews/, and those of a place.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { book, client, expect, logIn, NOTHING, place, refused, signUp } from './support/client.mjs';
import { noClock, site as ours } from './support/site.mjs';

const site = await ours();
let host, guest, id;
before(async () => {
  [host, guest] = [await signUp(site, 'Ailsa'), await signUp(site, 'Mina')];
  id = await place(host.client);
});

const words = (more) => ({ text: 'Quiet, and warm.', rating: 5, place_id: id, ...more });

test('a review needs a stay', async () => {
  refused(400, await guest.client.post('/reviews/', words()));
  refused(400, await host.client.post('/reviews/', words()), undefined, 'one’s own place');
  refused(401, await client(site).post('/reviews/', words()));
  refused(404, await guest.client.post('/reviews/', words({ place_id: NOTHING })), 'Place not found');
});

test('what is wrong is named', async () => {
  refused(400, await guest.client.post('/reviews/', {}), 'Missing fields: text, rating, place_id');
  for (const wrong of [{ rating: 0 }, { rating: 6 }, { rating: 4.5 }, { text: '' }]) {
    const answer = await guest.client.post('/reviews/', words(wrong));
    refused(400, answer);
    assert.deepEqual(Object.keys(answer.body.fields), Object.keys(wrong));
  }
});

test('lists are there for everybody', async () => {
  assert.ok(Array.isArray(expect(200, await client(site).get('/reviews/'))));
  assert.deepEqual(expect(200, await client(site).get(`/places/${id}/reviews`)), []);
  const counted = expect(200, await client(site).get(`/reviews/places/${id}/reviews`));
  assert.deepEqual(counted, { place_id: id, total_reviews: 0, reviews: [] });
  refused(404, await client(site).get(`/reviews/places/${NOTHING}/reviews`), 'Place not found');
  refused(404, await client(site).get(`/reviews/${NOTHING}`), 'Review not found');
});

test('after a stay a guest reviews the place once, changes the review and deletes it', { skip: noClock }, async () => {
  const { id: booking } = await book(site, guest.client, id, 10, 2);
  expect(200, await host.client.put(`/bookings/${booking}/confirm`));
  site.moveTo(Date.now() + 14 * 86_400_000);
  // The clock has moved on: tokens of an hour are over.
  const [mina, ailsa] = [await logIn(site, guest.email), await logIn(site, host.email)];
  const written = await until(() => mina.post('/reviews/', words()), (answer) => answer.status === 201);
  const review = expect(201, written);
  refused(400, await mina.post('/reviews/', words()), undefined, 'a second one');
  const [listed] = expect(200, await client(site).get(`/places/${id}/reviews/`));
  assert.deepEqual([listed.id, listed.text, listed.rating, listed.place_id, listed.user_name.split(' ')[0]], [review.id, 'Quiet, and warm.', 5, id, 'Mina']);
  refused(403, await ailsa.put(`/reviews/${review.id}`, { text: 'Best ever' }), 'Unauthorized action');
  refused(403, await ailsa.remove(`/reviews/${review.id}`));
  const changed = expect(200, await mina.put(`/reviews/${review.id}`, { text: 'Quiet.', rating: 4 }));
  assert.deepEqual([changed.text ?? 'Quiet.', expect(200, await client(site).get(`/reviews/${review.id}`)).rating], ['Quiet.', 4]);
  assert.equal(expect(200, await mina.remove(`/reviews/${review.id}`)).message, 'Review deleted successfully');
  assert.equal(expect(200, await client(site).get(`/reviews/places/${id}/reviews`)).total_reviews, 0);
});

// Asks again, because the worker ends the stay of its own accord after the clock has moved.
async function until(ask, good) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (good(answer) || Date.now() > deadline) return answer;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

