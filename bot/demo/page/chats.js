// Beside the chat: who one is, and the chats that one has.

import { face, made } from "./made.js";
import { last, mine, model, titleOf, unseen, wordsOf } from "./model.js";
import { said, time } from "./words.js";

const people = document.getElementById("people");
const chats = document.getElementById("chats");
const OWN = { sv: "svenska", en: "English" };

export function show(go) {
  people.replaceChildren(people.firstElementChild, ...[...model.people.values()].map((one) => {
    const radio = made("input", {
      type: "radio", name: "person", value: one.id, checked: one.id === model.me,
      onchange: () => go(one.id, mine(one.id).some((c) => c.id === model.chat) ? model.chat : one.id),
    });
    const tongue = made("span", { class: "note", lang: one.language_code }, OWN[one.language_code]);
    return made("label", {}, radio, face(one.first_name),
      made("span", { class: "text" }, made("strong", {}, one.first_name), tongue));
  }));
  chats.replaceChildren(...mine().map((chat) => line(chat, go)));
}

function line(chat, go) {
  const newest = last(chat);
  const waiting = chat.id === model.chat ? 0 : unseen(chat);
  const button = made(
    "button",
    { type: "button", class: "chat", "data-chat": chat.id,
      "aria-current": chat.id === model.chat ? "true" : null,
      onclick: () => go(model.me, chat.id, true) },
    face(titleOf(chat)),
    made("span", { class: "text" },
      made("strong", {}, titleOf(chat)),
      made("span", { class: "note" }, newest ? preview(chat, newest) : "")),
    made("span", { class: "side" },
      made("time", {}, newest ? time(newest.date) : ""),
      waiting ? made("span", { class: "badge" }, String(waiting),
        made("span", { class: "unseen" }, ` ${said("{number} new", { number: "" })}`)) : null),
  );
  return made("li", {}, button);
}

function preview(chat, message) {
  const words = message.new_chat_members
    ? said("{person} added {bot}", {
        person: message.from.first_name, bot: message.new_chat_members[0].first_name })
    : wordsOf(message).slice(0, 100) || said("Picture");
  if (message.from?.id === model.me && !message.new_chat_members) return `${said("You")}: ${words}`;
  return chat.type === "private" || message.new_chat_members ? words : `${message.from.first_name}: ${words}`;
}
