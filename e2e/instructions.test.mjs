// What an uncached search page of 24 cards costs: CPU time is reported, its count of instructions is guarded (callgrind counts the same
// whatever else the machine does).
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { Figures } from './support/figures.mjs';
import { startServer } from './support/server.mjs';

const PAGE = '/search?guests=1';
const MILLION = 1e6;
// Measured with limits, tokens and all that the loader does (13.1), and a twentieth more.
const MOST_INSTRUCTIONS = 13.7;
const figures = new Figures();
const folder = mkdtempSync(join(tmpdir(), 'hbnb-callgrind-'));
// Fills the database that the measured servers read: under valgrind the demo alone takes minutes.
let filled;
before(async () => (filled = await startServer()));
after(async () => {
  figures.print();
  await filled?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const fetchPages = async (server, count) => {
  for (let i = 0; i < count; i++) {
    const html = await (await fetch(server.url + PAGE)).text();
    if (i === 0) assert.equal(html.match(/class="card"/g)?.length, 24, 'not a page of 24 cards');
  }
};

async function instructions(pages) {
  const out = join(folder, `callgrind.${pages}`);
  const server = await startServer({ HBNB_DATA: filled.data }, ['valgrind', '--tool=callgrind', `--callgrind-out-file=${out}`, '--quiet']);
  await fetchPages(server, pages);
  await server.stop();
  return Number(/^(?:summary|totals): (\d+)/m.exec(readFileSync(out, 'utf8'))[1]);
}

test('CPU of a search page is reported', async () => {
  const server = await startServer({ HBNB_DATA: filled.data });
  const cpuMs = () => {
    const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  };
  await fetchPages(server, 100);
  const before = cpuMs();
  await fetchPages(server, 1000);
  figures.add('search page of 24 cards: CPU', (cpuMs() - before) / 1000, 'ms');
  await server.stop();
});

test('a search page takes few instructions', async () => {
  const [few, many] = [await instructions(20), await instructions(120)];
  figures.add('search page of 24 cards: instructions', (many - few) / 100 / MILLION, 'M', MOST_INSTRUCTIONS);
  assert.deepEqual(figures.over(), []);
});
