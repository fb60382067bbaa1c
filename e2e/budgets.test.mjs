// What a page may weigh, how many statements it may take, and what the process may keep, on the release build, for an anonymous visitor.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

import { launch, visit } from './support/browser.mjs';
import { AILSA, hostedHome, signIn } from './support/cast.mjs';
import { Figures } from './support/figures.mjs';
import { residentMb, ROOT, startServer } from './support/server.mjs';

const KB = 1024;
const figures = new Figures();
let server, browser, listing;

before(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
  listing = /href="(\/listings\/[0-9a-f-]{36})/.exec(await (await fetch(`${server.url}/search`)).text())[1];
});
after(async () => {
  figures.print();
  await browser?.close();
  await server?.stop();
});

const compressed = (body) => brotliCompressSync(body).length / KB;
const isWasm = (url) => url.endsWith('.wasm');
const isScript = (type) => /javascript|wasm/.test(type);

// Loads a page and returns the compressed size of its scripts, before anybody acts and with its islands awake.
async function scripts(path, wake, storageState) {
  const { page, done } = await visit(browser, server, { storageState });
  // What the idle prefetch respects: a visitor who saves data gets none.
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const bodies = new Map();
  const pending = [];
  page.on('response', (response) => {
    if (isScript(response.headers()['content-type'] ?? '')) pending.push(response.body().then((body) => bodies.set(response.url(), body)));
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  const inline = await page.$$eval('script:not([src])', (all) => all.filter((s) => s.type !== 'application/ld+json' && s.type !== 'speculationrules').map((s) => s.textContent).join(''));
  await Promise.all(pending);
  const total = () => [...bodies.values()].reduce((sum, body) => sum + compressed(body), compressed(Buffer.from(inline)));
  const still = { script: total(), wasm: [...bodies.keys()].filter(isWasm).length };
  // A page without islands has nothing that could wake.
  if (await page.locator('leptos-island').count()) {
    await wake(page);
    await page.waitForFunction(() => document.documentElement.dataset.islands === 'awake');
  }
  await page.waitForLoadState('networkidle');
  await Promise.all(pending);
  const awake = { script: total(), wasm: [...bodies.keys()].filter(isWasm).length };
  await done();
  return { still, awake };
}

const touch = async (page) => {
  await page.mouse.move(200, 200);
  await page.keyboard.press('Tab');
  await page.locator('leptos-island').first().dispatchEvent('pointerdown');
};

for (const [name, path, limit] of [['home', () => '/', 60], ['search', () => '/search?where=Edinburgh', 60], ['listing', () => listing, 95]]) {
  test(`${name} needs no WASM before somebody acts, and little after`, async () => {
    const { still, awake } = await scripts(path(), touch);
    figures.add(`${name}: script before a touch`, still.script, 'KB', 3);
    figures.add(`${name}: WASM files before a touch`, still.wasm, '', 0);
    figures.add(`${name}: JS + WASM with islands awake`, awake.script, 'KB', limit);
    assert.ok(awake.wasm > 0, 'the islands never woke');
    assert.deepEqual(figures.over(), []);
  });
}

test('pages for hosts are light, too', async () => {
  const { page, context, done } = await visit(browser, server);
  await signIn(page, AILSA);
  const home = await hostedHome(page);
  const storageState = await context.storageState();
  await done();
  for (const path of ['/host', `${home}/calendar`, `${home}/photos`, `${home}/text`]) {
    const { awake } = await scripts(path, touch, storageState);
    figures.add(`${path.replace(home, 'home')}: JS + WASM with islands awake`, awake.script, 'KB', 130);
  }
  assert.deepEqual(figures.over(), []);
});

test('home is small: HTML and critical CSS', async () => {
  const html = await (await fetch(`${server.url}/`)).text();
  const sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map(([, href]) => href);
  assert.ok(sheets.length > 0 || html.includes('<style'), 'home has no style');
  let size = compressed(Buffer.from(html));
  for (const href of sheets) size += compressed(Buffer.from(await (await fetch(new URL(href, server.url))).arrayBuffer()));
  figures.add('home: HTML + CSS', size, 'KB', 20);
  assert.deepEqual(figures.over(), []);
});

test('pages take few SQL statements', async () => {
  const statements = async (path, headers = {}) => {
    const response = await fetch(`${server.url}${path}`, { headers, redirect: 'manual' });
    assert.equal(response.status, 200, path);
    return Number(response.headers.get('x-hbnb-statements'));
  };
  figures.add('home: SQL statements', await statements('/'), '', 2);
  figures.add('search: SQL statements', await statements('/search?where=Edinburgh&guests=2'), '', 2);
  figures.add('listing: SQL statements', await statements(listing), '', 4);
  const personal = async (email, look) => {
    const { page, context, done } = await visit(browser, server);
    await signIn(page, email);
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    for (const [path, limit] of await look(page)) {
      const name = path.replace(/[0-9a-f-]{36}/, '{id}');
      figures.add(`${name}: SQL statements, session included`, await statements(path, { cookie }), '', limit);
    }
    await done();
  };
  await personal(undefined, () => [['/trips', 3]]);
  await personal(AILSA, async (page) => [['/host', 5], [`${await hostedHome(page)}/calendar`, 3], ['/host/reservations', 3]]);
  assert.deepEqual(figures.over(), []);
});

test('every split WASM file loads', async () => {
  const files = readdirSync(join(ROOT, 'target/site/pkg'), { recursive: true }).filter((file) => /\.(wasm|js)$/.test(file));
  assert.ok(files.filter((file) => file.endsWith('.wasm')).length >= 2, `not split: ${files}`);
  for (const file of files) {
    const response = await fetch(`${server.url}/pkg/${file}`);
    assert.equal(response.status, 200, file);
    assert.match(response.headers.get('content-type'), file.endsWith('.wasm') ? /application\/wasm/ : /javascript/, file);
    if (file.endsWith('.wasm')) assert.ok(WebAssembly.validate(await response.arrayBuffer()), `${file} is no WASM`);
  }
});

test('10,000 pages leave little memory behind', async () => {
  // One that serves and has not just made the demo's thousands of stays itself.
  const serving = await startServer({ HBNB_DATA: server.data });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  const get = (path) =>
    new Promise((resolve, reject) => {
      http.get(`${serving.url}${path}`, { agent }, (response) => {
        response.resume().once('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode} ${path}`))));
      }).once('error', reject);
    });
  const paths = ['/', '/search?where=Edinburgh', listing, '/search?guests=4'];
  let next = 0;
  const worker = async () => { while (next < 10_000) await get(paths[next++ % paths.length]); };
  const started = process.hrtime.bigint();
  await Promise.all(Array.from({ length: 8 }, worker));
  figures.add('10,000 pages, 8 at a time', Number(process.hrtime.bigint() - started) / 1e9, 's');
  figures.add('resident memory after 10,000 pages', residentMb(serving.pid), 'MB', 64);
  agent.destroy();
  await serving.stop();
  assert.deepEqual(figures.over(), []);
});
