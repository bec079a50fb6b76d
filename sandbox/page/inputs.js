/** The elements one types or picks into: words, numbers, addresses, dates, times, ticks. */
import { t } from "./strings.js";
import { freshId, h } from "./dom.js";
import { soon } from "./api.js";
import { act, entered } from "./actions.js";
import { dateTimeWords, dateWords, epochToLocal, localToEpoch, timeWords } from "./dates.js";
import { mrkdwn } from "./mrkdwn.js";

const HTML_TYPES = { number_input: "number", email_text_input: "email", url_text_input: "url" };

/** Typed words. They are kept at every key, and sent while typing only where the element asks for it. */
export function textInput(element, block, surface, naming) {
  const now = surface.form.start(block.block_id, element, { value: element.initial_value ?? null });
  const tag = element.multiline ? "textarea" : "input";
  const input = h(tag, {
    ...naming, ...limits(element), class: "text", value: now.value ?? "", placeholder: element.placeholder?.text,
    type: element.multiline ? null : (HTML_TYPES[element.type] ?? "text"), autofocus: element.focus_on_load, autocomplete: "off", rows: element.multiline ? 4 : null,
  });
  const keep = () => surface.form.set(block.block_id, element, { value: input.value === "" ? null : input.value });
  input.addEventListener("input", () => { keep(); surface.onEntered?.(block.block_id); });
  listenForDispatch(input, element, block, surface);
  return input;
}

const limits = (element) => ({
  minlength: element.min_length, maxlength: element.max_length, min: element.min_value, max: element.max_value,
  step: element.type === "number_input" ? (element.is_decimal_allowed ? "any" : 1) : null,
});

function listenForDispatch(input, element, block, surface) {
  if (block.type === "input" && !block.dispatch_action) return;
  const moments = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const send = () => act(surface, block, element, { value: input.value });
  if (moments.includes("on_character_entered")) input.addEventListener("input", soon(send, 300));
  if (moments.includes("on_enter_pressed"))
    input.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && !event.shiftKey && (event.preventDefault(), send()));
}

const PICKERS = {
  datepicker: { type: "date", initial: "initial_date", selected: "selected_date", words: dateWords },
  timepicker: { type: "time", initial: "initial_time", selected: "selected_time", words: timeWords },
  datetimepicker: {
    type: "datetime-local", initial: "initial_date_time", selected: "selected_date_time",
    toInput: epochToLocal, fromInput: localToEpoch, words: dateTimeWords,
  },
};

const same = (value) => value;

/** Dates and times: the browser's own picker, with the weekday in the reader's language over it while it is not in use. */
export function picker(element, block, surface, naming) {
  const { type, initial, selected, toInput = same, fromInput = same, words } = PICKERS[element.type];
  const now = surface.form.start(block.block_id, element, { [selected]: element[initial] ?? null })[selected];
  const named = naming.id || naming["aria-label"] ? naming : { ...naming, "aria-label": t(element.type) };
  const input = h("input", { ...named, type, class: "text", value: now == null ? "" : toInput(now) });
  const spoken = h("span", { class: "spoken", "aria-hidden": "true" });
  const speak = () => (spoken.textContent = input.value ? words(input.value) : (element.placeholder?.text ?? ""));
  const send = soon(() => entered(surface, block, element, surface.form.get(block.block_id, element.action_id)), 500);
  input.addEventListener("change", () => {
    if (input.value && Number(input.value.slice(0, 4)) < 1970 && type !== "time") return; // a year half typed
    surface.form.set(block.block_id, element, { [selected]: input.value ? fromInput(input.value) : null });
    speak();
    send();
  });
  input.addEventListener("click", () => input.showPicker?.());
  speak();
  return h("span", { class: `picker ${type}` }, input, spoken);
}

/** Checkboxes and radio buttons: every option with its words and its description. */
export function ticks(element, block, surface, naming) {
  const many = element.type === "checkboxes";
  const field = many ? "selected_options" : "selected_option";
  const start = many ? (element.initial_options ?? []) : (element.initial_option ?? null);
  const on = new Set([surface.form.start(block.block_id, element, { [field]: start })[field]].flat().filter(Boolean).map((o) => o.value));
  const name = freshId("ticks");
  const boxes = element.options.map((option) => h("input", { type: many ? "checkbox" : "radio", name, value: option.value, checked: on.has(option.value) }));
  const tell = () => {
    const chosen = element.options.filter((_, at) => boxes[at].checked);
    entered(surface, block, element, { [field]: many ? chosen : (chosen[0] ?? null) });
  };
  const rows = element.options.map((option, at) => h("label", { class: "tick" }, boxes[at], h("span", {}, text(option.text), option.description && h("small", {}, text(option.description)))));
  return h("div", { ...naming, role: many ? "group" : "radiogroup", class: "ticks", onchange: tell }, rows);
}

const text = (part) => (part.type === "mrkdwn" ? mrkdwn(part.text) : part.text);
