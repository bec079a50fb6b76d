/** What the page knows: the workspace, who we act as, where we are, what is unread. Parts of the page subscribe by topic. */

export const store = {
  world: { team: {}, users: [], channels: [], commands: [], shortcuts: [], clock: {}, bot: {} },
  me: null, // user id
  channel: "dm", // channel id, or "dm" for the person's own conversation with the bot
  tab: "messages", // or "home"; only the dm has tabs
  thread: null, // ts of the open thread's first message
  unread: new Set(), // "user channel"
};

const hearers = new Map();

export function subscribe(topic, hear) {
  hearers.set(topic, [...(hearers.get(topic) ?? []), hear]);
}

export function changed(...topics) {
  for (const topic of topics) for (const hear of hearers.get(topic) ?? []) hear();
}

export const people = () => store.world.users.filter((user) => user.id !== store.world.bot?.id && !user.is_bot && !user.deleted);
export const person = (id) => store.world.users.find((user) => user.id === id);
export const me = () => person(store.me) ?? people()[0] ?? { id: "", locale: "en-US", tz: "UTC", real_name: "" };
export const nameOf = (user) => user?.real_name || user?.name || "";
export const channelById = (id) => store.world.channels.find((channel) => channel.id === id);
export const channelsOf = (id) => store.world.channels.filter((c) => !c.is_im && (c.members ?? []).includes(id));

/** The place of a channel id as `user` sees it: their conversation with the bot is always "dm". */
export const placeOf = (id) => (id === "dm" || channelById(id)?.is_im ? "dm" : id);

export function readers(event) {
  if (event.type === "ephemeral" || !channelById(event.channel)) return [event.user];
  return (channelById(event.channel).members ?? []).filter((id) => id !== store.world.bot?.id);
}

const isOpen = (user, place) =>
  user === store.me && place === store.channel && (place !== "dm" || store.tab === "messages") && !document.hidden;

export function markUnread(event) {
  const place = placeOf(event.channel);
  for (const user of readers(event)) if (user && !isOpen(user, place)) store.unread.add(`${user} ${place}`);
  changed("unread");
}

export const hasUnread = (user, place) => store.unread.has(`${user} ${place}`);
export const anyUnread = (user) => [...store.unread].some((key) => key.startsWith(`${user} `));

export function go(place) {
  const before = store.me;
  Object.assign(store, { thread: null }, place);
  if (store.channel !== "dm" && !channelsOf(store.me).some((c) => c.id === store.channel)) store.channel = "dm";
  if (store.channel !== "dm" || before !== store.me) store.tab = place.tab ?? "messages";
  if (store.channel !== "dm") store.tab = "messages";
  if (store.tab === "messages") store.unread.delete(`${store.me} ${store.channel}`);
  remember();
  if (before !== store.me) changed("me");
  changed("place", "unread");
}

function remember() {
  const { me: as, channel, tab } = store;
  history.replaceState(null, "", `#${new URLSearchParams({ as, channel, tab })}`);
}

/** Where the address bar says we were, so that a reload stays in place. */
export function remembered() {
  const { as, channel, tab } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  return { me: people().some((user) => user.id === as) ? as : people()[0]?.id, channel: channel ?? "dm", tab: tab ?? "messages" };
}
