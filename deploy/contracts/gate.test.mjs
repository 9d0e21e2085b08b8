// The check as it runs, in repositories made for it: what a change may do, and what it is measured against.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'contracts-'));
after(() => rmSync(work, { recursive: true, force: true }));

const openapi = (properties, version = '1.0.0') => JSON.stringify({ info: { version }, paths: { '/a': { get: { operationId: 'a',
  responses: { 200: { content: { j: { schema: { type: 'object', properties } } } } } } } } });
const WHOLE = { x: { type: 'string' }, y: { type: 'string' } };
const LESS = { x: { type: 'string' } };
const PLACES = { contract: service => `${service}-service/contract`, landed: service => `deploy/contracts/landed/${service}` };

class Repository {
  constructor(name) {
    this.folder = join(work, name);
    mkdirSync(this.folder);
    this.git('init', '-q', '-b', 'main');
    for (const service of ['identification', 'funding', 'pairing']) for (const place of ['contract', 'landed']) {
      this.write(`${PLACES[place](service)}/openapi.yaml`, openapi(WHOLE));
      this.write(`${PLACES[place](service)}/asyncapi.yaml`, JSON.stringify({ info: { version: '1.0.0' } }));
      this.write(`${PLACES[place](service)}/events/left.schema.json`, JSON.stringify({ type: 'object', properties: WHOLE }));
    }
    this.harmless([]);
    for (const file of ['compatibility.mjs', 'history.mjs', 'breaks.mjs']) cpSync(join(here, file), join(this.folder, 'deploy/contracts', file));
    this.write('.gitignore', 'node_modules\n');
    this.install();
    this.commit('the contracts as they were landed');
  }

  install() { symlinkSync(join(here, 'node_modules'), join(this.folder, 'deploy/contracts/node_modules')); }
  git(...args) { return execFileSync('git', ['-C', this.folder, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { encoding: 'utf8' }); }
  write(path, text) {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }
  contract(place, properties, version) { this.write(`${PLACES[place]('pairing')}/openapi.yaml`, openapi(properties, version)); }
  harmless(findings) {
    this.write('deploy/contracts/harmless.yaml', JSON.stringify(findings.map(finding => ({ service: 'pairing', finding, why: 'tested' }))));
  }
  commit(why) { this.git('add', '-A'); this.git('commit', '-q', '-m', why); return this; }
  check(env = {}) {
    const run = spawnSync(process.execPath, [join(this.folder, 'deploy/contracts/compatibility.mjs')],
      { encoding: 'utf8', env: { ...process.env, JINGZHUN_BASE: '', ...env } });
    return { passed: run.status === 0, told: run.stdout + run.stderr };
  }
}
const REMOVED = 'GET /a 200 j: property y removed';
const passes = ({ passed, told }) => assert.ok(passed, told);
const fails = ({ passed, told }, because) => { assert.ok(!passed, told); assert.ok(told.includes(because), told); };

test('a change that takes its own measure is refused', () => {
  const repository = new Repository('own-measure');
  repository.contract('contract', LESS);
  repository.contract('landed', LESS);
  fails(repository.commit('breaks clients, and says it was landed so').check(), REMOVED);
});
test('so is one that only rewrites what was landed', () => {
  const repository = new Repository('rewritten');
  repository.contract('landed', LESS);
  const answer = repository.commit('the measure first').check();
  fails(answer, REMOVED);
  assert.match(answer.told, /landed at [0-9a-f]{8} +1 breaking/);
});
test('what the commit before had and no release landed may not go either', () => {
  const repository = new Repository('unlanded');
  repository.contract('contract', { ...WHOLE, z: { type: 'string' } });
  passes(repository.commit('more than was landed').check());
  repository.contract('contract', WHOLE);
  fails(repository.commit('and away again').check(), 'property z removed');
});
test('what is not committed yet is held against the commit', () => {
  const repository = new Repository('dirty');
  repository.contract('contract', { ...WHOLE, z: { type: 'string' } });
  repository.commit('more than was landed').contract('contract', WHOLE);
  fails(repository.check(), 'property z removed');
});
test('a branch is held against the place where it left, over all its commits', () => {
  const repository = new Repository('branch');
  repository.git('checkout', '-q', '-b', 'change');
  repository.contract('contract', LESS);
  repository.contract('landed', LESS);
  repository.commit('breaks clients');
  repository.write('README.md', 'words');
  fails(repository.commit('words alone').check(), REMOVED);
});
test('a commit that is named is the measure, and must be known', () => {
  const repository = new Repository('named');
  const base = repository.git('rev-parse', 'HEAD').trim();
  repository.contract('contract', LESS);
  repository.contract('landed', LESS);
  repository.commit('breaks clients');
  repository.write('README.md', 'words');
  passes(repository.commit('words alone').check());
  fails(repository.check({ JINGZHUN_BASE: base }), REMOVED);
  fails(repository.check({ JINGZHUN_BASE: 'nowhere' }), 'fetch it first');
});
test('with a new major version anything may change', () => {
  const repository = new Repository('major');
  repository.contract('contract', LESS, '2.0.0');
  repository.contract('landed', LESS, '2.0.0');
  passes(repository.commit('the second interface').check());
});
test('a release lands more, and takes out what was harmless', () => {
  const repository = new Repository('release');
  repository.contract('contract', LESS);
  repository.harmless([REMOVED]);
  passes(repository.commit('nobody ever got y').check());
  passes((repository.write('README.md', 'words'), repository.commit('words')).check());
  repository.contract('landed', LESS);
  repository.harmless([]);
  passes(repository.commit('landed').check());
  repository.harmless([REMOVED]);
  repository.commit('an excuse for nothing');
  repository.write('README.md', 'other words');
  fails(repository.commit('words').check(), 'Nothing needs this any more');
});
test('an event that goes is seen', () => {
  const repository = new Repository('event');
  for (const place of ['contract', 'landed']) rmSync(join(repository.folder, PLACES[place]('pairing'), 'events/left.schema.json'));
  fails(repository.commit('nobody is told').check(), 'left.schema.json: removed');
});
test('a clone of one commit says that the landed contracts are all it has', () => {
  const origin = new Repository('origin');
  origin.write('README.md', 'words');
  origin.commit('words');
  const shallow = Object.create(Repository.prototype, { folder: { value: join(work, 'shallow') } });
  execFileSync('git', ['clone', '-q', '--depth', '1', pathToFileURL(origin.folder).href, shallow.folder]);
  shallow.install();
  const answer = shallow.check();
  passes(answer);
  assert.match(answer.told, /No earlier commit is known/);
  shallow.contract('contract', LESS);
  fails(shallow.check(), REMOVED);
});
