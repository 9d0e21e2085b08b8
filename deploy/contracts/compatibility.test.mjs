import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documents } from './breaks.mjs';

const sample = () => ({ paths: { '/a': { post: { operationId: 'a',
  requestBody: { content: { j: { schema: { type: 'object', properties: { k: { type: 'string', enum: ['X', 'Y'], maxLength: 9 } } } } } },
  responses: { 200: { content: { j: { schema: { type: 'object', required: ['n'], properties: { n: { type: 'string' } } } } } } } } } } });
const cases = {
  'path removed': [1, d => delete d.paths['/a']],
  'operationId changed': [1, d => d.paths['/a'].post.operationId = 'b'],
  'answer removed': [1, d => delete d.paths['/a'].post.responses[200]],
  'answer property removed': [1, d => delete d.paths['/a'].post.responses[200].content.j.schema.properties.n],
  'answer property retyped': [1, d => d.paths['/a'].post.responses[200].content.j.schema.properties.n.type = 'integer'],
  'request value removed': [1, d => d.paths['/a'].post.requestBody.content.j.schema.properties.k.enum.pop()],
  'limit narrowed': [1, d => d.paths['/a'].post.requestBody.content.j.schema.properties.k.maxLength = 8],
  'parameter required': [1, d => d.paths['/a'].post.parameters = [{ name: 'p', in: 'query', required: true, schema: {} }]],
  'nothing changed': [0, () => {}],
  'request value added': [0, d => d.paths['/a'].post.requestBody.content.j.schema.properties.k.enum.push('Z')],
  'limit widened': [0, d => d.paths['/a'].post.requestBody.content.j.schema.properties.k.maxLength = 10],
  'path added': [0, d => d.paths['/b'] = {}],
};
for (const [name, [expected, change]] of Object.entries(cases)) {
  test(name, () => { const now = sample(); change(now); assert.equal(documents(sample(), now).length, expected); });
}
