// Refuses what breaks clients of the landed contracts, unless the major version rises.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { channels, documents, schemas } from './breaks.mjs';

const read = url => parse(readFileSync(url, 'utf8'), { maxAliasCount: -1 });
const major = doc => Number.parseInt(doc.info.version, 10);
// What looks like a break and is none: the finding as it is printed, and why. One that nothing needs fails.
const harmless = read(new URL('harmless.yaml', import.meta.url)) ?? [];
const used = new Set();

for (const service of ['identification', 'funding', 'pairing']) {
  const landed = new URL(`landed/${service}/`, import.meta.url);
  const present = new URL(`../../${service}-service/contract/`, import.meta.url);
  const [old, now] = [landed, present].map(each => read(new URL('openapi.yaml', each)));
  const found = major(now) > major(old) ? [] : documents(old, now);
  const [told, tells] = [landed, present].map(each => read(new URL('asyncapi.yaml', each)));
  if (major(tells) === major(told)) {
    found.push(...channels(told, tells));
    for (const name of readdirSync(new URL('events/', landed))) {
      const file = new URL(`events/${name}`, present);
      if (!existsSync(file)) found.push(`${name}: removed`);
      else if (name.endsWith('.schema.json')) {
        const [a, b] = [read(new URL(`events/${name}`, landed)), read(file)];
        found.push(...schemas(a, b, a, b, name, false));
      }
    }
  }
  const breaking = found.filter(each => {
    const known = harmless.find(one => one.service === service && one.finding === each);
    if (known) used.add(known);
    return !known;
  });
  console.log(`${service.padEnd(15)} compatibility  ${breaking.length} breaking changes`);
  breaking.slice(0, 50).forEach(each => console.log(`  ${each}`));
  if (breaking.length) process.exitCode = 1;
}
for (const each of harmless.filter(one => !used.has(one))) {
  console.log(`Nothing needs this any more; remove it from harmless.yaml: ${each.service} ${each.finding}`);
  process.exitCode = 1;
}
