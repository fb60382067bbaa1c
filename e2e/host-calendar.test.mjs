// A host blocks nights and opens them again: by the form without JavaScript, with the keys, with the mouse, with a finger.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, visit } from './support/browser.mjs';
import { AILSA, signIn } from './support/cast.mjs';
import { slide } from './support/hands.mjs';
import { startServer } from './support/server.mjs';

let server, browser;
before(async () => ([server, browser] = await Promise.all([startServer(), launch()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

const main = (page) => page.getByRole('main');
const button = (page, name) => main(page).getByRole('button', { name, exact: true });
const cell = (page, date) => page.locator(`#plan td[data-day="${date}"]`);
const blocked = (page) => page.locator('#plan td.blocked').count();

// The nights from the 10th to the 12th of a month in which the demo has no stay; each story has its own.
function month(ahead) {
  const now = new Date();
  const slug = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString().slice(0, 7);
  return { slug, nights: ['10', '11', '12'].map((date) => `${slug}-${date}`) };
}

// Opens the month in the calendar of the host's first home.
async function openMonth(page, slug) {
  await signIn(page, AILSA);
  await page.goto('/host');
  const calendar = await main(page).locator('a[href$="/calendar"]').first().getAttribute('href');
  await page.goto(`${calendar}?month=${slug}`);
}

const middle = async (page, date) => {
  const box = await cell(page, date).boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
};

// The page stands: what still scrolls from the slide before would move the days away under the finger.
const stands = (page) => page.evaluate(() => new Promise((done) => {
  let [last, same] = [scrollY, 0];
  const look = () => {
    same = scrollY === last ? same + 1 : 0;
    last = scrollY;
    if (same < 6) requestAnimationFrame(look);
    else done();
  };
  look();
}));

// A finger that goes from day to day.
async function slideOver(page, dates) {
  await stands(page);
  const points = [];
  for (const date of dates) points.push(await middle(page, date));
  await slide(page, points);
}

const awake = (page) => page.waitForFunction(() => document.documentElement.dataset.islands === 'awake');
const chosen = async (page) => [await page.getByLabel('First night').inputValue(), await page.getByLabel('Last night').inputValue()];

async function blockAndOpen(page, slug) {
  await button(page, 'Block nights').click();
  await page.waitForURL(/saved=block|month=/);
  await page.locator('#plan td.blocked').first().waitFor();
  assert.equal(await blocked(page), 3);
  await main(page).getByRole('button', { name: /^Open again/ }).click();
  await page.waitForURL(new RegExp(`month=${slug}`));
  await page.locator('#plan td.blocked').first().waitFor({ state: 'detached' });
}

test('by the form alone, without JavaScript', async () => {
  const { page, done } = await visit(browser, server, { javaScriptEnabled: false });
  const { slug, nights } = month(8);
  await openMonth(page, slug);
  await page.getByLabel('First night').fill(nights[0]);
  await page.getByLabel('Last night').fill(nights[2]);
  await page.getByLabel('Note').fill('Painting the hall');
  await button(page, 'Block nights').click();
  assert.equal(await blocked(page), 3);
  assert.match(await main(page).textContent(), /Painting the hall/);
  await main(page).getByRole('button', { name: /^Open again/ }).click();
  assert.equal(await blocked(page), 0);
  await done();
});

test('with the keys: arrows walk, space sets the ends, Escape lets go', async () => {
  const { page, done } = await visit(browser, server);
  const { slug, nights } = month(9);
  await openMonth(page, slug);
  await awake(page);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await cell(page, `${slug}-01`).focus();
  await press('ArrowDown', ...Array(2).fill('ArrowRight'));
  assert.ok(await cell(page, nights[0]).evaluate((it) => it === document.activeElement));
  await press('Space', 'Escape');
  assert.deepEqual(await chosen(page), ['', '']);
  await press('Space', 'ArrowRight', 'ArrowRight', 'Space');
  assert.deepEqual(await chosen(page), [nights[0], nights[2]]);
  assert.match(await page.locator('#nights-chosen').textContent(), /3 nights/);
  assert.equal(await page.locator('#plan td[aria-selected="true"]').count(), 3);
  assert.equal(await page.locator('#plan td[tabindex="0"]').count(), 1);
  // The month is one stop on the way to the button.
  for (let i = 0; i < 30 && !(await button(page, 'Block nights').evaluate((it) => it === document.activeElement)); i++) await press('Tab');
  await press('Enter');
  await page.locator('#plan td.blocked').first().waitFor();
  assert.equal(await blocked(page), 3);
  await done();
});

test('the keys turn the month and go on walking, with the end that is set', async () => {
  const { page, done } = await visit(browser, server);
  const { slug } = month(9);
  await openMonth(page, slug);
  await awake(page);
  await cell(page, `${slug}-28`).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('PageDown');
  const next = month(10).slug;
  await page.waitForURL(new RegExp(`month=${next}`));
  await page.waitForFunction((date) => document.activeElement?.dataset.day === date, `${next}-01`);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  assert.deepEqual(await chosen(page), [`${slug}-28`, `${next}-02`]);
  await done();
});

test('with the mouse: dragging chooses, backwards too', async () => {
  const { page, done } = await visit(browser, server, { viewport: { width: 1440, height: 900 } });
  const { slug, nights } = month(10);
  await openMonth(page, slug);
  await awake(page);
  await page.mouse.move(...(await middle(page, nights[2])));
  await page.mouse.down();
  await page.mouse.move(...(await middle(page, nights[1])), { steps: 4 });
  await page.mouse.move(...(await middle(page, nights[0])), { steps: 4 });
  await page.mouse.up();
  assert.deepEqual(await chosen(page), [nights[0], nights[2]]);
  await blockAndOpen(page, slug);
  await done();
});

test('with a finger: two taps or one slide, and up and down scrolls', async () => {
  const { page, done } = await visit(browser, server, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const { slug, nights } = month(11);
  await openMonth(page, slug);
  await awake(page);
  await cell(page, nights[0]).tap();
  await cell(page, nights[2]).tap();
  assert.deepEqual(await chosen(page), [nights[0], nights[2]]);
  await slideOver(page, [`${slug}-15`, `${slug}-08`]);
  assert.deepEqual(await chosen(page), [nights[0], nights[2]], 'a finger that scrolls chooses nothing');
  await slideOver(page, [`${slug}-07`, `${slug}-08`, `${slug}-15`]);
  assert.deepEqual(await chosen(page), [`${slug}-07`, `${slug}-15`]);
  await cell(page, nights[0]).tap();
  await cell(page, nights[2]).tap();
  assert.ok(await button(page, 'Block nights').isVisible());
  await blockAndOpen(page, slug);
  await done();
});

test('a date that is none is told beside its field, and the note is kept', async () => {
  const { page, done } = await visit(browser, server, { javaScriptEnabled: false, expected: [422] });
  const { slug, nights } = month(8);
  await openMonth(page, slug);
  await page.getByLabel('Last night').fill(nights[0]);
  await page.getByLabel('Note').fill('A cousin');
  await button(page, 'Block nights').click();
  assert.equal(await page.getByLabel('First night').getAttribute('aria-invalid'), 'true');
  assert.equal(await page.getByLabel('Note').inputValue(), 'A cousin');
  assert.equal(await page.getByLabel('Last night').inputValue(), nights[0]);
  await done();
});
