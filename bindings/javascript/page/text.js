// Shows the library's texts: paragraphs, lists, commands that are copied by a button, links.
import { announce, element } from "./document.js";
import { say } from "./settings.js";

const ITEM = /^(?:(\d+)\.|-) +/;
const COMMAND_INDENT = 4;

function indentOf(line) {
  return line.length - line.trimStart().length;
}

// Text in which <https://…> is a link.
function inline(text) {
  return text.split(/<(https:\/\/[^>\s]+)>/).map((part, i) => i % 2 === 0 ? part : link(part));
}

export function link(address) {
  return element("a", { href: address, rel: "noreferrer", target: "_blank" }, address);
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = element("textarea", { class: "copied" });
    field.value = text;
    button.after(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    button.focus();
  }
  button.textContent = say("heading.page-copied");
  announce(say("heading.page-copied"));
  setTimeout(() => (button.textContent = say("heading.page-copy")), 2000);
}

function commandLine(text) {
  const button = element("button", { type: "button", "aria-label": `${say("heading.page-copy")}: ${text}`,
    on: { click: () => copy(text, button) } }, say("heading.page-copy"));
  return element("div", { class: "command" }, element("code", {}, text), button);
}

// Takes the lines of a list's item from the front, without its mark and indent.
function takeItem(lines) {
  const width = lines[0].match(ITEM)[0].length;
  const taken = [" ".repeat(width) + lines.shift().slice(width)];
  while (lines.length > 0 && (lines[0].trim() === "" || indentOf(lines[0]) >= width))
    taken.push(lines.shift());
  return taken.map((line) => line.slice(width));
}

function list(lines) {
  const number = lines[0].match(ITEM)[1];
  const items = [];
  while (lines.length > 0 && ITEM.test(lines[0]) && (lines[0].match(ITEM)[1] === undefined) === (number === undefined))
    items.push(element("li", {}, blocks(takeItem(lines))));
  return number === undefined ? element("ul", {}, items) : element("ol", { start: number }, items);
}

function takeWhile(lines, isTaken) {
  const taken = [];
  while (lines.length > 0 && lines[0].trim() !== "" && isTaken(lines[0]))
    taken.push(lines.shift());
  return taken;
}

function blocks(lines) {
  const made = [];
  while (lines.length > 0) {
    if (lines[0].trim() === "")
      lines.shift();
    else if (indentOf(lines[0]) >= COMMAND_INDENT)
      made.push(...takeWhile(lines, (line) => indentOf(line) >= COMMAND_INDENT).map((line) => commandLine(line.trim())));
    else if (ITEM.test(lines[0]))
      made.push(list(lines));
    else
      made.push(element("p", {}, inline(takeWhile(lines, (line) => indentOf(line) < COMMAND_INDENT && !ITEM.test(line))
        .map((line) => line.trim()).join("\n"))));
  }
  return made;
}

// The elements that show a text.
export function textBlocks(text) {
  return blocks(text.split("\n"));
}
