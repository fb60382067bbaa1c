// Chromium through playwright-core. Every page is watched: a console error, an exception or a failed request fails its test.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** The browser that everything here runs in. */
export const CHROMIUM = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);

export const launch = () =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      // The order in which a date is typed.
      '--disable-component-update', '--disable-sync', '--lang=en-US'],
  });

/** A fresh context with one watched page. `expected` lists statuses that the test provokes on purpose. */
export async function visit(browser, server, { expected = [], ...options } = {}) {
  const context = await browser.newContext({ baseURL: server.url, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => {
    const provoked = expected.some((status) => message.text().includes(`status of ${status}`));
    if (['error', 'warning'].includes(message.type()) && !provoked) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A prefetch that the next navigation interrupts is no fault.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`request: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !expected.includes(response.status())) faults.push(`${response.status()}: ${response.url()}`);
  });
  const done = async () => {
    await context.close();
    if (faults.length) throw new Error(`the page was not clean:\n${faults.join('\n')}`);
  };
  return { page, context, done };
}
