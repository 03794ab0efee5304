// What the search and the comparison share: the index, and how a quote is shown.
"use strict";
window.site = (() => {
  const here = document.currentScript.dataset;

  // A script rather than a request for JSON, so that it works without a server too.
  const load = () => new Promise((done, failed) => {
    if (window.kommunmal) { done(window.kommunmal); return; }
    const script = document.createElement("script");
    script.src = here.index;
    script.onload = () => done(window.kommunmal);
    script.onerror = failed;
    document.head.append(script);
  });

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };

  const link = (text, path) => element("a", text, { href: here.up + path });

  // A quote as an entry of a list; `about` are the words under it.
  const entry = (statement, about) => {
    const item = document.createElement("li");
    const quote = document.createElement("blockquote");
    const line = document.createElement("p");
    line.append(link(statement.text, statement.path));
    quote.append(line);
    if (statement.original) quote.append(element("p", statement.original, { lang: "sv", class: "original" }));
    item.append(quote, element("p", about.filter(Boolean).join(" · "), { class: "about" }));
    return item;
  };

  return { load, element, link, entry };
})();
