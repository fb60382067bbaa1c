// Lighthouse on the release build: `node e2e/lighthouse.mjs CLI FOLDER`. Prints the four scores of each page and what took points.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { CHROMIUM, launch } from './support/browser.mjs';
import { signIn } from './support/cast.mjs';
import { startServer } from './support/server.mjs';

const [cli, folder = 'target/lighthouse'] = process.argv.slice(2);
const HOST = process.env.HOST_EMAIL ?? 'ailsa@example.com';
mkdirSync(folder, { recursive: true });
const server = process.env.SITE ? { url: process.env.SITE, stop: async () => {} } : await startServer();

async function hostCookie() {
  const browser = await launch();
  const context = await browser.newContext({ baseURL: server.url });
  await signIn(await context.newPage(), HOST);
  const cookies = await context.cookies();
  await browser.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function measure(name, path, headers, preset) {
  const out = join(folder, `${name}.json`);
  const head = join(folder, 'headers.json');
  writeFileSync(head, JSON.stringify(headers));
  const args = [cli, server.url + path, '--quiet', '--output=json', `--output-path=${out}`, `--extra-headers=${head}`,
    '--only-categories=performance,accessibility,best-practices,seo', '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ...(preset ? [`--preset=${preset}`] : [])];
  await promisify(execFile)('node', args, { env: { ...process.env, CHROME_PATH: CHROMIUM } });
  const report = JSON.parse(readFileSync(out, 'utf8'));
  const scores = Object.values(report.categories).map((category) => `${category.title} ${Math.round(category.score * 100)}`);
  console.log(`${name.padEnd(16)} ${scores.join(', ')}`);
  for (const category of Object.values(report.categories)) {
    for (const { id, weight } of category.auditRefs) {
      const audit = report.audits[id];
      if (weight > 0 && audit.score !== null && audit.score < 0.9) console.log(`  ${category.id}: ${audit.title} ${audit.displayValue ?? ''}`);
    }
  }
}

try {
  const search = await (await fetch(`${server.url}/search?where=Edinburgh`)).text();
  const listing = /href="(\/listings\/[0-9a-f-]{36})/.exec(search)[1];
  const cookie = await hostCookie();
  for (const [name, path, headers] of [['home', '/', {}], ['search', '/search?where=Edinburgh', {}], ['listing', listing, {}], ['host', '/host', { cookie }]]) {
    await measure(`${name}-phone`, path, headers);
    await measure(`${name}-desktop`, path, headers, 'desktop');
  }
} finally {
  await server.stop();
}
