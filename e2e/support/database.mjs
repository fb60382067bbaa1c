// A database of one's own on the TiDB server of the tests.
import { randomBytes } from 'node:crypto';

import { createConnection } from 'mysql2/promise';

const server = process.env.HBNB_TEST_TIDB;

/** Why there is none, or false. */
export const noTidb = server ? false : 'HBNB_TEST_TIDB names no TiDB server';

const authority = process.env.HBNB_TEST_TIDB_CA;

/** Why it cannot be reached over TLS, or false. */
export const noTls = noTidb || (authority ? false : 'HBNB_TEST_TIDB_CA names no authority');

/** The server's address over TLS: its certificate is for `localhost`, and for no other name. */
export const overTls = (name, host = 'localhost', ca = authority) =>
  `${server.replace('127.0.0.1', host)}/${name}?ssl-mode=VERIFY_IDENTITY${ca ? `&ssl-ca=${ca}` : ''}`;

/** Makes an empty database; returns its `name`, its `url`, `rows(sql)`, and `drop`, which removes it. */
export async function freshDatabase() {
  const name = `hbnb_e2e_${randomBytes(6).toString('hex')}`;
  const run = async (sql, database) => {
    const connection = await createConnection(database ? `${server}/${database}` : server);
    const [rows] = await connection.query(sql);
    await connection.end();
    return rows;
  };
  await run(`CREATE DATABASE ${name}`);
  return { name, url: `${server}/${name}`, rows: (sql) => run(sql, name), drop: () => run(`DROP DATABASE ${name}`) };
}
