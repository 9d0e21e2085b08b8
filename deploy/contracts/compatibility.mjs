// Refuses what breaks clients of the landed contracts, unless the major version rises.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { documents, schemas } from './breaks.mjs';

const read = url => parse(readFileSync(url, 'utf8'), { maxAliasCount: -1 });
const major = doc => Number.parseInt(doc.info.version, 10);
for (const service of ['identification', 'funding', 'pairing']) {
  const landed = new URL(`landed/${service}/`, import.meta.url);
  const present = new URL(`../../${service}-service/contract/`, import.meta.url);
  const [old, now] = [landed, present].map(each => read(new URL('openapi.yaml', each)));
  const found = major(now) > major(old) ? [] : documents(old, now);
  const [told, tells] = [landed, present].map(each => read(new URL('asyncapi.yaml', each)));
  for (const name of major(tells) > major(told) ? [] : readdirSync(new URL('events/', landed))) {
    const file = new URL(`events/${name}`, present);
    if (!existsSync(file)) found.push(`${name}: removed`);
    else if (name.endsWith('.schema.json')) {
      const [a, b] = [read(new URL(`events/${name}`, landed)), read(file)];
      found.push(...schemas(a, b, a, b, name, false));
    }
  }
  console.log(`${service.padEnd(15)} compatibility  ${found.length} breaking changes`);
  found.slice(0, 50).forEach(each => console.log(`  ${each}`));
  if (found.length) process.exitCode = 1;
}
