// Makes the page, one file that needs nothing else:
//
//   node build.mjs PAGE.html PAGE.css SCRIPT.js PLAIN.wasm VECTORS.wasm >actdiag.html
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const HEADER_SIZE = 8;
const CODE_SECTION = 10;

const [page, style, script, plain, vectors] = process.argv.slice(2).map((path) => readFileSync(path));

function readNumber(bytes, at) {
  let value = 0, shift = 0, byte;
  do {
    byte = bytes[at++];
    value |= (byte & 0x7f) << shift;
    shift += 7;
  } while (byte & 0x80);
  return { value, next: at };
}

// A module in three parts: before its machine code, the code, after it.
function parts(module) {
  for (let at = HEADER_SIZE; at < module.length; ) {
    const { value, next } = readNumber(module, at + 1);
    if (module[at] === CODE_SECTION)
      return [module.subarray(0, at), module.subarray(at, next + value), module.subarray(next + value)];
    at = next + value;
  }
  throw new Error("a module has no machine code");
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

const [head, plainCode, tail] = parts(plain), [otherHead, vectorCode, otherTail] = parts(vectors);
if (!head.equals(otherHead) || !tail.equals(otherTail))
  throw new Error("the variants differ in more than their machine code");
const library = gzipSync(Buffer.concat([head, plainCode, vectorCode, tail]), { level: 9 });
const values = {
  policy: `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; img-src data:; ` +
    "base-uri 'none'; form-action 'none'",
  style,
  sizes: JSON.stringify({ head: head.length, plain: plainCode.length, vectors: vectorCode.length }),
  library: library.toString("base64"),
  script,
};
process.stdout.write(page.toString().replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]));
