// Shows the outcome of files: the code to act on, then what else was found, then tables.
import { answerView, eventView } from "./answer_view.js";
import { breakable, element } from "./document.js";
import { save, toCsv, toJson } from "./export.js";
import { fileRows, overallVerdicts, report } from "./files.js";
import { label, say, settings } from "./settings.js";
import { sortedTable } from "./sorted_table.js";

const REASONS = { list: "heading.left-out-list", state: "heading.left-out-state", "no-key": "heading.left-out-no-key",
  "no-room": "heading.left-out-room" };
const OFFICE = "office";
const BYTE_ORDER_MARK = "\ufeff";

function codeLink(code) {
  return element("a", { href: `#${code}`, class: "code" }, code);
}

// The end of a state that lasts so many minutes more, as the times of findings are written.
function endOf(time, minutes) {
  const end = new Date(`${time}Z`).getTime() + minutes * 60_000;
  return new Date(end).toISOString().slice(0, time.length);
}

// The state of the license, and how long it lasts where it ends.
function license({ evaluation, state, minutes, time }) {
  return [
    evaluation ? say("heading.evaluation") : null,
    state === null ? null : say("heading.license-state", say(`heading.license-state-${state}`)),
    !minutes ? null : time ? say("heading.lasts-until", endOf(time, minutes)) : say("heading.lasts-minutes", minutes),
  ];
}

// What is known of the place that a verdict was taken from.
function source({ computer, findings: [first] }) {
  const known = [
    ["heading.computer", computer],
    ["heading.seen-in-event", first.event],
    ["heading.seen-at", first.time],
    ["heading.asked-host", first.host],
    ["heading.current-count", first.current],
    ["heading.needed-count", first.needed],
  ];
  const sentences = [
    ...known.map(([id, value]) => value === null ? null : say(id, value)), ...license(first),
    first.count > 1 ? say("heading.seen-times", first.count) : null,
  ];
  return element("li", {}, sentences.filter(Boolean).join("; "));
}

function others({ computer, findings, code }) {
  return findings.filter((finding) => finding.code !== code).map((finding) => element("li", {},
    codeLink(finding.code), " ", [computer, finding.name,
      finding.settled ? say("heading.left-out-success") : label("role", finding.role),
      finding.count > 1 ? say("heading.seen-times", finding.count) : null].filter(Boolean).join("; ")));
}

function otherCodes(verdicts) {
  const items = verdicts.flatMap(others);
  return items.length === 0 ? null
    : element("section", {}, element("h3", {}, say("heading.findings")), element("ul", {}, items));
}

// Computers with the same code share its answer.
function actedOn(verdicts) {
  const groups = new Map();
  for (const verdict of verdicts.filter(({ code }) => code !== null)) {
    const key = `${verdict.code} ${verdict.dialect === OFFICE}`;
    groups.set(key, [...groups.get(key) ?? [], verdict]);
  }
  return [...groups.values()].map((group) => element("section", { class: "verdict" },
    element("p", { class: "kicker" }, say("heading.verdict")),
    element("ul", { class: "sources" }, group.map(source)),
    answerView(parseInt(group[0].code, 16), group[0].dialect === OFFICE ? OFFICE : settings.commands)));
}

function whyWithoutCode(verdicts) {
  const isActivated = verdicts.some(({ rule }) => rule === "activated");
  const hasFindings = verdicts.some(({ findings }) => findings.length > 0);
  return say(isActivated ? "heading.activated" : hasFindings ? "heading.no-verdict" : "heading.no-code");
}

function withoutCode(verdicts) {
  return [element("p", { class: "message" }, whyWithoutCode(verdicts)), ...verdicts[0].events.map((number) => eventView(number))];
}

function leftOut(counts) {
  const items = Object.entries(REASONS).filter(([reason]) => counts[reason] > 0)
    .map(([reason, id]) => element("li", {}, `${counts[reason]}: ${say(id)}`));
  return items.length === 0 ? null
    : element("section", {}, element("h3", {}, say("heading.left-out")), element("ul", {}, items));
}

const NAMES = [
  { id: "heading.page-file", value: (row) => row.file },
  { id: "heading.page-computer", value: (row) => row.computer ?? null },
  { id: "heading.code", value: (row) => row.code ?? null, show: codeLink },
  { id: "heading.name", value: (row) => row.error ?? row.name ?? null, show: breakable, kind: "wide" },
];
const PLACE = [
  { id: "heading.page-count", value: (row) => row.count ?? null },
  { id: "heading.page-event", value: (row) => row.event ?? null },
  { id: "heading.time", value: (row) => row.time?.replace("T", " ") ?? null, kind: "time" },
  { id: "heading.page-host", value: (row) => row.host ?? null },
];

// The columns that have something to show.
function columnsOf(rows, columns) {
  return columns.filter(({ value }) => rows.some((row) => value(row) !== null))
    .map((column) => ({ ...column, heading: say(column.id) }));
}

function tableOf(id, rows, columns) {
  return rows.length === 0 ? null : sortedTable(say(id), columnsOf(rows, columns), rows);
}

function tables(rows) {
  const side = { id: "heading.side", value: (row) => row.side ? label("side", row.side) : null };
  const role = { id: "heading.role", value: (row) => label("role", row.role) };
  const verdicts = rows.map((row) => ({ ...row.findings[0], ...row,
    error: row.error ?? (row.code === null ? whyWithoutCode([row]) : null) }));
  const findings = rows.flatMap(({ file, computer, findings: found }) => found.map(
    (finding) => ({ file, computer, ...finding })));
  return [tableOf("heading.page-files", verdicts, [...NAMES, side, ...PLACE]),
    tableOf("heading.page-findings", findings, [...NAMES, role, ...PLACE])];
}

function exports(rows) {
  const box = element("input", { type: "checkbox", id: "anonymous" });
  const button = (id, act) => element("button", { type: "button", id: id.replace("heading.page-", "save-"),
    on: { click: act } }, say(id));
  return element("p", { class: "exports" },
    button("heading.page-csv", () => save("actdiag.csv", "text/csv", BYTE_ORDER_MARK + toCsv(rows, box.checked))),
    button("heading.page-json", () => save("actdiag.json", "application/json", toJson(rows, box.checked))),
    element("label", {}, box, say("heading.page-anonymous")));
}

export function caseView() {
  const rows = fileRows(), verdicts = overallVerdicts(), acted = actedOn(verdicts);
  const title = rows.length > 0 && report.files.length === 1 ? report.files[0].name : say("heading.page-overall");
  return element("article", { class: "case" },
    element("h2", { tabindex: "-1" }, title),
    report.isStopped ? element("p", { class: "warning" }, say("heading.page-stopped")) : null,
    rows.some((row) => row.isEventLog) ? element("p", { class: "note" }, say("heading.page-evtx")) : null,
    acted.length > 0 ? acted : withoutCode(verdicts),
    otherCodes(verdicts),
    leftOut(verdicts[0].left_out),
    tables(rows),
    exports(rows));
}
