"""Chinese: what makes a day the next step's, and what only names a day. Add a word to a line; the engine needs no change."""

# A date after one of these is no next action.
NEVER_NEXT = """
    不会, 不可能, 不太可能, 才考虑, 不再,
    不谈, 不动, 不做, 不签, 不定, 不考虑, 没空, 不方便, 到期, 过期, 有效期, 合同期, 成立于, 质保期, 质保到, 质保至,
    在质保, 合同截止, 起用,
    从去年, 生日, 合作以来, 续约期
"""

# What ends by a date is then to be followed up.
TRIALS = "试用, 测试环境, 测试账号, 测试期, 体验账号, 体验期, 试运行, poc, 样机"

# With one of these a month or a quarter is when they buy, not when we act.
COARSE_ONLY = """
    预算, 采购, 立项, 上线, 决策, 决定, 要买, 想买, 打算, 上马, 推迟到, 推到, 延到, 投产, 扩产, 再看, 再说, 启动,
    需要, 才能, 计划, 要用, 开业, 动工, 开工, 完工, 旺季, 淡季, 招标, 换系统, 想换, 要换, 交货, 量产, 搬迁, 可能,
    才有, 才会, 才
"""

# What may be done on a date.
ACTIONS = """
    覆, 联络, 起诉, 定标, 复测, 再测, 测,
    再要, 再问, 再报, 再发, 再催, 再打, 去要, 要钱, 要账, 讨, 结账, 结款, 对账,
    走合同, 走流程, 走审批, 盖章, 入库, 上架, 试产, 进场, 试点, 送货, 联系, 跟进, 跟, 回访, 打, 电话, 拜访, 见面,
    见, 发, 给, 寄, 催, 问, 谈, 聊, follow, follow up, 约, 去, 送, 演示, 报价, 交, 签, 开会, 回复, 答复, 回, 拿,
    出方案, 方案, 对接, 沟通, 确认, 提交, 过来, 再来, 来, 安排, 验收, 安装, 培训, 调试, 考察, 参观, 投标, 开标,
    评标, 测试, review, kickoff, 上门, 碰, 催款, 付款, 打款, 发货, 到货, 交付, 回来, 出差回来, 前, 之前, 跟踪,
    再follow, 再跟, 走完, 定下来, 推, 看, demo, 给结果, 出结果, 结果, 启动会, 上会, 过会, 复盘, 会, 下单, 到期前,
    再做, 再培训, 再试, 视频, 线上会, 电话会, 腾讯会议, 视频会
"""

# What makes even a month or a quarter a next step, standing beside it.
FOLLOW_ACTIONS = """
    走采购流程, 走合同流程, 走审批流程,
    联络, 再联络, 再 follow, 再follow,
    再要, 再报, 再发, 再碰, 去要, 要钱, 要账,
    回来, 回国, 回公司, 上班, 返岗, 到岗, 回岗,
    联系, 跟进, 回访, 再打, 打电话, 拜访, 见面, 再约, 催, 再问, 再谈, 再聊, follow, follow up, 沟通, 回复, 答复,
    再跟, kickoff, 发, 开标, 送, 寄,
    再做, 再培训, 再去, 再试
"""

# 剩下的年底再说: put off to some day, not agreed for that one.
SOME_DAY = """
    有个, 有一个, 有新, 有项目, 会有, 才有预算, 才有钱, 才有计划, 才有需求, 才有项目, 先有预算, 先有 budget,
    先有budget,
    才有budget, 才有 budget, 再说, 再看, 再定, 再考虑, 再议
"""

# These go on to say what is done: 月中再看方案.
NOT_SOME_DAY = """
    再看方案, 再看样, 再看货, 再看合同, 再看报价, 再看现场, 再看设备, 再看场地, 再看图, 再看数据, 再看结果,
    再看效果, 再看一次, 再看一遍,
    再定方案, 再定时间, 再定合同, 再定价
"""

# Takes up a time named before: 二季度有预算，到时候联系.
THEN = "到时, 到时候, 那时, 那时候, 届时"

# What makes "today" a next step.
TODAY_PLANS = """
    今天要, 今天必须, 今天得, 今天务必, 今天就要, 今天之内, 今天内, 今日内, 今天前, 今天给, 今天发, 今天寄, 今天就,
    要, 必须, 务必
"""

# At the hour named before.
SAME_TIME = "同一时间, 同样时间, 同样的时间, 时间不变, 老时间"

# The date after one of these no longer holds.
NEGATED_DATES = "取消了, 推掉了, 取消掉, 原定, 原来, 原本, 本来, 不是, 没空, 不行, 取消, 原计划"

# 从周二改到周四: the first of the two no longer holds.
MOVED_FROM = "从, 由"
MOVED_TO = "改, 推, 延, 挪, 调"

# A bare weekday governed by one of these is past.
PAST_VERBS = """
    给…了, 给…过, 付了, 付了款, 下的单, 下了, 提的, 提了, 发的, 寄的, 签的, 来的, 去的,
    买的, 定的, 见的, 聊的, 谈的, 报的, 打的, 付的, 装的, 了, 过, 已经, 已, 刚, 完,
    签了, 到账, 收到, 发了
"""

# What lasts from one day to another: only its end is a date to act on.
AWAY = "放假, 休假, 请假, 出差, 停产, 年假, 休息, 歇业, 不在, 休产假, 检修"
# 那天不行。
REFUSED_DATES = """
    不用联系, 不用找, 不用来, 不用去, 别联系, 别打, 别找, 别来, 先别, 不联系, 不用跟, 前不用, 前别, 前免谈, 没戏,
    不上新, 不进货, 不招标, 不订货, 不上货, 前不采购, 前不考虑, 前不买, 前不招标, 前不会采购, 前不打算, 前没预算,
    前没有预算, 不采购,
    不行, 没空, 没时间, 不方便, 来不了, 去不了, 不可以, 排不开, 有事, 取消了, 改不了,
    忙, 太忙, 很忙, 比较忙, 都忙, 走不开, 抽不开身
"""

# 这些后面才说行不行：明天他说有事。
WHO_REFUSES = "他她说又临时都也们对方突然"

# 只像是那天不行：周五忙完联系。
NOT_REFUSED = "忙完, 忙好, 忙过"

# 那天找不到人。
AWAY_ON = """
    放…天, 放假, 休假, 请假, 停产, 年假, 休息, 歇业, 不在, 不上班, 调休, 关门, 检修, 在国外, 在外地, 在出差, 停产检修
"""

# 从那天起是另一回事，不是要做的事：4月1号起换新采购。
FROM_THEN_ON = "起, 开始执行, 起执行, 开始实行, 开始生效, 生效"

# 起字在这些词里不是从那天起。
NOT_FROM_THEN_ON = "起草, 起诉, 起飞, 起运, 起吊, 起货, 起床"

# 日期前有这些字，是常有的事，不是约好的那一次：每周二例会。
EVERY = "一般, 通常, 平时, 固定, 一般都是, 每, 每月, 每个月, 每年, 每到, 逢, 每逢, 每隔"

# 紧接在日期前，说那天已经过去：已于3月9日发出。
ALREADY_ON = "已于, 已在, 早在, 曾在, 曾于, 早已于, 是在, 最早是, 刚好是"

# 后一个日期前面有这些，前一个就不算了：约了明天，临时改成后天。
MOVED_ONTO = """
    改成, 改为, 改到, 改在, 改约, 换成, 换到, 挪到, 推到, 延到, 调到, 提前到, 推迟到, 延后到, 变成, 改在了, 改到了
"""
RANGE_MARKS = "到, 至"
ON_A_DAY = "在, 于, 到"

# These hold a sign of a plan, or of something done, and are none.
NO_SIGNS = """
        完成, 忙完, 开完会再, 用完
    参会, 机会, 会员, 会计, 协会, 社会, 年会, 大会, 展会, 晚会, 会上, 会后, 会所, 会场, 学会, 工会, 商会, 董事会,
    会员, 理事会, 主要, 重要,
    次要, 要么, 要不是, 等等, 觉得, 值得, 获得, 取得, 聊得, 谈得, 做得, 得到, 晓得, 显得, 看得, 说得, 发现, 研发,
    开发, 发展, 批发, 沙发,
    出发, 爆发, 交通, 成交, 应付, 大约, 节约, 合约, 违约, 契约, 想法, 理想, 联想, 思想, 招待, 待遇, 给力, 报道,
    日报, 周报, 海报, 情报,
    过一遍, 过一下, 过一轮, 过方案, 过合同, 过图纸, 过需求, 不过, 通过, 经过, 过程, 过分, 超过, 过来, 过去, 为了,
    除了, 了解, 到底, 完全, 完整, 刚好, 刚需
"""

# Characters that say of a verb that it was done.
ASPECT_MARKS = "了过完到回好刚已"

# Behind a date these were said on that day; before it they say what is to come.
SAID_THEN = "说, 说要, 说了, 说不, 反映, 反馈, 投诉, 发现, 提出"

# Words that say nothing of the next step.
FILLERS = """
    再, 我, 会, 要, 去, 跟进, 约了, 约, 定了, 约好, 之前, 前, 准备, 打算, 下一步, 需要, 得, 记得, 给他, 给她, 就,
    他, 她, 让, 说, 后, 的, 在
"""

# Words that end like a filler and are none: 下周二签约.
WHOLE_ENDS = """
    签约, 续约, 预约, 解约, 给他, 给她, 找他, 找她, 约他, 约她, 等他, 等她, 见他, 见她, 陪他, 陪她, 催他, 催她, 回他, 回她
"""

# 以填充词开头、合起来才是一件事的：周四再聊。
WHOLE_STARTS = "再聊, 再谈, 再约, 再说, 再看, 再议, 再定, 再打, 再试, 再来, 再去"

# 王工说设备下周到货：后面的才是要发生的事。
TELLS = "说, 表示, 告诉我, 通知我"
OWNED_MARKS = "的"

# 跟王总约下周二：跟谁，不是做什么。
AGREED_WITH = "跟, 和, 与, 同, 约, 约在, 约好"

# What is agreed for a date.
AGREED_DATES = "约了, 约好, 约好了, 约在, 约到, 定在, 定于, 敲定, 说好, 讲好, 预约了, 安排在, 排在"

# Said with one of these a date is guessed at; what is agreed goes before it.
GUESSES = "可能, 估计, 大概率, 说不定, 也许, 没准"

# What they are busy with themselves: a day for it gives way to a day on which we act.
CIRCUMSTANCES = """
    飞机, 高铁票, 航班, 年会, 店庆, 周年庆, 搬仓库, 搬厂, 搬新厂, 搬办公室, 展会, 参展, 团建, 盘点, 搬家, 搬迁,
    检修, 开业, 生日, 婚礼,
    结婚, 校庆, 院庆, 放假, 内部会,
    体检, 月结,
    结账, 关账, 封账, 出差, 培训, 军训, 开学, 考试, 订货会
"""

# With one of these an hour says when somebody is to be had on any day.
USUALLY = "一般…在, 通常…在, 平时…在, 只有…在, 只在, 每天, 都在, 才在, 营业"

# Right before a date, these say that it is to come, whatever is done on it: 最晚20号到账.
FORESEEN = """
    最晚, 最迟, 至迟, 预计, 估计, 争取, 力争, 保证, 答应, 承诺, 说好, 计划, 打算, 要等到, 等到, 得等到, 改到, 改在,
    改去, 改了去,
    改成, 改为, 推到, 延到, 挪到, 提前到, 推迟到, 延后到
"""
