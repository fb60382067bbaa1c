// People of the demo, and what they do in a browser. The same cast as in server/src/seed/cast.rs.
export const PASSWORD = 'lantern-on-the-shore';
export const SIOBHAN = 'siobhan@example.com';
export const PRIYA = 'priya@example.com';
export const JEAN_LUC = 'jean-luc@example.com';
export const NINA = 'nina@example.com';
export const LAYLA = 'layla@example.com';

export const AILSA = 'ailsa@example.com';

/** A civil date so many days from now, as forms and addresses write it. */
export function day(ahead) {
  const date = new Date();
  date.setUTCDate(date.getUTCDate() + ahead);
  return date.toISOString().slice(0, 10);
}

export async function signIn(page, email = SIOBHAN) {
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
}

/** The path of a trip that the demo booked for whoever is signed in. */
export async function bookedTrip(page) {
  await page.goto('/trips');
  return page.locator('a[href^="/trips/"]').first().getAttribute('href');
}

/** The path of a home that is free for these dates. */
export async function freeListing(page, checkIn, checkOut) {
  await page.goto(`/search?where=Edinburgh&check_in=${checkIn}&check_out=${checkOut}&guests=1`);
  return page.locator('a[href^="/listings/"]').first().getAttribute('href');
}

/** Holds a home for whoever is signed in, and returns the checkout's path. */
export async function heldCheckout(page, ahead = 60) {
  await page.goto(await freeListing(page, day(ahead), day(ahead + 3)));
  await page.getByRole('main').getByRole('button', { name: 'Book these nights' }).click();
  await page.waitForURL(/\/checkout\//);
  return new URL(page.url()).pathname;
}

/** Holds a home whose host answers requests first, and returns the checkout's path. */
export async function heldRequest(page, ahead = 60) {
  await page.goto(`/search?where=Lisbon&check_in=${day(ahead)}&check_out=${day(ahead + 3)}&guests=1`);
  const links = await page.locator('.card a[href^="/listings/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const request = page.getByRole('main').getByRole('button', { name: 'Request to book' });
  for (const path of links) {
    await page.goto(path);
    if (await request.count()) break;
  }
  await request.click();
  await page.waitForURL(/\/checkout\//);
  return new URL(page.url()).pathname;
}

/** Fills in the provider's card form. */
export async function fillCard(page, number = '4242 4242 4242 4242') {
  await page.getByLabel('Card number').fill(number);
  await page.getByLabel('Expiry (MM/YY)').fill('12/30');
  await page.getByLabel('Security code').fill('123');
  await page.getByLabel('Name on the card').fill('Priya Raman');
}

/** Pays for the hold whose checkout is open, and returns the path of the trip. */
export async function pays(page) {
  const main = page.getByRole('main');
  await main.getByRole('button', { name: /^(Book and pay|Request to book) / }).click();
  await page.waitForURL(/\/sandbox\/pay\//);
  await fillCard(page);
  await main.getByRole('button', { name: /^Pay / }).click();
  await page.waitForURL(/\/trips\/[0-9a-f-]+/);
  return new URL(page.url()).pathname;
}

/** The path of a home that whoever is signed in lets. */
export async function hostedHome(page) {
  await page.goto('/host');
  const links = page.getByRole('main').locator('a[href^="/host/homes/"]');
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  return paths.map((path) => /^\/host\/homes\/[0-9a-f-]{36}/.exec(path)?.[0]).find(Boolean);
}

/** Signs in whoever lets the home in Lisbon of this trip; returns the path of its reservation. */
export async function lisbonHost(page, trip) {
  const reservation = trip.replace('/trips/', '/host/reservations/');
  for (const name of ['teresa', 'rui', 'beatriz']) {
    await page.context().clearCookies();
    await signIn(page, `${name}@example.com`);
    if ((await page.request.get(reservation)).ok()) return reservation;
  }
  throw new Error(`${trip} is no stay in Lisbon`);
}

/** All words of the page's main part. */
export const words = async (page) => (await page.getByRole('main').textContent()).replace(/\s+/g, ' ');

/** Loads the page until it says so, and returns its words: the worker and the provider do their part meanwhile. */
export async function says(page, path, sentence) {
  const deadline = Date.now() + 30_000;
  let said = '';
  while (Date.now() < deadline) {
    await page.goto(path);
    said = await words(page);
    if (sentence.test(said)) return said;
  }
  throw new Error(`${path} never says ${sentence}: ${said}`);
}
