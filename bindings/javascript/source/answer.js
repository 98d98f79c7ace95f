// What is known of a code, with the members that `actdiag --json` prints.
import { filled, library, numbers, place, read, writeTag } from "./memory.js";
import { chooseDialect, chooseLanguage, hexadecimal, identifier } from "./values.js";

const MESSAGE = 0, CAUSE = 1;
const RETRY = 1;
const ELEVATED = 1, CHANGES = 2, HARD_TO_UNDO = 4, PRACTICE = 8, AS_SLMGR = 16;
const PLACES = new Map([[128, "kms-host"], [256, "forest"], [512, "virtualization-host"]]);
// Places of the numbers in act_class.
const CLASS_MEMBERS = { known: 1, category: 2, types: 3, side: 4, flags: 5, role: 9, subject: 10 };

export function details(code) {
  library.act_classify(code, place.result);
  const memory = numbers();
  const found = {};
  for (const name in CLASS_MEMBERS)
    found[name] = memory.getUint32(place.result + 4 * CLASS_MEMBERS[name], true);
  return found;
}

export function nature(flags) {
  return {
    elevated: (flags & ELEVATED) !== 0,
    changes: (flags & CHANGES) !== 0,
    hard_to_undo: (flags & HARD_TO_UNDO) !== 0,
    practice: (flags & PRACTICE) !== 0,
  };
}

function command(address, dialect) {
  const flags = library.act_command_flags(address, dialect);
  return {
    text: read(library.act_command_text(address, dialect)),
    dialect: identifier("act_dialect_id", flags & AS_SLMGR ? 0 : dialect),
    where: [...PLACES].find(([bit]) => flags & bit)?.[1] ?? "client",
    ...nature(flags),
  };
}

function commandsOf(entry, dialect, tag) {
  const found = [];
  for (let address; (address = library.act_entry_command(entry, writeTag(tag), found.length)) !== 0; )
    found.push(command(address, dialect));
  return found;
}

function typesOf(bits) {
  const found = [];
  for (let bit = 1, id; (id = identifier("act_type_id", bit)) !== null; bit <<= 1)
    if (bits & bit)
      found.push(id);
  return found;
}

// Texts are read when they are asked for: a list of answers costs little.
export function answer(code, { language, commands }) {
  const wanted = chooseLanguage(language), dialect = chooseDialect(commands);
  const { known, category, types, side, flags, role, subject } = details(code);
  const entry = library.act_lookup(subject);
  const tag = read(entry ? library.act_entry_language(entry, writeTag(wanted))
    : library.act_words_language(writeTag(wanted)));
  return {
    code: hexadecimal(code),
    value: code,
    subject: hexadecimal(subject),
    known: identifier("act_known_id", known),
    name: read(library.act_name(subject)),
    category: identifier("act_category_id", category),
    side: identifier("act_side_id", side),
    role: identifier("act_role_id", role),
    retry: (flags & RETRY) !== 0,
    types: typesOf(types),
    reference: read(library.act_reference(subject)),
    get message() {
      return entry ? read(library.act_entry_text(entry, MESSAGE, writeTag(tag))) : null;
    },
    get cause() {
      return entry ? read(library.act_entry_text(entry, CAUSE, writeTag(tag))) : null;
    },
    get steps() {
      return entry ? filled((...out) => library.act_entry_steps(entry, dialect, writeTag(tag), ...out)) || null : null;
    },
    get advice() {
      return filled((...out) => library.act_category_advice(category, dialect, writeTag(tag), ...out)) || null;
    },
    get commands() {
      return entry ? commandsOf(entry, dialect, tag) : [];
    },
    language: tag,
  };
}
