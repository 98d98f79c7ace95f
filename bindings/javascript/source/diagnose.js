// Finds the code to act on in all text that somebody has at hand for one failure.
import { details } from "./answer.js";
import { MORE, UTF16BE, asBytes, checkReadable, isBigEndian, isBlob, isStream, piecesOf } from "./input.js";
import { CASE_SIZE, encoder, library, numbers, place, read, reserveText, view, write, writeTag } from "./memory.js";
import { checkOptions, chooseLanguage, hexadecimal, identifier, shown } from "./values.js";

const PIECE_SIZE = 1 << 20;
const NOT_KNOWN = 0xffffffff;
const EVALUATION = 16;
const SETTLED = 4;
const ORIGIN_SIZE = 40, NAME_SIZE = 1 << 10;
// Places in act_origin and act_finding.
const TIME = 16, EVENT = 24, RECORD = 28;
const FINDING = { offset: 0, count: 16, time: 24, code: 32, role: 36, event: 40, record: 44, flags: 48,
  host: 56, current: 60, needed: 64, state: 68, minutes: 72 };
const LEFT_OUT = ["list", "state", "no-key", "no-room"];

// A case between two calls: its bytes hold no address, so that cases may be worked on in turns.
export class Case {
  constructor() {
    library.act_case_begin(place.case, CASE_SIZE);
    this.keep();
  }

  keep() {
    this.bytes = view().slice(place.case, place.case + CASE_SIZE);
  }

  use() {
    view().set(this.bytes, place.case);
    return place.case;
  }

  add(origin, bytes, flags) {
    const from = origin ? writeOrigin(origin) : 0;
    this.use();
    for (let at = 0; at < bytes.length; at += PIECE_SIZE) {
      const piece = bytes.subarray(at, at + PIECE_SIZE);
      reserveText(piece.length);
      view().set(piece, place.text);
      library.act_case_add(place.case, from, place.text, piece.length, flags | MORE);
    }
    this.keep();
  }

  endText(flags) {
    library.act_case_add(this.use(), 0, 0, 0, flags);
    this.keep();
  }
}

function writeOrigin({ source, computer, time, event, record }) {
  const memory = numbers(), names = place.origin + ORIGIN_SIZE;
  view().fill(0, place.origin, names);
  if (source)
    memory.setUint32(place.origin, write(names, source, NAME_SIZE), true);
  if (computer)
    memory.setUint32(place.origin + 4, write(names + NAME_SIZE, computer, NAME_SIZE), true);
  memory.setBigInt64(place.origin + TIME, BigInt(time), true);
  memory.setUint32(place.origin + EVENT, event, true);
  memory.setUint32(place.origin + RECORD, record, true);
  return place.origin;
}

function checkName(value, what) {
  if (value !== undefined && value !== null && typeof value !== "string")
    throw new TypeError(`${what}: expected a string, not ${shown(value)}`);
  return value;
}

function checkNumber(value = 0, what) {
  if (typeof value !== "number")
    throw new TypeError(`${what}: expected a number, not ${shown(value)}`);
  if (!Number.isInteger(value) || value < 0 || value >= NOT_KNOWN)
    throw new RangeError(`${what}: expected an integer from 0 to 4294967294, not ${value}`);
  return value;
}

// Milliseconds since 1970.
function checkTime(value) {
  if (value === undefined || value === null)
    return 0;
  const time = value instanceof Date ? value.getTime() : value;
  if (typeof time !== "number")
    throw new TypeError(`time: expected a Date or milliseconds since 1970, not ${shown(value)}`);
  if (!Number.isSafeInteger(Math.round(time)))
    throw new RangeError("time: expected a valid time");
  return Math.round(time);
}

function isText(value) {
  return typeof value === "string" || asBytes(value) !== null || isBlob(value) || isStream(value);
}

// A part as text and origin.
function checkPart(part) {
  if (isText(part))
    return { text: part, origin: null };
  if (part === null || typeof part !== "object" || !isText(part.text))
    throw new TypeError("diagnose expects strings, bytes, Blobs, streams of bytes, or objects with such a text, " +
      `not ${shown(part?.text ?? part)}`);
  return { text: part.text, origin: {
    source: checkName(part.source, "source"),
    computer: checkName(part.computer, "computer"),
    time: checkTime(part.time),
    event: checkNumber(part.event, "event"),
    record: checkNumber(part.record, "record"),
  } };
}

async function* readPieces(text, signal) {
  if (typeof text === "string")
    yield encoder.encode(text);
  else if (asBytes(text) !== null)
    yield asBytes(text);
  else
    yield* piecesOf(text, signal);
}

// Adds a part to each of several cases.
export async function addPart(cases, { text, origin }, { signal, progress }) {
  let flags = null;
  try {
    for await (const piece of readPieces(text, signal)) {
      if (flags === null) {
        checkReadable(piece);
        flags = isBigEndian(piece) ? UTF16BE : 0;
      }
      cases.forEach((each) => each.add(origin, piece, flags));
      progress?.(piece.length);
    }
  } finally {
    cases.forEach((each) => each.endText(flags ?? 0));
  }
}

function finding(memory) {
  const number = (member) => memory.getUint32(place.result + FINDING[member], true);
  const long = (member) => Number(memory.getBigInt64(place.result + FINDING[member], true));
  const known = (member) => number(member) === NOT_KNOWN ? null : number(member);
  const time = long("time");
  return {
    code: hexadecimal(number("code")),
    count: long("count"),
    offset: long("offset"),
    name: read(library.act_name(number("code"))),
    role: identifier("act_role_id", number("role")),
    event: number("event") || null,
    record: number("record") || null,
    time: time > 0 ? new Date(time).toISOString().slice(0, "2026-01-01T00:00:00".length) : null,
    host: read(library.act_case_host(place.case, number("host"))),
    current: known("current"),
    needed: known("needed"),
    state: known("state"),
    minutes: known("minutes"),
    evaluation: (number("flags") & EVALUATION) !== 0,
    settled: (number("flags") & SETTLED) !== 0,
  };
}

function findings(computer) {
  const found = [];
  while (library.act_case_finding(place.case, computer, found.length, place.result))
    found.push(finding(numbers()));
  return found;
}

function eventsNamed() {
  const found = [];
  for (let number; (number = library.act_case_event(place.case, found.length) >>> 0) !== 0; )
    found.push(number);
  return found;
}

// Code, rule and dialect, of which act_case_verdict() leaves all unchanged without a computer.
function verdictNumbers(computer) {
  view().fill(0, place.result, place.result + 12);
  library.act_case_verdict(place.case, computer, place.result);
  return [0, 4, 8].map((at) => numbers().getUint32(place.result + at, true));
}

// One computer's outcome, with the members that `actdiag diagnose --json` prints.
function verdict(computer, language) {
  const [code, rule, dialect] = verdictNumbers(computer);
  const about = code === 0 ? null : details(code);
  return {
    computer: read(library.act_case_computer(place.case, computer)) || null,
    code: about && hexadecimal(code),
    subject: about && hexadecimal(about.subject),
    name: about && read(library.act_name(about.subject)),
    category: about && identifier("act_category_id", about.category),
    side: about && identifier("act_side_id", about.side),
    role: about && identifier("act_role_id", about.role),
    rule: identifier("act_rule_id", rule),
    dialect: identifier("act_dialect_id", dialect),
    reference: about && read(library.act_reference(about.subject)),
    findings: findings(computer),
    events: eventsNamed(),
    left_out: Object.fromEntries(LEFT_OUT.map(
      (reason, i) => [reason, Number(library.act_case_left_out(place.case, i))])),
    language: read(library.act_language(writeTag(language))),
  };
}

// The verdicts of a case to which all text was added.
export function outcome(wanted, language) {
  wanted.use();
  const found = [verdict(0, language)];
  while (library.act_case_computer(place.case, found.length) !== 0)
    found.push(verdict(found.length, language));
  return found;
}

export async function diagnose(parts, options) {
  const { language, signal, progress } = checkOptions(options), tag = chooseLanguage(language);
  const checked = (Array.isArray(parts) ? parts : [parts]).map(checkPart), wanted = new Case();
  for (const part of checked)
    await addPart([wanted], part, { signal, progress });
  return outcome(wanted, tag);
}
