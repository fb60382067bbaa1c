// The API under test: the server at BASE_URL, whoever made it; or one of our own, with limits off and a clock that can be moved.
import { after } from 'node:test';

import { movableClock } from '../../support/clock.mjs';
import { startServer } from '../../support/server.mjs';

const given = process.env.BASE_URL?.replace(/\/$/, '');

/** Why the clock cannot be moved, or false. */
export const noClock = given ? 'the clock of BASE_URL is not ours' : false;
/** Why no card can be tried, or false. */
export const noSandbox = given && !process.env.SANDBOX ? 'BASE_URL takes its cards elsewhere (SANDBOX=1 says that it has ours)' : false;

/** What the tests of one file are given, once it answers: `url`, and `moveTo(date)` for what takes days. */
export async function site() {
  if (given) return { url: given, moveTo: () => {} };
  const clock = movableClock();
  clock.moveTo(Date.now());
  const server = await startServer({ RATE_LIMITS: 'off', ...clock.env });
  after(async () => {
    await server.stop();
    clock.remove();
  });
  return { url: server.url, moveTo: clock.moveTo };
}
