// Finds codes as the reader types: a code, a text with codes in it, digits of a code, words.
import { details } from "../source/answer.js";
import { findCodes } from "../source/find.js";
import { scan } from "../source/scan.js";
import { codes, name } from "../source/table.js";
import { hexadecimal, identifier, parse } from "../source/values.js";
import { announce, breakable, byId, element, show } from "./document.js";
import { label, say, settings } from "./settings.js";

const SHOWN = 50;
const DIGITS = /^(?:0[xX])?([0-9A-Fa-f]{3,8})$/;

function parsed(text) {
  try {
    return [parse(text)];
  } catch {
    return [];
  }
}

function withDigits(text) {
  const digits = text.match(DIGITS)?.[1].toUpperCase();
  return digits === undefined ? [] : codes().filter((code) => hexadecimal(code).includes(digits));
}

// The codes for what was typed, the most likely ones first.
export function search(text) {
  const wanted = text.trim();
  if (wanted === "")
    return [];
  const inText = [...scan(wanted, { all: true })].map((match) => match.value);
  const byWords = () => findCodes(wanted, settings.language);
  const found = [...parsed(wanted), ...inText, ...withDigits(wanted)];
  return [...new Set(inText.length > 0 ? found : [...found, ...byWords()])];
}

function row(code) {
  const { category, subject } = details(code);
  return element("li", {}, element("a", { href: `#${hexadecimal(code)}` },
    element("span", { class: "code" }, hexadecimal(code)),
    element("span", { class: "name" }, breakable(name(subject) ?? "")),
    element("span", { class: "label" }, label("category", identifier("act_category_id", category)))));
}

// Shows the codes for what is typed; returns them.
export function showResults(text) {
  const found = search(text), hasWords = text.trim() !== "";
  byId("results").replaceChildren(...found.slice(0, SHOWN).map(row));
  const count = found.length === 0 ? say("heading.page-nothing") : say("heading.page-results", found.length);
  byId("count").textContent = hasWords ? count : "";
  announce(hasWords ? count : "");
  show("found", hasWords);
  return found;
}

function move(event, step) {
  const links = [...byId("results").querySelectorAll("a")];
  const next = links.indexOf(document.activeElement) + step;
  event.preventDefault();
  (next < 0 ? byId("query") : links[Math.min(next, links.length - 1)])?.focus();
}

// The arrows go through the codes, Enter opens the first one.
export function listen(whenTyped) {
  byId("query").addEventListener("input", whenTyped);
  byId("search").addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown")
      move(event, 1);
    else if (event.key === "ArrowUp")
      move(event, -1);
  });
  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    byId("results").querySelector("a")?.click();
  });
}
