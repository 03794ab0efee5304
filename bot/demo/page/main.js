// The page as a whole: what the server tells, who looks, at which chat, in which language.

import { actionsWith, answer } from "./actions.js";
import * as chats from "./chats.js";
import * as composer from "./composer.js";
import { paintFace } from "./made.js";
import { current, fill, go as move, model, person, titleOf } from "./model.js";
import { act, listen, texts } from "./server.js";
import * as thread from "./thread.js";
import { know, said, speak } from "./words.js";

const app = document.getElementById("app");
const status = document.getElementById("status");
const trouble = document.getElementById("trouble");
const language = document.getElementById("language");
const appearance = document.getElementById("appearance");
const TYPING = 6000;
let about = { description: "", commands: [] };
let typing = 0;
/** The latest way that was taken: an earlier one that comes later leads nowhere. */
let going = 0;

/**
 * Show a person's chat; on a small screen `open` it, in the place of the chats.
 * At once, so that nothing is written into the chat before; what the bot says of itself follows.
 */
async function go(me, chat, open = false) {
  const mine = ++going;
  move(me, chat);
  speak(person().language_code);
  language.value = person().language_code;
  clearTimeout(typing);
  const title = titleOf(current());
  document.getElementById("title").textContent = title;
  paintFace(document.getElementById("face"), title);
  thread.showAll();
  chats.show(go);
  composer.refresh();
  restate();
  if (open) {
    app.classList.add("chatting");
    if (!document.getElementById("line").hidden) document.getElementById("words").focus();
    else document.getElementById("start").focus();
  }
  const found = await act("about", { person: me, chat }).catch(() => about);
  if (mine !== going) return;
  about = found;
  thread.describe();
  composer.know(about.commands);
}

function restate() {
  const private_ = current().type === "private";
  const calm = private_ ? said("bot") : said("{number} members", { number: current().members.length + 1 });
  status.textContent = model.state === "starting" ? said("starting …") : calm;
  status.classList.remove("typing");
  trouble.hidden = model.state !== "stopped";
  trouble.textContent = trouble.hidden ? "" : said("The bot has stopped. What it said last stands in the terminal.");
}

const TOLD = {
  state(state) {
    fill(state);
    return go(model.me, model.chat);
  },
  message({ chat, message }) {
    const place = model.chats.get(chat);
    const had = place.messages.has(message.message_id);
    place.messages.set(message.message_id, message);
    if (chat === model.chat) {
      thread.show(message);
      if (message.from?.id === model.bot.id) restate();
      if (!had && message.prompt !== undefined && message.from?.id === model.bot.id
          && place.type === "private") composer.concern({ kind: "reply", message });
      else composer.restate();
    }
    chats.show(go);
  },
  deleted({ chat, message }) {
    model.chats.get(chat).messages.delete(message);
    if (chat === model.chat) thread.take(message);
    chats.show(go);
  },
  cleared({ chat }) {
    model.chats.get(chat).messages.clear();
    if (chat === model.chat) go(model.me, model.chat);
  },
  answered({ query, answer: content }) {
    answer(query, content);
  },
  action({ chat }) {
    if (chat !== model.chat) return;
    status.textContent = said("typing …");
    status.classList.add("typing");
    clearTimeout(typing);
    typing = setTimeout(restate, TYPING);
  },
  person({ person: changed }) {
    model.people.set(changed.id, changed);
    go(model.me, model.chat);
  },
  bot({ state }) {
    model.state = state;
    if (state === "ready") go(model.me, model.chat);
    else restate();
  },
};

function reached(there) {
  if (there || !model.bot) return;
  trouble.hidden = false;
  trouble.textContent = said("The demo has stopped. Start it again in the terminal.");
}

function dress(wanted) {
  document.documentElement.dataset.appearance = wanted;
  appearance.value = wanted;
  localStorage.setItem("kommunmal-demo-appearance", wanted);
}

const actions = actionsWith(go, () => about);
thread.prepare(actions);
composer.prepare(actions);
dress(localStorage.getItem("kommunmal-demo-appearance") ?? "");
appearance.addEventListener("change", () => dress(appearance.value));
language.addEventListener("change", () =>
  actions.trying(act("speak", { person: model.me, chat: model.chat, language: language.value })));
document.getElementById("back").addEventListener("click", () => {
  app.classList.remove("chatting");
  document.querySelector("#chats [aria-current]")?.focus();
});
document.getElementById("clear").addEventListener("click", () =>
  actions.trying(act("clear", { person: model.me, chat: model.chat })));
app.classList.add("chatting");
know(await texts());
speak(navigator.language.slice(0, 2));
listen((event) => TOLD[event.kind]?.(event), reached);
