// Reads the arguments of callers, and names what the library counts.
import { library, numbers, place, read, writeTag, writeText } from "./memory.js";

const LONGEST_SHOWN = 80;

// For messages: what was given.
export function shown(value) {
  if (typeof value === "string")
    return JSON.stringify(value.length > LONGEST_SHOWN ? value.slice(0, LONGEST_SHOWN) + "…" : value);
  return typeof value === "number" || value === null ? String(value) : Object.prototype.toString.call(value);
}

export function parse(code) {
  if (typeof code === "number") {
    if (!Number.isInteger(code) || code < -0x80000000 || code > 0xffffffff)
      throw new RangeError(`${code} is not a code: expected an integer from -2147483648 to 4294967295`);
    return code >>> 0;
  }
  if (typeof code !== "string")
    throw new TypeError(`a code is a number or a string, not ${shown(code)}`);
  if (!library.act_parse(place.text, writeText(code), place.result))
    throw new RangeError(`${shown(code)} is not a code: expected 0x and up to 8 hex digits, 8 hex digits, ` +
      "a decimal number or a symbolic name");
  return numbers().getUint32(place.result, true);
}

export function hexadecimal(code) {
  return "0x" + (code >>> 0).toString(16).toUpperCase().padStart(8, "0");
}

const knownIdentifiers = new Map();

// The identifier that a function such as act_category_id() has for a number.
export function identifier(name, number) {
  const key = `${name} ${number}`;
  if (!knownIdentifiers.has(key))
    knownIdentifiers.set(key, read(library[name](number)));
  return knownIdentifiers.get(key);
}

// The identifiers of all numbers from 0 on.
export function identifiers(name) {
  const found = [];
  for (let id; (id = identifier(name, found.length)) !== null; )
    found.push(id);
  return found;
}

function locale() {
  const environment = globalThis.process?.env;
  if (environment === undefined)
    return globalThis.navigator?.language ?? "";
  const set = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG;
  return set || (globalThis.process.platform === "win32" ? Intl.DateTimeFormat().resolvedOptions().locale : "C");
}

// The tag to ask the library for.
export function chooseLanguage(language) {
  if (language === undefined || language === null)
    return locale();
  if (typeof language !== "string")
    throw new TypeError(`language: expected a tag such as "en", not ${shown(language)}`);
  return language;
}

// The number of a dialect.
export function chooseDialect(commands) {
  const [wanted, origin] = commands === undefined || commands === null
    ? [globalThis.process?.env?.ACTDIAG_COMMANDS || undefined, "ACTDIAG_COMMANDS"] : [commands, "commands"];
  if (wanted === undefined)
    return 0;
  const all = identifiers("act_dialect_id");
  if (typeof wanted !== "string")
    throw new TypeError(`${origin}: expected one of ${all.join(", ")}, not ${shown(wanted)}`);
  if (!all.includes(wanted))
    throw new RangeError(`${origin}: expected one of ${all.join(", ")}, not ${shown(wanted)}`);
  return all.indexOf(wanted);
}

// The options object that a function takes last.
export function checkOptions(options) {
  if (options === undefined || options === null)
    return {};
  if (typeof options !== "object")
    throw new TypeError(`expected an object of options, such as {language: "en"}, not ${shown(options)}`);
  return options;
}

export function word(id, language) {
  if (typeof id !== "string")
    throw new TypeError(`expected the identifier of a word, such as "heading.cause", not ${shown(id)}`);
  const tag = writeTag(chooseLanguage(language));
  writeText(id + "\0");
  return read(library.act_word(place.text, tag));
}
