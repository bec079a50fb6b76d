/** One element of Block Kit by its type. `surface` is where it stands; `naming` carries its id and label. */
import { h } from "./dom.js";
import { act } from "./actions.js";
import { isSelect } from "./choices.js";
import { withEmoji } from "./emoji.js";
import { icon } from "./icons.js";
import { picker, textInput, ticks } from "./inputs.js";
import { openMenu } from "./popover.js";
import { select } from "./selects.js";
import { t } from "./strings.js";

const DRAWN = {
  button, overflow, image,
  plain_text_input: textInput, number_input: textInput, email_text_input: textInput, url_text_input: textInput,
  datepicker: picker, timepicker: picker, datetimepicker: picker,
  checkboxes: ticks, radio_buttons: ticks,
};

export function element(spec, block, surface, naming = {}) {
  const draw = isSelect(spec.type) ? select : DRAWN[spec.type];
  if (!draw) return h("code", { class: "unknown" }, spec.type);
  const words = spec.accessibility_label ?? (spec.type === "button" ? null : spec.placeholder?.text);
  return draw(spec, block, surface, { data: { action: spec.action_id ?? "" }, ...(naming.id ? naming : { "aria-label": words }) });
}

function button(spec, block, surface, naming) {
  const node = h("button", { ...naming, type: "button", class: `button ${spec.style ?? ""}` }, withEmoji(spec.text.text));
  node.addEventListener("click", async () => {
    if (node.getAttribute("aria-busy") === "true") return;
    if (/^https?:/.test(spec.url ?? "")) window.open(spec.url, "_blank", "noopener");
    node.setAttribute("aria-busy", "true");
    await act(surface, block, spec, { value: spec.value, text: spec.text });
    node.removeAttribute("aria-busy");
  });
  return node;
}

function overflow(spec, block, surface, naming) {
  const item = (option) => ({ label: withEmoji(option.text.text), run: () => act(surface, block, spec, { selected_option: option }) });
  const open = (event) => openMenu(event.currentTarget, spec.options.map(item));
  return h("button", { data: naming.data, type: "button", class: "button overflow", "aria-haspopup": "menu", "aria-label": t("more"), onclick: open }, icon("more"));
}

/** Only pictures of our own server are shown; the page asks nobody else for anything. */
export function image(spec) {
  const url = new URL(spec.image_url ?? spec.slack_file?.url ?? "", location.origin);
  const ours = url.origin === location.origin || url.protocol === "data:";
  return ours ? h("img", { src: url.href, alt: spec.alt_text ?? "" }) : h("span", { class: "elsewhere", title: url.href }, spec.alt_text);
}
