// Starts the page, and leads from what the reader does to what is shown.
import { documents, version } from "../source/table.js";
import { parse } from "../source/values.js";
import { answerView } from "./answer_view.js";
import { caseView } from "./case_view.js";
import { byId, element, show } from "./document.js";
import { forgetReport, readFiles, report, stopReading } from "./files.js";
import { startLibrary } from "./library.js";
import { listen, showResults } from "./search.js";
import { dialects, languages, loadSettings, remember, say, settings } from "./settings.js";

const EXAMPLES = "0xC004F074, -1073418124, SL_E_VL_NOT_ENOUGH_COUNT, kms count";

let shownCode = null;

function showTools() {
  show("close", report !== null);
  show("print", report !== null || shownCode !== null);
}

function showAnswer(code) {
  shownCode = code;
  byId("answer").replaceChildren(...code === null ? [] : [answerView(code)]);
  show("answer", code !== null);
  showTools();
}

function showCase() {
  byId("case").replaceChildren(...report === null ? [] : [caseView()]);
  show("case", report !== null);
  showTools();
}

function codeIn(text) {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

function afterHash() {
  const text = location.hash.slice(1);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// What the address names after "#": a code, or else words.
function follow() {
  const wanted = afterHash(), code = codeIn(wanted);
  if (wanted === "")
    return showAnswer(null);
  showAnswer(code);
  show("found", false);
  if (code === null) {
    byId("query").value = wanted;
    showResults(wanted);
  } else {
    byId("answer").querySelector("h2").focus();
  }
}

function type() {
  const { value } = byId("query");
  showResults(value);
  showAnswer(codeIn(value));
}

function options(id, values, name) {
  byId(id).replaceChildren(...values.map((value) => element("option", { value }, name(value))));
  byId(id).value = settings[id];
}

function nameOf(tag) {
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag);
}

// Writes all words of the page in the reader's language.
function writeWords() {
  document.documentElement.lang = settings.language;
  document.title = say("heading.page-title");
  for (const part of document.querySelectorAll("[data-word]"))
    part.textContent = say(`heading.${part.dataset.word}`);
  byId("example").textContent = say("heading.page-example", EXAMPLES);
  options("language", languages(), nameOf);
  options("commands", dialects(), (id) => say(`heading.page-${id}`));
  const titles = documents().filter((each) => each.language === settings.language)
    .map(({ title, date }) => [title, date].filter(Boolean).join(", "));
  byId("made-from").textContent = `${say("heading.page-made-from", version())} ${titles.join("; ")}`;
}

function showAll() {
  writeWords();
  showAnswer(shownCode);
  showCase();
  if (!byId("found").hidden)
    showResults(byId("query").value);
}

function readCase(files) {
  if (files.length > 0)
    readFiles(files, () => {
      showAnswer(null);
      showCase();
      byId("case").querySelector("h2").focus();
    });
}

function closeCase() {
  forgetReport();
  showCase();
  byId("query").focus();
}

// Several lines that are pasted are a log, not a search.
function paste(event) {
  const text = event.clipboardData.getData("text/plain");
  if (!/[\r\n]./.test(text))
    return;
  event.preventDefault();
  readCase([new File([text], say("heading.page-pasted"))]);
}

function listenToFiles() {
  byId("choose").addEventListener("click", () => byId("files").click());
  byId("files").addEventListener("change", (event) => {
    readCase([...event.target.files]);
    event.target.value = ""; // so that the same file may be chosen again
  });
  byId("query").addEventListener("paste", paste);
  byId("stop").addEventListener("click", stopReading);
  byId("close").addEventListener("click", closeCase);
  for (const kind of ["dragover", "dragleave", "drop"])
    addEventListener(kind, (event) => {
      event.preventDefault();
      document.body.classList.toggle("dropping", kind === "dragover");
    });
  addEventListener("drop", (event) => readCase([...event.dataTransfer.files]));
}

function listenToChoices() {
  for (const id of ["language", "commands"])
    byId(id).addEventListener("change", (event) => {
      settings[id] = event.target.value;
      remember(id, settings[id]);
      showAll();
    });
}

try {
  await startLibrary();
} catch (error) {
  show("failure", true);
  throw error;
}
loadSettings();
writeWords();
listen(type);
listenToFiles();
listenToChoices();
byId("print").addEventListener("click", () => print());
addEventListener("hashchange", follow);
document.body.classList.add("ready");
byId("query").disabled = false;
byId("query").focus();
follow();
performance.mark("ready");
