// A clock that a test moves: the server reads it from a file (HBNB_CLOCK).
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `env` for startServer, `moveTo(date)` and `remove()`. */
export function movableClock() {
  const folder = mkdtempSync(join(tmpdir(), 'hbnb-clock-'));
  const file = join(folder, 'clock');
  const moveTo = (date) => {
    writeFileSync(`${file}.next`, String(Math.round((date - Date.now()) / 1000)));
    renameSync(`${file}.next`, file);
  };
  return { env: { HBNB_CLOCK: file }, moveTo, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
