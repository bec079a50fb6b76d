/** The page's own words in the acting person's language. What the bot says comes in its reader's language by itself. */

const EN = {
  act_as: "Act as", advice: "Write to Dibs as you would after a call. Change the person above; move the clock to see what happens next.",
  ahead: "{time} ahead of real time", app: "APP", apps: "Apps", back: "Back", cancel: "Cancel", channels: "Channels",
  check_value: "Please check this value.", choose: "Choose an option", clock: "Clock of the workspace", close: "Close",
  day: "+1 day", day_hint: "Move the clock one day on", days: "{n} d", delete: "Delete message",
  delete_sure: "Delete this message? This cannot be undone.", done: "Done", drop_here: "Drop the file here to send it", edit: "Edit message",
  edited: "(edited)", empty_channel: "Nothing has been said here yet.", empty_dm: "Tell Dibs about your last call in a few words, or type / for commands.",
  error_any: "That did not work.", error_nothing_planned: "Nothing is planned: log a call first, then there is something to wait for.", error_unreachable: "The sandbox does not answer. Is it still running?",
  error_connection_failed: "The app is not there just now. Nothing was sent.", error_http_timeout: "The app did not answer in three seconds. Try again?",
  error_http_error: "The app could not take that. Try again?", error_unknown_command: "The app has no such command. Type / to see those it has.",
  error_view_expired: "This window has been open too long. Try again?",
  external: "external", home: "Home", hour: "+1 hour", hour_hint: "Move the clock one hour on", hours: "{n} h",
  members: "{n} members", message_actions: "Message actions", message_to: "Message {place}", messages: "Messages", more: "More",
  more_actions: "Shortcuts and files", moving: "The clock is moving…", new_messages: "New messages ↓", next_event: "Next event",
  next_event_hint: "Move the clock to when something happens next", no_home: "Dibs has not filled this page yet.",
  no_slash_in_thread: "Slack has no slash commands in threads. Write to Dibs in words here.", nothing: "Nothing found",
  only_you: "Only visible to you", optional: "(optional)", places: "Conversations", react_x: "React with a cross", real_time: "Real time",
  replies: "{n} replies", reply: "Reply…", reply_in_thread: "Reply in thread", reply_one: "1 reply", required: "Please fill in this field.",
  reset: "Reset", reset_hint: "Back to real time", run: "Run", sandbox: "Sandbox", save: "Save", search: "Search", send: "Send",
  sure: "Are you sure?", datepicker: "Date", datetimepicker: "Date and time", timepicker: "Time", table: "Table", thread: "Thread", type_more: "Type at least {n} characters", unread: "new", upload_file: "Send a file", workflow: "Workflow step: {step}", yes: "Yes",
};

const ZH = {
  act_as: "以谁的身份", advice: "像打完电话那样给 Dibs 发条消息。在上方换人，拨动时钟看接下来会发生什么。",
  ahead: "比真实时间快 {time}", app: "应用", apps: "应用", back: "返回", cancel: "取消", channels: "频道",
  check_value: "请检查这里填写的内容。", choose: "请选择", clock: "工作区时钟", close: "关闭",
  day: "+1 天", day_hint: "时钟前进一天", days: "{n} 天", delete: "删除消息",
  delete_sure: "确定删除这条消息吗？删除后无法恢复。", done: "完成", drop_here: "松手即可发送文件", edit: "编辑消息",
  edited: "(已编辑)", empty_channel: "这里还没有消息。", empty_dm: "用几句话告诉 Dibs 刚才的电话，或输入 / 查看命令。",
  error_any: "没有成功。", error_nothing_planned: "还没有计划中的事：先记录一次跟进，就有可等的了。", error_unreachable: "沙盒没有回应，它还在运行吗？",
  error_connection_failed: "现在连不上应用，没有发出任何内容。", error_http_timeout: "应用三秒内没有回应。再试一次？",
  error_http_error: "应用没能处理。再试一次？", error_unknown_command: "应用没有这个命令。输入 / 查看可用的命令。",
  error_view_expired: "这个窗口打开太久了。再试一次？",
  external: "外部", home: "主页", hour: "+1 小时", hour_hint: "时钟前进一小时", hours: "{n} 小时",
  members: "{n} 位成员", message_actions: "消息操作", message_to: "发消息给 {place}", messages: "消息", more: "更多",
  more_actions: "快捷操作和文件", moving: "时钟正在前进…", new_messages: "有新消息 ↓", next_event: "下一事件",
  next_event_hint: "跳到下一件事发生的时刻", no_home: "Dibs 还没有准备好这个页面。",
  no_slash_in_thread: "Slack 的消息列里不能用斜杠命令，请直接用文字告诉 Dibs。", nothing: "没有找到",
  only_you: "仅你可见", optional: "(选填)", places: "会话", react_x: "用叉号回应", real_time: "真实时间",
  replies: "{n} 条回复", reply: "回复…", reply_in_thread: "在消息列中回复", reply_one: "1 条回复", required: "请填写此项。",
  reset: "复位", reset_hint: "回到真实时间", run: "运行", sandbox: "沙盒", save: "保存", search: "搜索", send: "发送",
  sure: "确定吗？", datepicker: "日期", datetimepicker: "日期和时间", timepicker: "时间", table: "表格", thread: "消息列", type_more: "请至少输入 {n} 个字符", unread: "有新消息", upload_file: "发送文件", workflow: "工作流步骤：{step}", yes: "确定",
};

export const languages = { en: EN, zh: ZH };
export const languageOf = (locale) => (String(locale ?? "").toLowerCase().startsWith("zh") ? "zh" : "en");

let words = EN;

export function setLanguage(locale) {
  words = languages[languageOf(locale)];
}

export const known = (key) => key in words;
export const t = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
