// Two municipalities side by side, whole or on a topic, in the browser.
"use strict";
(() => {
  const form = document.getElementById("compare");
  const [count, results] = [document.getElementById("count"), document.getElementById("results")];

  const { element, link, entry, load } = window.site;

  const column = (index, code, topic) => {
    const section = document.createElement("section");
    const heading = document.createElement("h2");
    heading.append(link(index.places[code].name, index.places[code].path));
    const list = element("ul", "", { class: "statements" });
    // Without a topic: what a plan is made of. With one: everything on it.
    const chosen = index.statements.filter((one) => one.place === code && (topic ? one.topics.includes(topic) : one.compared));
    list.append(...chosen.map((statement) => entry(statement, [statement.label, statement.status])));
    section.append(heading, chosen.length ? list : element("p", count.dataset.none, { class: "aside" }));
    return section;
  };

  const show = async () => {
    try {
      const index = await load();
      const codes = [...new Set([form.a.value, form.b.value])].filter((code) => index.places[code]);
      results.replaceChildren(...codes.map((code) => column(index, code, form.topic.value)));
      count.textContent = codes.map((code) => index.places[code].name).join(" – ");
    } catch {
      count.textContent = count.dataset.broken;
    }
  };

  const address = () => {
    const url = new URL(location.href);
    for (const name of ["a", "b", "topic"]) url.searchParams.set(name, form[name].value);
    history.replaceState(null, "", url);
  };

  const asked = new URLSearchParams(location.search);
  for (const name of ["a", "b", "topic"]) {
    const value = asked.get(name);
    if (value && [...form[name].options].some((option) => option.value === value)) form[name].value = value;
  }
  // A link from a municipality's page names only the first.
  if (form.a.value === form.b.value) {
    form.b.value = [...form.b.options].map((option) => option.value).find((code) => code !== form.a.value) || form.b.value;
  }
  form.addEventListener("submit", (event) => { event.preventDefault(); address(); show(); });
  form.addEventListener("change", () => { address(); show(); });
  // Until here a choice would not have been heeded.
  form.querySelector("fieldset").disabled = false;
  show();
})();
