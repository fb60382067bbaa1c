// The API's interactive page: drawn and used under the site's policy, with nothing from any other site.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, visit } from './support/browser.mjs';
import { startServer } from './support/server.mjs';

let server, browser;

before(async () => ([server, browser] = await Promise.all([startServer(), launch()])));
after(async () => {
  await browser?.close();
  await server?.stop();
});

test('every call can be read and tried, and only this server is asked', async () => {
  const { page, done } = await visit(browser, server);
  const hosts = new Set();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.goto('/doc');
  const list = page.locator('#operations-Places-get_places');
  await list.getByRole('button').first().click();
  await list.getByRole('button', { name: 'Try it out' }).click();
  await list.getByRole('button', { name: 'Execute' }).click();
  await list.locator('.live-responses-table .response-col_status').filter({ hasText: '200' }).waitFor();
  const document = await (await page.request.get('/openapi.json')).json();
  const operations = Object.values(document.paths).flatMap((item) => Object.keys(item));
  assert.equal(await page.locator('.opblock').count(), operations.length);
  assert.deepEqual([...hosts], [new URL(server.url).host]);
  await done();
});
