// From a search to a trip, as guests do it: with JavaScript, without it, and with the keyboard alone; and what goes wrong on the way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, visit } from './support/browser.mjs';
import {
  bookedTrip, day, freeListing, heldCheckout, JEAN_LUC, LAYLA, NINA, PASSWORD, PRIYA, says, SIOBHAN, signIn,
} from './support/cast.mjs';
import { movableClock } from './support/clock.mjs';
import { keyboard, pointing } from './support/hands.mjs';
import { startServer } from './support/server.mjs';

let server, browser;
before(async () => ([server, browser] = await Promise.all([startServer(), launch()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

const main = (page) => page.getByRole('main');
const button = (page, name) => main(page).getByRole('button', { name });

async function searchToTrip(page, { fill, press }, ahead, email) {
  const [checkIn, checkOut] = [day(ahead), day(ahead + 3)];
  await page.goto('/');
  const pill = page.getByRole('search');
  await fill(pill.getByLabel('Where'), 'edinburgh');
  await fill(pill.getByLabel('Check in'), checkIn);
  await fill(pill.getByLabel('Check out'), checkOut);
  await press(pill.getByRole('button', { name: 'Search' }));
  await page.waitForURL(/\/search\?/);

  const card = main(page).locator('a[href^="/listings/"]').first();
  const path = await card.getAttribute('href');
  assert.match(path, new RegExp(`check_in=${checkIn}`));
  await press(card);
  await page.waitForURL(/\/listings\//);
  const total = await page.locator('.lines-of-price__total .price').textContent();
  await press(main(page).getByRole('link', { name: 'Log in to book' }));

  await page.waitForURL(/\/login/);
  await fill(page.getByLabel('E-mail'), email.toUpperCase());
  await fill(page.getByLabel('Password'), PASSWORD);
  await press(button(page, 'Log in'));

  await page.waitForURL(/\/listings\//);
  await press(button(page, 'Book these nights'));
  await page.waitForURL(/\/checkout\//);
  const pay = button(page, /^Book and pay/);
  assert.equal((await pay.textContent()).trim(), `Book and pay ${total}`);
  await press(pay);

  await page.waitForURL(/\/sandbox\/pay\//);
  await fill(page.getByLabel('Card number'), '4242 4242 4242 4242');
  await fill(page.getByLabel('Expiry (MM/YY)'), '12/30');
  await fill(page.getByLabel('Security code'), '123');
  await fill(page.getByLabel('Name on the card'), "Siobhán O'Brien");
  await press(button(page, `Pay ${total}`));

  await page.waitForURL(/\/trips\/[0-9a-f-]+/);
  const trip = new URL(page.url()).pathname;
  assert.match(await main(page).textContent(), new RegExp(total.replace(/[$.]/g, '\\$&')));
  return trip;
}

test('a guest searches, books, pays and sees the trip', async () => {
  const { page, done } = await visit(browser, server);
  const trip = await searchToTrip(page, pointing, 30, SIOBHAN);
  await page.goto('/trips');
  assert.equal(await main(page).locator(`a[href="${trip}"]`).count() > 0, true);
  await done();
});

test('the same without JavaScript', async () => {
  const { page, done } = await visit(browser, server, { javaScriptEnabled: false });
  await searchToTrip(page, pointing, 40, SIOBHAN);
  await done();
});

test('the same with the keyboard alone', async () => {
  const { page, done } = await visit(browser, server);
  await searchToTrip(page, keyboard, 50, PRIYA);
  await done();
});

test('the same on a phone, in the dark', async () => {
  const { page, done } = await visit(browser, server, { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true });
  await searchToTrip(page, pointing, 70, PRIYA);
  await done();
});

const card = async (page, number) => {
  await page.getByLabel('Card number').fill(number);
  await page.getByLabel('Expiry (MM/YY)').fill('12/30');
  await page.getByLabel('Security code').fill('123');
  await page.getByLabel('Name on the card').fill('Priya Raman');
  await button(page, /^Pay /).click();
};

// A guest may hold one home three times a day: each story below has guests of its own.
for (const [how, options, email, ahead] of [
  ['with JavaScript', {}, JEAN_LUC, 90],
  ['without JavaScript', { javaScriptEnabled: false }, LAYLA, 96],
]) {
  test(`a declined card keeps the hold, and one that asks for a second step pays, ${how}`, async () => {
    const { page, done } = await visit(browser, server, { ...options, expected: [422] });
    await signIn(page, email);
    const checkout = await heldCheckout(page, ahead);
    await button(page, /^Book and pay/).click();
    await page.waitForURL(/\/sandbox\//);
    for (const [number, reason] of [['4000 0000 0000 0002', 'declined'], ['4000 0000 0000 9995', 'insufficient funds']]) {
      await card(page, number);
      await main(page).getByRole('alert').filter({ hasText: reason }).waitFor();
      assert.equal(await page.getByLabel('Card number').inputValue(), '');
    }
    await main(page).getByRole('link', { name: 'Back to HBnB without paying' }).click();
    await page.waitForURL((url) => url.pathname === checkout);
    assert.match(await main(page).getByRole('alert').textContent(), /still held/);
    await button(page, /^Book and pay/).click();
    await page.waitForURL(/\/sandbox\//);
    await card(page, '4000 0025 0000 3155');
    await button(page, 'Yes, approve').click();
    await page.waitForURL(/\/trips\//);
    await page.goBack();
    await page.goto(checkout);
    await page.waitForURL(/\/trips\//);
    await done();
  });
}

test('a hold whose time runs out at the checkout says so and takes nothing, with JavaScript and without it', async () => {
  const clock = movableClock();
  const later = await startServer(clock.env);
  try {
    for (const [options, email, minutes] of [[{}, JEAN_LUC, 16], [{ javaScriptEnabled: false }, NINA, 32]]) {
      const { page, done } = await visit(browser, later, { ...options, expected: [409] });
      await signIn(page, email);
      const checkout = await heldCheckout(page, 110);
      clock.moveTo(new Date(Date.now() + minutes * 60_000));
      // The page was open all the time.
      await button(page, /^Book and pay/).click();
      await main(page).getByRole('heading', { name: 'This hold has ended' }).first().waitFor();
      await says(page, checkout, /The nights are free for others again\. Nothing was taken\./);
      await main(page).getByRole('link', { name: 'Look at the same dates again' }).click();
      await page.waitForURL((url) => url.searchParams.get('check_in') === day(110));
      await done();
    }
  } finally {
    await later.stop();
    clock.remove();
  }
});

test('a wrong card keeps nothing secret and says what is wrong', async () => {
  const { page, done } = await visit(browser, server, { expected: [422] });
  await signIn(page, NINA);
  await heldCheckout(page, 100);
  await button(page, /^Book and pay/).click();
  await page.waitForURL(/\/sandbox\//);
  await card(page, '1234');
  assert.equal(await page.getByLabel('Card number').getAttribute('aria-invalid'), 'true');
  assert.equal(await page.getByLabel('Security code').inputValue(), '');
  await done();
});

test('dates that were just taken are refused with the nearest free ones', async () => {
  const { page, done } = await visit(browser, server);
  await signIn(page, LAYLA);
  const path = await freeListing(page, day(120), day(123));
  const other = await visit(browser, server, { expected: [409] });
  await signIn(other.page, NINA);
  await other.page.goto(path);
  await page.goto(path);
  await button(page, 'Book these nights').click();
  await page.waitForURL(/\/checkout\//);
  await button(other.page, 'Book these nights').click();
  const refusal = main(other.page).getByRole('alert').first();
  assert.match(await refusal.textContent(), /taken/);
  assert.ok((await refusal.getByRole('link').count()) > 0, 'no free dates are offered');
  await button(page, 'Let this hold go').click();
  await other.page.goto(path);
  await button(other.page, 'Book these nights').click();
  await other.page.waitForURL(/\/checkout\//);
  await Promise.all([done(), other.done()]);
});

test('what was typed survives a refusal, except the password', async () => {
  const { page, done } = await visit(browser, server, { expected: [422], javaScriptEnabled: false });
  await page.goto('/signup');
  await page.getByLabel('First name').fill('Jean-Luc');
  await page.getByLabel('Last name').fill("O'Brien");
  await page.getByLabel('E-mail').fill(SIOBHAN);
  await page.getByLabel('Password').fill('a-long-enough-secret');
  await button(page, 'Sign up').click();
  assert.equal(await page.getByLabel('First name').inputValue(), 'Jean-Luc');
  assert.equal(await page.getByLabel('Last name').inputValue(), "O'Brien");
  assert.equal(await page.getByLabel('E-mail').getAttribute('aria-invalid'), 'true');
  assert.equal(await page.getByLabel('Password').inputValue(), '');
  await done();
});

test('another guest’s trip does not exist', async () => {
  const { page, done } = await visit(browser, server);
  await signIn(page, SIOBHAN);
  const trip = await bookedTrip(page);
  const other = await visit(browser, server, { expected: [404] });
  await signIn(other.page, PRIYA);
  const response = await other.page.goto(trip);
  assert.equal(response.status(), 404);
  await Promise.all([done(), other.done()]);
});

test('suggestions come while typing, and the arrow keys choose', async () => {
  const { page, done } = await visit(browser, server);
  await page.goto('/');
  const where = page.getByRole('search').getByLabel('Where');
  await where.focus();
  await where.pressSequentially('edin', { delay: 40 });
  const option = page.getByRole('option', { name: /Edinburgh/ }).first();
  await option.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.match(await where.inputValue(), /Edinburgh/);
  await done();
});
