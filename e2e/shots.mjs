// Pictures of every page and state: `node e2e/shots.mjs FOLDER [NAME…]`. Starts the release build with its demo, or looks at the site that
// SITE names, and photographs each page at 390, 768 and 1440, light and dark; with README=1 only the README's few.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { launch } from './support/browser.mjs';
import { bookedTrip, day, freeListing, heldCheckout, heldRequest, LAYLA, lisbonHost, NINA, pays, signIn } from './support/cast.mjs';
import { run, startServer } from './support/server.mjs';

const [folder = 'target/shots', ...wanted] = process.argv.slice(2);
const forReadme = process.env.README === '1';
/** Whose homes are in the demo, and are published. */
const HOST = process.env.HOST_EMAIL ?? 'ailsa@example.com';
mkdirSync(folder, { recursive: true });

const stay = `check_in=${day(40)}&check_out=${day(43)}&guests=2`;
const first = async (page, path, selector) => {
  await page.goto(path);
  return page.locator(selector).first().getAttribute('href');
};
const listing = (page) => first(page, `/search?where=Edinburgh&${stay}`, '.card a[href^="/listings/"]');
const filters = async (page) => page.locator('.filters-open').click();
const menu = async (page) => page.locator('.menu summary').click();

// A page is a path, or a function that finds one; `then` brings it into a state.
const everybody = {
  home: { path: '/' },
  search: { path: `/search?where=Edinburgh&${stay}` },
  'search-filtered': { path: '/search?where=Edinburgh&amenity=wifi&amenity=kitchen&max_price=400' },
  'search-filters': { path: '/search?where=Edinburgh&amenity=wifi', then: filters },
  'search-unfolded': { path: `/search?where=Edinburgh&${stay}#finder` },
  'search-empty': { path: '/search?where=Edinburgh&min_price=99000' },
  'search-refused': { path: `/search?where=Edinburgh&check_in=${day(43)}&check_out=${day(40)}&guests=0&max_price=dear` },
  'search-unknown': { path: '/search?where=Atlantis' },
  listing: { path: listing },
  'listing-undated': { path: async (page) => (await listing(page)).split('?')[0] },
  'listing-refused': { path: async (page) => `${(await listing(page)).split('?')[0]}?check_in=${day(40)}&check_out=${day(400)}&guests=2` },
  'listing-gallery': {
    path: listing,
    then: async (page) => {
      await page.locator('[data-picture]').first().click();
      await page.locator('#viewer[open]').waitFor();
    },
  },
  login: { path: '/login' },
  signup: { path: '/signup' },
  'login-refused': {
    path: '/login',
    then: async (page) => {
      await page.getByLabel('E-mail').fill('nobody@example.com');
      await page.getByLabel('Password').fill('wrong-but-long');
      await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
      await page.getByRole('main').getByRole('alert').first().waitFor();
    },
  },
  'forgot-password': { path: '/forgot-password?sent=1' },
  'link-ended': { path: '/reset-password?token=0' },
  'address-confirmed': { path: '/confirm-email?done=1' },
  'local-outbox': { path: '/dev/mail' },
  'not-found': { path: '/no-such-page' },
  cancellation: { path: '/help/cancellation' },
  'how-booking-works': { path: '/how-booking-works' },
  doc: { path: '/doc' },
  styleguide: { path: '/styleguide' },
};
const guest = {
  trips: { path: '/trips' },
  trip: { path: bookedTrip },
  receipt: { path: async (page) => `${await bookedTrip(page)}/receipt` },
  'trip-cancel': { path: async (page) => `${await bookedTrip(page)}/cancel` },
  checkout: { path: heldCheckout },
  'checkout-request': { path: (page) => heldRequest(page, 80) },
  'trip-requested': {
    path: async (page) => {
      await page.goto(await heldRequest(page, 80));
      return pays(page);
    },
  },
  'listing-held': {
    path: async (page) => {
      const free = await freeListing(page, day(120), day(123));
      await page.goto(free);
      await page.getByRole('main').getByRole('button', { name: 'Book these nights' }).click();
      await page.waitForURL(/\/checkout\//);
      return free;
    },
  },
  account: { path: '/account' },
  tokens: { path: '/account/tokens' },
  'account-saved': { path: '/account?saved=profile' },
  menu: { path: '/account', then: menu },
};
const ownHome = (page) => first(page, '/host', 'a[href^="/host/homes/"]:not([href$="/new"])');
const under = (part) => async (page) => `/host/homes/${/\/host\/homes\/([0-9a-f-]{36})/.exec(await ownHome(page))[1]}${part}`;
const host = {
  host: { path: '/host' },
  'host-new': { path: '/host/homes/new' },
  'host-home': { path: under('') },
  ...Object.fromEntries(['place', 'basics', 'amenities', 'photos', 'text', 'price', 'stays', 'rules', 'preview', 'calendar'].map((step) => [`host-${step}`, { path: under(`/${step}`) }])),
  reservations: { path: '/host/reservations' },
  reservation: { path: (page) => first(page, '/host/reservations', 'main a[href^="/host/reservations/"]') },
  'reservation-cancel': { path: async (page) => `${await host.reservation.path(page)}/cancel` },
};
// Of a host whom Nina has just asked.
const answering = {
  'host-asked': { path: '/host' },
  requests: { path: '/host/reservations?state=requests' },
  request: { path: (page) => first(page, '/host/reservations?state=requests', 'main a[href^="/host/reservations/"]') },
};
const owner = {
  admin: { path: '/admin' },
  'admin-payouts': { path: '/admin/payouts' },
  'admin-money': { path: '/admin/money' },
};

const sizes = forReadme ? [1440] : [390, 768, 1440];
const schemes = forReadme ? ['light'] : ['light', 'dark'];
const readme = ['home', 'search', 'listing', 'checkout', 'host', 'host-calendar'];

async function asked(page) {
  await signIn(page, NINA);
  await heldRequest(page, 95);
  await lisbonHost(page, await pays(page));
}

// `who` is an address to sign in with, or what leads to a session.
async function shoot(browser, site, pages, who) {
  const context = await browser.newContext({ baseURL: site, reducedMotion: 'reduce', deviceScaleFactor: 1 });
  const page = await context.newPage();
  if (typeof who === 'function') await who(page);
  else if (who) await signIn(page, who);
  for (const [name, { path, then }] of Object.entries(pages)) {
    if (wanted.length && !wanted.includes(name)) continue;
    if (forReadme && !readme.includes(name)) continue;
    const found = await (typeof path === 'string' ? path : path(page));
    if (!found) {
      console.log(`${name}: not there`);
      continue;
    }
    for (const width of sizes) {
      for (const colorScheme of schemes) {
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
        await page.emulateMedia({ colorScheme });
        await page.goto(found, { waitUntil: 'networkidle' });
        if (then) await then(page);
        await page.waitForLoadState('networkidle');
        const file = forReadme ? `${name}.jpg` : `${name}-${width}-${colorScheme}.png`;
        const kind = forReadme ? { type: 'jpeg', quality: 82 } : {};
        await page.screenshot({ path: join(folder, file), fullPage: process.env.FULL === '1', ...kind });
      }
    }
    console.log(name);
  }
  await context.close();
}

const server = process.env.SITE ? { url: process.env.SITE, stop: async () => {} } : await startServer();
const browser = await launch();
try {
  await shoot(browser, server.url, everybody);
  await shoot(browser, server.url, guest, LAYLA);
  await shoot(browser, server.url, host, HOST);
  if (!forReadme) await shoot(browser, server.url, answering, asked);
  if (!forReadme && server.data) {
    run(server, 'admin', 'grant', LAYLA);
    await shoot(browser, server.url, owner, LAYLA);
  }
} finally {
  await browser.close();
  await server.stop();
}
