// The package: loads the library from the file beside this one.
import { start } from "./memory.js";

// The smallest module that has a vector in it.
const VECTOR_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65,
  0, 253, 15, 253, 98, 11);

async function load() {
  const name = WebAssembly.validate(VECTOR_MODULE) ? "actdiag-simd.wasm" : "actdiag.wasm";
  const address = new URL(name, import.meta.url);
  return WebAssembly.instantiate(address.protocol === "file:" ? await readHere(address) : await fetchBytes(address));
}

async function readHere(address) {
  const { readFile } = await import("node:fs/promises");
  return readFile(address);
}

async function fetchBytes(address) {
  const response = await fetch(address);
  if (!response.ok)
    throw new Error(`${address} cannot be loaded: ${response.status} ${response.statusText}`);
  return response.arrayBuffer();
}

start((await load()).instance);

export { diagnose } from "./diagnose.js";
export { scan } from "./scan.js";
export { classify, codes, commands, documents, entries, event, events, find, lookup, name, parse, version } from "./table.js";
export { word } from "./values.js";
