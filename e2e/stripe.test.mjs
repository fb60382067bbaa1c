// Paying through Stripe on the checkout page: a card, a bank that asks, a declined card and then another, a tab that is closed
// after paying; and what a browser without JavaScript reads. Stripe is a small one of ours.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, visit } from './support/browser.mjs';
import { heldCheckout, JEAN_LUC, NINA, PRIYA, SIOBHAN, signIn } from './support/cast.mjs';
import { startServer } from './support/server.mjs';
import { CARDS, startStripe } from './support/stripe.mjs';

let stripe, server, browser;
before(async () => {
  stripe = await startStripe();
  [server, browser] = await Promise.all([startServer(stripe.env), launch()]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
  stripe?.stop();
});

const main = (page) => page.getByRole('main');
const words = async (page) => (await main(page).textContent()).replace(/\s+/g, ' ');
const payButton = (page) => main(page).getByRole('button', { name: /^Book and pay / });
const paymentOf = (checkout) => {
  const id = checkout.split('/').pop();
  return [...stripe.books.payments.values()].find(({ metadata }) => metadata.booking === id);
};

// Waits for Stripe's form, types the card and presses the button.
async function payWith(page, number) {
  await main(page).locator('#card-form button:enabled').waitFor();
  await page.frameLocator('iframe[title="Secure card entry"]').getByLabel('Card number').fill(number);
  await payButton(page).click();
}

const bank = (page, answer) => page.frameLocator('iframe[title="Your bank"]').getByRole('button', { name: answer }).click();

async function booked(page, checkout) {
  await page.waitForURL('**/trips/*?booked');
  const { status, amount, amount_received } = paymentOf(checkout);
  assert.deepEqual([status, amount_received], ['succeeded', amount]);
}

test('a guest pays by card on the checkout page, and only that page lets Stripe in', async () => {
  const { page, done } = await visit(browser, server);
  await signIn(page, PRIYA);
  const checkout = await heldCheckout(page, 31);
  const shown = await page.goto(checkout);
  const policy = shown.headers()['content-security-policy'];
  assert.match(policy, new RegExp(`frame-src ${stripe.origin}`));
  assert.match(policy, new RegExp(`connect-src 'self' ${stripe.origin}`));
  const elsewhere = (await page.request.get('/trips')).headers()['content-security-policy'];
  assert.ok(!elsewhere.includes(stripe.origin) && !elsewhere.includes('frame-src'));
  await payWith(page, CARDS.good);
  await booked(page, checkout);
  await done();
});

test('a bank that asks is answered; a guest who says no may try again', async () => {
  const { page, done } = await visit(browser, server, { expected: [402] });
  await signIn(page, SIOBHAN);
  const checkout = await heldCheckout(page, 41);
  await payWith(page, CARDS.asks);
  await bank(page, 'No');
  await page.getByText('unable to authenticate').waitFor();
  assert.equal(new URL(page.url()).pathname, checkout);
  assert.match(await words(page), /unable to authenticate .*Nothing was taken, and the home is still held for you/);
  await payWith(page, CARDS.asks);
  await bank(page, 'Yes, it is me');
  await booked(page, checkout);
  await done();
});

test('a declined card is told, and another one books', async () => {
  const { page, done } = await visit(browser, server, { expected: [402] });
  await signIn(page, JEAN_LUC);
  const checkout = await heldCheckout(page, 51);
  await payWith(page, CARDS.declined);
  await page.getByText('Your card was declined. Nothing was taken').waitFor();
  assert.equal(new URL(page.url()).pathname, checkout);
  await payWith(page, CARDS.good);
  await booked(page, checkout);
  await done();
});

test('a card that is not all there is asked for again, and a double click pays once', async () => {
  const { page, done } = await visit(browser, server);
  await signIn(page, NINA);
  const checkout = await heldCheckout(page, 61);
  await payWith(page, '4242');
  await main(page).locator('#card-form button:enabled').waitFor();
  assert.equal(paymentOf(checkout).status, 'requires_payment_method');
  await page.frameLocator('iframe[title="Secure card entry"]').getByLabel('Card number').fill(CARDS.good);
  await payButton(page).dblclick();
  await booked(page, checkout);
  await done();
});

test('a tab that is closed after paying loses nothing', async () => {
  const { page, context, done } = await visit(browser, server);
  await signIn(page, PRIYA);
  const checkout = await heldCheckout(page, 71);
  await context.route('**/return?**', (route) => route.abort('aborted'));
  await payWith(page, CARDS.good);
  const deadline = Date.now() + 20_000;
  while (paymentOf(checkout).status === 'requires_payment_method' && Date.now() < deadline) await page.waitForTimeout(50);
  await page.close();
  // Stripe's messages tell, and the money is taken without the guest.
  while (paymentOf(checkout).status !== 'succeeded' && Date.now() < deadline) {
    await stripe.deliver(server.url);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const again = await context.newPage();
  await again.goto(checkout);
  await again.waitForURL('**/trips/*');
  assert.match(await words(again), /booked|confirmed/i);
  await done();
});

test('without JavaScript the page says what card payment needs, and keeps the hold', async () => {
  const { page, done } = await visit(browser, server, { javaScriptEnabled: false });
  await signIn(page, SIOBHAN);
  await heldCheckout(page, 81);
  assert.match(await words(page), /Paying by card needs JavaScript.*Everything else here works without/);
  assert.ok(await payButton(page).isDisabled());
  await main(page).getByRole('button', { name: 'Let this hold go' }).click();
  await page.getByRole('heading', { name: 'You let this hold go' }).waitFor();
  await done();
});
