"""Chinese: the script: traditional characters that occur in these tables, so that either is read.

Add a word to a line; the engine needs no change.
"""

SIMPLIFIED = dict(
    zip(
        "週禮後點號電話報價見談開會簽約訂單發郵過來給請時間個幾兩萬億這當買賣測試議聯繫係讓說錢鐘鍾東產業務顧"
        "問題總經傳樣條場應對輸贏無聽覺樂長聲訪進階員車軟體線統計營運區國華門飛馬麗龍雲網際與從為們還沒歡謝誰"
        "負責嗎審財實預算據紅師"
        "咗嘅冇佢俾畀傾睇識話",
        "周礼后点号电话报价见谈开会签约订单发邮过来给请时间个几两万亿这当买卖测试议联系系让说钱钟钟东产业务顾"
        "问题总经传样条场应对输赢无听觉乐长声访进阶员车软体线统计营运区国华门飞马丽龙云网际与从为们还没欢谢谁"
        "负责吗审财实预算据红师"
        "了的没他给给谈看识话",
        strict=True,
    )
)
