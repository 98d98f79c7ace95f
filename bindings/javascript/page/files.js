// Reads the files of a case in slices, each as a case of its own and all as one.
import { Case, addPart, outcome } from "../source/diagnose.js";
import { announce, byId, show } from "./document.js";
import { say, settings } from "./settings.js";

const EVENT_LOG_MAGIC = "ElfFile\0";

// What was read: for each file its name, its case or what hindered reading; and the case of all.
export let report = null;
let stopping = null;

function reason(error) {
  return error instanceof RangeError ? say("heading.page-packed") : say("heading.page-unreadable", error.message);
}

async function isEventLog(file) {
  // A file that is gone looks empty until all of it is asked for.
  if (file.size === 0)
    await file.arrayBuffer();
  const begin = new Uint8Array(await file.slice(0, EVENT_LOG_MAGIC.length).arrayBuffer());
  return String.fromCharCode(...begin) === EVENT_LOG_MAGIC;
}

async function readFile(file, overall, options) {
  const found = { name: file.name, own: new Case(), error: null, isEventLog: false };
  try {
    found.isEventLog = await isEventLog(file);
    await addPart([found.own, overall], { text: file, origin: null }, options);
  } catch (error) {
    // What was read before a stop counts.
    if (!options.signal.aborted)
      found.error = error;
  }
  return found;
}

// Reads the files, and calls `whenRead` after the last one, or when the reader stopped it.
export async function readFiles(files, whenRead) {
  stopping?.abort();
  const stop = new AbortController(), all = [...files], bar = byId("progress");
  stopping = stop;
  bar.max = all.reduce((sum, file) => sum + file.size, 0) || 1;
  bar.value = 0;
  show("reading", true);
  const read = { files: [], overall: new Case(), isStopped: false };
  const options = { signal: stop.signal, progress: (bytes) => (bar.value += bytes) };
  for (const file of all) {
    byId("current").textContent = say("heading.page-reading", read.files.length + 1, all.length, file.name);
    read.files.push(await readFile(file, read.overall, options));
    if (stop.signal.aborted)
      break;
  }
  // Other files may have been dropped meanwhile.
  if (stopping !== stop)
    return;
  read.isStopped = stop.signal.aborted;
  stopping = null;
  show("reading", false);
  report = read;
  announce(read.isStopped ? say("heading.page-stopped") : say("heading.page-finished", read.files.length));
  whenRead();
}

export function stopReading() {
  stopping?.abort();
}

export function forgetReport() {
  report = null;
}

// One row per file and computer: what `actdiag diagnose --summary --json` prints, or an error.
export function fileRows() {
  return report.files.flatMap(({ name, own, error, isEventLog }) => error
    ? [{ file: name, error: reason(error), findings: [] }]
    : outcome(own, settings.language).map((verdict) => ({ file: name, error: null, isEventLog, ...verdict })));
}

export function overallVerdicts() {
  return outcome(report.overall, settings.language);
}
