import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Configuration, VisitsApi, type Visit } from '../target/fetch/pairing/index.js';
import { Network } from './network.js';
import { Phone } from './phone.js';
import { daysAgo, told } from './surroundings.js';

const service = told('PAIRING_SERVICE');
const token = told('HELPER_TOKEN');
const helper = told('HELPER_ID');
const folder = mkdtempSync(join(tmpdir(), 'phone-'));

let network: Network;
before(async () => { network = await Network.to(new URL(service)); });
after(() => network.close());

const phone = (name = 'phone') => new Phone(network.address(), token, helper, join(folder, `${name}.json`));

/** All visits to a household, as the service has them. */
async function visitsTo(household: string): Promise<Visit[]> {
  const visits = new VisitsApi(new Configuration({ basePath: service, accessToken: token }));
  return (await visits.listVisits({ household, limit: 1000 })).items ?? [];
}

/** Ids of all visits to the phone's households, as the service has them. */
async function recorded(): Promise<string[]> {
  const visits = await Promise.all(phone().households().map(form => visitsTo(form.householdId!)));
  return visits.flat().map(visit => visit.id!);
}

test('a phone takes its households along', async () => {
  const first = await phone().sync();
  assert.equal(first.complete, true);
  assert.ok(phone().households().length >= 2, 'the helper must have some households');
  for (const form of phone().households()) {
    assert.ok(form.known?.householder, 'each comes with its householder');
    assert.match(form.villageCode!, /^451031\d{6}$/);
  }
});

test('without a signal nothing is lost: a week of visits is written down and waits, though the phone is switched off', async () => {
  network.reach(false);
  const households = phone().households().map(form => form.householdId!);
  for (let day = 7; day >= 1; day--) {
    phone().record({
      householdId: households[day % households.length]!,
      visitedOn: daysAgo(day),
      content: `走访 ${day}`,
      risks: new Set(['ILLNESS']),
      incomes: [{ item: 'A50-1', amount: '100.50' }],
    });
    await assert.rejects(phone().sync(), 'no signal');
  }
  assert.equal(phone().unsent().length, 7);
});

test('an answer is lost after the service has taken the week; the same call again gives the same and doubles nothing', async () => {
  const waiting = phone().unsent();
  network.reach(true);
  network.loseTheNextAnswer();
  await assert.rejects(phone().sync(), 'the answer is lost');
  assert.equal(network.answersLost(), 1);
  assert.equal(phone().unsent().length, 7, 'the phone cannot know that its visits have arrived');
  assert.deepEqual((await recorded()).sort(), waiting.map(change => change.id).sort(), 'but they have');

  const answer = await phone().sync();
  assert.deepEqual(answer.results!.map(result => [result.id, result.outcome]), waiting.map(change => [change.id, 'RECORDED']));
  assert.equal(phone().unsent().length, 0);
  assert.equal(phone().conflicts().length, 0);
  assert.deepEqual((await recorded()).sort(), waiting.map(change => change.id).sort(), 'each visit is there once');
});

test('two devices of a helper tell of the same day: the second is told of the first, overwrites nothing, and settles it', async () => {
  await phone('tablet').sync();
  const household = phone().households()[0]!.householdId!;
  const first = phone().record({ householdId: household, visitedOn: daysAgo(0), content: '送去药品' });
  phone('tablet').record({ householdId: household, visitedOn: daysAgo(0), content: '孩子缺课' });
  await phone().sync();
  await phone('tablet').sync();

  const [conflict] = phone('tablet').conflicts();
  assert.ok(conflict);
  assert.equal(conflict.result.outcome, 'CONFLICT');
  assert.equal(conflict.result.code, 'visit-of-day-recorded');
  assert.equal(conflict.result.existing, first);
  const standing = await phone('tablet').standing(conflict);
  assert.equal(standing.content, '送去药品');

  const tablet = phone('tablet');
  const corrected = tablet.correct(conflict, standing, `${standing.content}；${conflict.change.visit.content}`);
  const settled = await tablet.sync();
  assert.deepEqual(settled.results!.map(result => result.outcome), ['RECORDED']);
  assert.equal(phone('tablet').conflicts().length, 0);
  const visits = await visitsTo(household);
  const old = visits.find(visit => visit.id === first)!;
  assert.equal(old.content, '送去药品', 'what was recorded stays');
  assert.equal(old.correctedBy, corrected);
  assert.equal(visits.find(visit => visit.id === corrected)!.content, '送去药品；孩子缺课');
});
