"""Mail providers: who writes from one of these tells nothing of a firm."""

_NAMES = """
    126.com 139.com 163.com 189.cn 21cn.com aliyun.com aol.com att.net comcast.net fastmail.com foxmail.com
    free.fr gmail.com gmx.com gmx.de gmx.net googlemail.com hanmail.net hotmail.co.uk hotmail.com icloud.com
    laposte.net libero.it live.cn live.com mac.com mail.com mail.ru me.com msn.com naver.com orange.fr outlook.cn
    outlook.com pm.me proton.me protonmail.com qq.com sina.cn sina.com sohu.com t-online.de tom.com verizon.net
    vip.163.com vip.qq.com vip.sina.com web.de wo.cn yahoo.cn yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.cn
    yahoo.de yahoo.fr yandex.com yandex.ru yeah.net ymail.com zoho.com
"""
MAIL_PROVIDERS = frozenset(_NAMES.split())
