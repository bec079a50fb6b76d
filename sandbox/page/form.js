/**
 * What a person has entered in one view or message, kept by block_id and action_id as Slack keeps it:
 * an update of the view never loses it, and the first value of an element counts only the first time.
 */
export class Form {
  #entered = new Map();

  start(blockId, element, initial) {
    const key = `${blockId}\n${element.action_id}`;
    if (this.#entered.get(key)?.type !== element.type) this.#entered.set(key, { type: element.type, ...initial });
    return this.#entered.get(key);
  }

  set(blockId, element, entered) {
    this.#entered.set(`${blockId}\n${element.action_id}`, { type: element.type, ...entered });
  }

  get(blockId, actionId) {
    return this.#entered.get(`${blockId}\n${actionId}`);
  }

  /** Slack's `state.values` for the blocks now shown. */
  values(blocks) {
    const values = {};
    for (const [block, element] of inputsOf(blocks)) {
      const entered = this.get(block.block_id, element.action_id);
      if (entered) (values[block.block_id] ??= {})[element.action_id] = entered;
    }
    return values;
  }
}

export function* inputsOf(blocks = []) {
  for (const block of blocks)
    for (const element of [block.element, block.accessory, ...(block.elements ?? [])])
      if (element?.action_id) yield [block, element];
}
