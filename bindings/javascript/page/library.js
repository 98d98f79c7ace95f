// Unpacks the library, which the page holds in base64, compressed: what both variants share, then the
// machine code of either.
import { start } from "../source/memory.js";
import { hasVectors } from "../source/variant.js";
import { byId } from "./document.js";

async function unpacked() {
  const packed = Uint8Array.from(atob(byId("library").textContent.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export async function startLibrary() {
  const { head, plain, vectors } = JSON.parse(byId("library").dataset.sizes), bytes = await unpacked();
  const code = hasVectors() ? [head + plain, head + plain + vectors] : [head, head + plain];
  const parts = [bytes.subarray(0, head), bytes.subarray(...code), bytes.subarray(head + plain + vectors)];
  const whole = new Uint8Array(await new Blob(parts).arrayBuffer());
  start((await WebAssembly.instantiate(whole)).instance);
}
