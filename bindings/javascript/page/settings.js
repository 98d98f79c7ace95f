// The reader's language and dialect, remembered where the browser allows it.
import { documents } from "../source/table.js";
import { identifiers, word } from "../source/values.js";

const PREFIX = "actdiag-";

function remembered(key) {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // It is chosen again next time.
  }
}

export const settings = { language: "", commands: "" };

export function languages() {
  return [...new Set(documents().map((each) => each.language))];
}

export function dialects() {
  return identifiers("act_dialect_id");
}

function chosen(key, known, fallback) {
  const value = remembered(key);
  return known.includes(value) ? value : fallback;
}

// The first of the browser's languages that there is, else English.
function ownLanguage() {
  const known = languages();
  const wanted = navigator.languages.map((tag) => known.find((each) => each.split("-")[0] === tag.split("-")[0]));
  return wanted.find(Boolean) ?? known.find((each) => each === "en") ?? known[0];
}

export function loadSettings() {
  settings.language = chosen("language", languages(), ownLanguage());
  settings.commands = chosen("commands", dialects(), dialects()[0]);
}

// A word or sentence, its "{0}" and so on filled in.
export function say(id, ...values) {
  const text = word(id, settings.language) ?? id;
  return text.replace(/\{(\d)\}/g, (mark, number) => values[number] ?? mark);
}

export function label(kind, id) {
  return say(`${kind}.${id}`);
}
