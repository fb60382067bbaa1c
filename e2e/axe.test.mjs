// axe finds nothing on any route, light and dark, on a phone and on a wide screen.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';

import { launch, visit } from './support/browser.mjs';
import { bookedTrip, day, heldCheckout, signIn } from './support/cast.mjs';
import { startServer } from './support/server.mjs';

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

const routes = {
  home: () => '/',
  search: () => '/search?where=Edinburgh&guests=2',
  'search with dates': async () => `/search?where=Edinburgh&check_in=${day(40)}&check_out=${day(43)}`,
  'search without results': () => '/search?where=Edinburgh&min_price=99000',
  listing: firstListing,
  'unknown page': () => '/no-such-page',
  login: () => '/login',
  signup: () => '/signup',
  terms: () => '/terms',
  privacy: () => '/privacy',
  cancellation: () => '/help/cancellation',
};
const personal = {
  account: () => '/account',
  trips: () => '/trips',
  trip: bookedTrip,
  receipt: async (page) => `${await bookedTrip(page)}/receipt`,
  checkout: heldCheckout,
};


async function findings(page) {
  await page.addScriptTag({ path: axePath });
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`);
}

async function scan(all, prepare) {
  const found = [];
  // The scanner itself is a script of the test's, which the page's policy rightly refuses.
  const { page, done } = await visit(browser, server, { bypassCSP: true, expected: [404] });
  await prepare(page);
  for (const [name, find] of Object.entries(all)) {
    const path = await find(page);
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        found.push(...(await findings(page)).map((finding) => `${name}, ${colorScheme}, ${width}: ${finding}`));
      }
    }
  }
  await done();
  assert.deepEqual(found, []);
}

test('axe finds nothing on the public pages', () => scan(routes, async () => {}));
test('axe finds nothing on the personal pages', () => scan(personal, (page) => signIn(page)));
