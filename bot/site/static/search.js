// Search among the quotes, in the browser. The index is loaded when something is searched for.
"use strict";
(() => {
  const [form, field] = [document.getElementById("search"), document.getElementById("q")];
  const [count, results] = [document.getElementById("count"), document.getElementById("results")];
  const MOST = 50;

  const plain = (text) => text.toLowerCase().normalize("NFC");
  // People without Swedish keys write a and o.
  const folded = (text) => plain(text).normalize("NFD").replace(/\p{M}/gu, "");
  const words = (text) => text.match(/[\p{L}\p{N}]+/gu) || [];

  const haystacks = new WeakMap();
  const haystack = (statement, index) => {
    if (!haystacks.has(statement)) {
      const topics = statement.topics.map((topic) => index.topics[topic]);
      const parts = [statement.text, statement.original, statement.label, index.places[statement.place].name, ...topics];
      const text = plain(parts.join(" "));
      haystacks.set(statement, { exact: words(text), folded: words(folded(text)) });
    }
    return haystacks.get(statement);
  };

  // A word counts where it begins a word, or stands inside one when it is long enough.
  const weight = (token, among) => Math.max(0, ...among.map((word) =>
    word === token ? 3 : word.startsWith(token) ? 2 : token.length > 3 && word.includes(token) ? 1 : 0));

  const score = (tokens, among) => {
    const weights = tokens.map((token) => weight(token, among));
    return weights.every((one) => one > 0) ? weights.reduce((sum, one) => sum + one, 0) : 0;
  };

  const ranked = (index, tokens, form_) => index.statements
    .map((statement) => [score(tokens, haystack(statement, index)[form_]), statement])
    .filter(([points]) => points > 0)
    .sort((one, other) => other[0] - one[0])
    .map(([, statement]) => statement);

  const find = (index, query) => {
    const tokens = words(plain(query)).filter((word) => word.length > 1);
    const bare = words(folded(query)).filter((word) => word.length > 1);
    if (!tokens.length) return [];
    // As written; without å ä ö; then without endings ("skolor" finds "skola").
    const shorter = bare.map((word) => (word.length > 4 ? word.slice(0, -2) : word));
    for (const [found, form_] of [[tokens, "exact"], [bare, "folded"], [shorter, "folded"]]) {
      const hits = ranked(index, found, form_);
      if (hits.length) return hits;
    }
    return [];
  };

  const entry = (statement, index) =>
    window.site.entry(statement, [index.places[statement.place].name, statement.label, statement.status]);

  // The municipality asked for that is not covered, if any: its neighbour's goals are no answer.
  const uncovered = (index, query) => {
    const asked = words(plain(query)).join(" ");
    const named = ([name, ordinary]) => {
      const own = words(plain(name)).join(" ");
      return ordinary ? asked === own : ` ${asked} `.includes(` ${own} `) || ` ${asked} `.includes(` ${own}s `);
    };
    return (Object.entries(index.uncovered).find(named) || [null])[0];
  };

  const said = (hits) => {
    if (!hits.length) return count.dataset.none;
    if (hits.length === 1) return count.dataset.one;
    const text = hits.length > MOST ? count.dataset.first : count.dataset.many;
    return text.replace("NUMBER", hits.length);
  };

  const search = async () => {
    const query = field.value.trim();
    results.replaceChildren();
    count.textContent = "";
    if (!query) return;
    try {
      const index = await window.site.load();
      const elsewhere = uncovered(index, query);
      const hits = elsewhere ? [] : find(index, query);
      results.replaceChildren(...hits.slice(0, MOST).map((statement) => entry(statement, index)));
      count.textContent = elsewhere ? count.dataset.uncovered.replace("NAME", elsewhere) : said(hits);
    } catch {
      count.textContent = count.dataset.broken;
    }
  };

  const address = () => {
    const url = new URL(location.href);
    url.searchParams.set("q", field.value.trim());
    history.replaceState(null, "", url);
  };

  form.addEventListener("submit", (event) => { event.preventDefault(); address(); search(); });
  let waiting;
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 200); });
  // What someone wrote while this script was on its way stays.
  field.value ||= new URLSearchParams(location.search).get("q") || "";
  search();
})();
