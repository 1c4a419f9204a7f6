/* What the sections of the page are filled with. */
import {element, picture, number, utc, clock} from "./dom.js";

function duration(from, to) {
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60000), hours = Math.floor(minutes / 60);
  return hours ? `${hours} h` + (minutes % 60 ? ` ${minutes % 60} min` : "") : `${minutes} min`;
}
function change({value, expected}) {
  if (!expected || value / expected >= 1000) return "";
  const percent = Math.round(100 * (value / expected - 1));
  return ` (${percent < 0 ? "−" : "+"}${number(Math.abs(percent))} %)`;
}

export function drawIncident(incident) {
  const over = incident.state === "RECOVERED", ofFile = incident.series.startsWith("upload/");
  return element("article", {class: "card"},
    picture(incident.chart + "?" + incident.states.length, "Chart of the incident"),
    element("div", {},
      element("span", {class: "badge " + incident.severity}, incident.severity),
      ofFile ? "" : element("span", {class: "badge " + (over ? "RECOVERED" : "OPEN")}, over ? "RECOVERED" : "OPEN"),
      element("h3", {}, incident.direction.toLowerCase() + " in " + incident.series),
      element("p", {}, `${utc(new Date(incident.start))} – ${utc(new Date(incident.end)).slice(11)} UTC, ${duration(incident.start, incident.end)}`),
      element("p", {}, `at its peak ${number(incident.value)} instead of ${number(incident.expected)}` + change(incident)),
      element("ol", {class: "life"}, ...incident.states.map(state =>
        element("li", {class: state.state}, state.summary)))));
}

export function drawChatBot(message) {
  let alert = {};
  try { alert = JSON.parse(message.text); } catch { alert = {description: message.text}; }
  const {status, priority, description, ...rest} = alert;
  return element("div", {class: "message bot " + (status === "resolved" ? "resolved" : "firing")},
    element("time", {}, [clock(message.time), status, priority && "priority " + priority].filter(Boolean).join(" · ")),
    element("p", {}, description ?? message.text),
    ...(Object.keys(rest).length ? [element("pre", {}, JSON.stringify(rest, null, 1))] : []));
}

export function drawLetter(letter) {
  let event = letter.event;
  try { event = JSON.stringify(JSON.parse(event), null, 1); } catch { /* shown as it is */ }
  const again = () => fetch("/api/redrive?id=" + encodeURIComponent(letter.id), {method: "POST"});
  return element("details", {},
    element("summary", {}, element("strong", {}, letter.function), " " + letter.error),
    element("p", {}, clock(letter.time) + " ", element("button", {onclick: again}, "Send again")),
    element("pre", {}, event));
}

export function drawRefused(file) {
  return element("p", {class: "small"}, "Refused lines of ",
    element("a", {href: "/api/refused?key=" + encodeURIComponent(file.key), target: "_blank"}, file.source));
}

export function drawFunction(f) {
  const dots = Array.from({length: Math.max(f.processes, 1)}, (_, i) =>
    element("span", {class: "dot" + (i < f.busy ? " busy" : i < f.processes ? " on" : "")}));
  return element("tr", {},
    element("td", {}, f.name),
    element("td", {class: "processes"}, ...dots, f.processes ? (f.busy ? " working" : " ready") : " none yet"),
    element("td", {class: "number"}, number(f.waiting)),
    element("td", {class: "number"}, number(f.done)),
    element("td", {class: "number" + (f.failed ? " bad" : "")}, number(f.failed)),
    element("td", {class: "number"}, f.done ? number(f.milliseconds) + " ms" : "–"),
    element("td", {}, element("a", {href: "/api/log?function=" + encodeURIComponent(f.name), target: "_blank"}, "log")));
}
