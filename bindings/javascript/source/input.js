// Texts as callers have them, as pieces of bytes.
import { encoder } from "./memory.js";
import { shown } from "./values.js";

// Flags of act_scan() and act_case_add(): the text goes on; it is in UTF-16BE.
export const MORE = 2, UTF16BE = 16;

// Bytes of a file that are read at once, so that progress shows and a stop takes effect.
const SLICE_SIZE = 4 << 20;
// The first bytes that show what the others are.
const BEGIN_SIZE = 512;

// Files whose text is not found, by their first bytes.
const UNREADABLE = [
  ["1f8b08", "compressed with gzip"],
  ["504b0304", "compressed with zip"],
  ["fd377a585a00", "compressed with xz"],
  ["28b52ffd", "compressed with zstd"],
  ["377abcaf271c", "compressed with 7-Zip"],
  ["4d5343460000", "a cabinet"],
  ["fffe0000", "in UTF-32"],
  ["0000feff", "in UTF-32"],
];

// The bytes of a buffer, without a copy; null for anything else.
export function asBytes(value) {
  if (ArrayBuffer.isView(value))
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  const isBuffer = value instanceof ArrayBuffer ||
    (typeof SharedArrayBuffer !== "undefined" && value instanceof SharedArrayBuffer);
  return isBuffer ? new Uint8Array(value) : null;
}

export function isBlob(value) {
  return typeof Blob !== "undefined" && value instanceof Blob;
}

export function isStream(value) {
  return value !== null && typeof value === "object" &&
    (typeof value.getReader === "function" || typeof value[Symbol.asyncIterator] === "function");
}

// Throws where bytes that begin so hold text in which no code can be found.
export function checkReadable(begin) {
  const digits = Array.from(begin.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const kind = UNREADABLE.find(([magic]) => digits.startsWith(magic))?.[1];
  if (kind)
    throw new RangeError(`the text is ${kind}: codes in it are not found; expected it unpacked, in any ` +
      "one-byte encoding, UTF-8 or UTF-16");
}

// Whether bytes that begin so are in UTF-16BE, by their byte-order mark or first line end.
export function isBigEndian(begin) {
  if (begin[0] === 0xfe && begin[1] === 0xff)
    return true;
  const end = Math.min(begin.length, BEGIN_SIZE) - 1;
  for (let i = 0; i < end; i += 2) {
    if (begin[i] === 10 && begin[i + 1] === 0)
      return false;
    if (begin[i] === 0 && begin[i + 1] === 10)
      return true;
  }
  return false;
}

async function* chunksOf(source) {
  if (isBlob(source)) {
    for (let at = 0; at < source.size; at += SLICE_SIZE)
      yield new Uint8Array(await source.slice(at, at + SLICE_SIZE).arrayBuffer());
  } else if (typeof source[Symbol.asyncIterator] === "function") {
    yield* source;
  } else {
    const reader = source.getReader();
    try {
      for (let part; !(part = await reader.read()).done; )
        yield part.value;
    } finally {
      await reader.cancel();
    }
  }
}

// The pieces of a Blob or stream; the first one has all the bytes that show what the others are.
export async function* piecesOf(source, signal) {
  let held = new Uint8Array(0), isBegun = false;
  signal?.throwIfAborted();
  for await (const chunk of chunksOf(source)) {
    signal?.throwIfAborted();
    let piece = typeof chunk === "string" ? encoder.encode(chunk) : asBytes(chunk);
    if (piece === null)
      throw new TypeError(`a stream of bytes is expected, not of ${shown(chunk)}`);
    if (!isBegun && held.length > 0) {
      const joined = new Uint8Array(held.length + piece.length);
      joined.set(held);
      joined.set(piece, held.length);
      piece = joined;
    }
    isBegun = isBegun || piece.length >= BEGIN_SIZE;
    if (isBegun)
      yield piece;
    else
      held = piece.slice();
  }
  if (!isBegun && held.length > 0)
    yield held;
}
