// A client of the API: requests as a program sends them, and people and places made through the API itself.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

export const PASSWORD = 'seven small boats';

/** A civil date so many days from now. */
export const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** An id that nothing has. */
export const NOTHING = '00000000-0000-4000-8000-000000000000';

const api = (path) => (path.startsWith('/sandbox') ? path : `/api/v1${path}`);

/** The answer; a server that keeps its limits is asked again when it says. */
async function ask(url, request) {
  const answer = await fetch(url, request);
  const seconds = answer.headers.get('retry-after');
  if (answer.status !== 429 || seconds === null) return answer;
  console.log(`${request.method} ${url} was asked too often: again in ${seconds} s`);
  await answer.arrayBuffer();
  await pause(Number(seconds) * 1000);
  return ask(url, request);
}

/** Nobody in particular, or the bearer of a token: `get`, `post`, `put`, `remove` answer `{ status, body, headers }`. */
export function client(site, token) {
  const send = async (method, path, body, headers = {}) => {
    const answer = await ask(site.url + api(path), {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.startsWith('application/json');
    return { status: answer.status, headers: answer.headers, body: json ? JSON.parse(text) : text };
  };
  return {
    token,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    remove: (path, headers) => send('DELETE', path, undefined, headers),
  };
}

/** The answer's body, when its status is the expected one; `about` says why it should be. */
export function expect(status, answer, about = '') {
  assert.equal(answer.status, status, `${about} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** The answer is a refusal in the API's form: with this sentence, if one is given. */
export function refused(status, answer, sentence, about) {
  const { error } = expect(status, answer, about);
  assert.equal(typeof error, 'string');
  assert.ok(error.length > 3 && !/sql|panic|exception|traceback|\bat line\b/i.test(error), error);
  if (sentence) assert.equal(error, sentence);
}

/** Somebody new: `{ id, email, client }`, logged in. */
export async function signUp(site, firstName = 'Ada') {
  const email = `${firstName.toLowerCase()}-${randomBytes(6).toString('hex')}@example.com`;
  const nobody = client(site);
  const person = { first_name: firstName, last_name: "O'Brien", email, password: PASSWORD };
  const { id, message } = expect(201, await nobody.post('/users/', person));
  assert.equal(message, 'User registered successfully.');
  return { id, email, client: await logIn(site, email) };
}

export async function logIn(site, email, password = PASSWORD) {
  const { access_token: token } = expect(200, await client(site).post('/auth/login', { email, password }));
  return client(site, token);
}

/** A place as the old clients post it, live at once and by request: its id. */
export async function place(host, more = {}) {
  const body = { title: 'A flat above the boats', description: 'Two rooms and a stove.', price: 100, latitude: 55.95, longitude: -3.19, ...more };
  return expect(201, await host.post('/places/', body)).id;
}

/** What a client sends for a stay. */
export const stay = (placeId, from = 40, nights = 3) => ({
  place_id: placeId,
  check_in_date: day(from),
  check_out_date: day(from + nights),
});

/** Tries a test card as the provider's library does. */
export const pay = (site, intent, method = 'pm_card_visa') =>
  client(site).post(`/sandbox/v1/payment_intents/${intent.payment_intent_id}/confirm`, {
    client_secret: intent.client_secret,
    payment_method: method,
  });

/** A booking that is paid for, as the old flow makes it. */
export async function book(site, guest, placeId, from = 40, nights = 3) {
  const intent = expect(200, await guest.post('/payments/create-payment-intent', stay(placeId, from, nights)));
  expect(200, await pay(site, intent));
  const claim = { ...stay(placeId, from, nights), payment_intent_id: intent.payment_intent_id };
  return expect(201, await guest.post('/bookings/', claim));
}
