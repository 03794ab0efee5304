// Where one writes: messages, commands, inline queries; replies and changes.

import * as inline from "./inline.js";
import { current, key, last, model, wordsOf } from "./model.js";
import { act } from "./server.js";
import * as suggestions from "./suggestions.js";
import { label, said } from "./words.js";

const form = document.getElementById("composer");
const field = document.getElementById("words");
const about = document.getElementById("about");
const touch = matchMedia("(pointer: coarse)");
let actions = {};
let commands = [];
/** The message that is replied to or changed: `{kind, message}`. */
let concerning = null;

export function prepare(given) {
  actions = given;
  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  field.addEventListener("input", typed);
  field.addEventListener("keydown", keyed);
  field.addEventListener("blur", () => setTimeout(() => {
    if (!form.contains(document.activeElement)) suggestions.close();
  }, 150));
  document.getElementById("about-end").addEventListener("click", () => concern(null));
  document.getElementById("commands").addEventListener("click", () => {
    if (suggestions.open()) return suggestions.close();
    field.focus();
    offerCommands("");
  });
  document.getElementById("inline").addEventListener("click", () => fill(`@${model.bot.username} `));
}

/** The commands that the bot has for the one who looks. */
export function know(found) {
  commands = found;
  restate();
}

/** Another chat or person: its draft, its words. */
export function refresh() {
  concern(null);
  suggestions.close();
  inline.stop();
  field.value = model.drafts.get(key()) ?? "";
  grow();
  restate();
}

/** Whether there is anything to write with yet, and what the field says. */
export function restate() {
  const begun = current().type !== "private" || last(current()) !== undefined;
  form.classList.toggle("unbegun", !begun);
  document.getElementById("line").hidden = !begun;
  document.getElementById("start").hidden = begun;
  document.getElementById("commands").hidden = !commands.length;
  const prompting = concerning?.message.prompt;
  const name = current().type === "private"
    ? said("Write a message")
    : said("Ask {bot} …", { bot: `@${model.bot.username}` });
  field.placeholder = prompting || name;
  label(field, prompting || name);
}

export function fill(words) {
  field.value = words;
  field.focus();
  field.setSelectionRange(words.length, words.length);
  typed();
}

/** Reply to a message, change one, or (null) neither. */
export function concern(what) {
  if (concerning?.kind === "change" && what === null) field.value = "";
  concerning = what;
  about.hidden = what === null;
  if (what) {
    const name = what.message.from?.first_name ?? "";
    document.getElementById("about-what").textContent =
      what.kind === "reply" ? said("Reply to {person}", { person: name }) : said("Change the message");
    document.getElementById("about-words").textContent = wordsOf(what.message).slice(0, 120);
    if (what.kind === "change") field.value = wordsOf(what.message);
    field.focus();
    grow();
  }
  restate();
}

async function send() {
  const begun = !document.getElementById("line").hidden;
  const words = begun ? field.value.trim() : "/start";
  if (!words) return;
  const about = concerning;
  const before = field.value;
  field.value = "";
  concern(null);
  typed();
  const place = { person: model.me, chat: model.chat };
  const done = about?.kind === "change"
    ? await actions.trying(act("change", { ...place, message: about.message.message_id, text: words }))
    : await actions.trying(act("write", { ...place, text: words, reply_to: about?.message.message_id ?? null }));
  if (!done && begun && !field.value) fill(before);
  if (!begun) field.focus();
}

function typed() {
  grow();
  model.drafts.set(key(), field.value);
  const words = field.value;
  const asked = inline.query(words);
  if (asked !== null) {
    inline.ask(asked, { sent: clear, start: (payload) => { clear(); actions.start(payload); } });
    return;
  }
  inline.stop();
  if (/^\/\w*$/.test(words)) offerCommands(words.slice(1));
  else if (/^@\w*$/.test(words) && `@${model.bot.username}`.startsWith(words)) offerBot();
  else suggestions.close();
}

function clear() {
  field.value = "";
  inline.stop();
  suggestions.close();
  typed();
}

function offerCommands(begun) {
  const lines = commands
    .filter((one) => one.command.startsWith(begun.toLowerCase()))
    .map((one) => ({
      title: `/${one.command}`,
      note: one.description,
      kind: "command",
      choose: () => { field.value = `/${one.command}`; suggestions.close(); send(); },
      fill: () => fill(`/${one.command} `),
    }));
  suggestions.offer(lines, said("Commands"), 0);
}

function offerBot() {
  const name = `@${model.bot.username}`;
  const choose = () => fill(`${name} `);
  suggestions.offer([{ title: name, note: said("bot"), kind: "command", choose, fill: choose }], name, 0);
}

function keyed(event) {
  if (event.isComposing) return;
  if (suggestions.keyed(event)) {
    event.preventDefault();
  } else if (event.key === "Enter" && !event.shiftKey && !touch.matches) {
    event.preventDefault();
    send();
  } else if (event.key === "Escape" && concerning) {
    concern(null);
  } else if (event.key === "ArrowUp" && !field.value && !concerning) {
    const own = [...current().messages.values()].findLast(
      (one) => one.from?.id === model.me && one.text && !one.via_bot,
    );
    if (own) { event.preventDefault(); concern({ kind: "change", message: own }); }
  }
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
}
