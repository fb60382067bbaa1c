// The API under test: the server at BASE_URL, whoever made it; or one of our own, with limits off and a clock that can be moved.
import { after, before } from 'node:test';

import { movableClock } from '../../support/clock.mjs';
import { startServer } from '../../support/server.mjs';

const given = process.env.BASE_URL?.replace(/\/$/, '');

/** Why the clock cannot be moved, or false. */
export const noClock = given ? 'the clock of BASE_URL is not ours' : false;
/** Why no card can be tried, or false. */
export const noSandbox = given && !process.env.SANDBOX ? 'BASE_URL takes its cards elsewhere (SANDBOX=1 says that it has ours)' : false;

/**
 * What the tests of one file are given: `url`, and `moveTo(date)` for what takes days. Filled in before the first test.
 */
export function site() {
  const site = { url: given, moveTo: () => {} };
  let server, clock;
  before(async () => {
    if (given) return;
    clock = movableClock();
    clock.moveTo(Date.now());
    server = await startServer({ RATE_LIMITS: 'off', ...clock.env });
    Object.assign(site, { url: server.url, moveTo: clock.moveTo });
  });
  after(async () => {
    await server?.stop();
    clock?.remove();
  });
  return site;
}
