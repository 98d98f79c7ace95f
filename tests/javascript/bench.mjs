// Prints, as JSON, the best seconds for all codes of a log, read by the package and by a regular
// expression of the same forms: node bench.mjs PACKAGE LOG
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, log] = process.argv.slice(2);
const { codes, scan } = await import(pathToFileURL(join(folder, "actdiag.js")));
const bytes = readFileSync(log), text = bytes.toString("latin1"), known = new Set(codes());

const FORMS = new RegExp("(?<![0-9])(?:0[xX]|[Oo]x)(?<hex>[0-9A-Fa-f]{8})(?:(?![0-9A-Fa-f])|(?=[A-Fa-f]{1,4}[G-Zg-z]))" +
  "|(?<![0-9A-Za-z-])(?<![0-9]\\.)(?:(?<decimal>-[0-9]{8,10}|[0-9]{10})|(?<bare>[0-9A-Fa-f]{8}))" +
  "(?![0-9A-Za-z-])(?!\\.[0-9])", "g");

function byExpression() {
  let count = 0;
  for (const { groups } of text.matchAll(FORMS)) {
    const number = groups.decimal ? Number(groups.decimal) : parseInt(groups.hex ?? groups.bare, 16);
    count += known.has(number >>> 0) && (!groups.decimal || number < 0 || number >= 2 ** 31);
  }
  return count;
}

function byPackage() {
  let count = 0;
  for (const _ of scan(bytes))
    count++;
  return count;
}

function best(count, repeat) {
  let seconds = Infinity, found;
  for (let i = 0; i < repeat; i++) {
    const begin = performance.now();
    found = count();
    seconds = Math.min(seconds, (performance.now() - begin) / 1000);
  }
  return { seconds, found };
}

const ours = best(byPackage, 5), theirs = best(byExpression, 2);
if (ours.found !== theirs.found)
  throw new Error(`the package finds ${ours.found} codes, the regular expression ${theirs.found}`);
console.log(JSON.stringify({ bytes: bytes.length, scan: ours.seconds, regexp: theirs.seconds }));
