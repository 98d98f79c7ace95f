// The package: loads the library from the file beside this one.
import { start } from "./memory.js";
import { hasVectors } from "./variant.js";

async function load() {
  const name = hasVectors() ? "actdiag-simd.wasm" : "actdiag.wasm";
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
export * from "./table.js";
export { parse, word } from "./values.js";
