// A text and its entities as elements. Offsets count UTF-16 units, as JavaScript's strings do.

import { made } from "./made.js";
import { said } from "./words.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** The text as nodes; `open` is called with an address, `command` with a command that is pressed. */
export function rendered(text, entities, actions) {
  const sorted = [...(entities ?? [])].sort(
    (one, other) => one.offset - other.offset || other.length - one.length,
  );
  const whole = document.createDocumentFragment();
  whole.append(...nodes(text, 0, text.length, sorted, actions));
  return whole;
}

function nodes(text, from, to, entities, actions) {
  const found = [];
  let at = from;
  const rest = [...entities];
  while (rest.length) {
    const entity = rest.shift();
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || end <= entity.offset) continue;
    if (entity.offset > at) found.push(text.slice(at, entity.offset));
    const inner = [];
    while (rest.length && rest[0].offset < end) inner.push(within(rest.shift(), end));
    const children = nodes(text, entity.offset, end, inner, actions);
    found.push(element(entity, text.slice(entity.offset, end), children, actions));
    at = end;
    // The line that ends with a block is not ended once more.
    if (BLOCKS.has(entity.type) && text[at] === "\n") at += 1;
  }
  if (at < to) found.push(text.slice(at, to));
  return found;
}

const within = (entity, end) => ({
  ...entity,
  length: Math.min(entity.length, end - entity.offset),
});

function element(entity, words, children, actions) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url, children, actions);
    case "url":
      return link(/^[a-z]+:/i.test(words) ? words : `http://${words}`, children, actions);
    case "email":
      return made("a", { href: `mailto:${words}` }, ...children);
    case "bot_command":
      return made(
        "button",
        { type: "button", class: "in-text", onclick: () => actions.command(words) },
        ...children,
      );
    case "mention":
    case "hashtag":
      return made("span", { class: "mention" }, ...children);
    case "spoiler":
      return spoiler(children);
    case "expandable_blockquote":
      return expandable(children);
  }
  return made(TAGS[entity.type] ?? "span", {}, ...children);
}

function link(url, children, actions) {
  if (!/^(https?|mailto|tel|tg):/i.test(url)) return made("span", {}, ...children);
  const leads = actions.inside(url);
  return made(
    "a",
    {
      href: url,
      target: leads ? null : "_blank",
      rel: "noopener noreferrer",
      title: url,
      onclick: leads && ((event) => { event.preventDefault(); leads(); }),
    },
    ...children,
  );
}

function spoiler(children) {
  const hidden = made("span", { class: "spoiler", role: "button", tabindex: "0" }, ...children);
  hidden.setAttribute("aria-label", said("Show hidden text"));
  const show = () => {
    for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
    hidden.classList.add("shown");
  };
  hidden.addEventListener("click", show);
  hidden.addEventListener("keydown", (event) => event.key === "Enter" && show());
  return hidden;
}

function expandable(children) {
  const body = made("span", { class: "body" }, ...children);
  const more = made("button", { type: "button", class: "more", "aria-expanded": "false" });
  const quote = made("blockquote", { class: "expandable" }, body, more);
  const name = (open) => {
    quote.classList.toggle("open", open);
    more.setAttribute("aria-expanded", String(open));
    more.textContent = said(open ? "Show less" : "Show all");
  };
  name(false);
  quote.addEventListener("click", (event) => {
    if (more.hidden || event.target.closest("a, .in-text")) return;
    name(!quote.classList.contains("open"));
  });
  // What fits into three lines needs no button; that is known once it stands in the page.
  new ResizeObserver(() => {
    if (!quote.classList.contains("open")) more.hidden = body.scrollHeight <= body.clientHeight + 2;
  }).observe(body);
  return quote;
}
