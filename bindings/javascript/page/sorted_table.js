// A table that the reader sorts by a click on a column's heading.
import { element } from "./document.js";

function compare(left, right) {
  if (left === null || right === null)
    return (left === null) - (right === null);
  return typeof left === "number" ? left - right : String(left).localeCompare(String(right));
}

function cell(column, row) {
  const value = column.value(row);
  const shown = value !== null && column.show ? column.show(value, row) : value ?? "";
  return element("td", { class: typeof value === "number" ? "number" : column.kind ?? null }, shown);
}

// columns: {heading, value(row), show(value, row)?, kind?: a class}; a value is a string, a number or null.
export function sortedTable(caption, columns, rows) {
  const body = element("tbody"), headings = columns.map(({ heading }) => element("th", { scope: "col" }, heading));
  const fill = (ordered) => body.replaceChildren(
    ...ordered.map((row) => element("tr", {}, columns.map((column) => cell(column, row)))));
  const sort = (index) => {
    const isAscending = headings[index].getAttribute("aria-sort") !== "ascending", { value } = columns[index];
    headings.forEach((heading) => heading.removeAttribute("aria-sort"));
    headings[index].setAttribute("aria-sort", isAscending ? "ascending" : "descending");
    const ordered = [...rows].sort((left, right) => compare(value(left), value(right)));
    fill(isAscending ? ordered : ordered.reverse());
  };
  headings.forEach((heading, index) => heading.replaceChildren(
    element("button", { type: "button", on: { click: () => sort(index) } }, columns[index].heading)));
  fill(rows);
  return element("div", { class: "scrolled", tabindex: "0", role: "region", "aria-label": caption },
    element("table", {}, element("caption", {}, caption), element("thead", {}, element("tr", {}, headings)), body));
}
