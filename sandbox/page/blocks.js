/** Block Kit: one function a block. A surface is `{container, form, blocks, onEntered}`; see actions.js for what it is used for. */
import { freshId, h, keepFocus, reconcile } from "./dom.js";
import { chart } from "./chart.js";
import { isSelect } from "./choices.js";
import { element, image } from "./elements.js";
import { withEmoji } from "./emoji.js";
import { markdown } from "./markdown.js";
import { mrkdwn } from "./mrkdwn.js";
import { richText } from "./richtext.js";
import { t } from "./strings.js";

export const words = (text) => (text.type === "mrkdwn" ? mrkdwn(text.text) : lines(withEmoji(text.text)));
const lines = (text) => text.split("\n").flatMap((line, at) => (at ? [h("br"), line] : [line]));

const DRAWN = {
  section,
  context,
  input,
  table,
  header: (block) => h("h3", {}, withEmoji(block.text.text)),
  divider: () => h("hr"),
  actions: (block, surface) => block.elements.map((spec) => element(spec, block, surface)),
  image: (block) => h("figure", {}, block.title && h("figcaption", {}, words(block.title)), image(block)),
  rich_text: (block) => richText(block),
  markdown: (block) => markdown(block.text),
  data_visualization: (block) => chart(block),
};

/** Shows `blocks` in `root`; unchanged blocks are left alone, with what is typed in them. */
export function showBlocks(root, blocks, surface) {
  surface.blocks = blocks.map((block, at) => ({ ...block, block_id: block.block_id ?? `block-${at}` }));
  keepFocus(root, () => reconcile(root, surface.blocks, (block) => `${block.type} ${block.block_id}`, (block) => draw(block, surface)));
}

function draw(block, surface) {
  const shape = DRAWN[block.type]?.(block, surface) ?? h("code", { class: "unknown" }, block.type);
  return h("div", { class: `block block-${block.type}`, data: { block: block.block_id } }, shape);
}

function section(block, surface) {
  const text = block.text && h("div", { class: "words" }, words(block.text));
  const fields = block.fields && h("div", { class: "fields" }, block.fields.map((field) => h("div", {}, words(field))));
  const accessory = block.accessory && h("div", { class: `accessory accessory-${block.accessory.type}` }, element(block.accessory, block, surface));
  return [h("div", { class: "main" }, text, fields), accessory];
}

function context(block) {
  return block.elements.map((part) => (part.type === "image" ? image(part) : h("span", {}, words(part))));
}

const GROUPS = new Set(["checkboxes", "radio_buttons"]);

/** A labelled input; its hint and its error are tied to it for screen readers. */
function input(block, surface) {
  const spec = block.element;
  const ids = { control: freshId("input"), label: freshId("label"), notes: freshId("notes") };
  const label = [withEmoji(block.label.text), block.optional && h("small", {}, ` ${t("optional")}`)];
  const tied = { id: ids.control, "aria-describedby": ids.notes, "aria-required": block.optional ? null : "true" };
  const named = { ...tied, ...labelledBy(spec, ids) };
  return [
    h(GROUPS.has(spec.type) ? "span" : "label", { class: "label", id: ids.label, for: GROUPS.has(spec.type) ? null : ids.control }, label),
    element(spec, block, surface, named),
    h("div", { class: "notes", id: ids.notes }, h("p", { class: "error", hidden: true }), block.hint && h("p", { class: "hint" }, words(block.hint))),
  ];
}

/** Groups and menus take their name from the label by reference; a menu says its choice too. */
function labelledBy(spec, ids) {
  if (GROUPS.has(spec.type)) return { "aria-labelledby": ids.label, "aria-required": null };
  return isSelect(spec.type) ? { "aria-labelledby": `${ids.label} ${ids.control}`, "aria-required": null } : {};
}

function table(block) {
  const settings = block.column_settings ?? [];
  const cell = (tag) => (content, at) =>
    h(tag, { scope: tag === "th" ? "col" : null, class: `${settings[at]?.align ?? "left"} ${settings[at]?.is_wrapped ? "" : "nowrap"}` }, cellWords(content));
  const [head = [], ...rows] = block.rows ?? [];
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": t("table") }, h("table", {},
    h("thead", {}, h("tr", {}, head.map(cell("th")))), h("tbody", {}, rows.map((row) => h("tr", {}, row.map(cell("td")))))));
}

const cellWords = (content) => (content.type === "rich_text" ? richText(content) : String(content.text ?? content.value ?? ""));
