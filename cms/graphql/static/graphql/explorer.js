// The explorer of the GraphQL interface: sends what is written, shows what is answered, lists the types.
"use strict";

const words = JSON.parse(document.getElementById("words").textContent);
const byId = (id) => document.getElementById(id);

async function ask(body) {
  const started = performance.now();
  const response = await fetch(location.pathname, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Accept-Language": byId("language").value },
    body: JSON.stringify(body),
  });
  return { answer: await response.json(), status: response.status, took: performance.now() - started };
}

async function run() {
  let variables;
  try {
    variables = JSON.parse(byId("variables").value || "{}");
  } catch {
    byId("state").textContent = words.variables;
    byId("variables").focus();
    return;
  }
  byId("state").textContent = words.asking;
  try {
    const { answer, status, took } = await ask({ query: byId("query").value, variables });
    byId("answer").textContent = JSON.stringify(answer, null, 2);
    byId("state").textContent = words.took.replace("[ms]", Math.round(took)).replace("[status]", status);
  } catch {
    byId("state").textContent = words.failed;
  }
}

const INTROSPECTION = `{ __schema { types { name kind description
  fields { name description args { name type { ...T } } type { ...T } }
  inputFields { name type { ...T } } enumValues { name } possibleTypes { name } } } }
fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }`;

function written(type) {
  if (type.kind === "NON_NULL") return `${written(type.ofType)}!`;
  return type.kind === "LIST" ? `[${written(type.ofType)}]` : type.name;
}

function element(tag, text, parent) {
  const made = document.createElement(tag);
  made.textContent = text;
  parent.append(made);
  return made;
}

function link(type, parent) {
  const name = written(type).replace(/[[\]!]/g, "");
  const made = element("a", written(type), parent);
  made.href = `#type-${name}`;
}

function show(type, parent) {
  const part = document.createElement("div");
  part.dataset.words = [type.name, ...(type.fields || []).map((field) => field.name)].join(" ").toLowerCase();
  element("h3", type.name, part).id = `type-${type.name}`;
  if (type.description) element("p", type.description, part);
  const list = document.createElement("dl");
  for (const field of type.fields || []) {
    const term = element("dt", field.name, list);
    if (field.args.length) {
      term.append(`(${field.args.map((arg) => `${arg.name}: ${written(arg.type)}`).join(", ")})`);
    }
    term.append(": ");
    link(field.type, term);
    if (field.description) element("dd", field.description, list);
  }
  for (const value of type.enumValues || []) element("dt", value.name, list);
  for (const possible of type.possibleTypes || []) link({ kind: "OBJECT", name: possible.name }, element("dt", "", list));
  part.append(list);
  parent.append(part);
}

async function showTypes() {
  try {
    const { answer } = await ask({ query: INTROSPECTION });
    const types = answer.data.__schema.types.filter((type) => !type.name.startsWith("__"));
    types.sort((a, b) => (b.name === "Query") - (a.name === "Query") || a.name.localeCompare(b.name));
    for (const type of types) show(type, byId("types"));
  } catch {
    byId("types").textContent = words.failed;
  }
}

function find() {
  const wanted = byId("find").value.trim().toLowerCase();
  for (const part of byId("types").children) part.hidden = !part.dataset.words.includes(wanted);
}

byId("run").addEventListener("click", run);
byId("find").addEventListener("input", find);
byId("query").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
showTypes();
