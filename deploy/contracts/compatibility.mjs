// Refuses what breaks clients, unless the major version rises: of the landed contracts, and of the contracts that the commit
// before this change had. That commit is named by JINGZHUN_BASE, or is where the change left the default branch, or on that
// branch the first parent. What was landed there is held against what is landed here, so that no change takes its own
// measure. Without history only the landed contracts are left, and this says so.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { channels, documents, schemas } from './breaks.mjs';
import { bases, commit, git } from './history.mjs';

const root = new URL('../../', import.meta.url);
const here = {
  name: 'here',
  text: path => existsSync(new URL(path, root)) ? readFileSync(new URL(path, root), 'utf8') : undefined,
  list: path => existsSync(new URL(path, root)) ? readdirSync(new URL(path, root)) : [],
};
const read = text => parse(text, { maxAliasCount: -1 });
const major = doc => Number.parseInt(doc.info.version, 10);

/** What breaks between the documents in two folders, each of a place. */
function breaks([before, from], [after, to]) {
  const both = (name, compare) => {
    const [a, b] = [before.text(from + name), after.text(to + name)];
    if (a === undefined || a === b) return [];
    return b === undefined ? [`${name}: removed`] : compare(read(a), read(b));
  };
  const found = both('openapi.yaml', (old, now) => major(now) > major(old) ? [] : documents(old, now));
  const topics = [before.text(from + 'asyncapi.yaml'), after.text(to + 'asyncapi.yaml')];
  if (topics[0] === undefined) return found;
  if (topics[1] !== undefined && major(read(topics[1])) > major(read(topics[0]))) return found;
  found.push(...both('asyncapi.yaml', channels));
  for (const name of before.list(`${from}events/`).filter(each => each.endsWith('.schema.json'))) {
    found.push(...both(`events/${name}`, (a, b) => schemas(a, b, a, b, name, false)));
  }
  return found;
}

// What looks like a break and is none: the finding as it is printed, and why. One that nothing needs fails; those of the
// commit before still count, since a release takes them out.
const HARMLESS = 'deploy/contracts/harmless.yaml';
const harmless = read(here.text(HARMLESS) ?? '') ?? [];
const earlier = bases(git(fileURLToPath(root))).map(each => commit(git(fileURLToPath(root)), each));
const excused = [...harmless, ...earlier.flatMap(each => read(each.text(HARMLESS) ?? '') ?? [])];
const used = new Set();

for (const service of ['identification', 'funding', 'pairing']) {
  const [landed, contract] = [`deploy/contracts/landed/${service}/`, `${service}-service/contract/`];
  for (const [what, before, after] of [
    ['landed', [here, landed], [here, contract]],
    ...earlier.flatMap(each => [
      [`as of ${each.name}`, [each, contract], [here, contract]],
      [`landed at ${each.name}`, [each, landed], [here, landed]],
    ])]) {
    const breaking = breaks(before, after).filter(finding => {
      const known = excused.filter(one => one.service === service && one.finding === finding);
      known.forEach(one => used.add(one));
      return known.length === 0;
    });
    console.log(`${service.padEnd(15)} ${what.padEnd(22)} ${breaking.length} breaking changes`);
    breaking.slice(0, 50).forEach(each => console.log(`  ${each}`));
    if (breaking.length) process.exitCode = 1;
  }
}
if (!earlier.length) console.log('No earlier commit is known here (no git, or a clone of one commit): held to the landed contracts alone');
for (const each of harmless.filter(one => !used.has(one))) {
  console.log(`Nothing needs this any more; remove it from harmless.yaml: ${each.service} ${each.finding}`);
  process.exitCode = 1;
}
