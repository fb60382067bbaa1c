// A small Stripe for the browser's tests: the part of the API that we call, Stripe.js's stand-in with its frames, the bank's
// question, and signed messages that are sent until they are taken. It keeps its own books.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';

import { CARD_FRAME, BANK_FRAME, STRIPE_JS } from './stripe-js.mjs';

const SECRET = 'whsec_ofthebrowsertests';
export const CARDS = { good: '4242424242424242', declined: '4000000000000002', asks: '4000002500003155' };

const list = (data) => ({ object: 'list', data, has_more: false, url: '/v1' });
const refusal = (status, error) => ({ status, body: { error } });
const metadata = (fields) =>
  Object.fromEntries([...fields].filter(([name]) => name.startsWith('metadata[')).map(([name, value]) => [name.slice(9, -1), value]));

class Books {
  payments = new Map();
  refunds = [];
  messages = [];
  keys = new Map();
  said = 0;

  tell(type, object) {
    const about = { id: object.id, payment_intent: object.payment_intent };
    this.messages.push({ id: `evt_${++this.said}`, object: 'event', type, data: { object: about } });
  }

  create(fields) {
    const id = `pi_${this.payments.size + 1}`;
    const payment = {
      id, object: 'payment_intent', amount: Number(fields.get('amount')), amount_received: 0, currency: fields.get('currency'),
      status: 'requires_payment_method', client_secret: `${id}_secret`, metadata: metadata(fields), latest_charge: null,
      last_payment_error: null, created: Math.floor(Date.now() / 1000), declined: 0,
    };
    this.payments.set(id, payment);
    return { status: 200, body: payment };
  }

  // From the guest's browser.
  confirm(payment, number) {
    if (payment.status !== 'requires_payment_method') return refusal(400, { type: 'invalid_request_error', message: 'It has gone on.' });
    payment.last_payment_error = null;
    if (number === CARDS.asks) payment.status = 'requires_action';
    else if (number === CARDS.good) this.authorise(payment);
    else return this.decline(payment, 'Your card was declined.');
    return { status: 200, body: { status: payment.status } };
  }

  decline(payment, message) {
    payment.status = 'requires_payment_method';
    payment.declined += 1;
    payment.last_payment_error = { type: 'card_error', message };
    this.tell('payment_intent.payment_failed', payment);
    return refusal(402, payment.last_payment_error);
  }

  authorise(payment) {
    payment.status = 'requires_capture';
    const capture_before = Math.floor(Date.now() / 1000) + 7 * 86_400;
    payment.latest_charge = { id: `ch_${payment.id}`, payment_method_details: { type: 'card', card: { capture_before } } };
    this.tell('payment_intent.amount_capturable_updated', payment);
  }

  // The bank's answer after it has asked the guest.
  answer(payment, approved) {
    if (approved) this.authorise(payment);
    else this.decline(payment, 'We are unable to authenticate your payment method.');
    return { status: 200, body: { status: payment.status } };
  }

  change(payment, to) {
    const allowed = to === 'capture' ? payment.status === 'requires_capture' : !['succeeded', 'canceled'].includes(payment.status);
    if (!allowed) return refusal(400, { type: 'invalid_request_error', code: 'payment_intent_unexpected_state', message: payment.status });
    payment.status = to === 'capture' ? 'succeeded' : 'canceled';
    if (to === 'capture') payment.amount_received = payment.amount;
    this.tell(to === 'capture' ? 'payment_intent.succeeded' : 'payment_intent.canceled', payment);
    return { status: 200, body: payment };
  }

  refund(fields) {
    const refund = {
      id: `re_${this.refunds.length + 1}`, object: 'refund', amount: Number(fields.get('amount')), status: 'succeeded',
      payment_intent: fields.get('payment_intent'), metadata: metadata(fields), created: Math.floor(Date.now() / 1000),
    };
    this.refunds.push(refund);
    this.tell('refund.updated', refund);
    return { status: 200, body: refund };
  }

  // What our server asks.
  asked(method, path, fields) {
    const [, , kind, id, step] = path.split('/');
    const payment = this.payments.get(id);
    const of = ({ payment_intent }) => !fields.get('payment_intent') || payment_intent === fields.get('payment_intent');
    if (kind === 'refunds') return method === 'POST' ? this.refund(fields) : { status: 200, body: list(this.refunds.filter(of)) };
    if (kind === 'disputes') return { status: 200, body: list([]) };
    if (kind === 'charges') {
      const { declined } = this.payments.get(fields.get('payment_intent'));
      return { status: 200, body: list(Array.from({ length: declined }, (_, n) => ({ id: `ch_${n}`, status: 'failed' }))) };
    }
    if (kind !== 'payment_intents') return refusal(404, { type: 'invalid_request_error', message: path });
    if (!id) return method === 'POST' ? this.create(fields) : { status: 200, body: list([...this.payments.values()]) };
    if (!payment) return refusal(404, { type: 'invalid_request_error', code: 'resource_missing', message: id });
    if (step === 'confirm') return this.confirm(payment, fields.get('number'));
    if (step === 'answer') return this.answer(payment, fields.get('approved') === 'true');
    return step ? this.change(payment, step) : { status: 200, body: payment };
  }

  // The same key gives the same answer.
  once(key, act) {
    if (!key) return act();
    if (!this.keys.has(key)) this.keys.set(key, act());
    return this.keys.get(key);
  }
}

const PAGES = { '/v3/': ['text/javascript', STRIPE_JS], '/frames/card': ['text/html', CARD_FRAME], '/frames/bank': ['text/html', BANK_FRAME] };

async function answer(books, request, response) {
  const url = new URL(request.url, 'http://stripe');
  const page = PAGES[url.pathname];
  // Every origin may ask, as at Stripe.
  response.setHeader('access-control-allow-origin', '*');
  if (page) {
    response.setHeader('content-type', page[0]);
    return response.end(page[1]);
  }
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const fields = request.method === 'POST' ? new URLSearchParams(Buffer.concat(chunks).toString()) : url.searchParams;
  const { status, body } = books.once(request.headers['idempotency-key'], () => books.asked(request.method, url.pathname, fields));
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** Starts it; `env` are the settings that make our server use it. */
export async function startStripe() {
  const books = new Books();
  const http = createServer((request, response) => answer(books, request, response));
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${http.address().port}`;
  const env = {
    STRIPE_SECRET_KEY: 'sk_test_ofthebrowsertests', STRIPE_PUBLISHABLE_KEY: 'pk_test_ofthebrowsertests', STRIPE_WEBHOOK_SECRET: SECRET,
    STRIPE_API_BASE: origin, STRIPE_JS_URL: `${origin}/v3/`,
  };
  return { books, origin, env, stop: () => http.close(), deliver: (site) => deliver(books, site) };
}

/** Sends what waits; what is not taken waits on. Returns how many were taken. */
async function deliver(books, site) {
  let taken = 0;
  for (const message of books.messages.splice(0)) {
    const body = JSON.stringify(message);
    const at = Math.floor(Date.now() / 1000);
    const signature = `t=${at},v1=${createHmac('sha256', SECRET).update(`${at}.${body}`).digest('hex')}`;
    const { ok } = await fetch(`${site}/webhooks/stripe`, { method: 'POST', body, headers: { 'stripe-signature': signature } });
    if (ok) taken += 1;
    else books.messages.push(message);
  }
  return taken;
}
