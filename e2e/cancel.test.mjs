// A guest leaves a booking: cancels with a preview, withdraws a request; in two tabs, with the back button, with a double
// click; and a tab that is closed after paying loses nothing. With JavaScript and without it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, visit } from './support/browser.mjs';
import {
  day, fillCard, heldCheckout, heldRequest, JEAN_LUC, LAYLA, NINA, pays, PRIYA, says, SIOBHAN, signIn, words,
} from './support/cast.mjs';
import { movableClock } from './support/clock.mjs';
import { startServer } from './support/server.mjs';

let server, browser;
before(async () => ([server, browser] = await Promise.all([startServer(), launch()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

const main = (page) => page.getByRole('main');
const button = (page, name) => main(page).getByRole('button', { name });

// Books a home for whoever is signed in, and opens the preview of cancelling it.
async function preview(page, ahead) {
  await heldCheckout(page, ahead);
  const trip = await pays(page);
  await main(page).getByRole('link', { name: 'Cancel this stay' }).click();
  await page.waitForURL(`**${trip}/cancel`);
  return trip;
}

const comesBack = async (page) => (await page.getByRole('table', { name: 'What comes back' }).locator('tfoot td').textContent()).trim();
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const wentBack = (refund) => new RegExp(`${escaped(refund)} went back to your card`);

for (const [how, options, email, ahead] of [
  ['with JavaScript', {}, PRIYA, 31],
  ['without JavaScript', { javaScriptEnabled: false }, SIOBHAN, 41],
]) {
  test(`a guest cancels ${how}: what comes back is what the page said, to the penny`, async () => {
    const { page, done } = await visit(browser, server, options);
    await signIn(page, email);
    const trip = await preview(page, ahead);
    const refund = await comesBack(page);
    assert.match(await words(page), new RegExp(`${escaped(refund)} comes back`));
    await page.getByLabel('A word to your host, if you like').fill('My sister is getting married.');
    await button(page, `Cancel, ${refund} back`).click();
    await page.waitForURL(`**${trip}`);
    assert.match(await words(page), /You cancelled this stay\./);
    assert.match(await words(page), /My sister is getting married\./);
    const said = await says(page, trip, wentBack(refund));
    assert.equal(said.split(' went back to your card').length, 2, 'one refund');

    const file = await page.request.get(`${trip}/money.csv`);
    assert.equal(file.status(), 200);
    assert.match(file.headers()['content-type'], /^text\/csv/);
    const amount = refund.replace(/[^\d.]/g, '');
    assert.ok((await file.text()).replaceAll(',', '').includes(amount), await file.text());
    await done();
  });
}

for (const [how, options, email, ahead] of [
  ['with JavaScript', {}, JEAN_LUC, 33],
  ['without JavaScript', { javaScriptEnabled: false }, NINA, 43],
]) {
  test(`a guest withdraws a request ${how}, and nothing is taken`, async () => {
    const { page, done } = await visit(browser, server, options);
    await signIn(page, email);
    await heldRequest(page, ahead);
    assert.match(await words(page), /The host answers by .+ in Lisbon\./);
    const trip = await pays(page);
    assert.match(await words(page), /Your request is sent.+answers by .+ in Lisbon: .+ left\./);
    await page.goto('/trips');
    assert.match(await words(page), /Requested, .+ left to answer/);
    await page.goto(trip);
    await button(page, 'Withdraw the request').click();
    await page.waitForURL(`**${trip}`);
    assert.match(await words(page), /Nothing was charged\./);
    assert.equal(await button(page, 'Withdraw the request').count(), 0);
    await done();
  });
}

for (const [how, options, email, ahead] of [
  ['with JavaScript', {}, LAYLA, 51],
  ['without JavaScript', { javaScriptEnabled: false }, SIOBHAN, 55],
]) {
  test(`in two tabs a stay is cancelled once ${how}, and the second tab is told`, async () => {
    const { page, context, done } = await visit(browser, server, options);
    await signIn(page, email);
    const trip = await preview(page, ahead);
    const refund = await comesBack(page);
    const second = await context.newPage();
    await second.goto(`${trip}/cancel`);
    await button(page, /^Cancel, /).click();
    await page.waitForURL(`**${trip}`);
    await button(second, /^Cancel, /).click();
    await second.waitForURL(`**${trip}`);
    assert.match(await words(second), /You cancelled this stay\./);
    const said = await says(page, trip, wentBack(refund));
    assert.equal(said.split(' went back to your card').length, 2, 'one refund');
    await done();
  });
}

for (const [how, options, email, ahead] of [
  ['with JavaScript', {}, PRIYA, 61],
  ['without JavaScript', { javaScriptEnabled: false }, LAYLA, 65],
]) {
  test(`a double click cancels once ${how}, and the back button shows the trip as it is`, async () => {
    const { page, done } = await visit(browser, server, options);
    await signIn(page, email);
    const trip = await preview(page, ahead);
    const refund = await comesBack(page);
    await button(page, /^Cancel, /).dblclick();
    await page.waitForURL(`**${trip}`);
    const said = await says(page, trip, wentBack(refund));
    assert.equal(said.split(' went back to your card').length, 2, 'one refund');
    await page.goto('/trips');
    await page.goto(`${trip}/cancel`);
    await page.waitForURL(`**${trip}`);
    await page.goBack();
    await page.goForward();
    assert.match(await words(page), /You cancelled this stay\./);
    await done();
  });
}

for (const [how, options, email, ahead] of [
  ['with JavaScript', {}, NINA, 71],
  ['without JavaScript', { javaScriptEnabled: false }, JEAN_LUC, 75],
]) {
  test(`a double click holds once and pays once ${how}`, async () => {
    const { page, done } = await visit(browser, server, options);
    await signIn(page, email);
    const checkout = await heldCheckout(page, ahead);
    await button(page, /^Book and pay/).dblclick();
    await page.waitForURL(/\/sandbox\/pay\//);
    await fillCard(page);
    await button(page, /^Pay /).dblclick();
    await page.waitForURL(/\/trips\//);
    const trip = new URL(page.url()).pathname;
    assert.equal(trip.split('/').pop(), checkout.split('/').pop());
    const said = await says(page, trip, /Confirmed/);
    assert.equal(said.split(' paid on ').length, 2, 'paid once');
    await done();
  });
}

for (const [how, options, email, ahead] of [
  ['with JavaScript', {}, JEAN_LUC, 81],
  ['without JavaScript', { javaScriptEnabled: false }, NINA, 85],
]) {
  test(`a tab that is closed after paying loses nothing ${how}`, async () => {
    const { page, context, done } = await visit(browser, server, options);
    await signIn(page, email);
    const checkout = await heldCheckout(page, ahead);
    const trip = checkout.replace('checkout', 'trips');
    const tab = await context.newPage();
    // The payment reaches the provider; its answer, and with it the way back to us, never reaches the browser.
    await tab.route('**/sandbox/pay/*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch({ maxRedirects: 0 });
      await route.abort();
    });
    await tab.goto(checkout);
    await button(tab, /^Book and pay/).click();
    await tab.waitForURL(/\/sandbox\/pay\//);
    await fillCard(tab);
    const lost = tab.waitForEvent('requestfailed', (request) => request.method() === 'POST');
    await button(tab, /^Pay /).click();
    await lost;
    await tab.close();
    await says(page, trip, /Confirmed/);
    await done();
  });
}

test('when a deadline passes while the page is open, nothing is cancelled and the new refund is shown', async () => {
  const clock = movableClock();
  const later = await startServer(clock.env);
  const { page, done } = await visit(browser, later, { expected: [422] });
  try {
    await signIn(page, SIOBHAN);
    const trip = await preview(page, 4);
    const shown = await comesBack(page);
    clock.moveTo(new Date(`${day(4)}T00:00:00Z`));
    await page.getByLabel('A word to your host, if you like').fill('My train is late.');
    await button(page, /^Cancel, /).click();
    await main(page).getByRole('alert').waitFor();
    const now = await comesBack(page);
    assert.notEqual(now, shown);
    assert.match(await words(page), new RegExp(`changed from ${escaped(shown)} to ${escaped(now)}`));
    assert.equal(await page.getByLabel('A word to your host, if you like').inputValue(), 'My train is late.');
    await page.goto(trip);
    assert.match(await words(page), /Confirmed/);
  } finally {
    await done();
    await later.stop();
    clock.remove();
  }
});
