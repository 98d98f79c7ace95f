// Unpacks the library, which the page holds in base64, compressed: what both variants share, then the
// machine code of either.
import { start } from "../source/memory.js";
import { hasVectors } from "../source/variant.js";
import { byId } from "./document.js";

function decoded(text) {
  const characters = atob(text), bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = characters.charCodeAt(i);
  return bytes;
}

function joinedBytes(parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}

// Without a Blob or a Response, which would wait for other processes of the browser.
async function unpacked(bytes) {
  const unpacking = new DecompressionStream("gzip"), writer = unpacking.writable.getWriter(), parts = [];
  writer.write(bytes);
  writer.close();
  const reader = unpacking.readable.getReader();
  for (let part; !(part = await reader.read()).done; )
    parts.push(part.value);
  return joinedBytes(parts);
}

export async function startLibrary() {
  const { textContent, dataset } = byId("library"), { head, plain, vectors } = JSON.parse(dataset.sizes);
  const bytes = await unpacked(decoded(textContent.trim()));
  const code = hasVectors() ? [head + plain, head + plain + vectors] : [head, head + plain];
  const parts = [bytes.subarray(0, head), bytes.subarray(...code), bytes.subarray(head + plain + vectors)];
  start((await WebAssembly.instantiate(joinedBytes(parts))).instance);
}
