// Starts the release build on a database of its own, with the demo loaded, and stops it again.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const ROOT = new URL('../..', import.meta.url).pathname;
export const BINARY = join(ROOT, 'target/release/hbnb');

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

// The demo as this build and this day make it: made by the first test that needs it, because making it takes longer than a short test.
function demo() {
  const built = Math.round(statSync(BINARY).mtimeMs);
  const made = join(ROOT, 'target/tmp', `demo-${built}-${new Date().toISOString().slice(0, 10)}`);
  if (existsSync(made)) return made;
  mkdirSync(join(ROOT, 'target/tmp'), { recursive: true });
  const making = mkdtempSync(`${made}.`);
  execFileSync(BINARY, ['seed'], { cwd: ROOT, env: { PATH: process.env.PATH, HOME: process.env.HOME, HBNB_DATA: making }, stdio: 'pipe' });
  try {
    renameSync(making, made);
  } catch (error) {
    // Another test was faster.
    rmSync(making, { recursive: true });
    if (!existsSync(made)) throw error;
  }
  return made;
}

/**
 * Starts `hbnb serve --demo`; resolves once /health/ready answers 200. `env` adds settings, such as DATABASE_URL; `under` is a
 * command that runs it, such as valgrind; `flags` are other ones than --demo.
 */
export async function startServer(env = {}, under = [], flags = ['--demo']) {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'hbnb-e2e-'));
  if (flags.includes('--demo') && !env.HBNB_DATA && !env.DATABASE_URL) cpSync(demo(), data, { recursive: true });
  const url = `http://localhost:${port}`;
  let output = '';
  const [command, ...args] = [...under, BINARY, 'serve', ...flags];
  const child = spawn(command, args, {
    cwd: ROOT,
    // Everybody here comes from one address: what is limited is tested where limits are switched on.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), PUBLIC_URL: url, HBNB_DATA: data, RATE_LIMITS: 'off', ...env },
  });
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const exited = new Promise((resolve) => child.once('exit', resolve));
  // Resolves to the exit code, which is null when a signal ended it.
  const end = async (signal) => {
    child.kill(signal);
    const code = await exited;
    rmSync(data, { recursive: true, force: true });
    return code;
  };
  const stop = () => end('SIGTERM');
  const kill = () => end('SIGKILL');
  const deadline = Date.now() + 60_000;
  while (child.exitCode === null) {
    const ready = await fetch(`${url}/health/ready`).then((r) => r.ok, () => false);
    if (ready) return { url, port, pid: child.pid, data, stop, kill, output: () => output };
    if (Date.now() > deadline) break;
    await pause(50);
  }
  await stop();
  throw new Error(`hbnb did not become ready:\n${output}`);
}

/** Runs a command of ours beside the server, on its database; returns what it prints. */
export const run = ({ url, data }, ...args) =>
  execFileSync(BINARY, args, { cwd: ROOT, env: { PATH: process.env.PATH, HOME: process.env.HOME, PUBLIC_URL: url, HBNB_DATA: data }, encoding: 'utf8' });

/** Resident memory of a process in MB. */
export const residentMb = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
