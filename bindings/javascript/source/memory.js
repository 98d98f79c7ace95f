// The library's instance, and the parts of its memory through which texts and structs pass.

// Bytes of a text that are handed over at once; a case or a scan takes longer ones piece by piece.
export const WINDOW_SIZE = 1 << 18;
// act_case, as its type in actdiag.h.
export const CASE_SIZE = 1 << 16;
const TAG_SIZE = 256;
const PAGE_SIZE = 1 << 16;
const SPARE_SIZE = 1 << 16;

export const encoder = new TextEncoder();
const decoder = new TextDecoder();

// The exported functions.
export let library;
// Where each part begins: result (a struct or a number that a function fills in), tag (a language),
// origin (act_origin), case and text. The text is the last one, and may be as long as it needs.
export const place = {};

let memory;
let bytes;
let fields;

// Uses this instance of the module; called once.
export function start(instance) {
  library = instance.exports;
  memory = library.memory;
  let next = (library.__heap_base.value + 15) & ~15;
  const parts = [["result", SPARE_SIZE], ["tag", TAG_SIZE], ["origin", 1 << 12], ["case", CASE_SIZE], ["text", 0]];
  for (const [name, size] of parts) {
    place[name] = next;
    next += size;
  }
  reserveText(WINDOW_SIZE + SPARE_SIZE);
}

// All of the memory; a view is good until the memory grows, which reserveText() alone may do.
export function view() {
  return bytes;
}

export function reserveText(size) {
  const lacking = place.text + size - memory.buffer.byteLength;
  if (lacking > 0)
    memory.grow(Math.ceil(lacking / PAGE_SIZE));
  if (bytes?.buffer === memory.buffer)
    return;
  bytes = new Uint8Array(memory.buffer);
  fields = new DataView(memory.buffer);
}

// The same memory, for numbers in structs.
export function numbers() {
  return fields;
}

// A string of the library; null for NULL.
export function read(address) {
  return address === 0 ? null : decoder.decode(bytes.subarray(address, bytes.indexOf(0, address)));
}

// Writes a text with a NUL into a part of `size` bytes, cut where it does not fit.
export function write(address, text, size) {
  const { written } = encoder.encodeInto(text.split("\0", 1)[0], bytes.subarray(address, address + size - 1));
  bytes[address + written] = 0;
  return address;
}

// Writes a text without a NUL where texts go; returns its bytes.
export function writeText(text) {
  reserveText(3 * text.length);
  return encoder.encodeInto(text, bytes.subarray(place.text)).written;
}

export function writeTag(tag) {
  return write(place.tag, tag, TAG_SIZE);
}

// What a function under snprintf()'s contract writes.
export function filled(call) {
  const size = call(0, 0) + 1;
  reserveText(size);
  call(place.text, size);
  return read(place.text);
}
