// From nothing to a published home, as hosts do it: with JavaScript, without it, and with the keyboard alone; and its pictures.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, visit } from './support/browser.mjs';
import { PASSWORD } from './support/cast.mjs';
import { keyboard, pointing } from './support/hands.mjs';
import { drawnPictures } from './support/pictures.mjs';
import { startServer } from './support/server.mjs';

let server, browser, pictures;
before(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
  pictures = await drawnPictures(browser, 12);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const main = (page) => page.getByRole('main');
const button = (page, name) => main(page).getByRole('button', { name, exact: true });
const broken = { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Dear diary, this is no picture.') };

// Somebody who has no home yet.
async function signUp(page, name) {
  await page.goto('/signup');
  for (const [label, text] of [['First name', name], ['Last name', 'Fraser'], ['E-mail', `${name.toLowerCase()}@example.com`], ['Password', PASSWORD]]) {
    await page.getByLabel(label).fill(text);
  }
  await button(page, 'Sign up').click();
  await page.waitForURL((url) => url.pathname !== '/signup');
}

// Whoever chooses files has touched the page before.
async function send(page, files) {
  const input = page.getByLabel('Add pictures');
  await input.focus();
  await input.setInputFiles(files);
}

// Makes the draft, and returns its path.
async function begin(page, { fill, press }) {
  await page.goto('/host/homes/new');
  await fill(page.getByLabel('Town or city'), 'Edinburgh');
  await fill(page.getByLabel(/^Neighbourhood/), 'Leith');
  await fill(page.getByLabel('Address'), '7 Shore, EH6 6QN');
  await press(button(page, 'Save and continue'));
  await page.waitForURL(/\/host\/homes\/[0-9a-f-]{36}\/basics/);
  return new URL(page.url()).pathname.replace('/basics', '');
}

const on = (page, step) => page.waitForURL((url) => url.pathname.endsWith(`/${step}`));

async function basics(page, { fill, press, choose }) {
  await choose(page.getByLabel('Entire home'));
  await choose(page.getByLabel('Flat', { exact: true }));
  for (const [label, text] of [['Guests', '4'], ['Bedrooms', '2'], ['Beds', '2'], ['Bathrooms', '1.5']]) await fill(page.getByLabel(label, { exact: true }), text);
  await press(button(page, 'Save and continue'));
  await on(page, 'amenities');
}

async function rest(page, { fill, press, choose }) {
  await on(page, 'text');
  await fill(page.getByLabel('Title'), 'A flat above the boats');
  await fill(page.getByLabel('Description'), 'Two rooms, a stove and the sound of gulls. The sea is at the door.');
  await press(button(page, 'Save and continue'));
  await on(page, 'price');
  await fill(page.getByLabel('Price of a night'), '124.50');
  await press(button(page, 'Save and continue'));
  await on(page, 'stays');
  for (const [label, text] of [['Fewest nights', '2'], ['Most nights', '28']]) await fill(page.getByLabel(label), text);
  await press(button(page, 'Save and continue'));
  await on(page, 'rules');
  await choose(page.getByLabel(/^Flexible/));
  await fill(page.getByLabel(/licence number|Registration/i), 'EH-12345-F');
  await press(button(page, 'Save and continue'));
  await page.waitForURL((url) => /\/host\/homes\/[0-9a-f-]{36}$/.test(url.pathname));
}

async function publish(page, { press }) {
  await press(button(page, 'Publish this home'));
  await page.getByRole('heading', { name: 'Published' }).waitFor();
  await press(main(page).getByRole('link', { name: /Its page/ }));
  await page.waitForURL(/\/listings\//);
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'A flat above the boats');
}

async function fromNothing(page, hands, name, addPictures) {
  await signUp(page, name);
  const home = await begin(page, hands);
  await basics(page, hands);
  await hands.choose(page.getByLabel('Wi-Fi'));
  await hands.press(button(page, 'Save and continue'));
  await on(page, 'photos');
  await addPictures();
  await hands.press(main(page).getByRole('link', { name: /^Continue/ }));
  await rest(page, hands);
  await publish(page, hands);
  return home;
}

test('a host makes a home and publishes it', async () => {
  const { page, done } = await visit(browser, server);
  await fromNothing(page, pointing, 'Morag', async () => {
    await send(page, pictures.slice(0, 3));
    await page.locator('#photos > li').nth(2).waitFor();
  });
  await done();
});

test('the same without JavaScript', async () => {
  const { page, done } = await visit(browser, server, { javaScriptEnabled: false });
  await fromNothing(page, pointing, 'Iona', async () => {
    await send(page, pictures.slice(0, 3));
    await button(page, 'Send these pictures').click();
    await page.locator('#photos > li').nth(2).waitFor();
    await page.getByLabel('What it shows').nth(2).fill('The door & the sea');
    await button(page, 'Make it the cover').nth(1).click();
    await page.waitForURL(/#photo-/);
    assert.equal(await page.getByLabel('What it shows').first().inputValue(), 'The door & the sea');
  });
  await done();
});

test('the same with the keyboard alone, on a phone', async () => {
  const { page, done } = await visit(browser, server, { viewport: { width: 390, height: 844 } });
  await fromNothing(page, keyboard, 'Skye', async () => {
    await send(page, pictures.slice(0, 2));
    const rows = page.locator('#photos > li');
    await rows.nth(1).waitFor();
    const last = await rows.nth(1).getAttribute('data-photo');
    const saved = page.waitForResponse((response) => response.url().includes('/sfn/') && response.ok());
    await rows.nth(1).locator('[data-handle]').focus();
    await page.keyboard.press('ArrowLeft');
    await saved;
    assert.equal(await rows.first().getAttribute('data-photo'), last);
    await page.reload();
    assert.equal(await rows.first().getAttribute('data-photo'), last);
  });
  await done();
});

test('twelve pictures with one broken: eleven arrive, the broken one says why and is left out', async () => {
  const { page, done } = await visit(browser, server, { expected: [422] });
  await signUp(page, 'Rhona');
  const home = await begin(page, pointing);
  await page.goto(`${home}/photos`);
  await send(page, [...pictures.slice(0, 5), broken, ...pictures.slice(5, 11)]);
  const rows = page.locator('#photos > li');
  await rows.nth(10).waitFor({ timeout: 60_000 });
  const failed = page.locator('#uploads > li.failed');
  await failed.waitFor();
  assert.match(await failed.textContent(), /broken\.jpg is text, not a picture/);
  assert.equal(await page.locator('#uploads-say').textContent(), '11 pictures added. 1 could not be added.');
  await failed.getByRole('button', { name: 'Try again' }).click();
  await failed.waitFor();
  await failed.getByRole('button', { name: 'Leave it out' }).click();
  await failed.waitFor({ state: 'detached' });
  await page.reload();
  assert.equal(await rows.count(), 11);
  await done();
});

test('a picture is dragged to the front, and its description is kept as it is left', async () => {
  const { page, done } = await visit(browser, server);
  await signUp(page, 'Elspeth');
  const home = await begin(page, pointing);
  await page.goto(`${home}/photos`);
  await send(page, pictures.slice(0, 3));
  const rows = page.locator('#photos > li');
  await rows.nth(2).waitFor();
  const third = await rows.nth(2).getAttribute('data-photo');
  const kept = () => page.waitForResponse((response) => response.url().includes('/sfn/') && response.ok());
  await rows.nth(2).scrollIntoViewIfNeeded();
  const [from, to] = [await rows.nth(2).locator('[data-handle]').boundingBox(), await rows.first().boundingBox()];
  const ordered = kept();
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 60, { steps: 8 });
  await page.mouse.up();
  await ordered;
  const described = kept();
  await page.getByLabel('What it shows').first().fill('The harbour at six');
  await page.keyboard.press('Tab');
  await described;
  await page.reload();
  assert.equal(await rows.first().getAttribute('data-photo'), third);
  assert.equal(await page.getByLabel('What it shows').first().inputValue(), 'The harbour at six');
  await done();
});

test('what was typed is offered back after the tab was closed, and forgotten once it is saved', async () => {
  const { page, context, done } = await visit(browser, server);
  await signUp(page, 'Catriona');
  const home = await begin(page, pointing);
  await page.goto(`${home}/text`);
  await page.getByLabel('Title').fill('The last light');
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.endsWith('/text')));
  await page.close();
  const again = await context.newPage();
  await again.goto(`${home}/text`);
  await again.getByRole('button', { name: 'Put it back' }).click();
  assert.equal(await again.getByLabel('Title').inputValue(), 'The last light');
  await again.getByLabel('Description').fill('Two rooms, a stove and the sound of gulls. The sea is at the door.');
  await again.getByRole('button', { name: 'Save and continue' }).click();
  await on(again, 'price');
  await again.waitForFunction(() => Object.keys(localStorage).every((key) => !key.startsWith('hbnb:')));
  await done();
});

test('what could not be saved because the session had ended is offered back after the log-in', async () => {
  const { page, context, done } = await visit(browser, server);
  await signUp(page, 'Ishbel');
  const home = await begin(page, pointing);
  await page.goto(`${home}/text`);
  const typed = [['Title', 'The last light'], ['Description', 'Two rooms, a stove and the sound of gulls.']];
  for (const [label, text] of typed) await page.getByLabel(label).fill(text);
  await page.waitForFunction(() => Object.entries(localStorage).some(([key, kept]) => key.endsWith('/text') && kept.includes('gulls')));
  await context.clearCookies();
  await button(page, 'Save and continue').click();
  await page.waitForURL(/\/login\?/);
  await page.getByLabel('E-mail').fill('ishbel@example.com');
  await page.getByLabel('Password').fill(PASSWORD);
  await button(page, 'Log in').click();
  await on(page, 'text');
  await main(page).getByText('You typed something here that was not saved.').waitFor();
  assert.equal(await page.getByLabel('Title').inputValue(), '');
  await button(page, 'Put it back').click();
  for (const [label, text] of typed) assert.equal(await page.getByLabel(label).inputValue(), text);
  await button(page, 'Save and continue').click();
  await on(page, 'price');
  await page.waitForFunction(() => Object.keys(localStorage).every((key) => !key.startsWith('hbnb:')));
  await page.goto(`${home}/text`);
  assert.equal(await page.getByLabel('Title').inputValue(), 'The last light');
  await done();
});

test('a form that was sent before its island was awake is not offered again', async () => {
  const { page, done } = await visit(browser, server);
  await signUp(page, 'Morag');
  // A page that waits for an answer cannot be asked: it says itself when something is kept.
  const kept = new Promise((resolve) => page.exposeFunction('kept', (key) => key === 'hbnb:/host/homes/new' && resolve()));
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      setItem.call(this, key, value);
      window.kept(key);
    };
  });
  // The island comes only while the answer is waited for.
  let answer, wake;
  const answered = new Promise((resolve) => (answer = resolve));
  const woken = new Promise((resolve) => (wake = resolve));
  await page.route('**/*.wasm', async (route) => {
    await woken;
    await route.continue();
  });
  await page.route('**/host/homes/new', async (route) => {
    if (route.request().method() === 'POST') {
      wake();
      await answered;
    }
    await route.continue();
  });
  await page.goto('/host/homes/new', { waitUntil: 'commit' });
  const fields = [['Town or city', 'Edinburgh'], [/^Neighbourhood/, 'Leith'], ['Address', '7 Shore, EH6 6QN']];
  for (const [label, text] of fields) await page.getByLabel(label).fill(text);
  await button(page, 'Save and continue').click({ noWaitAfter: true });
  await kept;
  answer();
  await on(page, 'basics');
  assert.equal(await page.evaluate(() => localStorage.getItem('hbnb:/host/homes/new')), null);
  await done();
});

test('who edits a home that changed meanwhile sees both, and saves over it only then', async () => {
  const { page, context, done } = await visit(browser, server, { expected: [409] });
  await signUp(page, 'Flora');
  const home = await begin(page, pointing);
  const fill = async (tab, title) => {
    await tab.getByLabel('Title').fill(title);
    await tab.getByLabel('Description').fill('Two rooms, a stove and the sound of gulls. The sea is at the door.');
  };
  await page.goto(`${home}/text`);
  const other = await context.newPage();
  await other.goto(`${home}/text`);
  await fill(other, 'Saved first');
  await other.getByRole('button', { name: 'Save and continue' }).click();
  await on(other, 'price');
  await fill(page, 'Typed second');
  await button(page, 'Save and continue').click();
  await main(page).getByRole('alert').filter({ hasText: 'changed elsewhere' }).waitFor();
  assert.equal(await page.getByLabel('Title').inputValue(), 'Typed second');
  await main(page).locator('.saved-now').filter({ hasText: 'Saved first' }).waitFor();
  await button(page, 'Save over it and continue').click();
  await on(page, 'price');
  await page.goto(`${home}/text`);
  assert.equal(await page.getByLabel('Title').inputValue(), 'Typed second');
  await done();
});

test('archiving asks once more, and works without JavaScript', async () => {
  const { page, done } = await visit(browser, server, { javaScriptEnabled: false });
  await signUp(page, 'Isla');
  const home = await begin(page, pointing);
  await page.goto(home);
  await main(page).getByRole('link', { name: 'Archive this home' }).click();
  await main(page).getByRole('link', { name: 'No, keep it' }).click();
  await page.goto(`${home}/archive`);
  await button(page, 'Yes, archive it').click();
  await page.getByRole('heading', { name: 'Archived' }).waitFor();
  await done();
});
