/** The markdown block: the everyday part of Markdown (headings, lists, quotes, tables, fences, emphasis, links). */
import { h } from "./dom.js";
import { link } from "./mrkdwn.js";

const INLINE = /`([^`]+)`|\*\*(.+?)\*\*|__(.+?)__|\*(.+?)\*|\b_(.+?)_\b|~~(.+?)~~|\[([^\]]+)\]\(([^)\s]+)\)/;

function inline(text) {
  const match = INLINE.exec(text);
  if (!match) return [text];
  const [whole, code, strong, strong2, em, em2, strike, label, url] = match;
  return [text.slice(0, match.index), piece({ code, strong: strong ?? strong2, em: em ?? em2, strike, label, url }),
    ...inline(text.slice(match.index + whole.length))];
}

function piece({ code, strong, em, strike, label, url }) {
  if (code) return h("code", {}, code);
  if (strong) return h("strong", {}, inline(strong));
  if (em) return h("em", {}, inline(em));
  if (strike) return h("s", {}, inline(strike));
  return link(url, inline(label));
}

const cells = (line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());

function table(lines) {
  const [head, , ...rows] = lines.map(cells);
  return h("div", { class: "scroll" }, h("table", {},
    h("thead", {}, h("tr", {}, head.map((cell) => h("th", { scope: "col" }, inline(cell))))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell) => h("td", {}, inline(cell))))))));
}

const heading = (line) => {
  const [, marks, words] = /^(#{1,6}) +(.*)$/.exec(line);
  return h(`h${Math.min(6, marks.length + 2)}`, {}, inline(words));
};

const items = (lines, mark) => lines.map((line) => h("li", {}, inline(line.replace(mark, ""))));

const KINDS = [
  ["table", /^\s*\|.*\|\s*$/, table],
  ["heading", /^#{1,6} +\S/, (lines) => lines.map(heading)],
  ["rule", /^\s*([-*_])\1{2,}\s*$/, () => h("hr")],
  ["bullets", /^\s*[-*+] +/, (lines) => h("ul", {}, items(lines, /^\s*[-*+] +(\[.\] )?/))],
  ["numbers", /^\s*\d+[.)] +/, (lines) => h("ol", {}, items(lines, /^\s*\d+[.)] +/))],
  ["quote", /^> ?/, (lines) => h("blockquote", {}, inline(lines.map((line) => line.replace(/^> ?/, "")).join("\n")))],
  ["gap", /^\s*$/, () => []],
  ["plain", /^/, (lines) => h("p", {}, inline(lines.join("\n")))],
];

const kindOf = (line) => KINDS.find(([, pattern]) => pattern.test(line));

function runs(text) {
  const found = [];
  for (const line of text.split("\n")) {
    const [name, , shape] = kindOf(line);
    if (found.at(-1)?.name === name) found.at(-1).lines.push(line);
    else found.push({ name, shape, lines: [line] });
  }
  return found.flatMap(({ shape, lines }) => shape(lines));
}

export function markdown(text) {
  const parts = String(text ?? "").split(/```\w*\n([\s\S]+?)\n?```/);
  return h("div", { class: "rich" }, parts.map((part, at) => (at % 2 ? h("pre", {}, h("code", {}, part)) : runs(part))));
}
