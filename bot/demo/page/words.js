// What the page says, in the language of the interface.

let all = {};
let language = "en";

export function know(texts) {
  all = texts;
}

export function speak(wanted) {
  language = wanted in all ? wanted : "en";
  document.documentElement.lang = language;
  document.title = said("Demo of Kommunmål");
  for (const element of document.querySelectorAll("[data-said]")) {
    element.textContent = said(element.dataset.said);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    label(element, said(element.dataset.label));
  }
}

/** A text by its English words, with its gaps filled. */
export function said(text, gaps = {}) {
  const found = all[language]?.[text] ?? text;
  return found.replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap);
}

/** Name an element for those who hear the page; for those who see it, a button's name shows too. */
export function label(element, words) {
  element.setAttribute("aria-label", words);
  if (element.tagName === "BUTTON") element.title = words;
}

export function time(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString(language === "sv" ? "sv-SE" : "en-GB", {
    hour: "2-digit",
    minute: "2-digit",
  });
}

export function day(seconds) {
  const date = new Date(seconds * 1000);
  if (date.toDateString() === new Date().toDateString()) return said("Today");
  return date.toLocaleDateString(language === "sv" ? "sv-SE" : "en-GB", {
    day: "numeric",
    month: "long",
  });
}
