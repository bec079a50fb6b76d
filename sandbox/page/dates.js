/** Instants in the acting person's zone and language. Epochs are in seconds, as Slack counts them. */
import { me, store } from "./store.js";

const DAY = 86400;

/** Hours as the language writes them: 9:00 AM, 09:00. */
const hours = ({ locale } = me()) => ({
  hour: new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions().hour12 ? "numeric" : "2-digit",
  minute: "2-digit",
});

const style = (options, { tz, locale } = me()) => new Intl.DateTimeFormat(locale, { timeZone: tz, ...options });
const format = (seconds, options, reader) => style(options, reader).format(new Date(seconds * 1000));

/** The workspace's time now, which the clock bar may have moved. */
export function workspaceNow() {
  const { now, heard = Date.now() } = store.world.clock ?? {};
  const base = typeof now === "number" ? now : Date.parse(now) / 1000;
  return (Number.isFinite(base) ? base : Date.now() / 1000) + (Date.now() - heard) / 1000;
}

const dayNumber = (seconds) => Math.floor(Date.parse(`${epochToLocal(seconds).slice(0, 10)}T00:00Z`) / (DAY * 1000));

function pretty(seconds, plain) {
  const away = dayNumber(seconds) - dayNumber(workspaceNow());
  if (Math.abs(away) > 1) return plain;
  return new Intl.RelativeTimeFormat(me().locale, { numeric: "auto" }).format(away, "day");
}

const yearIfFar = (seconds) => (Math.abs(seconds - workspaceNow()) > 183 * DAY ? { year: "numeric" } : {});
const long = (seconds) => ({ month: "long", day: "numeric", ...yearIfFar(seconds) });
const short = (seconds) => ({ month: "short", day: "numeric", ...yearIfFar(seconds) });

const TOKENS = {
  date_num: (s) => epochToLocal(s).slice(0, 10),
  date_slash: (s) => epochToLocal(s).slice(0, 10).replaceAll("-", "/"),
  date: (s) => format(s, long(s)),
  date_short: (s) => format(s, short(s)),
  date_long: (s) => format(s, { weekday: "long", ...long(s) }),
  date_pretty: (s) => pretty(s, TOKENS.date(s)),
  date_short_pretty: (s) => pretty(s, TOKENS.date_short(s)),
  date_long_pretty: (s) => pretty(s, TOKENS.date_long(s)),
  time: (s) => clockTime(s),
  time_secs: (s) => format(s, { ...hours(), second: "2-digit" }),
  day_divider_pretty: (s) => dayLabel(s),
  ago: (s) => ago(s),
};

/** Slack's `<!date^seconds^pattern>`; an unknown token stays as written. */
export const slackDate = (seconds, pattern) =>
  pattern.replace(/\{(\w+)\}/g, (whole, token) => TOKENS[token]?.(seconds) ?? whole);

export const clockTime = (seconds) => format(seconds, hours());
export const dayLabel = (seconds) => pretty(seconds, format(seconds, { weekday: "long", ...long(seconds) }));
export const fullTime = (seconds) => format(seconds, { dateStyle: "full", timeStyle: "short" });
const DATE = { weekday: "short", day: "numeric", month: "short" };

export function clockFace(seconds) {
  const otherYear = new Date(seconds * 1000).getFullYear() !== new Date().getFullYear();
  return format(seconds, { ...DATE, ...(otherYear ? { year: "numeric" } : {}), ...hours() });
}

function ago(seconds) {
  const away = seconds - workspaceNow();
  const [unit, size] = [["day", DAY], ["hour", 3600], ["minute", 60]].find(([, n]) => Math.abs(away) >= n) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(me().locale, { numeric: "auto" }).format(Math.round(away / size), unit);
}

const floating = (local, options) => format(Date.parse(`${local}Z`) / 1000, options, { tz: "UTC", locale: me().locale });

/** A date, a time of day, or both, as the browser's inputs hold them, in words. */
export const dateWords = (date) => floating(`${date}T12:00`, { ...DATE, year: "numeric" });
export const timeWords = (time) => floating(`2000-01-01T${time}`, hours());
export const dateTimeWords = (local) => floating(local, { ...DATE, year: "numeric", ...hours() });

/** "YYYY-MM-DDTHH:MM" on the wall of the acting person. */
export function epochToLocal(seconds, tz = me().tz) {
  const parts = style({ dateStyle: "short", timeStyle: "medium", hourCycle: "h23" }, { tz, locale: "sv-SE" });
  return parts.format(new Date(seconds * 1000)).replace(" ", "T").slice(0, 16);
}

/** The instant of a wall time; asked twice because the offset may change between guess and answer. */
export function localToEpoch(local, tz = me().tz) {
  const wall = Date.parse(`${local}Z`) / 1000;
  const offsetAt = (seconds) => Date.parse(`${epochToLocal(seconds, tz)}Z`) / 1000 - Math.floor(seconds / 60) * 60;
  return wall - offsetAt(wall - offsetAt(wall));
}
