// Asks the library's table; every function is one of the package.
import { answer, nature } from "./answer.js";
import { findCodes } from "./find.js";
import { library, numbers, place, read, write, writeTag } from "./memory.js";
import { checkOptions, chooseLanguage, identifier, identifiers, parse, shown } from "./values.js";

const UNKNOWN_EVENT = 0;
const MEANING = 0, ADVICE = 1;
const NO_FORM = 32;
const SOURCE_SIZE = 1 << 12;
const DOCUMENT_FIELDS = ["language", "title", "date", "source"];

export function classify(code, options) {
  return answer(parse(code), checkOptions(options));
}

export function lookup(code, options) {
  const value = parse(code), checked = checkOptions(options);
  return library.act_lookup(value) ? answer(value, checked) : null;
}

export function entries(options) {
  const checked = checkOptions(options), found = [];
  for (let entry; (entry = library.act_entry_at(found.length)) !== 0; )
    found.push(answer(library.act_entry_code(entry) >>> 0, checked));
  return found;
}

let allCodes = null;

function readCodes() {
  const found = [];
  while (library.act_code_at(found.length, place.result))
    found.push(numbers().getUint32(place.result, true));
  return found;
}

export function codes() {
  allCodes ??= readCodes();
  return [...allCodes];
}

export function name(code) {
  return read(library.act_name(parse(code)));
}

export function find(words, options) {
  const checked = checkOptions(options);
  return findCodes(words, checked.language).map((code) => answer(code, checked));
}

export function event(number, options) {
  if (typeof number !== "number")
    throw new TypeError(`expected the number of an event, not ${shown(number)}`);
  if (!Number.isInteger(number) || number < 0 || number > 0xffffffff)
    throw new RangeError(`${number} is not the number of an event: expected an integer from 0 to 4294967295`);
  const { source = null, language } = checkOptions(options);
  if (source !== null && typeof source !== "string")
    throw new TypeError(`source: expected the provider of an event, not ${shown(source)}`);
  const tag = writeTag(chooseLanguage(language));
  const from = source === null ? 0 : write(place.origin, source, SOURCE_SIZE);
  const kind = library.act_event_kind_of(from, number);
  return kind === UNKNOWN_EVENT ? null : {
    event: number,
    kind: identifier("act_event_kind_id", kind),
    meaning: read(library.act_event_text(from, number, MEANING, tag)),
    advice: read(library.act_event_text(from, number, ADVICE, tag)),
    language: read(library.act_words_language(tag)),
  };
}

export function events(options) {
  const checked = checkOptions(options), found = [];
  for (let number; (number = library.act_event_at(found.length) >>> 0) !== 0; )
    found.push(event(number, checked));
  return found;
}

// The catalogue: each command in all dialects that have it.
export function commands() {
  const dialects = identifiers("act_dialect_id"), found = [];
  for (let address; (address = library.act_command_at(found.length)) !== 0; ) {
    const forms = {};
    let flags = 0;
    dialects.forEach((id, dialect) => {
      const own = library.act_command_flags(address, dialect);
      forms[id] = own & NO_FORM ? null : read(library.act_command_text(address, dialect));
      flags |= own;
    });
    found.push({ ...forms, ...nature(flags) });
  }
  return found;
}

export function documents() {
  const found = [];
  while (library.act_document(found.length, 0) !== 0)
    found.push(Object.fromEntries(DOCUMENT_FIELDS.map(
      (field, i) => [field, read(library.act_document(found.length, i))])));
  return found;
}

export function version() {
  return read(library.act_version());
}
