// A server that is killed takes nothing with it but what was in its hands, and a rolling restart not even that.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { api, home, newcomer, until } from './support/client.mjs';
import { movableClock } from './support/clock.mjs';
import { Figures } from './support/figures.mjs';
import { noFleet, startFleet } from './support/fleet.mjs';

const skip = noFleet;
const figures = new Figures();
const clock = movableClock();
const VISITORS = 12;
let fleet;
let host;

before(async () => {
  if (skip) return;
  clock.moveTo(Date.now());
  fleet = await startFleet(3, { ...clock.env, RATE_LIMIT_WRITE: '100000/minute', RATE_LIMIT_READ: '100000/minute' });
  host = await newcomer(fleet.servers[0], 'host');
});
after(async () => {
  await fleet?.stop();
  clock.remove();
  if (!skip) figures.print();
});

/** Visitors that look and post until told to stop; what each of them sent and was answered. */
function visitors(name) {
  const answers = [];
  let stopped = false;
  const visit = async (visitor) => {
    for (let time = 0; !stopped; time++) {
      const title = `${name} ${visitor}.${time}`;
      const posts = time % 3 === 0;
      const asked = posts ? ['POST', '/places/', { body: home(title), key: title }] : ['GET', time % 3 === 1 ? '/amenities/?limit=5' : '/users/me', {}];
      const [method, path, more] = asked;
      const answer = await api(fleet.balancer, method, path, { token: host.token, from: host.from, ...more });
      answers.push({ method, path, title: posts ? title : null, status: answer.status, text: answer.text });
    }
  };
  const all = Promise.all(Array.from({ length: VISITORS }, (_, visitor) => visit(visitor)));
  const leave = async () => {
    stopped = true;
    await all;
    return answers;
  };
  return { answers, leave };
}

const failed = (answers) => answers.filter(({ status }) => status >= 400);

/** How many homes there are of each title that begins so. */
async function homes(name) {
  const rows = await fleet.database.rows(`SELECT title, COUNT(*) AS many FROM listings WHERE title LIKE '${name} %' GROUP BY title`);
  return new Map(rows.map(({ title, many }) => [title, many]));
}

test('of a server that is killed under load only what was in its hands is lost, and done once when it is sent again', { skip }, async () => {
  const { balancer, servers } = fleet;
  const [, , killed] = servers;
  const load = visitors('Killed');
  await until(() => load.answers.length > 60, 30, 'the load runs');
  await killed.kill();
  const before = load.answers.length;
  await until(() => load.answers.length > before + 60, 30, 'the others go on');
  const answers = await load.leave();
  await balancer.drain(killed);
  servers[2] = await fleet.start();
  balancer.add(servers[2]);
  const lost = failed(answers);
  figures.add('requests while a server was killed', answers.length, '');
  figures.add('of them failed, all in its hands', lost.length, '', VISITORS);
  assert.ok(balancer.lost.every(({ port }) => port === killed.port), 'no other server lost one');
  assert.equal(lost.length, balancer.lost.length, JSON.stringify(lost.slice(0, 3)));
  assert.deepEqual(figures.over(), []);
  // What was lost is sent again with its key, once the dead server's half minute is over.
  clock.moveTo(Date.now() + 40_000);
  for (const { title } of lost.filter(({ title }) => title)) {
    const again = await api(balancer, 'POST', '/places/', { body: home(title), key: title, token: host.token, from: host.from });
    assert.equal(again.status, 201, again.text);
  }
  const posted = answers.filter(({ title }) => title);
  const made = await homes('Killed');
  assert.equal(made.size, posted.length);
  for (const [title, many] of made) assert.equal(many, 1, title);
});

test('a server that dies between the work and its answer: the next one answers, and nothing is done twice', { skip }, async () => {
  const points = mkdtempSync(join(tmpdir(), 'hbnb-points-'));
  const doomed = await fleet.start({ HBNB_INTERRUPTIONS: points });
  const point = join(points, 'idempotency.answered');
  writeFileSync(point, '');
  const title = 'Doomed 1';
  const post = (server) => api(server, 'POST', '/places/', { body: home(title), key: title, token: host.token, from: host.from });
  const unanswered = post(doomed).then(() => 'answered', () => 'lost');
  await until(() => existsSync(`${point}.arrived`), 20, 'the work is done');
  assert.equal((await homes('Doomed')).get(title), 1);
  const waiting = await post(fleet.balancer);
  assert.equal(waiting.status, 409);
  assert.ok(Number(waiting.headers.get('retry-after')) >= 1);
  await doomed.kill();
  assert.equal(await unanswered, 'lost');
  clock.moveTo(Date.now() + 90_000);
  const answers = [await post(fleet.balancer), await post(fleet.balancer), await post(fleet.balancer)];
  for (const answer of answers) assert.equal(answer.status, 201, answer.text);
  assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
  assert.equal((await homes('Doomed')).get(title), 1);
  rmSync(points, { recursive: true, force: true });
});

test('a rolling restart under load loses nothing', { skip }, async () => {
  const { balancer, servers } = fleet;
  const lostBefore = balancer.lost.length;
  const load = visitors('Rolling');
  await until(() => load.answers.length > 30, 30, 'the load runs');
  const begun = performance.now();
  for (let place = 0; place < servers.length; place++) {
    await balancer.drain(servers[place]);
    assert.equal(await servers[place].stop(), 0, 'it ended by itself');
    servers[place] = await fleet.start();
    balancer.add(servers[place]);
    await pause(300);
  }
  const seconds = (performance.now() - begun) / 1000;
  const answers = await load.leave();
  figures.add('requests during a rolling restart of three', answers.length, '');
  figures.add('of them failed', failed(answers).length, '', 0);
  figures.add('the restart took', seconds, 's');
  assert.deepEqual(failed(answers).slice(0, 3), []);
  assert.equal(balancer.lost.length, lostBefore);
  assert.deepEqual(figures.over(), []);
  assert.equal((await homes('Rolling')).size, answers.filter(({ title }) => title).length);
});
