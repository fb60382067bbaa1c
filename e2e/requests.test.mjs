// Requests, from both sides: a host lets a home on request, a guest asks, the host accepts, declines or forgets, and cancels what was
// accepted; with JavaScript and without it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, visit } from './support/browser.mjs';
import { AILSA, day, hostedHome, JEAN_LUC, LAYLA, NINA, pays, PRIYA, says, SIOBHAN, signIn, words } from './support/cast.mjs';
import { movableClock } from './support/clock.mjs';
import { run, startServer } from './support/server.mjs';

let server, browser;
before(async () => ([server, browser] = await Promise.all([startServer(), launch()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

const main = (page) => page.getByRole('main');
const button = (page, name) => main(page).getByRole('button', { name });
const waiting = (page) => page.getByRole('complementary', { name: 'Requests' });

// Ailsa, who has said of her first home that it is let when she accepts; its path as guests see it.
async function host(options, site = server) {
  const visited = await visit(browser, site, options);
  const { page } = visited;
  await signIn(page, AILSA);
  const home = await hostedHome(page);
  await page.goto(`${home}/rules`);
  await page.getByLabel(/^When I accept/).check();
  await main(page).getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/saved=rules|\/rules$/);
  await page.goto(`${home}/rules`);
  assert.equal(await page.getByLabel(/^When I accept/).isChecked(), true);
  return { ...visited, listing: home.replace('/host/homes/', '/listings/') };
}

// Asks for the home for the first four nights from `ahead` days on that are free, and pays: the paths of these dates and of the trip.
async function asks(page, listing, ahead) {
  const request = button(page, 'Request to book');
  for (let first = ahead; first < ahead + 20; first++) {
    const dates = `${listing}?check_in=${day(first)}&check_out=${day(first + 4)}&guests=1`;
    await page.goto(dates);
    if (!(await request.count())) continue;
    await request.click();
    await page.waitForURL(/\/checkout\//);
    return { dates, trip: await pays(page) };
  }
  throw new Error(`${listing} is never free`);
}

const reservationOf = (trip) => trip.replace('/trips/', '/host/reservations/');

// The host comes by way of the note that stands on every page.
async function opensFromTheTop(page, trip) {
  await page.goto('/');
  assert.match(await waiting(page).textContent(), /A guest waits for your answer\..+left/);
  await waiting(page).getByRole('link', { name: 'See your requests' }).click();
  await page.waitForURL(/state=requests/);
  await main(page).locator(`a[href="${reservationOf(trip)}"]`).click();
  await page.waitForURL(`**${reservationOf(trip)}`);
  assert.match(await words(page), /Waiting for your answer.* left, until/);
}

for (const [how, options, guest, ahead] of [
  ['with JavaScript', {}, PRIYA, 130],
  ['without JavaScript', { javaScriptEnabled: false }, SIOBHAN, 160],
]) {
  test(`a host accepts a request ${how}, and cancels it later with everything back`, async () => {
    const ailsa = await host({ ...options, expected: [422] });
    const asking = await visit(browser, server, options);
    await signIn(asking.page, guest);
    const { trip } = await asks(asking.page, ailsa.listing, ahead);
    assert.equal(await waiting(asking.page).count(), 0, 'the guest is told of a request');

    const { page } = ailsa;
    await opensFromTheTop(page, trip);
    assert.doesNotMatch(await words(page), new RegExp(guest.replace('.', '\\.')), 'the guest can be reached before it is accepted');
    await button(page, 'Accept').click();
    await page.waitForURL((url) => url.pathname === reservationOf(trip));
    const accepted = await says(page, reservationOf(trip), /Confirmed/);
    assert.match(accepted, new RegExp(guest.replace('.', '\\.')), 'the guest cannot be reached');
    assert.equal(await waiting(page).count(), 0, 'the note stays');
    await says(asking.page, trip, /Confirmed/);

    await page.goto(reservationOf(trip));
    await main(page).getByRole('link', { name: 'Cancel this stay' }).click();
    await page.waitForURL(/\/cancel$/);
    const refund = (await page.getByRole('table', { name: 'What comes back' }).locator('tfoot td').textContent()).trim();
    const cancel = button(page, `Cancel the stay, ${refund} back`);
    await cancel.click();
    assert.match(await main(page).getByRole('alert').first().textContent(), /Say why/);
    await page.getByLabel('Why you cancel').fill('The boiler has burst.');
    await cancel.click();
    await page.waitForURL((url) => url.pathname === reservationOf(trip));
    assert.match(await words(page), /The boiler has burst\./);
    const said = await says(asking.page, trip, /The boiler has burst\./);
    assert.ok(said.includes(refund), said);
    await page.goto(`${reservationOf(trip)}/cancel`);
    await page.waitForURL((url) => url.pathname === reservationOf(trip));
    const file = await page.request.get(`${reservationOf(trip)}/money.csv`);
    assert.match(file.headers()['content-type'], /^text\/csv/);
    await Promise.all([ailsa.done(), asking.done()]);
  });
}

for (const [how, options, guest, ahead] of [
  ['with JavaScript', {}, JEAN_LUC, 190],
  ['without JavaScript', { javaScriptEnabled: false }, NINA, 215],
]) {
  test(`a host declines a request ${how}, and the guest reads why`, async () => {
    const ailsa = await host({ ...options, expected: [422] });
    const asking = await visit(browser, server, options);
    await signIn(asking.page, guest);
    const { trip, dates } = await asks(asking.page, ailsa.listing, ahead);

    const { page } = ailsa;
    await page.goto('/host');
    await main(page).locator(`a[href="${reservationOf(trip)}"]`).first().click();
    await page.waitForURL(`**${reservationOf(trip)}`);
    await main(page).locator('summary').filter({ hasText: 'Decline' }).click();
    await button(page, 'Decline this request').click();
    // It opens again by itself, and says what is missing.
    assert.match(await main(page).getByRole('alert').first().textContent(), /Say why/);
    await page.getByLabel('Why you cannot take this stay').fill('The roof is being mended & the stairs are shut.');
    await button(page, 'Decline this request').click();
    await page.waitForURL((url) => url.pathname === reservationOf(trip));
    assert.match(await words(page), /Declined by you/);
    assert.equal(await waiting(page).count(), 0);
    await says(asking.page, trip, /The roof is being mended & the stairs are shut\./);
    await asking.page.goto(dates);
    assert.equal(await button(asking.page, 'Request to book').count(), 1, 'the nights are not free again');
    await Promise.all([ailsa.done(), asking.done()]);
  });
}

for (const [how, options] of [
  ['with JavaScript', {}],
  ['without JavaScript', { javaScriptEnabled: false }],
]) {
  test(`a request that nobody answers lapses when its time is over, ${how}`, async () => {
    const clock = movableClock();
    const later = await startServer(clock.env);
    const ailsa = await host({ ...options, expected: [409] }, later);
    const asking = await visit(browser, later, options);
    try {
      await signIn(asking.page, LAYLA);
      const { trip } = await asks(asking.page, ailsa.listing, 130);
      const { page } = ailsa;
      await page.goto(reservationOf(trip));
      clock.moveTo(new Date(Date.now() + 25 * 3_600_000));
      // The page was open all the time.
      await button(page, 'Accept').click();
      assert.match(await main(page).getByRole('alert').first().textContent(), /time to answer this request is over/);
      await says(page, reservationOf(trip), /Lapsed/);
      assert.equal(await waiting(page).count(), 0);
      await says(asking.page, trip, /Nothing was charged/);
    } finally {
      await Promise.all([ailsa.done(), asking.done()]);
      await later.stop();
      clock.remove();
    }
  });
}

test('pages of the site’s owner do not exist for anybody else', async () => {
  const { page, done } = await visit(browser, server, { expected: [404] });
  for (const path of ['/admin', '/admin/payouts', '/admin/money', '/admin/payouts.csv']) {
    assert.equal((await page.request.get(path)).status(), 404, path);
  }
  await signIn(page, AILSA);
  for (const path of ['/admin', '/admin/payouts', '/admin/money']) {
    assert.equal((await page.goto(path)).status(), 404, path);
  }
  await done();
});

test('however much is due, the payouts page stays readable, and its file has all of it', async () => {
  const { page, done } = await visit(browser, server);
  run(server, 'admin', 'grant', LAYLA);
  await signIn(page, LAYLA);
  await page.goto('/admin/payouts');
  const marks = main(page).locator('summary').filter({ hasText: 'Mark as paid' });
  assert.equal(await marks.count(), 50);
  assert.equal(await button(page, /^I have paid/).count(), 0, 'one press is enough');
  await marks.first().click();
  assert.equal(await button(page, /^I have paid/).count(), 1);
  await main(page).getByText('There are more: the CSV has them').waitFor();
  const file = await (await page.request.get('/admin/payouts.csv')).text();
  const due = file.trim().split('\n').length - 1;
  assert.ok(due > 500, `${due} stays in the file`);
  await done();
});
