// Elements of the page, made without ever reading text as HTML.

import { model } from "./model.js";

/** An element with attributes (`on…` are listeners) and children; what is null is left out. */
export function made(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icon");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

const HUES = [212, 152, 26, 280, 340, 190];

/** A round face with the first letter of a name, the same name in the same colour; the bot's own. */
export function face(name, small = "") {
  const element = made("span", { class: `face ${small}`, "aria-hidden": "true" });
  paintFace(element, name);
  return element;
}

export function paintFace(element, name) {
  element.textContent = [...name][0];
  element.classList.toggle("bot", name === model.bot.first_name);
  element.style.setProperty("--hue", hue(name));
}

export function hue(name) {
  let sum = 0;
  for (const sign of name) sum += sign.codePointAt(0);
  return HUES[sum % HUES.length];
}
