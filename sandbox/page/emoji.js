/** The emoji names bots use most, as characters; others stay in colons. */
const NAMES = {
  x: "❌", white_check_mark: "✅", heavy_check_mark: "✔️", "+1": "👍", thumbsup: "👍", "-1": "👎", warning: "⚠️",
  bell: "🔔", no_bell: "🔕", calendar: "📅", date: "📅", spiral_calendar_pad: "🗓️", alarm_clock: "⏰", hourglass: "⌛",
  hourglass_flowing_sand: "⏳", telephone_receiver: "📞", phone: "☎️", email: "📧", envelope: "✉️", handshake: "🤝",
  tada: "🎉", wave: "👋", eyes: "👀", pushpin: "📌", round_pushpin: "📍", memo: "📝", pencil: "📝", pencil2: "✏️",
  lock: "🔒", unlock: "🔓", key: "🔑", moneybag: "💰", chart_with_upwards_trend: "📈", bar_chart: "📊", fire: "🔥",
  star: "⭐", seedling: "🌱", red_circle: "🔴", large_green_circle: "🟢", large_yellow_circle: "🟡", white_circle: "⚪",
  arrow_right: "➡️", arrows_counterclockwise: "🔄", bust_in_silhouette: "👤", office: "🏢", clipboard: "📋", mag: "🔍",
  information_source: "ℹ️", question: "❓", exclamation: "❗", rotating_light: "🚨", swimmer: "🏊", rocket: "🚀", bulb: "💡",
  paperclip: "📎", speech_balloon: "💬", smile: "😄", slightly_smiling_face: "🙂", pray: "🙏", clap: "👏", point_right: "👉",
};

export const emoji = (name) => NAMES[name.split("::")[0]] ?? `:${name}:`;
export const withEmoji = (text) => text.replace(/:([a-z0-9_+'-]+):/g, (whole, name) => NAMES[name] ?? whole);
