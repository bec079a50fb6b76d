/** Every select menu: a button that opens a searchable list, for one choice or several. */
import { fill, freshId, h } from "./dom.js";
import { soon } from "./api.js";
import { icon } from "./icons.js";
import { entered } from "./actions.js";
import { isMulti, kindOf } from "./choices.js";
import { float, place, roving } from "./popover.js";
import { t } from "./strings.js";

export function select(element, block, surface, naming) {
  const kind = kindOf(element);
  const many = isMulti(element.type);
  surface.form.start(block.block_id, element, { [kind.selected]: element[kind.initial] ?? (many ? [] : null) });
  const picked = () => [surface.form.get(block.block_id, element.action_id)[kind.selected]].flat().filter(Boolean).map(kind.read);
  const button = h("button", { type: "button", class: "select", "aria-haspopup": "listbox", "aria-expanded": "false", ...naming });
  const show = () => {
    fill(button, face(picked(), element), icon("down"));
    if (!naming["aria-labelledby"]) button.setAttribute("aria-label", spokenName(picked(), element));
  };
  const choose = async (choices) => {
    const chosen = choices.map(kind.write);
    const before = picked();
    const going = entered(surface, block, element, { [kind.selected]: many ? chosen : (chosen[0] ?? null) });
    show();
    if (!(await going)) undo(surface, block, element, kind, many, before, show);
  };
  button.addEventListener("click", () => openList({ button, kind, many, picked, choose, element, block, surface }));
  show();
  return button;
}

/** A choice that was not confirmed, or not heard, is not shown as made. */
function undo(surface, block, element, kind, many, before, show) {
  const values = before.map(kind.write);
  surface.form.set(block.block_id, element, { [kind.selected]: many ? values : (values[0] ?? null) });
  show();
}

const spokenName = (picked, element) => [element.placeholder?.text, picked.map((choice) => choice.label).join(", ")].filter(Boolean).join(": ") || t("choose");

function face(picked, element) {
  if (!picked.length) return h("span", { class: "placeholder" }, element.placeholder?.text ?? t("choose"));
  return h("span", {}, isMulti(element.type) ? picked.map((choice) => h("span", { class: "chip" }, choice.label)) : picked[0].label);
}

const FEW = 7; // as many choices as need no search

async function openList(menu) {
  const id = freshId("list");
  const searched = isExternal(menu.element) || countOf(await menu.kind.find(menu.surface, menu.block, menu.element, "")) > FEW;
  const list = h("div", { class: "options", role: "listbox", id, "aria-multiselectable": menu.many });
  const search = h("input", { type: "search", class: "search", placeholder: t("search"), "aria-label": t("search"), "aria-controls": id, autocomplete: "off", hidden: !searched });
  const panel = h("div", { class: "menu listmenu" }, search, list, menu.many && foot(menu, () => panel.hidePopover()));
  const refill = () => offer(menu, list, search.value, panel);
  search.addEventListener("input", soon(refill, isExternal(menu.element) ? 200 : 0));
  panel.addEventListener("keydown", (event) => keys(event, search, list));
  float(panel, menu.button);
  await refill();
  (searched ? search : (list.querySelector("[aria-selected=true]") ?? list.querySelector("button")))?.focus();
}

const isExternal = (element) => element.type.includes("external");
const countOf = (groups) => groups.flatMap((group) => group.choices).length;

const foot = (menu, done) => h("button", { type: "button", class: "button primary solid", onclick: done }, t("done"));

function keys(event, search, list) {
  const options = [...list.querySelectorAll("[role=option]")];
  if (event.key === "Enter" && event.target === search && !event.isComposing) { event.preventDefault(); options[0]?.click(); }
  if (event.target !== search || event.key.startsWith("Arrow")) roving(event, options);
}

async function offer(menu, list, words, panel) {
  const least = isExternal(menu.element) ? (menu.element.min_query_length ?? 3) : 0;
  if (words.length < least) return list.replaceChildren(note(t("type_more", { n: least })));
  const turn = (list.turn = (list.turn ?? 0) + 1);
  const groups = await menu.kind.find(menu.surface, menu.block, menu.element, words);
  if (turn !== list.turn) return undefined;
  const rows = groups.map((group) => [group.label && h("div", { class: "group", role: "presentation" }, group.label), group.choices.map((choice) => option(menu, choice, list, panel))]);
  list.replaceChildren(...(groups.length ? rows.flat(2).filter(Boolean) : [note(t("nothing"))]));
  return place(panel, menu.button);
}

const note = (words) => h("div", { class: "note", role: "presentation" }, words);

function option(menu, choice, list, panel) {
  const on = menu.picked().some((one) => one.id === choice.id);
  const words = h("span", {}, choice.label, choice.note && h("small", {}, choice.note));
  return h("button", { type: "button", role: "option", "aria-selected": String(on), onclick: (event) => pick(menu, choice, event.currentTarget, panel) }, words, icon("check"));
}

function pick(menu, choice, row, panel) {
  if (!menu.many) { panel.hidePopover(); return menu.choose([choice]); }
  const kept = menu.picked().filter((one) => one.id !== choice.id);
  const on = kept.length === menu.picked().length;
  if (on && kept.length >= (menu.element.max_selected_items ?? Infinity)) return undefined;
  row.setAttribute("aria-selected", String(on));
  return menu.choose(on ? [...kept, choice] : kept);
}
