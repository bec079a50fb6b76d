"""The words that switch a digest and name its day."""

OFF = ("off", "关", "关闭")
ON = ("on", "开", "打开")
WEEKLY = ("weekly", "week", "周报", "每周")
DAILY = ("daily", "day", "日报", "每日", "每天")
DAYS = (
    ("monday", "mon", "周一", "星期一"),
    ("tuesday", "tue", "周二", "星期二"),
    ("wednesday", "wed", "周三", "星期三"),
    ("thursday", "thu", "周四", "星期四"),
    ("friday", "fri", "周五", "星期五"),
    ("saturday", "sat", "周六", "星期六"),
    ("sunday", "sun", "周日", "周天", "星期日", "星期天"),
)
BY_DAY = {word: number for number, words in enumerate(DAYS) for word in words}
