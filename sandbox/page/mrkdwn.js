/** Slack's mrkdwn as nodes. Text arrives with & < > escaped; only those three are turned back, and only into text. */
import { h } from "./dom.js";
import { slackDate, fullTime } from "./dates.js";
import { emoji } from "./emoji.js";
import { channelById, nameOf, person } from "./store.js";

const TOKEN = /<([^<>]+)>|`([^`\n]+)`|:([a-z0-9_+'-]+):|([*_~])(?=[^\s])/gu;
const WORD = /[\p{L}\p{N}]/u;
const TAGS = { "*": "strong", _: "em", "~": "s" };

const unescape = (text) => text.replace(/&(lt|gt|amp);/g, (_, name) => ({ lt: "<", gt: ">", amp: "&" })[name]);

export function mrkdwn(text) {
  const parts = String(text ?? "").split(/```\n?([\s\S]+?)\n?```/);
  return parts.flatMap((part, at) => (at % 2 ? [h("pre", {}, h("code", {}, unescape(part)))] : paragraphs(part)));
}

/** Lines that belong together (quoted, listed, plain) share one element. */
function paragraphs(text) {
  const runs = [];
  for (const line of text.replace(/^\n|\n$/g, "").split("\n")) {
    const kind = kindOf(line);
    if (runs.at(-1)?.kind === kind) runs.at(-1).lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs.flatMap(({ kind, lines }) => SHAPES[kind](lines));
}

function kindOf(line) {
  if (/^(&gt;|>)/.test(line)) return "quote";
  return /^\s*[•◦-] /.test(line) ? "list" : "plain";
}

const SHAPES = {
  plain: (lines) => broken(lines),
  quote: (lines) => [h("blockquote", {}, broken(lines.map((line) => line.replace(/^(&gt;|>) ?/, ""))))],
  list: (lines) => [h("ul", {}, lines.map((line) => h("li", {}, inline(line.replace(/^\s*[•◦-] /, "")))))],
};

const broken = (lines) => lines.flatMap((line, at) => (at ? [h("br"), ...inline(line)] : inline(line)));

export function inline(text) {
  const nodes = [];
  let at = 0;
  TOKEN.lastIndex = 0;
  for (let match; (match = TOKEN.exec(text)); TOKEN.lastIndex = at) {
    const [node, end] = token(text, match);
    if (!node) { nodes.push(unescape(text.slice(at, match.index + 1))); at = match.index + 1; continue; }
    nodes.push(unescape(text.slice(at, match.index)), node);
    at = end;
  }
  return [...nodes, unescape(text.slice(at))].filter((node) => node !== "");
}

function token(text, { 0: whole, 1: angled, 2: code, 3: name, 4: mark, index }) {
  const end = index + whole.length;
  if (angled) return [special(angled), end];
  if (code) return [h("code", {}, unescape(code)), end];
  if (name) return [emoji(name), end];
  return styled(text, mark, index);
}

/** Like Slack, a mark only counts at the edge of a word: 5*3*2 stays as it is, and so does 请看*这里*吧. */
function styled(text, mark, open) {
  if (open && WORD.test(text[open - 1])) return [null];
  for (let close = text.indexOf(mark, open + 2); close > 0; close = text.indexOf(mark, close + 1)) {
    const edge = !WORD.test(text[close + 1] ?? " ") && text[close - 1] !== " ";
    if (edge) return [h(TAGS[mark], {}, inline(text.slice(open + 1, close))), close + 1];
  }
  return [null];
}

function special(body) {
  const [target, ...rest] = body.split("|");
  const label = rest.join("|");
  if (target.startsWith("@")) return mention(target.slice(1), label);
  if (target.startsWith("#")) return channelMention(target.slice(1), label);
  if (target.startsWith("!date^")) return date(target, label);
  if (target.startsWith("!")) return h("span", { class: "mention" }, unescape(label || `@${target.slice(1).split("^")[0]}`));
  return link(unescape(target), label ? inline(label) : [unescape(target.replace(/^(mailto|tel):/, ""))]);
}

export const mention = (id, label) =>
  h("span", { class: "mention", data: { user: id } }, `@${nameOf(person(id)) || unescape(label || id)}`);

export const channelMention = (id, label) =>
  h("span", { class: "mention" }, `#${channelById(id)?.name ?? unescape(label || id)}`);

export function link(url, label) {
  if (!/^(https?|mailto|tel):/i.test(url)) return h("span", {}, label);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, label);
}

function date(target, fallback) {
  const [, seconds, pattern, url] = target.split("^");
  if (!Number.isFinite(Number(seconds)) || !pattern) return h("span", {}, unescape(fallback));
  const words = h("time", { datetime: new Date(seconds * 1000).toISOString(), title: fullTime(Number(seconds)) }, slackDate(Number(seconds), pattern));
  return url ? link(url, [words]) : words;
}

/** The same text without any marks, for labels and for screen readers. */
export const plainWords = (text) => h("div", {}, mrkdwn(text)).textContent;
