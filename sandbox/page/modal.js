/** Slack's modals: the top view of the acting person's stack, with everything typed kept while views come and go. */
import { h } from "./dom.js";
import { post } from "./api.js";
import { load } from "./actions.js";
import { showBlocks } from "./blocks.js";
import { openDialog } from "./dialog.js";
import { Form, inputsOf } from "./form.js";
import { store } from "./store.js";
import { t } from "./strings.js";
import { passed, toast } from "./toast.js";

const surfaces = new Map(); // view id → surface, so that going back finds the earlier view as it was left
let shown = null; // {view, dialog, root, surface}
let turn = 0;

/** Asks which view is on top now and shows it. */
export async function refreshModal() {
  const mine = ++turn;
  const view = await load("view");
  if (mine !== turn) return;
  if (!view?.id || view.ok === false) leave();
  else if (shown?.view.id === view.id && frame(shown.view) === frame(view)) update(view);
  else open(view);
}

const frame = ({ title, submit, close, previous_view_id: below }) => JSON.stringify([title, submit, close, below]);

function leave() {
  surfaces.clear();
  shown?.dialog.close();
  shown = null;
}

function update(view) {
  shown.view = view;
  showBlocks(shown.root, view.blocks, shown.surface);
}

function open(view) {
  const surface = surfaceOf(view);
  const root = h("div", { class: "blocks" });
  const under = shown?.dialog;
  const dialog = openDialog({
    title: view.title?.text ?? "", body: [root], footer: buttons(view), kind: "modal",
    onCancel: () => closeView(true), back: view.previous_view_id && (() => closeView()),
  });
  shown = { view, dialog, root, surface };
  showBlocks(root, view.blocks, surface);
  under?.close();
  root.addEventListener("keydown", submitOnEnter);
  (root.querySelector("[autofocus]") ?? root.querySelector("input, textarea, button") ?? dialog).focus();
}

function surfaceOf(view) {
  if (!surfaces.has(view.id)) surfaces.set(view.id, { container: { type: "view", view_id: view.id }, form: new Form(), onEntered: clearError });
  return surfaces.get(view.id);
}

function buttons(view) {
  const close = h("button", { type: "button", class: "button", onclick: () => closeView() }, view.close?.text ?? t(view.submit ? "cancel" : "close"));
  const submit = view.submit && h("button", { type: "button", class: "button primary solid submit", onclick: submitView }, view.submit.text);
  return [close, submit];
}

function submitOnEnter(event) {
  const oneLine = event.target.matches("input.text:not([type=date], [type=time], [type=datetime-local])");
  if (event.key !== "Enter" || event.isComposing || event.defaultPrevented || !oneLine || !shown.view.submit) return;
  event.preventDefault();
  submitView();
}

/** Back and Cancel leave the top view only; the cross and Escape leave them all. */
async function closeView(everything = false) {
  const { view } = shown;
  surfaces.delete(view.id);
  await post("view_close", { as: store.me, view_id: view.id, everything });
  await refreshModal();
}

async function submitView() {
  const { view, surface, dialog } = shown;
  const button = dialog.querySelector(".submit");
  if (button.getAttribute("aria-busy") === "true") return;
  const missing = problems(surface);
  if (Object.keys(missing).length) return showErrors(missing);
  button.setAttribute("aria-busy", "true");
  const answer = await post("view_submit", { as: store.me, view_id: view.id, state: { values: surface.form.values(surface.blocks) } });
  button.removeAttribute("aria-busy");
  if (Object.keys(answer.errors ?? {}).length) return showErrors(answer.errors);
  if (answer.view_error) return toast(answer.view_error);
  if (passed(answer)) await refreshModal();
}

/** What Slack's own client would not let through: required fields left empty, values out of their bounds. */
function problems(surface) {
  const found = {};
  for (const [block, element] of inputsOf(surface.blocks)) {
    if (block.type !== "input") continue;
    if (!block.optional && isEmpty(surface.form.get(block.block_id, element.action_id))) found[block.block_id] = t("required");
    else if (blockNode(block.block_id)?.querySelector(".text:invalid")) found[block.block_id] = t("check_value");
  }
  return found;
}

function isEmpty(entered) {
  const { type: _, ...fields } = entered ?? {};
  return Object.values(fields).every((value) => value == null || String(value).trim() === "" || value.length === 0);
}

const blockNode = (id) => [...(shown?.root.children ?? [])].find((node) => node.dataset.block === id);

function showErrors(errors) {
  for (const node of shown.root.children) mark(node, errors[node.dataset.block]);
  const first = shown.root.querySelector("[aria-invalid] input, [aria-invalid] textarea, [aria-invalid] button");
  first?.focus();
  first?.scrollIntoView({ block: "center" });
}

function mark(node, words) {
  const line = node.querySelector(".error");
  if (!line) return;
  node.toggleAttribute("aria-invalid", Boolean(words));
  for (const control of node.querySelectorAll("input, textarea, .select")) control.setAttribute("aria-invalid", String(Boolean(words)));
  line.textContent = words ?? "";
  line.hidden = !words;
}

function clearError(blockId) {
  const node = blockNode(blockId);
  if (node?.hasAttribute("aria-invalid")) mark(node);
}
