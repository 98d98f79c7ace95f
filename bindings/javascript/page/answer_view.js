// Shows what is known of a code, in the order in which the command prints it.
import { classify, codes, event, lookup } from "../source/table.js";
import { hexadecimal } from "../source/values.js";
import { breakable, element } from "./document.js";
import { label, say, settings } from "./settings.js";
import { link, textBlocks } from "./text.js";

const EVENT_MAXIMUM = 0xffff;
const WIN32 = 0x8007;
const CODE_DIGITS = 8;
const NEAREST_MAXIMUM = 4;
const SAYS_MORE = ["envelope", "state"];

function section(id, text) {
  return text ? element("section", {}, element("h3", {}, say(id)), textBlocks(text)) : null;
}

function joined(words) {
  return words.length === 0 ? "" : words.reduce((all, next) => say("heading.join", all, next));
}

// The codes that a number of seven hex digits may be, one of whose digits is lost.
function truncated({ code, value, known }) {
  const digits = value.toString(16);
  if (digits.length !== CODE_DIGITS - 1 || known === "documented" || known === "named")
    return null;
  const mayBe = codes().filter((each) => {
    const whole = each.toString(16).padStart(CODE_DIGITS, "0");
    return Array.from(whole).some((_, i) => whole.slice(0, i) + whole.slice(i + 1) === digits);
  });
  const documented = mayBe.filter((each) => lookup(each) !== null);
  const nearest = (documented.length > 0 ? documented : mayBe).slice(0, NEAREST_MAXIMUM).map(hexadecimal);
  return nearest.length === 0 ? null : element("p", {}, say("heading.truncated", code, joined(nearest)));
}

function windowsError(answer) {
  const subject = parseInt(answer.subject, 16);
  return answer.known !== "documented" && subject >>> 16 === WIN32 ? String(subject & 0xffff) : "";
}

function facts(answer) {
  const rows = [
    ["heading.category", label("category", answer.category)],
    ["heading.side", label("side", answer.side)],
    ["heading.role", SAYS_MORE.includes(answer.role) ? label("role", answer.role) : ""],
    ["heading.types", joined(answer.types.map((type) => label("type", type)))],
    ["heading.retry", answer.retry ? say("heading.retry-may-help") : ""],
    ["heading.windows-error", windowsError(answer)],
    ["heading.reference", answer.reference && link(answer.reference)],
  ];
  return element("dl", { class: "facts" }, rows.filter(([, value]) => value).map(
    ([id, value]) => element("div", {}, element("dt", {}, say(id)), element("dd", {}, value))));
}

function explanation(answer) {
  if (answer.known === "documented")
    return [section("heading.cause", answer.cause), section("heading.steps", answer.steps)];
  return [SAYS_MORE.includes(answer.role) ? section("heading.cause", say(`heading.${answer.role}`)) : null];
}

// An entry that says more needs no general advice.
function needsAdvice(answer) {
  return answer.known === "documented" ? (answer.steps ?? "").length < (answer.advice ?? "").length
    : answer.known !== "none" || answer.value > EVENT_MAXIMUM || event(answer.value) === null;
}

export function eventView(number, heading = "heading.event") {
  const { meaning, advice } = event(number, settings);
  return element("section", { class: "event" }, element("h3", {}, say(heading, number)),
    textBlocks(meaning), textBlocks(advice));
}

// The answer for a code, in the dialect that is named or else chosen.
export function answerView(code, commands = settings.commands) {
  const answer = classify(code, { language: settings.language, commands });
  const isOther = answer.subject !== answer.code && answer.known !== "none";
  const name = answer.name === null ? null : element("span", { class: "name" }, breakable(answer.name));
  const subject = isOther ? element("p", { class: "subject" },
    say("heading.answered-as", [answer.subject, answer.name].filter(Boolean).join(" "))) : null;
  return element("article", { class: "answer", lang: answer.language },
    element("h2", { tabindex: "-1" }, element("span", { class: "code" }, answer.code), isOther ? null : name),
    subject,
    element("p", { class: "message" }, answer.message ?? say(`heading.known-${answer.known}`)),
    truncated(answer),
    answer.known === "none" ? null : facts(answer),
    explanation(answer),
    needsAdvice(answer) ? section("heading.advice", answer.advice) : null,
    answer.value <= EVENT_MAXIMUM && event(answer.value) !== null
      ? eventView(answer.value, "heading.may-be-event") : null);
}
