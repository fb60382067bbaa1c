// What the look promises: nothing jumps, what opens opens without scripts, a card's picture becomes the gallery's first.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, visit } from './support/browser.mjs';
import { day, signIn } from './support/cast.mjs';
import { startServer } from './support/server.mjs';

let server, browser;
before(async () => ([server, browser] = await Promise.all([startServer(), launch()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

const phone = { viewport: { width: 390, height: 844 } };
const found = `/search?where=Edinburgh&check_in=${day(40)}&check_out=${day(43)}`;
const cards = (page) => page.locator('.card a[href^="/listings/"]');

for (const [name, size] of [['a phone', phone], ['a wide screen', { viewport: { width: 1440, height: 900 } }]]) {
  test(`nothing jumps on ${name}, from the top to the end of a page`, async () => {
    const { page, done } = await visit(browser, server, size);
    await page.addInitScript(() => {
      globalThis.shifted = 0;
      const add = (list) => list.getEntries().forEach((entry) => (globalThis.shifted += entry.value));
      new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(found);
    const listing = await cards(page).first().getAttribute('href');
    for (const path of ['/', found, listing]) {
      await page.goto(path, { waitUntil: 'load' });
      for (let seen = 0; seen < (await page.evaluate(() => document.body.scrollHeight)); seen += 600) {
        await page.mouse.wheel(0, 600);
        await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
      }
      const shifted = await page.evaluate(() => globalThis.shifted);
      assert.ok(shifted < 0.001, `${path} shifted by ${shifted}`);
    }
    await done();
  });
}

test('filters open and narrow a search without JavaScript, and a chip clears one', async () => {
  const { page, done } = await visit(browser, server, { javaScriptEnabled: false });
  await page.goto('/search?where=Edinburgh');
  await page.getByRole('button', { name: 'Filters' }).click();
  const dialog = page.getByRole('dialog', { name: 'Filters' });
  await dialog.getByLabel('Entire home').check();
  await dialog.getByRole('button', { name: 'Show homes' }).click();
  await page.waitForURL(/kind=entire_home/);
  await page.getByRole('link', { name: 'Remove Entire home' }).click();
  await page.waitForURL((url) => !url.search.includes('kind='));
  await done();
});

test('on a phone the search is one line, which unfolds without JavaScript', async () => {
  const { page, done } = await visit(browser, server, { ...phone, javaScriptEnabled: false });
  await page.goto(found);
  const where = page.getByRole('search').getByLabel('Where');
  assert.equal(await where.isVisible(), false);
  await page.getByRole('link', { name: /^Change the search/ }).click();
  await where.fill('Lisbon');
  await page.getByRole('search').getByRole('button', { name: 'Search', exact: true }).click();
  await page.waitForURL(/where=Lisbon/);
  assert.equal(await where.isVisible(), false);
  await done();
});

for (const javaScriptEnabled of [true, false]) {
  const what = javaScriptEnabled ? 'a button opens all of them' : 'without JavaScript their row shows its scroll bar instead';
  test(`more pictures than are seen at once: ${what}`, async () => {
    const { page, done } = await visit(browser, server, { javaScriptEnabled });
    await page.goto(found);
    await page.goto(await cards(page).first().getAttribute('href'));
    const row = page.getByRole('list', { name: /pictures, side by side$/ });
    await row.waitFor();
    assert.equal(await page.getByRole('button', { name: /^All \d+ pictures$/ }).count(), javaScriptEnabled ? 1 : 0);
    const bar = await row.evaluate((list) => getComputedStyle(list).scrollbarWidth);
    assert.equal(bar, javaScriptEnabled ? 'none' : 'auto');
    await done();
  });
}

test('the picture of a card becomes the first of the gallery, and going back restores the scroll', async () => {
  const { page, done } = await visit(browser, server, phone);
  await page.addInitScript(() => {
    addEventListener('pagereveal', (event) => {
      const named = () => document.getAnimations().some(({ effect }) => effect.pseudoElement === '::view-transition-group(home)');
      globalThis.grew = event.viewTransition ? event.viewTransition.ready.then(named, () => false) : false;
    });
  });
  await page.goto(found, { waitUntil: 'load' });
  await cards(page).nth(3).scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  assert.ok(scrolled > 400);
  await cards(page).nth(3).click();
  await page.waitForURL(/\/listings\//);
  assert.equal(await page.evaluate(() => globalThis.grew), true);
  await page.goBack();
  await page.waitForFunction((before) => Math.abs(scrollY - before) < 2, scrolled);
  await done();
});

test('the menu closes with Escape and gives the focus back; what was saved is said once', async () => {
  const { page, done } = await visit(browser, server);
  await signIn(page);
  await page.goto('/account?saved=profile');
  await page.getByRole('status').filter({ hasText: 'Your profile is saved.' }).waitFor();
  assert.equal(new URL(page.url()).search, '');
  const menu = page.locator('.menu summary');
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Log out' }).first().waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.menu').getAttribute('open'), null);
  assert.ok(await menu.evaluate((element) => element === document.activeElement));
  await done();
});
