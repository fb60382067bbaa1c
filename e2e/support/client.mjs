// A program that uses the API of a server, or of a balancer before several.
import { randomBytes } from 'node:crypto';

export const PASSWORD = 'seven small boats';

/** Asks for `/api/v1` + path; the answer's `body` is its JSON. `from` is the client's address, `token` a bearer. */
export async function api({ url }, method, path, { body, token, key, from } = {}) {
  const headers = { ...(from && { 'x-from': from, 'x-client': from }), ...(key && { 'idempotency-key': key }) };
  if (token) headers.authorization = `Bearer ${token}`;
  if (body) headers['content-type'] = 'application/json';
  const answer = await fetch(`${url}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  const json = answer.headers.get('content-type')?.startsWith('application/json');
  return { status: answer.status, headers: answer.headers, text, body: json ? JSON.parse(text) : null };
}

/** Addresses that nobody else has. */
let clients = 0;
export const somewhere = () => `198.51.${100 + Math.floor(++clients / 250)}.${(clients % 250) + 1}`;

/** Opens an account and logs in: `{ id, email, token, refresh, from }`. */
export async function newcomer(server, name = 'guest') {
  const email = `${name}-${randomBytes(4).toString('hex')}@example.com`;
  const from = somewhere();
  const account = { first_name: 'Isla', last_name: 'Fraser', email, password: PASSWORD };
  const made = await api(server, 'POST', '/users/', { body: account, from });
  if (made.status !== 201) throw new Error(`no account: ${made.status} ${made.text}`);
  return { id: made.body.id, ...(await logIn(server, email, from)) };
}

/** Logs in: `{ email, token, refresh, from }`. */
export async function logIn(server, email, from = somewhere()) {
  const known = await api(server, 'POST', '/auth/login', { body: { email, password: PASSWORD }, from });
  if (known.status !== 200) throw new Error(`no log-in: ${known.status} ${known.text}`);
  return { email, token: known.body.access_token, refresh: known.body.refresh_token, from };
}

/** What the replaced system's clients post as a home. */
export const home = (title) => ({ title, description: 'Above the harbour.', price: 120, latitude: 55.976, longitude: -3.17 });

/** Looks again and again until `look` gives something; the seconds that it took. */
export async function until(look, seconds, what) {
  const begun = performance.now();
  const passed = () => (performance.now() - begun) / 1000;
  while (passed() < seconds) {
    if (await look()) return passed();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what}: not within ${seconds} s`);
}
