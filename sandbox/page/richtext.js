/** The rich_text block: sections, lists, quotes and preformatted text, as Slack's own composer writes them. */
import { h } from "./dom.js";
import { slackDate } from "./dates.js";
import { emoji } from "./emoji.js";
import { channelMention, link, mention } from "./mrkdwn.js";

const STYLES = { bold: "strong", italic: "em", strike: "s", code: "code", underline: "u" };

const LEAVES = {
  text: (part) => part.text,
  link: (part) => link(part.url, part.text ?? part.url),
  user: (part) => mention(part.user_id),
  channel: (part) => channelMention(part.channel_id),
  usergroup: (part) => h("span", { class: "mention" }, `@${part.usergroup_id}`),
  broadcast: (part) => h("span", { class: "mention" }, `@${part.range}`),
  emoji: (part) => emoji(part.name),
  date: (part) => h("time", {}, slackDate(part.timestamp, part.format ?? "{date_short_pretty} {time}")),
  color: (part) => h("code", {}, part.value),
};

function leaf(part) {
  const node = LEAVES[part.type]?.(part) ?? part.text ?? "";
  return Object.keys(STYLES).filter((name) => part.style?.[name]).reduce((inner, name) => h(STYLES[name], {}, inner), node);
}

const leaves = (parts) => (parts ?? []).map(leaf);

function list(part) {
  const tag = part.style === "ordered" ? "ol" : "ul";
  const start = part.style === "ordered" ? (part.offset ?? 0) + 1 : null;
  const items = part.elements.map((item) => h("li", {}, leaves(item.elements)));
  return h(tag, { start, class: `indent-${part.indent ?? 0}` }, items);
}

const SHAPES = {
  rich_text_section: (part) => h("p", {}, leaves(part.elements)),
  rich_text_quote: (part) => h("blockquote", {}, leaves(part.elements)),
  rich_text_preformatted: (part) => h("pre", {}, h("code", {}, leaves(part.elements))),
  rich_text_list: list,
};

export const richText = (block) => h("div", { class: "rich" }, (block.elements ?? []).map((part) => SHAPES[part.type]?.(part)));
