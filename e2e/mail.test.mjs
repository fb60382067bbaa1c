// Mail as people meet it: the link that confirms an address, a forgotten password, and the confirmation of a stay with its files; read in the
// local outbox of development, with and without JavaScript.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { launch, visit } from './support/browser.mjs';
import { heldCheckout, NINA, signIn } from './support/cast.mjs';
import { startServer } from './support/server.mjs';

let server, browser;
before(async () => ([server, browser] = await Promise.all([startServer(), launch()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

const main = (page) => page.getByRole('main');
const button = (page, name) => main(page).getByRole('button', { name });

// Opens the latest mail to this address whose subject begins so; the worker writes it a moment after what caused it.
async function openMail(page, recipient, subject) {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    await page.goto('/dev/mail');
    const row = main(page).getByRole('listitem').filter({ hasText: recipient }).filter({ hasText: subject }).first();
    if (await row.count()) {
      await row.getByRole('link').click();
      await page.waitForURL(/\/dev\/mail\/[0-9a-f-]{36}$/);
      return;
    }
    await pause(200);
  }
  throw new Error(`no mail “${subject}” to ${recipient}`);
}

async function signUp(page, email) {
  await page.goto('/signup');
  await page.getByLabel('First name').fill('Isla');
  await page.getByLabel('Last name').fill('Fraser');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill('kettle on the hob');
  await button(page, 'Sign up').click();
  await page.waitForURL((url) => url.pathname === '/');
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';
  const email = `isla-${javaScriptEnabled}@example.com`;

  test(`whoever signs up confirms the address by the mail's link, ${how}`, async () => {
    const { page, done } = await visit(browser, server, { javaScriptEnabled });
    await signUp(page, email);
    await page.goto('/account');
    await main(page).getByRole('button', { name: 'Send the link again' }).waitFor();
    await openMail(page, email, 'Confirm your e-mail address');
    await main(page).getByRole('link', { name: /\/confirm-email\?token=/ }).click();
    await button(page, 'Confirm this address').click();
    await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor();
    await page.goto('/account');
    assert.equal(await button(page, 'Send the link again').count(), 0);
    await done();
  });

  test(`a forgotten password is replaced by the mail's link, ${how}`, async () => {
    const { page, done } = await visit(browser, server, { javaScriptEnabled });
    await page.goto('/login');
    await main(page).getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByLabel('E-mail').fill(email);
    await button(page, 'Send the link').click();
    await page.getByText('a mail is on its way').waitFor();
    await openMail(page, email, 'Choose a new password');
    await main(page).getByRole('link', { name: /\/reset-password\?token=/ }).click();
    await page.getByLabel('New password').fill('a lamp by the door');
    await button(page, 'Change password').click();
    await page.waitForURL(/\/login/);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill('a lamp by the door');
    await button(page, 'Log in').click();
    await page.waitForURL((url) => url.pathname === '/trips');
    await done();
  });
}

test('a confirmed stay is written to the guest with calendar file and receipt, and to the host', async () => {
  const { page, done } = await visit(browser, server);
  await signIn(page, NINA);
  await page.goto(await heldCheckout(page, 70));
  await button(page, /^Book and pay/).click();
  await page.waitForURL(/\/sandbox\/pay\//);
  await page.getByLabel('Card number').fill('4242 4242 4242 4242');
  await page.getByLabel('Expiry (MM/YY)').fill('12/30');
  await page.getByLabel('Security code').fill('123');
  await page.getByLabel('Name on the card').fill('Nina');
  await button(page, /^Pay /).click();
  await page.waitForURL(/\/trips\/[0-9a-f-]+/);
  const trip = new URL(page.url()).pathname;

  await openMail(page, NINA, 'Confirmed:');
  const text = await main(page).textContent();
  assert.match(text, new RegExp(trip));
  for (const [name, begins] of [['stay.ics', 'BEGIN:VCALENDAR'], [/^receipt-HB-.*\.html$/, '<!DOCTYPE html>']]) {
    const href = await main(page).getByRole('link', { name }).getAttribute('href');
    const file = await page.request.get(href);
    assert.equal(file.status(), 200);
    assert.match(file.headers()['content-disposition'], /^attachment/);
    assert.ok((await file.text()).startsWith(begins));
  }
  const [letter] = await Promise.all([page.context().waitForEvent('page'), main(page).getByRole('link', { name: 'As HTML' }).click()]);
  assert.match(await letter.getByRole('heading', { level: 1 }).textContent(), /^Confirmed: /);
  await letter.getByRole('link', { name: 'Your trip' }).click();
  await letter.waitForURL((url) => url.pathname === trip);
  await page.goto('/dev/mail');
  await main(page).getByRole('link', { name: /^Booked: / }).first().waitFor();
  await done();
});
