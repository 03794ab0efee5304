// A message as an element.

import { rendered } from "./entities.js";
import { keyboard } from "./keyboard.js";
import { face, hue, icon, made } from "./made.js";
import { current, model, wordsOf } from "./model.js";
import { label, said, time } from "./words.js";

export function bubble(message, actions) {
  if (message.new_chat_members) return service(message);
  const mine = message.from?.id === model.me;
  const sender = mine ? said("You") : message.from.first_name;
  const item = made("article", {
    class: `message ${mine ? "mine" : "theirs"}`,
    "data-id": message.message_id,
    "data-from": message.from.id,
    tabindex: "-1",
  });
  label(item, `${sender}, ${time(message.date)}`);
  const group = current().type !== "private";
  const box = made("div", { class: "bubble" });
  if (group && !mine) {
    box.append(made("p", { class: "sender", style: null }, sender));
    box.firstChild.style.setProperty("--hue", hue(sender));
  }
  if (message.via_bot) {
    box.append(made("p", { class: "via" }, said("via {name}", { name: `@${message.via_bot.username}` })));
  }
  if (message.reply_to_message) box.append(quoted(message.reply_to_message, actions));
  if (message.photo) box.append(picture(message, actions));
  if (message.document) box.append(file(message.document));
  const words = made("div", { class: "words" });
  words.append(rendered(wordsOf(message), message.entities ?? message.caption_entities, actions));
  words.append(meta(message, mine));
  if (message.photo && !wordsOf(message)) words.classList.add("over");
  box.append(words);
  const more = made(
    "button",
    { type: "button", class: "more-for round", "aria-haspopup": "menu",
      onclick: () => actions.more(message, more) },
    icon("more"),
  );
  label(more, said("More for this message"));
  item.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, .key")) return;
    event.preventDefault();
    actions.more(message, more, event);
  });
  const column = made("div", { class: "column" }, box, keyboard(message, actions));
  if (group && !mine) item.append(face(sender, "small"));
  item.append(column, more);
  return item;
}

function service(message) {
  const words = said("{person} added {bot}", {
    person: message.from.first_name,
    bot: message.new_chat_members[0].first_name,
  });
  return made("p", { class: "service", "data-id": message.message_id }, made("span", {}, words));
}

function meta(message, mine) {
  return made(
    "span",
    { class: "meta", "aria-hidden": "true" },
    message.edit_date && !message.via_bot ? `${said("edited")} ` : null,
    time(message.date),
    mine ? made("span", { class: "ticks" }, "✓✓") : null,
  );
}

function quoted(message, actions) {
  const name = message.from?.first_name ?? "";
  const quote = made(
    "button",
    { type: "button", class: "quoted", onclick: () => actions.show(message.message_id) },
    made("strong", {}, name),
    made("span", {}, wordsOf(message).slice(0, 120) || said("Picture")),
  );
  quote.style.setProperty("--hue", hue(name));
  return quote;
}

/** A file, as which a picture comes that is too tall for a photo: its name leads to it. */
function file(document) {
  const href = `/photo/${encodeURIComponent(document.file_id)}`;
  return made("a", { class: "file", href, target: "_blank", rel: "noopener noreferrer" }, document.file_name);
}

function picture(message, actions) {
  const size = message.photo.at(-1);
  const image = made("img", {
    src: `/photo/${encodeURIComponent(size.file_id)}`,
    width: size.width,
    height: size.height,
    alt: wordsOf(message) || said("Picture"),
  });
  const opener = made(
    "button",
    { type: "button", class: "photo", onclick: () => actions.enlarge(message) },
    image,
  );
  label(opener, `${said("Open the picture")}: ${image.alt}`);
  return opener;
}
