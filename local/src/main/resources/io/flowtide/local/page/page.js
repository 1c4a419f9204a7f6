/* Asks the suite every second how it stands, and shows what has changed. */
import {$, element, changed} from "./dom.js";
import {drawIncident, drawChatBot, drawLetter, drawFunction, drawRefused} from "./cards.js";
import {threads, drawThread} from "./slack.js";
import {show} from "./tide.js";

let range = "week", incidents = [], series = {points: [], width: 300};

function fill(id, items, draw, nothing) {
  if (!changed(id, items)) return;
  const empty = nothing ? [element("p", {class: "empty"}, nothing)] : [];
  $(id).replaceChildren(...(items.length ? items.map(draw) : empty));
}
function count(id, number, word) {
  $(id).textContent = number ? `${number} ${word}${number > 1 ? "s" : ""}` : "";
}

async function showState() {
  try {
    const state = await (await fetch("/api/state")).json();
    $("activity").textContent = state.underway ? `${state.underway} event${state.underway > 1 ? "s" : ""} on the way` : "quiet";
    $("activity").classList.toggle("busy", state.underway > 0);
    fill("incidents", state.incidents.slice().reverse(), drawIncident, "Nothing has left the tide so far.");
    fill("slack", threads(state.slack).reverse(), drawThread, "No message yet.");
    fill("chatBot", state.chatBot.slice().reverse(), drawChatBot, "Nobody was called yet.");
    fill("letters", state.deadLetters, drawLetter, "None: every event was handled.");
    fill("refused", state.refused, drawRefused, "");
    fill("functions", state.functions, drawFunction, "");
    count("incidentCount", state.incidents.length, "incident");
    count("slackCount", state.slack.length, "message");
    count("chatBotCount", state.chatBot.length, "alert");
    count("letterCount", state.deadLetters.length, "event");
    incidents = state.incidents;
    if (changed("work", state.functions.map(f => f.done))) await loadSeries();
  } catch {
    $("activity").textContent = "the suite has stopped";
    $("activity").classList.remove("busy");
  }
}

async function loadSeries() {
  const chosen = $("series").value;
  series = await (await fetch(`/api/series?range=${range}&name=${encodeURIComponent(chosen)}`)).json();
  if (changed("names", series.names)) {
    $("series").replaceChildren(...series.names.map(name => element("option", {}, name)));
    $("series").value = series.name;
  }
  $("series").hidden = !series.names.length;
  show({...series, incidents: incidents.filter(incident => incident.series === series.name)});
}

async function upload(files) {
  for (const file of files) {
    const line = element("li", {}, `${file.name} …`);
    $("uploads").prepend(line);
    try {
      const answer = await fetch("/api/upload?name=" + encodeURIComponent(file.name), {method: "POST", body: file});
      line.textContent = answer.ok ? `${file.name} → ${(await answer.json()).key}` : `${file.name}: ${await answer.text()}`;
    } catch (failure) {
      line.textContent = `${file.name}: ${failure.message}`;
    }
  }
}

$("ranges").addEventListener("click", event => {
  if (!event.target.dataset.range) return;
  range = event.target.dataset.range;
  for (const button of $("ranges").children) button.setAttribute("aria-pressed", button.dataset.range === range);
  loadSeries();
});
$("series").addEventListener("change", loadSeries);
$("zoom").addEventListener("click", () => $("zoom").close());
addEventListener("dragover", event => { event.preventDefault(); document.body.classList.add("dragging"); });
addEventListener("dragleave", event => { if (!event.relatedTarget) document.body.classList.remove("dragging"); });
addEventListener("drop", event => { event.preventDefault(); document.body.classList.remove("dragging"); upload(event.dataTransfer.files); });
$("choose").addEventListener("click", () => $("files").click());
$("files").addEventListener("change", () => upload($("files").files));

(async function watch() {
  await showState();
  setTimeout(watch, 1000);
})();
