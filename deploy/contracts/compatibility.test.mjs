import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channels, documents, schemas } from './breaks.mjs';

const text = limits => ({ type: 'string', ...limits });
const object = (properties, more) => ({ type: 'object', properties, ...more });
const sample = () => ({ paths: { '/a': { post: { operationId: 'a', security: [{}], 'x-roles': ['auditor', 'system'],
  parameters: [{ name: 'q', in: 'query', schema: text({ pattern: '^x$' }) }],
  requestBody: { content: { j: { schema: object({ k: text({ enum: ['X', 'Y'], maxLength: 9 }), p: text({ pattern: '^[0-9]$' }),
    n: text({ nullable: true }), list: { type: 'array', items: text({}) },
    either: { oneOf: [text({}), object({ x: text({}) })] },
    both: { allOf: [object({ u: text({}) }), object({ v: text({}) })] } }) } } },
  responses: { 200: { headers: { ETag: {} }, content: { j: { schema: object({ n: text({ pattern: '^[0-9]+$' }),
    either: { anyOf: [text({}), { type: 'integer' }] }, list: { type: 'array', items: text({}) } }, { required: ['n'] }) } } } } } } } });
const asks = d => d.paths['/a'].post.requestBody.content.j.schema.properties;
const answers = d => d.paths['/a'].post.responses[200].content.j.schema;
const post = d => d.paths['/a'].post;
const cases = {
  'path removed': [1, d => delete d.paths['/a']],
  'operationId changed': [1, d => post(d).operationId = 'b'],
  'token newly needed': [1, d => post(d).security = [{ oidc: [] }]],
  'role taken away': [1, d => post(d)['x-roles'].pop()],
  'answer removed': [1, d => delete post(d).responses[200]],
  'answer header removed': [1, d => delete post(d).responses[200].headers.ETag],
  'answer property removed': [1, d => delete answers(d).properties.n],
  'answer property retyped': [1, d => answers(d).properties.list.type = 'object'],
  'answer property no longer certain': [1, d => answers(d).required = []],
  'answer pattern changed': [1, d => answers(d).properties.n.pattern = '^[0-9.]+$'],
  'answer newly null': [1, d => answers(d).properties.n.nullable = true],
  'answer alternative added': [1, d => answers(d).properties.either.anyOf.push({ type: 'boolean' })],
  'request value removed': [1, d => asks(d).k.enum.pop()],
  'request property removed': [1, d => delete asks(d).k],
  'request property newly required': [1, d => post(d).requestBody.content.j.schema.required = ['k']],
  'request pattern changed': [1, d => asks(d).p.pattern = '^[0-8]$'],
  'request pattern added': [1, d => asks(d).n.pattern = '^[0-8]$'],
  'request null no longer taken': [1, d => delete asks(d).n.nullable],
  'request alternative removed': [1, d => asks(d).either.oneOf.pop()],
  'request alternative narrowed': [1, d => asks(d).either.oneOf[0].maxLength = 3],
  'request alternatives gone': [1, d => asks(d).either = text({})],
  'request property of a part of allOf removed': [1, d => delete asks(d).both.allOf[1].properties.v],
  'request items narrowed': [1, d => asks(d).list.items.maxLength = 2],
  'request items newly unique': [1, d => asks(d).list.uniqueItems = true],
  'request closed to other properties': [1, d => post(d).requestBody.content.j.schema.additionalProperties = false],
  'limit narrowed': [1, d => asks(d).k.maxLength = 8],
  'body removed': [1, d => delete post(d).requestBody],
  'body newly required': [1, d => post(d).requestBody.required = true],
  'parameter added that is required': [1, d => post(d).parameters.push({ name: 'p', in: 'query', required: true, schema: {} })],
  'optional parameter required': [1, d => post(d).parameters[0].required = true],
  'optional parameter removed': [1, d => post(d).parameters.pop()],
  'parameter pattern changed': [1, d => post(d).parameters[0].schema.pattern = '^y$'],
  'nothing changed': [0, () => {}],
  'request value added': [0, d => asks(d).k.enum.push('Z')],
  'request alternative added': [0, d => asks(d).either.oneOf.push({ type: 'boolean' })],
  'request pattern dropped': [0, d => delete asks(d).p.pattern],
  'limit widened': [0, d => asks(d).k.maxLength = 10],
  'parameter added': [0, d => post(d).parameters.push({ name: 'p', in: 'query', schema: {} })],
  'answer alternative removed': [0, d => answers(d).properties.either.anyOf.pop()],
  'answer property added': [0, d => answers(d).properties.more = text({})],
  'role added': [0, d => post(d)['x-roles'].push('admin')],
  'token no longer needed': [0, d => delete post(d).security],
  'parameter moved to the path item': [0, d => { d.paths['/a'].parameters = post(d).parameters; delete post(d).parameters; }],
  'path added': [0, d => d.paths['/b'] = {}],
};
for (const [name, [expected, change]] of Object.entries(cases)) {
  test(name, () => {
    const now = sample();
    change(now);
    const found = documents(sample(), now);
    assert.equal(found.length, expected, found.join('\n'));
  });
}

const topics = () => ({ defaultContentType: 'application/json',
  channels: { register: { address: 'x.register', messages: { left: { $ref: '#/components/messages/left' } } } },
  operations: { tell: { action: 'send', channel: { $ref: '#/channels/register' } },
    hear: { action: 'receive', channel: { $ref: '#/channels/register' } } },
  components: { messages: { left: { name: 'org.left', payload: { $ref: 'events/left.schema.json' } } } } });
const changed = {
  'channel removed': [1, d => delete d.channels.register],
  'topic renamed': [1, d => d.channels.register.address = 'y'],
  'message removed': [1, d => delete d.channels.register.messages.left],
  'message renamed': [1, d => d.components.messages.left.name = 'org.gone'],
  'payload of another file': [1, d => d.components.messages.left.payload.$ref = 'events/other.schema.json'],
  'other media type': [1, d => d.defaultContentType = 'text/csv'],
  'no longer sent': [1, d => delete d.operations.tell],
  'no longer read': [0, d => delete d.operations.hear],
  'message added': [0, d => d.channels.register.messages.more = {}],
  'channel added': [0, d => d.channels.more = {}],
};
for (const [name, [expected, change]] of Object.entries(changed)) {
  test(name, () => {
    const now = topics();
    change(now);
    const found = channels(topics(), now);
    assert.equal(found.length, expected, found.join('\n'));
  });
}

const event = () => object({ id: text({ format: 'uuid' }), kind: { const: 'A' }, part: { $ref: '#/$defs/part' } },
  { required: ['id'], $defs: { part: object({ x: text({}) }, { required: ['x'] }) } });
const events = {
  'event property removed': [1, d => delete d.properties.id],
  'event property of another format': [1, d => d.properties.id.format = 'date'],
  'event property no longer certain': [1, d => d.required = []],
  'event constant changed': [1, d => d.properties.kind.const = 'B'],
  'part of an event no longer certain': [1, d => d.$defs.part.required = []],
  'event property newly null': [1, d => d.properties.id.type = ['string', 'null']],
  'event property added': [0, d => d.properties.more = text({})],
};
for (const [name, [expected, change]] of Object.entries(events)) {
  test(name, () => {
    const now = event();
    change(now);
    const before = event();
    const found = schemas(before, now, before, now, 'event', false);
    assert.equal(found.length, expected, found.join('\n'));
  });
}
