import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Configuration, SynchronisationApi, VisitsApi } from '../target/fetch/pairing/index.js';
import type { HouseholdForm, SyncAnswer, SyncChange, SyncResult, Visit, VisitBody } from '../target/fetch/pairing/index.js';
import { HouseholdFormFromJSON, HouseholdFormToJSON, SyncChangeFromJSON, SyncChangeToJSON } from '../target/fetch/pairing/index.js';
import { newId } from './ids.js';

/** What a phone keeps in its file. */
interface Memory {
  /** Of the last answer; the next one brings only what is new since. */
  token?: string;
  households: Record<string, HouseholdForm>;
  /** Visits that the service has not answered for, in their order. */
  unsent: SyncChange[];
  /** Visits that something stands against, until somebody decides. */
  conflicts: Conflict[];
}

export interface Conflict {
  change: SyncChange;
  result: SyncResult;
}

/**
 * A helper's phone (帮扶干部手机端). It keeps everything in a file, so that it may be switched off at any moment; what it sends
 * has ids of its own choice, so that it may send it again whenever no answer came.
 */
export class Phone {
  private readonly syncing: SynchronisationApi;
  private readonly visits: VisitsApi;
  private readonly memory: Memory;

  constructor(service: string, token: string, private readonly helperId: string, private readonly file: string) {
    const configuration = new Configuration({ basePath: service, accessToken: token });
    this.syncing = new SynchronisationApi(configuration);
    this.visits = new VisitsApi(configuration);
    this.memory = existsSync(file) ? read(file) : { households: {}, unsent: [], conflicts: [] };
  }

  /** The households of its helper, as it last heard. */
  households(): HouseholdForm[] {
    return Object.values(this.memory.households);
  }

  unsent(): SyncChange[] {
    return this.memory.unsent;
  }

  conflicts(): Conflict[] {
    return this.memory.conflicts;
  }

  /** Writes down a visit; needs no signal. */
  record(visit: Omit<VisitBody, 'helperId'>): string {
    const id = newId();
    this.memory.unsent.push({ id, kind: 'VISIT', writtenAt: new Date(), visit: { ...visit, helperId: this.helperId } });
    this.keep();
    return id;
  }

  /** Sends what was written down and takes what is new; throws when there is no signal or the answer is lost. */
  async sync(): Promise<SyncAnswer> {
    const answer = await this.syncing.sync({
      syncBody: { since: this.memory.token, phoneTime: new Date(), changes: this.memory.unsent },
    });
    this.take(answer);
    this.keep();
    return answer;
  }

  /** The visit that stands in the service against one of the phone's. */
  standing(conflict: Conflict): Promise<Visit> {
    return this.visits.getVisit({ id: conflict.result.existing! });
  }

  /** Puts a visit that says both in the place of the one that stands; the conflict is settled. */
  correct(conflict: Conflict, standing: Visit, content: string): string {
    this.settle(conflict);
    return this.record({ ...conflict.change.visit, content, corrects: standing.id });
  }

  private settle(conflict: Conflict): void {
    this.memory.conflicts = this.memory.conflicts.filter(each => each.change.id !== conflict.change.id);
    this.keep();
  }

  private take(answer: SyncAnswer): void {
    const sent = new Map(this.memory.unsent.map(change => [change.id, change]));
    for (const result of answer.results ?? []) {
      const change = sent.get(result.id!);
      if (change && result.outcome !== 'RECORDED') this.memory.conflicts.push({ change, result });
      sent.delete(result.id!);
    }
    this.memory.unsent = [...sent.values()];
    if (answer.complete) this.memory.households = {};
    for (const household of answer.households ?? []) this.memory.households[household.householdId!] = household;
    for (const gone of answer.gone ?? []) delete this.memory.households[gone.householdId!];
    this.memory.token = answer.token;
  }

  /** All of it or nothing, whenever the phone is switched off. */
  private keep(): void {
    const { token, households, unsent, conflicts } = this.memory;
    writeFileSync(`${this.file}.new`, JSON.stringify({
      token,
      households: Object.values(households).map(household => HouseholdFormToJSON(household)),
      unsent: unsent.map(change => SyncChangeToJSON(change)),
      conflicts,
    }));
    renameSync(`${this.file}.new`, this.file);
  }
}

function read(file: string): Memory {
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  const households: HouseholdForm[] = kept.households.map(HouseholdFormFromJSON);
  return {
    token: kept.token,
    households: Object.fromEntries(households.map(household => [household.householdId, household])),
    unsent: kept.unsent.map(SyncChangeFromJSON),
    conflicts: kept.conflicts.map((each: { change: unknown; result: SyncResult }) =>
      ({ change: SyncChangeFromJSON(each.change), result: each.result })),
  };
}
