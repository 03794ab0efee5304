// What the parts of the page do to one another.

import * as composer from "./composer.js";
import { model, wordsOf } from "./model.js";
import { act, Refused } from "./server.js";
import * as thread from "./thread.js";
import * as windows from "./windows.js";
import { said } from "./words.js";

// An answer may come before or after the one who waits for it.
const answered = new Map();
const waiting = new Map();
const PATIENCE = 15000;

export function answer(query, content) {
  answered.set(query, content);
  waiting.get(query)?.(content);
}

/** The actions; `go` shows a person's chat. */
export function actionsWith(go, about) {
  const place = () => ({ person: model.me, chat: model.chat });

  async function trying(doing) {
    try {
      return await doing;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      windows.notice(said("That did not work."));
      return null;
    }
  }

  async function press(message, row, column) {
    const asked = await trying(act("press", { ...place(), message: message.message_id, row, column }));
    if (!asked) return;
    const found = answered.get(asked.query) ?? (await new Promise((resolve) => {
      waiting.set(asked.query, resolve);
      setTimeout(() => resolve({ text: said("The bot did not answer.") }), PATIENCE);
    }));
    waiting.delete(asked.query);
    answered.delete(asked.query);
    if (found.text) (found.show_alert ? windows.alert : windows.notice)(found.text);
  }

  async function start(payload) {
    await go(model.me, model.me, true);
    await trying(act("write", { ...place(), text: `/start ${payload}`.trim() }));
  }

  /** What a link to the bot does within the demo; null for every other link. */
  function inside(url) {
    let to;
    try { to = new URL(url); } catch { return null; }
    if (!/^(t|telegram)\.me$/.test(to.hostname)) return null;
    if (to.pathname.slice(1).toLowerCase() === model.bot.username.toLowerCase()) {
      return () => start(to.searchParams.get("start") ?? "");
    }
    if (to.pathname.startsWith("/share")) {
      const words = [to.searchParams.get("text"), to.searchParams.get("url")].filter(Boolean);
      return () => elsewhere(words.join("\n"));
    }
    return () => windows.notice(said("This link leads out of the demo, to Telegram."));
  }

  function elsewhere(words) {
    windows.pickChat(async (chat) => {
      await go(model.me, chat.id, true);
      composer.fill(words);
    });
  }

  function more(message, button, event) {
    const items = [[said("Reply"), () => composer.concern({ kind: "reply", message })]];
    if (message.from?.id === model.me && message.text && !message.via_bot) {
      items.push([said("Change"), () => composer.concern({ kind: "change", message })]);
    }
    items.push([said("Copy text"), () => windows.copy(wordsOf(message))]);
    windows.choose(button, items, event);
  }

  return {
    trying, press, start, inside, more,
    command: (words) => trying(act("write", { ...place(), text: words })),
    copy: windows.copy,
    inlineHere: (query) => composer.fill(`@${model.bot.username} ${query}`),
    inlineElsewhere: (query) => elsewhere(`@${model.bot.username} ${query}`),
    show: thread.point,
    enlarge: windows.enlarge,
    description: () => about().description,
  };
}
