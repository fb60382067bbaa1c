// axe finds nothing on any route, light and dark, on a phone and on a wide screen.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';

import { launch, visit } from './support/browser.mjs';
import { AILSA, bookedTrip, day, heldCheckout, heldRequest, hostedHome, LAYLA, lisbonHost, NINA, PASSWORD, pays, signIn } from './support/cast.mjs';
import { run, startServer } from './support/server.mjs';

// What can be different by night.
const COLOURS = ['color-contrast', 'link-in-text-block'];
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let server, browser;

before(async () => ([server, browser] = await Promise.all([startServer(), launch()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

const firstListing = async (page) => {
  await page.goto('/search');
  return page.locator('a[href^="/listings/"]').first().getAttribute('href');
};

// Each is a function that finds a path, or has one as `at` and is brought into a state by `then`.
const routes = {
  home: () => '/',
  search: () => '/search?where=Edinburgh&guests=2',
  'search with dates': async () => `/search?where=Edinburgh&check_in=${day(40)}&check_out=${day(43)}`,
  'search without results': () => '/search?where=Edinburgh&min_price=99000',
  'search refused': () => `/search?where=Edinburgh&check_in=${day(43)}&check_out=${day(40)}&guests=0&min_price=dear`,
  'search with its filters open': {
    at: () => '/search?where=Edinburgh&amenity=wifi&min_price=dear',
    then: async (page) => {
      await page.getByRole('button', { name: 'Filters' }).click();
      await page.getByRole('dialog', { name: 'Filters' }).waitFor();
    },
  },
  listing: firstListing,
  'listing with its pictures open': {
    at: firstListing,
    then: async (page) => {
      await page.locator('[data-picture]').first().click();
      await page.getByRole('dialog', { name: 'Pictures, full screen' }).waitFor();
    },
  },
  'unknown page': () => '/no-such-page',
  login: () => '/login',
  'login refused': { at: () => '/login', then: (page) => refused(page, { 'E-mail': 'nobody@example.com', Password: 'wrong-but-long' }) },
  signup: () => '/signup',
  'signup refused': {
    at: () => '/signup',
    then: (page) => refused(page, { 'First name': '-', 'Last name': '-', 'E-mail': 'siobhan@example.com', Password: PASSWORD }),
  },
  'forgotten password': () => '/forgot-password?sent=1',
  'a link that has ended': () => '/reset-password?token=0',
  'address confirmed': () => '/confirm-email?done=1',
  'local outbox': () => '/dev/mail',
  terms: () => '/terms',
  privacy: () => '/privacy',
  cancellation: () => '/help/cancellation',
  'how booking works': () => '/how-booking-works',
};
const personal = {
  account: () => '/account',
  tokens: () => '/account/tokens',
  trips: () => '/trips',
  trip: bookedTrip,
  receipt: async (page) => `${await bookedTrip(page)}/receipt`,
  'before cancelling': async (page) => `${await bookedTrip(page)}/cancel`,
  checkout: heldCheckout,
  'checkout of a request': (page) => heldRequest(page, 80),
  request: async (page) => {
    await page.goto(await heldRequest(page, 80));
    return pays(page);
  },
  'cancelled stay': async (page) => {
    await page.goto(await heldCheckout(page, 85));
    const trip = await pays(page);
    await page.goto(`${trip}/cancel`);
    await main(page).getByRole('button', { name: /^Cancel/ }).click();
    await page.waitForURL((url) => url.pathname === trip);
    return trip;
  },
  'a mail': latestMail,
  'a mail as HTML': async (page) => `${await latestMail(page)}/html`,
  'ended checkout': async (page) => {
    const path = await heldCheckout(page, 70);
    await main(page).getByRole('button', { name: 'Let this hold go' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/release'));
    return path;
  },
  'card form': sandboxPage,
  'authentication step': async (page) => {
    const path = await sandboxPage(page);
    for (const [label, text] of [['Card number', '4000 0025 0000 3155'], ['Expiry (MM/YY)', '12/30'], ['Security code', '123'], ['Name on the card', 'Li Ming']]) {
      await page.getByLabel(label).fill(text);
    }
    await main(page).getByRole('button', { name: /^Pay / }).click();
    await main(page).getByRole('button', { name: 'Yes, approve' }).waitFor();
    return path;
  },
};

const hosting = {
  host: () => '/host',
  'a new home': () => '/host/homes/new',
  'a new home refused': { at: () => '/host/homes/new', then: (page) => refused(page, {}) },
  'a home': hostedHome,
  ...Object.fromEntries(
    ['place', 'basics', 'amenities', 'photos', 'text', 'price', 'stays', 'rules', 'preview', 'calendar', 'archive'].map((part) => [
      `a home: ${part}`,
      async (page) => `${await hostedHome(page)}/${part}`,
    ]),
  ),
  reservations: () => '/host/reservations',
  'reservations that were': () => '/host/reservations?state=past',
  reservation: async (page) => {
    await page.goto('/host/reservations');
    return main(page).locator('a[href^="/host/reservations/"]').first().getAttribute('href');
  },
  'before a host cancels': async (page) => `${await hosting.reservation(page)}/cancel`,
};

const answering = {
  host: () => '/host',
  requests: () => '/host/reservations?state=requests',
  request: async (page) => {
    await page.goto('/host/reservations?state=requests');
    return main(page).locator('a[href^="/host/reservations/"]').first().getAttribute('href');
  },
};

const owners = {
  admin: () => '/admin',
  payouts: () => '/admin/payouts',
  'refunds and disputes': () => '/admin/money',
};

const main = (page) => page.getByRole('main');

// Sends the page's form with these words, which it does not take.
async function refused(page, fields) {
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text);
  await main(page).locator('form').first().getByRole('button').first().click();
  await main(page).getByRole('alert').first().waitFor();
}

// The worker writes mail a moment after what caused it.
async function latestMail(page) {
  const first = main(page).locator('a[href^="/dev/mail/"]').first();
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    await page.goto('/dev/mail');
    if (await first.count()) return first.getAttribute('href');
  }
  throw new Error('no mail was written');
}

// The provider's page of a hold of one's own: one hold for all that is looked at there, because nobody may hold more than three homes.
let paying;
async function sandboxPage(page) {
  if (paying) {
    await page.goto(paying);
    return paying;
  }
  await page.goto(await heldCheckout(page));
  await main(page).getByRole('button', { name: /^Book and pay/ }).click();
  await page.waitForURL(/\/sandbox\/pay\//);
  return (paying = new URL(page.url()).pathname);
}

// `rules` names the only ones that are asked.
async function findings(page, rules) {
  await page.addScriptTag({ path: axePath });
  const { violations } = await page.evaluate((runOnly) => globalThis.axe.run(document, { resultTypes: ['violations'], ...(runOnly && { runOnly }) }), rules);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`);
}

// The scanner itself is a script of the test's, which the page's policy rightly refuses.
// Without motion, because a change of size aborts a view transition.
const watched = () => visit(browser, server, { bypassCSP: true, reducedMotion: 'reduce', expected: [404, 410, 422] });

async function scan(all, prepare) {
  const found = [];
  const { page, done } = await watched();
  await prepare(page);
  for (const [name, look] of Object.entries(all)) {
    const { at, then } = typeof look === 'function' ? { at: look } : look;
    const path = await at(page);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      await then?.(page);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        // By night the same document has other colours and nothing else.
        const rules = colorScheme === 'dark' ? COLOURS : undefined;
        found.push(...(await findings(page, rules)).map((finding) => `${name}, ${colorScheme}, ${width}: ${finding}`));
      }
    }
  }
  await done();
  assert.deepEqual(found, []);
}

test('axe finds nothing on the public pages', () => scan(routes, async () => {}));
test('axe finds nothing on the personal pages', () => scan(personal, (page) => signIn(page, LAYLA)));

test('axe finds nothing where hosts work', () => scan(hosting, (page) => signIn(page, AILSA)));
test('axe finds nothing where a host answers', () =>
  scan(answering, async (page) => {
    await signIn(page, NINA);
    await heldRequest(page, 95);
    const trip = await pays(page);
    await lisbonHost(page, trip);
  }));
test('axe finds nothing on the pages of the site’s owner', () =>
  scan(owners, async (page) => {
    run(server, 'admin', 'grant', LAYLA);
    await signIn(page, LAYLA);
  }));
test('axe finds nothing for somebody who has no home yet', () => scan({ host: () => '/host', reservations: () => '/host/reservations' }, (page) => signIn(page)));
test('axe finds nothing in the style guide', () => scan({ styleguide: () => '/styleguide' }, async () => {}));

test('axe finds nothing where there is nothing yet', async () => {
  const { page, done } = await watched();
  await page.goto('/signup');
  for (const [label, text] of [['First name', '明'], ['Last name', '李'], ['E-mail', 'new.guest@example.com'], ['Password', PASSWORD]]) {
    await page.getByLabel(label).fill(text);
  }
  await main(page).getByRole('button', { name: 'Sign up' }).click();
  await page.waitForURL((url) => url.pathname !== '/signup');
  await page.goto('/trips');
  const found = await findings(page);
  await done();
  assert.deepEqual(found, []);
});
