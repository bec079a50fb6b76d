/** Running a step of a workflow by hand, as a workflow with a form in front of it would. */
import { h } from "./dom.js";
import { post } from "./api.js";
import { openDialog } from "./dialog.js";
import { icon } from "./icons.js";
import { store } from "./store.js";
import { t } from "./strings.js";
import { passed, toast } from "./toast.js";

/** A menu item for each step of the app. */
export const steps = () => (store.world.steps ?? []).map((step) => ({ label: t("workflow", { step: step.title }), icon: icon("bolt"), run: () => fillIn(step) }));

function fillIn(step) {
  const boxes = step.inputs.map((input) => h("input", { class: "text", "aria-label": input.title, name: input.name, required: input.required }));
  const rows = step.inputs.map((input, n) => h("label", { class: "field" }, h("span", {}, input.title), boxes[n]));
  const close = () => dialog.close();
  const run = async () => {
    const inputs = Object.fromEntries(boxes.filter((box) => box.value.trim()).map((box) => [box.name, box.value.trim()]));
    const answer = await post("step", { as: store.me, callback_id: step.callback_id, inputs });
    if (!passed(answer)) return;
    close();
    toast(answer.ended?.outputs?.summary ?? answer.ended?.error ?? t("error_http_timeout"));
  };
  const no = h("button", { type: "button", class: "button", onclick: close }, t("cancel"));
  const go = h("button", { type: "button", class: "button primary solid", onclick: run }, t("run"));
  const dialog = openDialog({ title: step.title, body: rows, footer: [no, go], onCancel: close, kind: "small" });
  boxes[0]?.focus();
}
