// Builds parts of the page; all text goes in as text, never as markup.

// An element with attributes, listeners (on: {click: …}) and children, of which null is none.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (key === "on")
      Object.entries(value).forEach(([event, listener]) => made.addEventListener(event, listener));
    else if (value === true || (value !== false && value !== null))
      made.setAttribute(key, value === true ? "" : value);
  made.append(...children.flat().filter((child) => child !== null));
  return made;
}

// A symbolic name, which may go on in another line after each of its words.
export function breakable(name) {
  return name.split(/(?<=_)/).flatMap((part) => [part, element("wbr")]);
}

export function byId(id) {
  return document.getElementById(id);
}

export function show(id, isShown) {
  byId(id).hidden = !isShown;
}

// Says it to those who cannot see it.
export function announce(text) {
  byId("status").textContent = text;
}
