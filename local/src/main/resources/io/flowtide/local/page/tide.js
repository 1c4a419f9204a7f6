/* The chart of one series: observed, expected, the band, the incidents. Points are [start, value, expected, low, high]. */
import {$, svg, number, short, utc} from "./dom.js";

const MARGIN = {left: 52, right: 12, top: 12, bottom: 26};
const HOUR = 3600;
const TICKS = [1, 2, 3, 6, 12, 24, 48, 168].map(hours => hours * HOUR);

let series = {points: [], width: 300, incidents: []};
let scale = null;

/** Shows a series: its points, the width of its buckets in seconds, the incidents in it. */
export function show(next) {
  series = next;
  draw();
}

function draw() {
  const chart = $("chart"), w = chart.clientWidth, h = chart.clientHeight;
  chart.replaceChildren();
  chart.setAttribute("viewBox", `0 0 ${w} ${h}`);
  scale = null;
  if (series.points.length < 2) {
    chart.append(svg("text", {x: w / 2, y: h / 2, "text-anchor": "middle", class: "hint"}, "Nothing yet: drop a file, or wait for the first slot to close."));
    return;
  }
  scale = scaleOf(series, w, h);
  drawValueAxis(chart);
  drawTimeAxis(chart);
  series.incidents.forEach(incident => drawIncident(chart, incident));
  chart.append(svg("path", {d: band(), class: "band"}));
  chart.append(svg("path", {d: line(2), class: "expected"}));
  chart.append(svg("path", {d: line(1), class: "observed"}));
  chart.append(svg("line", {id: "cursor", y1: MARGIN.top, y2: h - MARGIN.bottom, visibility: "hidden"}));
}

function scaleOf({points, width}, w, h) {
  const t0 = points[0][0], t1 = points[points.length - 1][0] + width;
  const top = Math.max(1e-9, ...points.map(p => Math.max(p[1] ?? 0, p[4] ?? 0))) * 1.06;
  const bottom = Math.min(0, ...points.map(p => Math.min(p[1] ?? 0, p[3] ?? 0)));
  return {
    t0, t1, top, bottom, w, h,
    x: t => MARGIN.left + (t - t0) / (t1 - t0) * (w - MARGIN.left - MARGIN.right),
    y: v => h - MARGIN.bottom - (v - bottom) / (top - bottom) * (h - MARGIN.top - MARGIN.bottom),
    time: x => t0 + (x - MARGIN.left) / (w - MARGIN.left - MARGIN.right) * (t1 - t0)
  };
}

function niceStep(span, count) {
  const raw = span / count, power = Math.pow(10, Math.floor(Math.log10(raw)));
  return [1, 2, 5, 10].map(n => n * power).find(step => step >= raw);
}

function drawValueAxis(chart) {
  const {top, bottom, w, y} = scale, step = niceStep(top - bottom, 5);
  for (let v = Math.ceil(bottom / step) * step; v <= top; v += step) {
    chart.append(svg("line", {x1: MARGIN.left, x2: w - MARGIN.right, y1: y(v), y2: y(v), class: "grid"}));
    chart.append(svg("text", {x: MARGIN.left - 7, y: y(v) + 4, "text-anchor": "end"}, short(v)));
  }
}

function drawTimeAxis(chart) {
  const {t0, t1, w, h, x} = scale;
  const tick = TICKS.find(seconds => (t1 - t0) / seconds <= w / 85) ?? 336 * HOUR;
  for (let t = Math.ceil(t0 / tick) * tick; t < t1; t += tick) {
    const label = utc(new Date(t * 1000));
    chart.append(svg("line", {x1: x(t), x2: x(t), y1: h - MARGIN.bottom, y2: h - MARGIN.bottom + 4, class: "tick"}));
    chart.append(svg("text", {x: x(t), y: h - 8, "text-anchor": "middle"}, label.endsWith("00:00") ? label.slice(5, 10) : label.slice(11)));
  }
}

function drawIncident(chart, incident) {
  const {t0, t1, h, x} = scale;
  const from = Date.parse(incident.start) / 1000, to = Date.parse(incident.end) / 1000;
  if (to < t0 || from > t1) return;
  const left = x(Math.max(from, t0)) - 1, right = x(Math.min(to, t1)) + 1;
  chart.append(svg("rect", {x: left, y: MARGIN.top, width: Math.max(3, right - left), height: h - MARGIN.top - MARGIN.bottom, class: "incident"}));
}

const middle = p => scale.x(p[0] + series.width / 2).toFixed(1);

function line(column) {
  let path = "", pen = "M", last = null;
  for (const p of series.points) {
    if (p[column] == null || (last !== null && p[0] - last > 2 * series.width)) pen = "M";
    if (p[column] != null) { path += pen + middle(p) + " " + scale.y(p[column]).toFixed(1); pen = "L"; last = p[0]; }
  }
  return path;
}

function band() {
  let path = "", run = [];
  const close = () => {
    if (run.length > 1) {
      path += "M" + run.map(p => middle(p) + " " + scale.y(p[4]).toFixed(1)).join("L")
        + "L" + run.reverse().map(p => middle(p) + " " + scale.y(p[3]).toFixed(1)).join("L") + "Z";
    }
    run = [];
  };
  for (const p of series.points) {
    if (p[3] == null || (run.length && p[0] - run[run.length - 1][0] > 2 * series.width)) close();
    if (p[3] != null) run.push(p);
  }
  close();
  return path;
}

function point(event) {
  if (!scale) return;
  const t = scale.time(event.offsetX) - series.width / 2;
  const near = series.points.reduce((best, p) => Math.abs(p[0] - t) < Math.abs(best[0] - t) ? p : best);
  const cursor = $("cursor"), tip = $("tip");
  cursor.setAttribute("x1", middle(near)); cursor.setAttribute("x2", middle(near)); cursor.setAttribute("visibility", "visible");
  tip.textContent = `${utc(new Date(near[0] * 1000))} UTC\nobserved ${number(near[1])}`
    + (near[2] == null ? "" : `\nexpected ${number(near[2])}  (${number(near[3])} – ${number(near[4])})`);
  tip.style.display = "block";
  tip.style.left = Math.max(0, Math.min(+middle(near) + 14, scale.w - 230)) + "px";
}

$("chart").addEventListener("pointermove", point);
$("chart").addEventListener("pointerleave", () => { $("tip").style.display = "none"; $("cursor")?.setAttribute("visibility", "hidden"); });
addEventListener("resize", draw);
