// Answers a request on standard input with the package, one JSON value per line:
//
//   node answers.mjs PACKAGE simd|plain <REQUEST
//
// A request has codes (numbers), languages, dialects and files (paths of cases).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, variant] = process.argv.slice(2);
if (variant === "plain")
  WebAssembly.validate = () => false;
const actdiag = await import(pathToFileURL(join(folder, "actdiag.js")));
const { codes, languages, dialects, files } = JSON.parse(readFileSync(0, "utf8"));

const lines = [];
for (const language of languages)
  for (const commands of dialects)
    for (const code of codes)
      lines.push(actdiag.classify(code, { language, commands }));
for (const file of files)
  lines.push(...await actdiag.diagnose(readFileSync(file), { language: languages[0] }));
process.stdout.write(lines.map((line) => JSON.stringify(line) + "\n").join(""));
