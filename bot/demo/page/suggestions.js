// The list above the field: chosen by mouse, by touch, or by arrows while the field has the focus.

import { made } from "./made.js";

const list = document.getElementById("suggestions");
const field = document.getElementById("words");
const button = document.getElementById("commands");
let options = [];
let at = -1;

export const open = () => !list.hidden;
export const shows = (name) => open() && list.getAttribute("aria-label") === name;

/** Show lines (`{title, note, choose, fill}`); the one at `active` is chosen by Enter. */
export function offer(lines, name, active = -1) {
  options = lines;
  at = -1;
  list.setAttribute("aria-label", name);
  list.replaceChildren(...lines.map(line));
  list.hidden = !lines.length;
  button.setAttribute("aria-expanded", String(!list.hidden));
  list.scrollTop = 0;
  move(lines.length ? active : -1);
}

export function close() {
  offer([], "");
}

/** What a key does in the list; true where it was for the list. */
export function keyed(event) {
  if (!open()) return false;
  switch (event.key) {
    case "ArrowDown":
      move(at + 1 < options.length ? at + 1 : 0);
      return true;
    case "ArrowUp":
      move(at > 0 ? at - 1 : options.length - 1);
      return true;
    case "Escape":
      close();
      return true;
    case "Tab":
      if (event.shiftKey || at < 0 || !options[at].fill) return false;
      options[at].fill();
      return true;
    case "Enter":
      if (at < 0 || event.shiftKey) return false;
      options[at].choose();
      return true;
  }
  return false;
}

function move(to) {
  list.children[at]?.setAttribute("aria-selected", "false");
  at = to;
  const chosen = list.children[at];
  chosen?.setAttribute("aria-selected", "true");
  chosen?.scrollIntoView({ block: "nearest" });
  if (chosen) field.setAttribute("aria-activedescendant", chosen.id);
  else field.removeAttribute("aria-activedescendant");
}

function line(option, index) {
  return made(
    "li",
    {
      id: `suggestion-${index}`,
      role: "option",
      class: option.kind ?? "",
      "aria-selected": "false",
      "aria-disabled": option.choose ? null : "true",
      // The field keeps the focus.
      onpointerdown: (event) => event.preventDefault(),
      onclick: () => option.choose?.(),
    },
    option.face ?? null,
    made(
      "span",
      { class: "text" },
      made("strong", {}, option.title),
      option.note ? made("span", { class: "note" }, option.note) : null,
    ),
  );
}
