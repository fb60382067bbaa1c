// Several servers on one TiDB, over TLS with its certificate verified, behind a balancer, their pictures in a bucket.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';

import { startBalancer } from './balancer.mjs';
import { freshDatabase, noTls, overTls } from './database.mjs';
import { BINARY, ROOT, startServer } from './server.mjs';

/** Why there can be none, or false. */
export const noFleet = noTls || (process.env.HBNB_TEST_S3 ? false : 'HBNB_TEST_S3 names no server that speaks S3');

const bucket = () => ({
  HBNB_PHOTOS: `s3://hbnb-test/fleet-${randomBytes(6).toString('hex')}`,
  AWS_ENDPOINT: process.env.HBNB_TEST_S3, AWS_ALLOW_HTTP: 'true', AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test',
});

/** Starts so many at once on an empty database: all of them want to migrate it. `env` adds settings. */
export async function startFleet(many, env = {}) {
  const database = await freshDatabase();
  const balancer = await startBalancer();
  const settings = {
    DATABASE_URL: overTls(database.name), PUBLIC_URL: balancer.url, SECRET_KEY: randomBytes(32).toString('hex'),
    TRUSTED_PROXY_HEADER: 'x-client', RATE_LIMITS: 'on', ...bucket(), ...env,
  };
  const start = (more = {}) => startServer({ ...settings, ...more }, [], []);
  const started = await Promise.allSettled(Array.from({ length: many }, () => start()));
  const servers = started.filter(({ value }) => value).map(({ value }) => value);
  const refused = started.find(({ reason }) => reason);
  balancer.add(...servers);
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await balancer.stop();
    await database.drop();
  };
  if (refused) {
    await stop();
    throw refused.reason;
  }
  /** Runs a command of ours on the fleet's database. */
  const run = (...args) =>
    execFileSync(BINARY, args, { cwd: ROOT, env: { PATH: process.env.PATH, HOME: process.env.HOME, HBNB_DATA: servers[0].data, ...settings }, encoding: 'utf8' });
  return { servers, balancer, database, start, stop, run };
}
