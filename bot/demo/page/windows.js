// What stands over the page for a while: notices, the menu of a message, windows.

import { face, icon, made } from "./made.js";
import { mine, titleOf, wordsOf } from "./model.js";
import { label, said } from "./words.js";

const toast = document.getElementById("toast");
const menu = document.getElementById("menu");
const dialog = document.getElementById("window");
let timer = 0;

dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });

export function notice(words) {
  clearTimeout(timer);
  toast.textContent = words;
  toast.classList.add("shown");
  timer = setTimeout(() => { toast.classList.remove("shown"); toast.textContent = ""; }, 4000);
}

export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    notice(said("Copied"));
  } catch {
    notice(said("Copying did not work."));
  }
}

/** A menu beside a button (or at the pointer) of `[words, what it does]`. */
export function choose(button, items, at = null) {
  menu.replaceChildren(...items.map(([words, does]) =>
    made("button", { type: "button", role: "menuitem",
      onclick: () => { menu.hidePopover(); does(); } }, words)));
  menu.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") button.focus();
    if (!step) return;
    event.preventDefault();
    const all = [...menu.children];
    all.at((all.indexOf(document.activeElement) + step) % all.length).focus();
  };
  menu.showPopover();
  const place = button.getBoundingClientRect();
  const [x, y] = at?.clientX ? [at.clientX, at.clientY] : [place.left, place.bottom + 4];
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - menu.offsetHeight - 8))}px`;
  menu.firstChild.focus();
}

/** A notice that has to be closed by hand. */
export function alert(words) {
  open("alert", made("p", {}, words), close());
}

export function pickChat(chosen) {
  const list = made("ul", {}, ...mine().map((chat) => made("li", {},
    made("button", { type: "button", class: "chat",
      onclick: () => { dialog.close(); chosen(chat); } },
      face(titleOf(chat)), made("strong", {}, titleOf(chat))))));
  open("pick", made("h2", {}, said("Choose a chat")), list, close());
}

export function enlarge(message) {
  const file = encodeURIComponent(message.photo.at(-1).file_id);
  const words = wordsOf(message);
  open("viewer",
    made("img", { src: `/photo/${file}`, alt: words || said("Picture") }),
    words ? made("p", {}, words) : null,
    made("p", { class: "tools" },
      made("a", { class: "key", href: `/photo/${file}`, download: "kommunmal" },
        said("Save the picture")), close()));
}

function open(kind, ...children) {
  dialog.className = kind;
  dialog.replaceChildren(...children.filter(Boolean));
  dialog.showModal();
}

function close() {
  const button = made("button", { type: "button", class: "round close", onclick: () => dialog.close() },
    icon("close"));
  label(button, said("Close"));
  return button;
}
