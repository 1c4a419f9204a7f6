/* Slack's channel as people see it: messages with their threads, in Slack's markup. */
import {element, picture, clock} from "./dom.js";

const EMOJI = {rotating_light: "🚨", small_red_triangle: "🔺", white_check_mark: "✅", bar_chart: "📊", mute: "🔇"};
const MARKUP = /<(https?:[^|>]+)(?:\|([^>]*))?>|\*([^*\n]+)\*|:([a-z0-9_+-]+):/g;

const plain = text => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** The nodes of a text: bold, links and emoji; everything else stays text. */
export function markup(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(MARKUP)) {
    const [all, link, label, bold, emoji] = match;
    nodes.push(plain(text.slice(end, match.index)));
    if (link) nodes.push(element("a", {href: plain(link), target: "_blank", rel: "noopener"}, plain(label || link)));
    else if (bold) nodes.push(element("strong", {}, plain(bold)));
    else nodes.push(EMOJI[emoji] ?? all);
    end = match.index + all.length;
  }
  return [...nodes, plain(text.slice(end))];
}

/** The messages that stand for themselves, each with its replies, in order of arrival. */
export function threads(messages) {
  const roots = messages.filter(message => !message.thread || !messages.some(other => other.ts === message.thread));
  return roots.map(root => ({root, replies: messages.filter(message => message.thread && message.thread === root.ts)}));
}

export function drawThread({root, replies}) {
  return element("article", {class: "thread"},
    drawMessage(root),
    ...(replies.length ? [element("div", {class: "replies"}, ...replies.map(drawMessage))] : []));
}

function drawMessage(message) {
  return element("div", {class: "message"},
    element("time", {}, clock(message.time) + (message.thread ? "" : " · " + message.to)),
    ...(message.text ? [element("p", {}, ...markup(message.text))] : []),
    ...(message.picture ? [picture(message.picture, "Chart that was sent to Slack")] : []));
}
