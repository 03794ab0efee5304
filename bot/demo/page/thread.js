// The messages of the chat that is looked at: added, changed in place, taken away.

import { bubble } from "./bubble.js";
import { made } from "./made.js";
import { current, model, see } from "./model.js";
import { day, said } from "./words.js";

const thread = document.getElementById("thread");
const latest = document.getElementById("latest");
let actions = {};

export function prepare(given) {
  actions = given;
  latest.addEventListener("click", () => toEnd());
  thread.addEventListener("scroll", () => { latest.hidden = atEnd(300); });
}

/** Show the whole chat anew; it is not read out. */
export function showAll() {
  thread.setAttribute("aria-live", "off");
  const messages = [...current().messages.values()];
  thread.replaceChildren(...messages.map((message) => bubble(message, actions)));
  if (!messages.length || messages.every((one) => one.new_chat_members)) thread.append(empty());
  regroup();
  see();
  toEnd();
  setTimeout(() => thread.setAttribute("aria-live", "polite"), 200);
}

/** Show a new message, or another state of one that stands there. */
export function show(message) {
  const before = element(message.message_id);
  const stay = !atEnd(120) && (before || message.from?.id !== model.me);
  const now = bubble(message, actions);
  thread.querySelector(".empty")?.remove();
  if (before) {
    const focus = place(before);
    before.replaceWith(now);
    refocus(now, focus);
  } else {
    now.classList.add("fresh");
    thread.append(now);
  }
  regroup();
  see();
  if (!stay) reveal(now);
  else if (!before) latest.hidden = false;
}

/** What the bot says that it can do may come after the chat is shown. */
export function describe() {
  const place = document.getElementById("description");
  if (place) place.textContent = actions.description();
}

export function take(id) {
  element(id)?.remove();
  regroup();
}

/** Lead the eye and the keyboard to a message. */
export function point(id) {
  const found = element(id);
  if (!found) return;
  found.scrollIntoView({ block: "center", behavior: "smooth" });
  found.focus({ preventScroll: true });
  found.classList.add("pointed");
  setTimeout(() => found.classList.remove("pointed"), 1500);
}

export function toEnd() {
  thread.scrollTop = thread.scrollHeight;
  latest.hidden = true;
}

const element = (id) => thread.querySelector(`[data-id="${id}"]`);
const atEnd = (room) => thread.scrollHeight - thread.scrollTop - thread.clientHeight < room;

/** A long reply is read from its beginning. */
function reveal(item) {
  if (item !== thread.lastElementChild) return;
  if (item.offsetHeight > thread.clientHeight - 40) item.scrollIntoView({ block: "start" });
  else toEnd();
}

/** Which button had the focus: after an edit the one in its place has it, or the message. */
function place(item) {
  const keys = [...item.querySelectorAll(".key")];
  return item.contains(document.activeElement) ? keys.indexOf(document.activeElement) : null;
}

function refocus(item, at) {
  if (at === null) return;
  const keys = [...item.querySelectorAll(".key")];
  (keys[Math.min(at, keys.length - 1)] ?? item).focus({ preventScroll: true });
}

/** Days between messages, and what one person writes at a stretch drawn as one. */
function regroup() {
  for (const old of thread.querySelectorAll(".day")) old.remove();
  let before = null;
  let shownDay = "";
  for (const item of [...thread.children]) {
    const message = current().messages.get(Number(item.dataset.id));
    if (!message) continue;
    const date = day(message.date);
    const next = date !== shownDay;
    if (next) item.before(made("p", { class: "day" }, made("span", {}, date)));
    const same = !next && before && before.dataset.from && before.dataset.from === item.dataset.from;
    item.classList.toggle("first", !same);
    before?.classList.toggle("last", !same);
    shownDay = date;
    before = item;
  }
  before?.classList.add("last");
}

function empty() {
  if (current().type === "private") {
    return made(
      "section",
      { class: "empty" },
      made("h2", {}, said("What can this bot do?")),
      made("p", { id: "description" }, actions.description()),
    );
  }
  const words = said("Nothing written yet. The bot sees what begins with {name} or a command.", {
    name: `@${model.bot.username}`,
  });
  return made("section", { class: "empty" }, made("p", {}, words));
}
