// Holds the documents of the services to the rule sets, less the exceptions; prints a line for each.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Parser, fromFile } from '@asyncapi/parser';
import { parse } from 'yaml';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const services = ['identification', 'funding', 'pairing'];
const exceptions = parse(readFileSync(join(here, 'exceptions.yaml'), 'utf8')) ?? [];
const used = new Set();
let failures = 0;

function run(tool, args) {
  return new Promise((resolve, reject) => execFile(join(here, 'node_modules/.bin', tool), args,
    { cwd: here, maxBuffer: 1 << 28 }, (error, out, err) => {
      const start = out.search(/[[{]/);
      const end = Math.max(out.lastIndexOf(']'), out.lastIndexOf('}'));
      try {
        resolve(JSON.parse(out.slice(start, end + 1)));
      } catch {
        reject(new Error(`${tool} ${args.join(' ')} gave no findings: ${err || out || error}`));
      }
    }));
}

async function spectral(rules, file) {
  const found = await run('spectral', ['lint', '-r', `rules/${rules}.yaml`, '-f', 'json', '-q', file]);
  return found.map(each => ({ error: each.severity === 0, rule: each.code, at: `/${each.path.join('/')}`, message: each.message }));
}

async function redocly(file) {
  const found = await run('redocly', ['lint', '--config', 'rules/redocly.yaml', '--format', 'json', '--max-problems', '100000', file]);
  return found.problems.map(each => ({ error: each.severity === 'error', rule: each.ruleId, message: each.message,
    at: (each.location[0]?.pointer ?? '').replace(/^#/, '').replaceAll('~1', '/').replaceAll('~0', '~') }));
}

async function asyncapi(file) {
  const { document, diagnostics } = await fromFile(new Parser(), file).parse();
  const found = diagnostics.map(each =>
    ({ error: each.severity === 0, rule: each.code, at: `/${each.path.join('/')}`, message: each.message }));
  if (!document && !found.some(each => each.error)) {
    found.push({ error: true, rule: 'asyncapi', at: '/', message: 'cannot be read' });
  }
  return found;
}

function allowed(service, finding) {
  const fitting = exceptions.filter(each => each.rule === String(finding.rule)
    && (each.service === '*' || each.service === service)
    && finding.at === each.at);
  fitting.forEach(each => used.add(each));
  return fitting.length > 0;
}

async function hold(service, name, rules, check) {
  const found = await check(join(root, `${service}-service/contract/${name}`));
  const errors = found.filter(each => each.error);
  const left = errors.filter(each => !allowed(service, each));
  console.log(`${service.padEnd(15)} ${name.padEnd(14)} ${rules.padEnd(9)} ${left.length} errors, `
    + `${errors.length - left.length} excepted, ${found.length - errors.length} warnings`);
  left.slice(0, 20).forEach(each => console.log(`  ${each.rule} ${each.at}: ${each.message}`));
  failures += left.length;
}

for (const service of services) {
  for (const rules of ['openapi', 'baloise', 'owasp']) {
    await hold(service, 'openapi.yaml', rules, file => spectral(rules, file));
  }
  await hold(service, 'openapi.yaml', 'redocly', redocly);
  await hold(service, 'asyncapi.yaml', 'asyncapi', asyncapi);
}
for (const each of exceptions.filter(exception => !used.has(exception))) {
  console.log(`Nothing needs this exception any more; remove it: ${each.rule} ${each.service} ${each.at}`);
  failures++;
}
process.exitCode = failures === 0 ? 0 : 1;
