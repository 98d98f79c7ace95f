// Finds codes in texts, window by window.
import { MORE, UTF16BE, asBytes, checkReadable, isBigEndian, isBlob, isStream, piecesOf } from "./input.js";
import { WINDOW_SIZE, library, numbers, place, reserveText, view } from "./memory.js";
import { checkOptions, hexadecimal, shown } from "./values.js";

const ALL = 1, DECIMAL = 4, BARE = 8;
const CONTEXT = 4;
const MATCH_SIZE = 16;
const CAPACITY = 2048;
const OFFSET_SIZE = 16;

function match(code, offset, length) {
  return { code: hexadecimal(code), value: code, offset, length };
}

// One text, of which a window at a time is in the library's memory; scans may take turns.
class Scanning {
  constructor(flags) {
    this.flags = flags;
    this.held = new Uint8Array(0); // what is judged together with the next window
    this.begin = 0; // where that lies in the text
    this.offset = 0; // where to go on, from there
  }

  // The matches of the window that `fill` writes to an address, returning its bytes.
  next(size, fill, isLast) {
    const held = this.held.length, flags = this.flags | (isLast ? 0 : MORE);
    reserveText(held + size);
    view().set(this.held, place.text);
    const length = held + fill(place.text + held);
    numbers().setUint32(place.result, this.offset, true);
    const found = this.collect(length, flags);
    this.offset = numbers().getUint32(place.result, true);
    const kept = isLast ? length : Math.max(0, Math.min(this.offset, length) - CONTEXT);
    this.held = view().slice(place.text + kept, place.text + length);
    this.offset -= kept;
    this.begin += kept;
    return found;
  }

  collect(length, flags) {
    const matches = place.result + OFFSET_SIZE, found = [], memory = numbers();
    for (let count; (count = library.act_scan(place.text, length, place.result, flags, matches, CAPACITY)) > 0; )
      for (let at = matches, end = matches + count * MATCH_SIZE; at < end; at += MATCH_SIZE)
        found.push(match(memory.getUint32(at + 8, true), this.begin + memory.getUint32(at, true),
          memory.getUint32(at + 12, true)));
    return found;
  }
}

function* scanBytes(scanning, bytes, isLast) {
  for (let at = 0; at < bytes.length || (isLast && at === 0); at += WINDOW_SIZE) {
    const window = bytes.subarray(at, at + WINDOW_SIZE);
    yield* scanning.next(window.length, (address) => {
      view().set(window, address);
      return window.length;
    }, isLast && at + WINDOW_SIZE >= bytes.length);
  }
}

// One byte per UTF-16 code unit, so that offsets count those of the string. What is not ASCII is not
// part of a code, nor hinders one next to it: any byte will do.
function writeUnits(text, address) {
  const memory = view();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    memory[address + i] = unit < 0x80 ? unit : 0x3f;
  }
  return text.length;
}

function* scanString(text, flags) {
  const scanning = new Scanning(flags);
  for (let at = 0; at < text.length; at += WINDOW_SIZE) {
    const window = text.slice(at, at + WINDOW_SIZE);
    yield* scanning.next(window.length, (address) => writeUnits(window, address), at + WINDOW_SIZE >= text.length);
  }
}

function flagsOf(begin, flags) {
  checkReadable(begin);
  return flags | (isBigEndian(begin) ? UTF16BE : 0);
}

async function* scanPieces(source, flags, signal) {
  let scanning = null;
  for await (const piece of piecesOf(source, signal)) {
    scanning ??= new Scanning(flagsOf(piece, flags));
    yield* scanBytes(scanning, piece, false);
  }
  if (scanning)
    yield* scanBytes(scanning, new Uint8Array(0), true);
}

export function scan(text, options) {
  const { all = false, signal } = checkOptions(options);
  const flags = DECIMAL | BARE | (all ? ALL : 0);
  if (typeof text === "string")
    return scanString(text, flags);
  const bytes = asBytes(text);
  if (bytes !== null)
    return scanBytes(new Scanning(flagsOf(bytes, flags)), bytes, true);
  if (isBlob(text) || isStream(text))
    return scanPieces(text, flags, signal);
  throw new TypeError(`scan expects a string, bytes, a Blob or a stream of bytes, not ${shown(text)}`);
}
