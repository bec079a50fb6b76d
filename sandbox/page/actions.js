/** A person has used an element: tell the bot, and say so when it could not be told. */
import { post, get } from "./api.js";
import { ask } from "./dialog.js";
import { passed } from "./toast.js";
import { store } from "./store.js";

/**
 * Sends Slack's block action. `surface` is where the element stands: {container, form, blocks}.
 * `payload` holds the element's own fields (value, selected_option, …). Resolves to false when refused or not confirmed.
 */
export async function act(surface, block, element, payload) {
  if (element.confirm && !(await ask(element.confirm))) return false;
  const answer = await post("action", {
    as: store.me,
    container: surface.container,
    block_id: block.block_id,
    action_id: element.action_id,
    type: element.type,
    ...payload,
    state: { values: surface.form.values(surface.blocks) },
  });
  return passed(answer);
}

/** Keeps what was entered, and tells the bot unless the element waits for a submit. */
export async function entered(surface, block, element, payload) {
  surface.form.set(block.block_id, element, payload);
  surface.onEntered?.(block.block_id);
  if (block.type === "input" && !block.dispatch_action) return true;
  return act(surface, block, element, payload);
}

/** The choices of an external select for what was typed so far. */
export async function optionsFor(surface, block, element, value) {
  const answer = await post("options", { as: store.me, container: surface.container, block_id: block.block_id, action_id: element.action_id, value });
  return passed(answer) ? answer : { options: [] };
}

export const load = (path, more = {}) => get(path, { as: store.me, ...more });
