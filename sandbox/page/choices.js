/** What each kind of select offers and how Slack names what was chosen. */
import { optionsFor } from "./actions.js";
import { channelById, nameOf, people, person, store } from "./store.js";

const ofOption = (option) => ({ id: option.value, label: option.text.text, note: option.description?.text, option });
const ofUser = (id) => ({ id, label: nameOf(person(id)) || id });
const ofChannel = (id) => ({ id, label: `#${channelById(id)?.name ?? id}` });

const optionKind = (find) => ({ field: "option", read: ofOption, write: (choice) => choice.option, find });
const idKind = (field, read, ids) => ({ field, read, write: (choice) => choice.id, find: (_, __, ___, words) => grouped([{ choices: matching(ids().map(read), words) }]) });

const channelIds = () => store.world.channels.filter((c) => !c.is_im && (c.members ?? []).includes(store.me)).map((c) => c.id);

const KINDS = {
  static_select: optionKind((surface, block, element, words) => grouped(groupsOf(element).map((g) => ({ ...g, choices: matching(g.choices, words) })))),
  external_select: optionKind(async (surface, block, element, words) => grouped(groupsOf(await optionsFor(surface, block, element, words)))),
  users_select: idKind("user", ofUser, () => people().map((user) => user.id)),
  conversations_select: idKind("conversation", ofChannel, channelIds),
  channels_select: idKind("channel", ofChannel, channelIds),
};

export const isSelect = (type) => type.replace(/^multi_/, "") in KINDS;
export const isMulti = (type) => type.startsWith("multi_");

export function kindOf(element) {
  const kind = KINDS[element.type.replace(/^multi_/, "")];
  const plural = isMulti(element.type) ? "s" : "";
  return { ...kind, initial: `initial_${kind.field}${plural}`, selected: `selected_${kind.field}${plural}` };
}

function groupsOf({ options, option_groups: groups }) {
  if (!groups) return [{ choices: (options ?? []).map(ofOption) }];
  return groups.map((group) => ({ label: group.label.text, choices: group.options.map(ofOption) }));
}

const grouped = (groups) => groups.filter((group) => group.choices.length);

function matching(choices, words) {
  const wanted = words.trim().toLowerCase();
  return choices.filter((choice) => choice.label.toLowerCase().includes(wanted));
}
