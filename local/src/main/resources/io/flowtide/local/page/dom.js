/* Small helpers: elements, numbers and times. */
const SVG = "http://www.w3.org/2000/svg";
export const $ = id => document.getElementById(id);

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}
export function svg(tag, attributes, text) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text !== undefined) node.textContent = text;
  return node;
}
export const number = value => value == null ? "–" : Math.abs(value) >= 10 ? Math.round(value).toLocaleString("en") : (Math.round(value * 100) / 100).toLocaleString("en");
export const short = value => value >= 1e9 ? +(value / 1e9).toFixed(1) + "G" : value >= 1e6 ? +(value / 1e6).toFixed(1) + "M" : value >= 1e4 ? +(value / 1e3).toFixed(1) + "k" : +value.toFixed(2) + "";
const two = n => String(n).padStart(2, "0");
export const utc = date => `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
export const clock = text => new Date(text).toLocaleTimeString();

const seen = {};
/* Whether this differs from the last time: what is the same is not drawn again, so that nothing flickers. */
export function changed(key, value) {
  const text = JSON.stringify(value);
  if (seen[key] === text) return false;
  seen[key] = text;
  return true;
}

/** A picture that grows when it is clicked. */
export function picture(address, words) {
  return element("img", {src: address, alt: words, loading: "lazy", onclick: () => {
    $("zoom").firstElementChild.src = address;
    $("zoom").showModal();
  }});
}
