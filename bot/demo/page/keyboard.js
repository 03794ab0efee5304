// The buttons under a message.

import { icon, made } from "./made.js";
import { said } from "./words.js";

/** The keyboard of a message, or null; `actions` say what each kind of button does. */
export function keyboard(message, actions) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return made(
    "div",
    { class: "keyboard" },
    ...rows.map((row, y) =>
      made("div", { class: "row" }, ...row.map((one, x) => button(message, one, y, x, actions))),
    ),
  );
}

function button(message, one, row, column, actions) {
  const attributes = { type: "button", class: "key" };
  if (one.url) {
    const leads = actions.inside(one.url);
    const press = leads && ((event) => { event.preventDefault(); leads(); });
    return made(
      "a",
      { class: "key", href: one.url, target: leads ? null : "_blank", rel: "noopener noreferrer",
        onclick: press },
      one.text,
      ...(leads ? [] : mark("out", said("opens another site"))),
    );
  }
  if (one.copy_text) {
    attributes.onclick = () => actions.copy(one.copy_text.text);
    return made("button", attributes, one.text, ...mark("copy", said("copies")));
  }
  if ("switch_inline_query_current_chat" in one) {
    attributes.onclick = () => actions.inlineHere(one.switch_inline_query_current_chat);
    return made("button", attributes, one.text, ...mark("forward", said("sends inline")));
  }
  if ("switch_inline_query" in one || "switch_inline_query_chosen_chat" in one) {
    const query = one.switch_inline_query ?? one.switch_inline_query_chosen_chat.query ?? "";
    attributes.onclick = () => actions.inlineElsewhere(query);
    return made("button", attributes, one.text, ...mark("forward", said("sends inline")));
  }
  const pressed = made("button", attributes, one.text);
  pressed.addEventListener("click", async () => {
    if (pressed.classList.contains("waiting")) return;
    pressed.classList.add("waiting");
    await actions.press(message, row, column);
    pressed.classList.remove("waiting");
  });
  return pressed;
}

function mark(name, words) {
  return [icon(name), made("span", { class: "unseen" }, `(${words})`)];
}
