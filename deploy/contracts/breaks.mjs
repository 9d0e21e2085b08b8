// What in a new contract breaks the clients of the old one.
const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];

const at = (doc, node) => node?.$ref?.startsWith('#/')
  ? node.$ref.slice(2).split('/').reduce((each, key) => each?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], doc) : node;

/** A reference, or a described one (allOf with a single part), as what it stands for. */
function whole(doc, node) {
  let schema = at(doc, node) ?? {};
  while (schema.$ref || (schema.allOf?.length === 1 && !schema.type && !schema.properties)) {
    schema = at(doc, schema.$ref ? schema : schema.allOf[0]) ?? {};
  }
  return schema;
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
  if (JSON.stringify(a.type) !== JSON.stringify(b.type) || a.format !== b.format) tell('other type or format');
  for (const name of Object.keys(a.properties ?? {})) {
    if (!b.properties?.[name]) tell(`property ${name} removed`);
    else found.push(...schemas(old, now, a.properties[name], b.properties[name], `${where}.${name}`, asked, path));
  }
  if (a.items && b.items) found.push(...schemas(old, now, a.items, b.items, `${where}[]`, asked, path));
  if (asked) {
    for (const name of b.required ?? []) if (!a.required?.includes(name)) tell(`property ${name} newly required`);
    if (b.enum) {
      const gone = a.enum?.filter(value => !b.enum.includes(value)) ?? ['all others'];
      if (gone.length) tell(`no longer takes ${gone}`);
    }
    for (const limit of ['maximum', 'maxLength', 'maxItems']) if (b[limit] < (a[limit] ?? Infinity)) tell(`${limit} narrowed`);
    for (const limit of ['minimum', 'minLength', 'minItems']) if (b[limit] > (a[limit] ?? -Infinity)) tell(`${limit} narrowed`);
  } else {
    for (const name of a.required ?? []) if (!b.required?.includes(name)) tell(`property ${name} no longer certain`);
  }
  return found;
}

function content(old, now, before, after, where, asked) {
  return Object.entries(before?.content ?? {}).flatMap(([type, media]) => after?.content?.[type]
    ? schemas(old, now, media.schema, after.content[type].schema, `${where} ${type}`, asked)
    : [`${where}: ${type} removed`]);
}

export function documents(old, now) {
  const found = [];
  for (const [path, item] of Object.entries(old.paths)) for (const method of METHODS.filter(each => item[each])) {
    const a = item[method];
    const b = now.paths[path]?.[method];
    const where = `${method.toUpperCase()} ${path}`;
    if (!b) { found.push(`${where}: removed`); continue; }
    if (a.operationId !== b.operationId) found.push(`${where}: other operationId`);
    const known = (a.parameters ?? []).map(each => at(old, each));
    for (const each of (b.parameters ?? []).map(one => at(now, one))) {
      const same = known.find(one => one.name === each.name && one.in === each.in);
      if (each.required && !same?.required) found.push(`${where}: parameter ${each.name} newly required`);
      if (same) found.push(...schemas(old, now, same.schema, each.schema, `${where} ${each.name}`, true));
    }
    const [asks, asked] = [at(old, a.requestBody), at(now, b.requestBody)];
    if (asked?.required && !asks?.required) found.push(`${where}: body newly required`);
    found.push(...content(old, now, asks, asked, where, true));
    for (const [status, answer] of Object.entries(a.responses)) {
      if (b.responses[status]) found.push(...content(old, now, at(old, answer), at(now, b.responses[status]), `${where} ${status}`, false));
      else found.push(`${where}: answer ${status} removed`);
    }
  }
  return found;
}
