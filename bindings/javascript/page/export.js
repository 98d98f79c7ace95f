// Saves what was found: codes, counts, events and times; names only where the reader wants them.
import { element } from "./document.js";

const COLUMNS = ["code", "name", "role", "count", "event", "record", "time", "host", "settled"];
// What a spreadsheet would take for a formula begins with one of these.
const FORMULA = /^[=+\-@\t\r]/;

function withoutNames(row, number) {
  const findings = row.findings.map((finding) => ({ ...finding, host: null }));
  return { ...row, file: String(number), computer: null, findings };
}

// One number per name, so that files stay apart.
function named(rows, isAnonymous) {
  const names = [...new Set(rows.map((row) => row.file))];
  return isAnonymous ? rows.map((row) => withoutNames(row, names.indexOf(row.file) + 1)) : rows;
}

function csvCell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// One line per finding; `acted_on` marks the code of the verdict.
export function toCsv(rows, isAnonymous) {
  const lines = named(rows, isAnonymous).flatMap((row) => row.findings.map((finding) =>
    [row.file, row.computer, ...COLUMNS.map((member) => finding[member]), finding.code === row.code]));
  return [["file", "computer", ...COLUMNS, "acted_on"], ...lines]
    .map((line) => line.map(csvCell).join(",") + "\r\n").join("");
}

// What `actdiag diagnose --summary --json` prints, as one array. Why a file was not read stays out:
// the browser's words may hold its name.
export function toJson(rows, isAnonymous) {
  const verdicts = named(rows, isAnonymous).filter((row) => row.error === null)
    .map(({ error: _error, isEventLog: _isEventLog, ...verdict }) => verdict);
  return JSON.stringify(verdicts, null, 1) + "\n";
}

export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const anchor = element("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
