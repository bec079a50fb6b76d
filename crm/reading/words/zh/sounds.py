"""Chinese: the characters of companies' names that sound differently in different words.

SOUNDS says how each of them sounds as a rule in a name, SOUNDS_IN the words of two characters in which it sounds otherwise.
"""

SOUNDS = {
    "长": "chang", "重": "zhong", "行": "hang", "乐": "le", "朝": "chao", "都": "du", "会": "hui", "厦": "sha", "藏": "zang",
    "单": "dan", "曾": "zeng", "仇": "qiu", "朴": "pu", "贾": "jia",
}  # fmt: skip

SOUNDS_IN = {
    ("长", "zhang"): "成长, 生长, 增长, 家长, 校长, 行长, 院长, 市长, 部长, 团长, 船长, 店长, 首长, 长子, 长老, 长者",
    ("重", "chong"): """
        重庆, 重阳, 重新, 重生, 重组, 重启, 重建, 重现, 重光, 重叠, 重复, 重影, 重合, 重重, 重楼, 重塑, 重构, 九重,
        双重, 多重, 三重
    """,
    ("行", "xing"): """
        行动, 行者, 行云, 行远, 行健, 行知, 行政, 行李, 行车, 行走, 行星, 行之, 行为, 出行, 旅行, 步行, 骑行, 飞行, 航行, 通行,
        运行, 同行, 远行, 先行, 知行, 智行, 畅行, 易行, 天行, 云行, 力行, 慧行, 绿行, 慢行, 夜行, 平行, 执行, 发行, 一行, 善行,
        德行, 景行, 笃行, 践行, 途行, 任行
    """,
    ("乐", "yue"): """
        音乐, 乐器, 乐团, 乐坛, 乐队, 乐章, 乐府, 乐谱, 乐曲, 乐清, 乐音, 乐毅, 声乐, 器乐, 民乐, 国乐, 弦乐, 管乐, 配乐, 雅乐,
        礼乐, 奏乐
    """,
    ("朝", "zhao"): "朝晖, 朝霞, 朝露, 朝气, 朝夕, 朝暮, 今朝",
    ("都", "dou"): "都是, 都有, 都能",
    ("会", "kuai"): "会计, 财会",
    ("厦", "xia"): "厦门",
    ("藏", "cang"): "收藏, 珍藏, 冷藏, 馆藏, 储藏, 蕴藏, 典藏, 窖藏, 藏品, 藏书, 藏家, 隐藏",
    ("单", "shan"): "单县",
    ("贾", "gu"): "商贾",
}
