// What is known: people, chats and their messages; who looks, and at which chat.

export const model = {
  bot: null,
  people: new Map(),
  chats: new Map(),
  state: "starting",
  me: null,
  chat: null,
  /** What was typed and not sent, and what has been seen, by person and chat. */
  drafts: new Map(),
  seen: new Map(),
};

const KEPT = "kommunmal-demo-place";

export function fill(state) {
  model.bot = state.bot;
  model.state = state.state;
  model.people = new Map(state.people.map((person) => [person.id, person]));
  model.chats = new Map(
    state.chats.map((chat) => [
      chat.id,
      { ...chat, messages: new Map(chat.messages.map((one) => [one.message_id, one])) },
    ]),
  );
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
  const ids = [...model.people.keys()];
  // Who reads Swedish begins as the person whose app is in Swedish.
  const own = [...model.people.values()].find((person) =>
    navigator.language.startsWith(person.language_code),
  );
  model.me ??= ids.includes(kept.me) ? kept.me : (own?.id ?? ids.at(-1));
  if (!ids.includes(model.me)) model.me = ids[0];
  model.chat ??= kept.chat;
  if (!mine().some((chat) => chat.id === model.chat)) model.chat = model.me;
}

export function go(me, chat) {
  model.me = me;
  model.chat = chat;
  sessionStorage.setItem(KEPT, JSON.stringify({ me, chat }));
}

export const key = (chat = model.chat, me = model.me) => `${me}/${chat}`;
export const person = () => model.people.get(model.me);
export const current = () => model.chats.get(model.chat);

/** The chats that the one who looks is in. */
export function mine(me = model.me) {
  return [...model.chats.values()].filter((chat) => chat.members.includes(me));
}

export function titleOf(chat) {
  return chat.type === "private" ? model.bot.first_name : chat.title;
}

export function last(chat) {
  return [...chat.messages.values()].at(-1);
}

export function see() {
  const newest = last(current());
  model.seen.set(key(), newest?.message_id ?? 0);
}

export function unseen(chat) {
  const seen = model.seen.get(key(chat.id)) ?? 0;
  return [...chat.messages.values()].filter(
    (one) => one.message_id > seen && one.from?.id !== model.me,
  ).length;
}

export const wordsOf = (message) => message.text ?? message.caption ?? "";
