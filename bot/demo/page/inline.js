// Inline queries as one types: "@bot words" shows what can be sent.

import { face } from "./made.js";
import { model } from "./model.js";
import { act } from "./server.js";
import * as suggestions from "./suggestions.js";
import { said } from "./words.js";

const PAUSE = 250;
let timer = 0;
let asked = 0;

/** The query in what is typed, or null where it is no inline query. */
export function query(words) {
  const found = words.match(/^@(\w+)\s([\s\S]*)$/);
  return found && found[1].toLowerCase() === model.bot.username.toLowerCase() ? found[2] : null;
}

/** Ask as soon as there is a pause; `sent` is called once a result was sent. */
export function ask(words, { sent, start }) {
  clearTimeout(timer);
  const mine = ++asked;
  // Earlier results stay until there are better ones; another list would be in the way.
  if (!suggestions.shows(name())) suggestions.close();
  timer = setTimeout(async () => {
    const place = { person: model.me, chat: model.chat };
    let found;
    try {
      found = await act("inline", { ...place, text: words.trim().slice(0, 256) });
    } catch {
      if (mine === asked) suggestions.close();
      return;
    }
    if (mine === asked) show(found, place, { sent, start });
  }, PAUSE);
}

const name = () => said("Results of {name}", { name: `@${model.bot.username}` });

export function stop() {
  clearTimeout(timer);
  asked += 1;
}

function show(found, place, { sent, start }) {
  const lines = found.results.map((one) => ({
    title: one.title ?? said("Picture"),
    note: one.description,
    kind: "result",
    face: face(one.title?.split(":")[0] || "?", "square"),
    choose: async () => {
      await act("choose", { ...place, query: found.query, result: one.id }).catch(() => {});
      sent();
    },
  }));
  if (found.button?.start_parameter) {
    lines.unshift({
      title: found.button.text,
      kind: "above",
      choose: () => start(found.button.start_parameter),
    });
  }
  if (!lines.length) lines.push({ title: said("Nothing found"), kind: "above" });
  suggestions.offer(lines, name());
}
