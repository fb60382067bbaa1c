// A home's own page: its pictures full screen, the price of other dates and guests, its calendar, and one's own hold on it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, visit } from './support/browser.mjs';
import { day, NINA, PRIYA, SIOBHAN, signIn } from './support/cast.mjs';
import { keyboard, slide } from './support/hands.mjs';
import { startServer } from './support/server.mjs';

let server, browser;
before(async () => ([server, browser] = await Promise.all([startServer(), launch()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

const main = (page) => page.getByRole('main');
const button = (page, name) => main(page).getByRole('button', { name, exact: true });
const words = async (locator) => (await locator.textContent()).trim();

// A home of the city that is free for nine nights from day 200 on: so far ahead the demo has no stays.
async function home(page, city = 'Edinburgh') {
  await page.goto(`/search?where=${city}&check_in=${day(200)}&check_out=${day(209)}&guests=2`);
  const path = await page.locator('.card a[href^="/listings/"]').first().getAttribute('href');
  return path.split('?')[0];
}

const dated = (path, from, to, guests = 1) => `${path}?check_in=${day(from)}&check_out=${day(to)}&guests=${guests}`;

// Whoever changes something has touched the page before.
async function wakes(page) {
  await page.locator('#check_in').focus();
  await page.waitForFunction(() => document.documentElement.dataset.islands === 'awake');
}

const pictures = (page) => page.locator('[data-picture]');
const viewer = (page) => page.getByRole('dialog', { name: 'Pictures, full screen' });

// The picture with this number, from 1 on, is on the whole screen, with its words.
async function shows(page, number) {
  const picture = pictures(page).nth(number - 1);
  const alt = await picture.locator('img[srcset]').getAttribute('alt');
  const large = viewer(page).getByRole('img');
  const shown = [await large.getAttribute('src'), await large.getAttribute('alt'), await words(page.locator('#viewer-words'))];
  assert.deepEqual(shown, [await picture.getAttribute('href'), alt, alt]);
  assert.equal(await words(page.locator('#viewer-count')), `${number} of ${await pictures(page).count()}`);
}

// The full screen is left, and the focus is where it was before.
async function leaves(page, act, before) {
  await act();
  await viewer(page).waitFor({ state: 'hidden' });
  const returned = (element) => element === document.activeElement;
  await page.waitForFunction(returned, await before.elementHandle());
}

test('a click opens the pictures full screen, keys and buttons turn them, and the focus returns', async () => {
  const { page, done } = await visit(browser, server);
  await page.goto(await home(page));
  const alts = await pictures(page).locator('img[srcset]').evaluateAll((all) => all.map((picture) => picture.alt.trim()));
  assert.ok(alts.length > 2 && alts.every(Boolean), `a picture has no words: ${alts}`);
  const last = alts.length;

  await pictures(page).nth(1).click();
  await viewer(page).waitFor();
  await shows(page, 2);
  for (const [key, number] of [['ArrowRight', 3], ['ArrowLeft', 2], ['ArrowLeft', 1], ['ArrowLeft', last], ['ArrowRight', 1]]) {
    await page.keyboard.press(key);
    await shows(page, number);
  }
  for (const [name, number] of [['Next picture', 2], ['Picture before', 1], ['Picture before', last]]) {
    await viewer(page).getByRole('button', { name }).click();
    await shows(page, number);
  }
  await leaves(page, () => page.keyboard.press('Escape'), pictures(page).nth(1));

  await pictures(page).nth(2).focus();
  await page.keyboard.press('Enter');
  await viewer(page).waitFor();
  await shows(page, 3);
  await leaves(page, () => page.keyboard.press('Escape'), pictures(page).nth(2));

  const all = button(page, `All ${last} pictures`);
  await all.click();
  await viewer(page).waitFor();
  await shows(page, 1);
  await leaves(page, () => viewer(page).getByRole('button', { name: 'Close' }).click(), all);
  await done();
});

test('a swipe turns the pictures, and one up or down does not', async () => {
  const { page, done } = await visit(browser, server, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto(await home(page));
  await pictures(page).first().tap();
  await viewer(page).waitFor();
  for (const [from, to, number] of [[[300, 400], [100, 405], 2], [[200, 300], [210, 600], 2], [[100, 400], [300, 395], 1]]) {
    await slide(page, [from, to]);
    await shows(page, number);
  }
  await done();
});

const total = (page) => page.locator('#offer .lines-of-price__total .price');

// The answer to what was chosen last has come.
const answered = (page) => page.locator('#offer:not([aria-busy])').waitFor({ state: 'attached' });

// What stands at the head of the box, and in the bar on phones.
async function heading(page) {
  const said = (place) => Promise.all(['amount', 'unit'].map((what) => words(page.locator(`#${place}-${what}`))));
  const box = await said('box');
  assert.deepEqual(await said('bar'), box);
  return box;
}

const terms = async (page) => (await words(page.locator('section:has(> #cancellation)'))).replace(/\s+/g, ' ');

test('other nights and other guests change the price, its heading and the terms without another page', async () => {
  const { page, done } = await visit(browser, server);
  // Where each guest's nights are taxed.
  const path = await home(page, 'Lisbon');
  await page.goto(dated(path, 200, 204));
  await page.evaluate(() => (globalThis.stayed = true));
  await wakes(page);
  let [before, agreed] = [await words(total(page)), await terms(page)];
  for (const [field, text] of [['#check_out', day(205)], ['#guests', '2']]) {
    await page.locator(field).fill(text);
    await page.locator(field).blur();
    await answered(page);
    const [now, thenAgreed] = [await words(total(page)), await terms(page)];
    assert.notEqual(now, before, field);
    assert.notEqual(thenAgreed, agreed, `${field}: the terms are those of another price`);
    const [amount, unit] = await heading(page);
    assert.ok([amount, `${amount}.00`].includes(now), `${field}: ${amount} above ${now}`);
    assert.equal(unit, 'total, 5 nights');
    await page.getByRole('status').filter({ hasText: `${amount} ${unit}` }).waitFor({ state: 'attached' });
    [before, agreed] = [now, thenAgreed];
  }
  assert.equal(await page.evaluate(() => globalThis.stayed), true, 'the page was left');
  const shown = await heading(page);
  await page.goto(dated(path, 200, 205, 2));
  assert.deepEqual([await words(total(page)), await terms(page), await heading(page)], [before, agreed, shown]);
  await done();
});

test('a choice that is refused says why beside its field, and takes the old price away', async () => {
  const { page, done } = await visit(browser, server);
  const path = await home(page);
  await page.goto(path);
  const night = await heading(page);
  await page.goto(dated(path, 200, 204));
  await wakes(page);
  const stay = await heading(page);
  assert.notDeepEqual(stay, night);
  const guests = page.locator('#guests');
  await guests.fill('50');
  await guests.blur();
  await answered(page);
  assert.match(await words(page.locator('#guests-error')), /^This home takes at most \d+ guests?\.$/);
  assert.equal(await guests.getAttribute('aria-invalid'), 'true');
  assert.equal(await guests.getAttribute('aria-describedby'), 'guests-error');
  assert.equal(await page.locator('#offer').locator('dl, a, button').count(), 0, 'the old offer stays');
  assert.deepEqual(await heading(page), night);
  assert.match(await terms(page), /Choose dates to see the days and amounts\./);

  await guests.fill('1');
  await guests.blur();
  await answered(page);
  assert.equal(await page.locator('#guests-error').count(), 0);
  assert.equal(await guests.getAttribute('aria-invalid'), null);
  assert.deepEqual(await heading(page), stay);
  await done();
});

test('while another price is fetched, the button of the old one cannot be pressed', async () => {
  const { page, done } = await visit(browser, server);
  await signIn(page, SIOBHAN);
  await page.goto(dated(await home(page), 200, 204));
  await wakes(page);
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await page.route(/\/price\?/, async (route) => {
    await held;
    await route.continue();
  });
  const inert = () => page.locator('#offer button').evaluate((it) => Boolean(it.closest('[inert]')) || it.matches(':disabled'));
  assert.equal(await inert(), false);
  await page.locator('#check_out').fill(day(206));
  assert.equal(await inert(), true);
  answer();
  await answered(page);
  assert.equal(await inert(), false);
  assert.equal(await page.locator('#offer input[name="check_out"]').inputValue(), day(206));
  await done();
});

const chosen = async (page) => [await page.locator('#check_in').inputValue(), await page.locator('#check_out').inputValue()];

// Clicks on a day of the calendar, whose later months may be folded away.
async function pick(page, date) {
  const cell = page.locator(`#calendar td[data-day="${date}"]`);
  if (!(await cell.isVisible())) await page.locator('#calendar summary').click();
  await cell.click();
  await answered(page);
}

test('two days picked in the calendar are the dates; after the first of them nothing is left of the old offer', async () => {
  const { page, done } = await visit(browser, server);
  await signIn(page, SIOBHAN);
  const path = await home(page);
  await page.goto(path);
  const night = await heading(page);
  await page.goto(dated(path, 200, 204));
  await wakes(page);
  assert.equal(await button(page, 'Book these nights').count(), 1);
  // The second click lies before the first: the stay begins anew.
  for (const ahead of [206, 205]) {
    await pick(page, day(ahead));
    assert.deepEqual(await chosen(page), [day(ahead), '']);
    assert.equal(await page.locator('#offer').locator('dl, a, button').count(), 0, 'the old offer stays');
    assert.deepEqual(await heading(page), night);
  }
  await pick(page, day(209));
  assert.deepEqual(await chosen(page), [day(205), day(209)]);
  assert.equal(await words(page.locator('#nights')), '4 nights');
  assert.equal(await page.locator('#calendar td.chosen').count(), 4);
  assert.equal((await heading(page))[1], 'total, 4 nights');
  assert.equal(await button(page, 'Book these nights').count(), 1);

  // A later check-in takes check-out along.
  await page.locator('#check_in').fill(day(210));
  await answered(page);
  assert.deepEqual(await chosen(page), [day(210), day(211)]);
  assert.equal(await words(page.locator('#nights')), '1 night');
  await done();
});

test('two days typed with the keys alone are marked in the calendar, and their price comes', async () => {
  const { page, done } = await visit(browser, server);
  await page.goto(await home(page));
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.documentElement.dataset.islands === 'awake');
  await keyboard.fill(page.locator('#check_in'), day(200));
  await keyboard.fill(page.locator('#check_out'), day(203));
  await total(page).waitFor();
  assert.deepEqual(await chosen(page), [day(200), day(203)]);
  assert.equal(await words(page.locator('#nights')), '3 nights');
  assert.equal(await page.locator('#calendar td.chosen').count(), 3);
  assert.equal((await heading(page))[1], 'total, 3 nights');
  await done();
});

for (const [how, options, email, ahead] of [
  ['with JavaScript', {}, PRIYA, 220],
  ['without JavaScript', { javaScriptEnabled: false }, NINA, 230],
]) {
  test(`who holds these nights finds the way on to the checkout, ${how}`, async () => {
    const { page, done } = await visit(browser, server, options);
    await signIn(page, email);
    const dates = dated(await home(page), ahead, ahead + 3);
    await page.goto(dates);
    await button(page, 'Book these nights').click();
    await page.waitForURL(/\/checkout\//);
    const checkout = new URL(page.url()).pathname;
    await page.goto(dates);
    const offer = page.locator('#offer');
    assert.match(await words(offer), /You are holding this home for /);
    assert.doesNotMatch(await words(offer), /taken/);
    assert.equal(await button(page, 'Book these nights').count(), 0);
    await offer.locator(`a[href="${checkout}"]`).click();
    await page.waitForURL((url) => url.pathname === checkout);
    await done();
  });
}
