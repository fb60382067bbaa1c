// A database of one's own on the TiDB server of the tests.
import { randomBytes } from 'node:crypto';

import { createConnection } from 'mysql2/promise';

const server = process.env.HBNB_TEST_TIDB;

/** Why there is none, or false. */
export const noTidb = server ? false : 'HBNB_TEST_TIDB names no TiDB server';

/** Makes an empty database; returns its `url`, and `drop`, which removes it. */
export async function freshDatabase() {
  const name = `hbnb_e2e_${randomBytes(6).toString('hex')}`;
  const run = async (sql) => {
    const connection = await createConnection(server);
    await connection.query(sql);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name}`);
  return { url: `${server}/${name}`, drop: () => run(`DROP DATABASE ${name}`) };
}
