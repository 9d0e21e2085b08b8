// What in a new contract breaks the clients of the old one. Requests may get wider, answers and events may get more: a value
// more in a list of codes of an answer is not told, as the documents ask clients to take unknown codes.
const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];
const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];

const at = (doc, node) => node?.$ref?.startsWith('#/')
  ? node.$ref.slice(2).split('/').reduce((each, key) => each?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], doc) : node;
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** A reference as what it stands for, with all parts of its `allOf` in one. */
function whole(doc, node) {
  const schema = at(doc, node) ?? {};
  if (schema.$ref) return whole(doc, schema);
  if (!schema.allOf) return schema;
  const { allOf, ...own } = schema;
  return [...allOf.map(part => whole(doc, part)), own].reduce((all, part) => ({ ...all, ...part,
    ...(all.properties || part.properties) && { properties: { ...all.properties, ...part.properties } },
    ...(all.required || part.required) && { required: [...new Set([...all.required ?? [], ...part.required ?? []])] } }), {});
}

const alternatives = schema => schema.oneOf ?? schema.anyOf;

/** Whether each of some alternatives has a partner among others with which nothing breaks. */
function unions(compare, some, others, tell, what) {
  for (const [place, one] of some.entries()) {
    if (!others.some(other => compare(one, other).length === 0)) tell(`alternative ${place + 1} ${what}`);
  }
}

function limits(a, b, tell) {
  for (const limit of UPPER) if (b[limit] < (a[limit] ?? Infinity)) tell(`${limit} narrowed`);
  for (const limit of LOWER) if (b[limit] > (a[limit] ?? -Infinity)) tell(`${limit} narrowed`);
  if (b.pattern && b.pattern !== a.pattern) tell(a.pattern ? 'other pattern' : 'pattern newly asked');
  if (b.multipleOf && b.multipleOf !== a.multipleOf) tell('multipleOf newly asked');
  if (b.uniqueItems && !a.uniqueItems) tell('items newly unique');
  if (b.additionalProperties === false && a.additionalProperties !== false) tell('no longer takes other properties');
  if (a.nullable && !b.nullable) tell('no longer takes null');
  for (const name of b.required ?? []) if (!a.required?.includes(name)) tell(`property ${name} newly required`);
  if (b.enum) {
    const gone = a.enum?.filter(value => !b.enum.includes(value)) ?? ['all others'];
    if (gone.length) tell(`no longer takes ${gone}`);
  }
}

/** Compares two schemas; `asked` in requests, else in answers and events. */
export function schemas(old, now, before, after, where, asked, seen = new Set()) {
  const key = `${before?.$ref}>${after?.$ref}`;
  if (before?.$ref && seen.has(key)) return [];
  const path = before?.$ref ? new Set(seen).add(key) : seen;
  const a = whole(old, before);
  const b = whole(now, after);
  const found = [];
  const tell = what => found.push(`${where}: ${what}`);
  const inner = (one, other, place) => schemas(old, now, one, other, `${where}${place}`, asked, path);
  if (!same(a.type, b.type) || a.format !== b.format) tell('other type or format');
  for (const name of Object.keys(a.properties ?? {})) {
    if (!b.properties?.[name]) tell(`property ${name} removed`);
    else found.push(...inner(a.properties[name], b.properties[name], `.${name}`));
  }
  if (a.items && b.items) found.push(...inner(a.items, b.items, '[]'));
  else if (b.items && asked) tell('items newly described');
  if (a.items && !b.items && !asked) tell('items no longer described');
  if (typeof a.additionalProperties === 'object' && typeof b.additionalProperties === 'object') {
    found.push(...inner(a.additionalProperties, b.additionalProperties, '{}'));
  }
  const [olds, news] = [alternatives(a), alternatives(b)];
  if (asked) {
    limits(a, b, tell);
    if (news && !olds) tell('newly one of alternatives');
    if (olds && news) unions((one, other) => inner(one, other, ''), olds, news, tell, 'no longer taken');
    if (olds && !news && same(a.type, b.type) && b.properties) tell('alternatives no longer taken');
  } else {
    for (const name of a.required ?? []) if (!b.required?.includes(name)) tell(`property ${name} no longer certain`);
    if (b.nullable && !a.nullable) tell('newly null');
    if (a.const !== undefined && a.const !== b.const) tell('other constant');
    if (a.pattern && b.pattern !== a.pattern) tell('other pattern');
    if (olds && news) unions((one, other) => inner(other, one, ''), news, olds, tell, 'newly answered');
    if (olds && !news && !b.type && !b.properties) tell('alternatives no longer described');
    if (news && !olds) tell('newly one of alternatives');
  }
  return found;
}

function content(old, now, before, after, where, asked) {
  return Object.entries(before?.content ?? {}).flatMap(([type, media]) => after?.content?.[type]
    ? schemas(old, now, media.schema, after.content[type].schema, `${where} ${type}`, asked)
    : [`${where}: ${type} removed`]);
}

function parameters(old, now, [a, b], where) {
  const found = [];
  const [known, told] = [[old, a], [now, b]].map(([doc, each]) => (each.parameters ?? []).map(one => at(doc, one)));
  for (const each of told) {
    const before = known.find(one => one.name === each.name && one.in === each.in);
    if (each.required && !before?.required) found.push(`${where}: parameter ${each.name} newly required`);
    if (before) found.push(...schemas(old, now, before.schema, each.schema, `${where} ${each.name}`, true));
  }
  for (const each of known) {
    if (!told.some(one => one.name === each.name && one.in === each.in)) found.push(`${where}: parameter ${each.name} removed`);
  }
  return found;
}

const anybody = (doc, operation) => (operation.security ?? doc.security ?? [])
  .every(each => Object.keys(each).length === 0);

function operations(old, now, [a, b], where) {
  const found = [];
  if (a.operationId !== b.operationId) found.push(`${where}: other operationId`);
  if (anybody(old, a) && !anybody(now, b)) found.push(`${where}: newly needs a token`);
  for (const role of a['x-roles'] ?? []) {
    if (b['x-roles']?.length && !b['x-roles'].includes(role)) found.push(`${where}: ${role} may no longer`);
  }
  found.push(...parameters(old, now, [a, b], where));
  const [asks, asked] = [at(old, a.requestBody), at(now, b.requestBody)];
  if (asked?.required && !asks?.required) found.push(`${where}: body newly required`);
  found.push(...content(old, now, asks, asked, where, true));
  for (const [status, answer] of Object.entries(a.responses)) {
    const [before, after] = [at(old, answer), at(now, b.responses[status])];
    if (!after) found.push(`${where}: answer ${status} removed`);
    else {
      found.push(...content(old, now, before, after, `${where} ${status}`, false));
      for (const header of Object.keys(before.headers ?? {})) {
        if (!after.headers?.[header]) found.push(`${where} ${status}: header ${header} removed`);
      }
    }
  }
  return found;
}

export function documents(old, now) {
  const found = [];
  for (const [path, item] of Object.entries(old.paths)) for (const method of METHODS.filter(each => item[each])) {
    const after = now.paths[path]?.[method];
    const where = `${method.toUpperCase()} ${path}`;
    if (!after) found.push(`${where}: removed`);
    else {
      const [a, b] = [[item, item[method]], [now.paths[path], after]]
        .map(([shared, own]) => ({ ...own, parameters: [...shared.parameters ?? [], ...own.parameters ?? []] }));
      found.push(...operations(old, now, [a, b], where));
    }
  }
  return found;
}

/** Compares two AsyncAPI documents: channels, where they are, what is sent and read, the name and payload of each message. */
export function channels(old, now) {
  const found = [];
  for (const [name, channel] of Object.entries(old.channels ?? {})) {
    const after = now.channels?.[name];
    if (!after) { found.push(`channel ${name}: removed`); continue; }
    if (after.address !== channel.address) found.push(`channel ${name}: other address`);
    for (const [message, one] of Object.entries(channel.messages ?? {})) {
      const [a, b] = [at(old, one), at(now, after.messages?.[message])];
      const where = `channel ${name}: message ${message}`;
      if (!b) { found.push(`${where} removed`); continue; }
      if (a.name !== b.name) found.push(`${where} has another name`);
      const type = (doc, each) => each.contentType ?? doc.defaultContentType;
      if (type(old, a) !== type(now, b)) found.push(`${where} has another media type`);
      if (a.payload?.$ref !== b.payload?.$ref) found.push(`${where} has another payload`);
      else if (a.payload && !a.payload.$ref) found.push(...schemas(old, now, a.payload, b.payload, where, false));
      if (a.headers) found.push(...schemas(old, now, a.headers, b.headers, `${where} headers`, false));
    }
  }
  for (const [name, operation] of Object.entries(old.operations ?? {})) {
    const after = now.operations?.[name];
    if (operation.action !== 'send') continue;
    if (after?.action !== 'send' || after.channel?.$ref !== operation.channel?.$ref) found.push(`operation ${name}: no longer sends`);
  }
  return found;
}
