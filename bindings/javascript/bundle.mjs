// Joins the modules that one module imports, and itself, into one:
//
//   node bundle.mjs ENTRY.js >OUT.js
//
// All of them share one scope, so that no two may use a name for different things: node refuses the
// outcome where they do. An import or export takes one line.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const IMPORT = /^import .* from "(\.[^"]*)";\n/gm;
const EXPORT_FROM = /^export (\{.*\}|\*) from "(\.[^"]*)";\n/gm;
const EXPORTED = /^export (?:async )?(?:function\*?|let|const|class) (\w+)/gm;

const seen = new Set();
const exported = [];

// What "{ a, b }" or "*" stands for.
function namesOf(names, path) {
  const all = () => [...readFileSync(path, "utf8").matchAll(EXPORTED)].map((found) => found[1]);
  return names === "*" ? `{ ${all().join(", ")} }` : names;
}

function joined(path, isEntry) {
  if (seen.has(path))
    return "";
  seen.add(path);
  const source = readFileSync(path, "utf8");
  const needed = [...source.matchAll(IMPORT)].map((found) => found[1]);
  const passedOn = [...source.matchAll(EXPORT_FROM)];
  if (isEntry)
    exported.push(...passedOn.map((found) => `export ${namesOf(found[1], resolve(dirname(path), found[2]))};\n`));
  const before = [...needed, ...passedOn.map((found) => found[2])].map((name) => joined(resolve(dirname(path), name)));
  const own = source.replace(IMPORT, "").replace(EXPORT_FROM, "");
  return before.join("") + own.replace(/^export (?=(async |function|let|const|class))/gm, "").trim() + "\n\n";
}

process.stdout.write(joined(resolve(process.argv[2]), true) + exported.join(""));
