// Writes a dump of the replaced system with so many rows, for measuring an import: `node scripts/old-dump.mjs 100000 > old.sql`. The same number is
// the same dump. Of a hundred rows 20 are users, 5 places, 20 amenities of places, 25 reviews and 30 bookings.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Rows of one INSERT; mysqldump makes them about a megabyte long. */
const ROWS = 2000;
const HASH = '$2b$12$abcdefghijklmnopqrstuuG4PHIdV5H2tHQNFGlGPt1YmDlQGJ9hK';
const TOWNS = [
  ['Edinburgh', 55.95, -3.19],
  ['Lisbon', 38.72, -9.14],
  ['Kyoto', 35.01, 135.77],
  ['Mexico City', 19.43, -99.13],
  ['Cape Town', -33.92, 18.42],
  ['Auckland', -36.85, 174.76],
];
const TEXT = "A home with a view.\\nIt\\'s near everything, and far from noise. ".repeat(8);

const id = (kind, number) => `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
const day = (first, days) => new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);
const times = (number) => `'${day('2023-01-01', number % 900)} 08:00:00','${day('2023-01-01', number % 900)} 09:30:00'`;

function tables(rows) {
  const part = (percent) => Math.max(1, Math.floor((rows * percent) / 100));
  const [users, places, offers, reviews, bookings] = [part(20), part(5), part(20), part(25), part(30)];
  const guest = (number) => id(2, (Math.floor(users / 2) + number) % users);
  return [
    ['amenities', 'id name description number created_at updated_at', 40,
      (n) => `'${id(1, n)}','Amenity ${n}','One of many',${n},${times(n)}`],
    ['bookings', 'id created_at updated_at place_id guest_id check_in_date check_out_date total_price status', bookings, (n) => {
      const [home, round] = [n % places, Math.floor(n / places)];
      // Three nights and one free, one after the other; one in forty overlaps the one before.
      const begins = round * 4 - (round > 0 && n % 40 === 0 ? 2 : 0);
      const status = ['confirmed', 'completed', 'confirmed', 'pending', 'cancelled'][n % 5];
      return `'${id(5, n)}',${times(n)},'${id(3, home)}','${guest(n)}','${day('2026-01-01', begins)}','${day('2026-01-01', begins + 3)}',361.5,'${status}'`;
    }],
    ['place_amenity', 'place_id amenity_id', offers,
      (n) => `'${id(3, n % places)}','${id(1, ((n % places) + Math.floor(n / places)) % 40)}'`],
    ['places', 'title description price latitude longitude owner_id id created_at updated_at', places, (n) => {
      const [town, latitude, longitude] = TOWNS[n % TOWNS.length];
      const off = (n % 97) / 2000;
      const place = `${(latitude + off).toFixed(4)},${(longitude - off).toFixed(4)}`;
      return `'Home ${n} in ${town}','${TEXT}',${40 + (n % 300)}.5,${place},'${id(2, n % Math.max(1, Math.floor(users / 10)))}','${id(3, n)}',${times(n)}`;
    }],
    ['reviews', 'id text rating place_id user_id created_at updated_at', reviews, (n) => {
      const [home, round] = [n % places, Math.floor(n / places)];
      return `'${id(4, n)}','We\\'d come again: quiet, clean, kind.',${3 + (n % 3)},'${id(3, home)}','${guest(home * 7 + round)}',${times(n)}`;
    }],
    ['users', 'id created_at updated_at first_name last_name email password is_admin phone_number home_location', users,
      (n) => `'${id(2, n)}',${times(n)},'Guest','O\\'Number ${n}','user${n}@example.com','${HASH}',0,NULL,'Somewhere'`],
  ];
}

/** Writes the dump to a file or to the standard output. */
export async function writeDump(rows, to) {
  const out = to ? createWriteStream(to) : process.stdout;
  const write = async (text) => out.write(text) || (await once(out, 'drain'));
  await write('-- MySQL dump 10.13  Distrib 8.0.36\n/*!40101 SET NAMES utf8mb4 */;\n');
  for (const [name, columns, count, row] of tables(rows)) {
    const definitions = columns.split(' ').map((column) => `  \`${column}\` text`);
    await write(`CREATE TABLE \`${name}\` (\n${definitions.join(',\n')}\n) ENGINE=InnoDB;\n`);
    for (let first = 0; first < count; first += ROWS) {
      const numbers = Array.from({ length: Math.min(ROWS, count - first) }, (_, n) => first + n);
      await write(`INSERT INTO \`${name}\` VALUES ${numbers.map((n) => `(${row(n)})`).join(',')};\n`);
    }
  }
  await write('-- Dump completed on 2026-06-01  6:00:00\n');
  if (to) {
    out.end();
    await once(out, 'finish');
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeDump(Number(process.argv[2] ?? 100_000));
