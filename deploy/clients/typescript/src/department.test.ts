import assert from 'node:assert/strict';
import { test } from 'node:test';
import createClient from 'openapi-fetch';
import type { components, paths } from '../target/types/identification.js';
import { told } from './surroundings.js';

type RegisterRow = components['schemas']['RegisterRow'];

const COUNTY = '451031';
const register = createClient<paths, 'application/json' | 'application/problem+json'>({
  baseUrl: told('IDENTIFICATION_SERVICE'),
  headers: { Authorization: `Bearer ${told('SYSTEM_TOKEN')}` },
});

/** Every row of a stream, as soon as it has come. */
async function* rows(bytes: ReadableStream<Uint8Array>): AsyncGenerator<RegisterRow> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const some of bytes) {
    const lines = (rest + decoder.decode(some, { stream: true })).split('\n');
    rest = lines.pop()!;
    for (const line of lines) if (line) yield JSON.parse(line);
  }
}

test('the register comes page by page and as one stream, and both are the same', async () => {
  const paged: string[] = [];
  let after: string | undefined;
  do {
    const { data } = await register.GET('/v1/register', { params: { query: { division: COUNTY, limit: 1000, after } } });
    assert.ok(data);
    paged.push(...data.items!.map(row => row.householdId!));
    after = data.next ?? undefined;
  } while (after);

  const streamed: string[] = [];
  const { data } = await register.GET('/v1/register', {
    params: { query: { division: COUNTY } },
    headers: { Accept: 'application/x-ndjson' },
    parseAs: 'stream',
  });
  for await (const row of rows(data!)) streamed.push(row.householdId!);
  assert.ok(streamed.length > 1000, `a county, not ${streamed.length} households`);
  assert.deepEqual(streamed, paged);
});

test('a refusal is a problem with a code, in the language of the reader', async () => {
  const { error, response } = await register.GET('/v1/register/{householdId}', {
    params: { path: { householdId: '00000000-0000-7000-8000-000000000000' } },
    headers: { 'Accept-Language': 'zh-CN' },
  });
  assert.equal(response.status, 404);
  assert.equal(error?.code, 'not-found');
  assert.match(error!.detail!, /[\u4e00-\u9fff]/);
});
