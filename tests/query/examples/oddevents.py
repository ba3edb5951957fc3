# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""The events made to be difficult: id, vendor, fields, and members of raw as they are written there."""


def _actor(name):
    return {"actor_name": name}


def _at(created):
    return {"created": created}


def _ip(text):
    return {"ip": text}


SCRIPTS = [
    ("script-kelvin", "asana", _actor("\u212aelvin"), ""),  # the Kelvin sign
    ("script-k", "asana", _actor("kelvin"), ""),
    ("script-dotted", "asana", _actor("\u0130stanbul"), ""),  # no simple folding
    ("script-dotless", "asana", _actor("\u0131stanbul"), ""),  # folds to nothing else
    ("script-i", "asana", _actor("Istanbul"), ""),
    ("script-sharp", "asana", _actor("Stra\u00dfe"), ""),
    ("script-capital-sharp", "asana", _actor("STRA\u1e9eE"), ""),  # folds to the small one
    ("script-ss", "asana", _actor("STRASSE"), ""),
    ("script-sigma", "asana", _actor("\u039f\u0394\u03a5\u03a3\u03a3\u0395\u03a5\u03a3"), ""),
    ("script-final-sigma", "asana", _actor("\u03bf\u03b4\u03c5\u03c3\u03c3\u03b5\u03c5\u03c2"), ""),
    ("script-cyrillic", "asana", _actor("\u0416\u0443\u043a"), ""),
    ("script-japanese", "asana", _actor("\u65e5\u672c\u8a9e"), ""),
    ("script-emoji", "asana", _actor("a\U0001f600b"), ""),  # one character, two UTF-16 units
    ("script-two", "asana", _actor("axyb"), ""),
    ("script-one", "asana", _actor("axb"), ""),
    ("script-decomposed", "asana", _actor("Zoe\u0308"), ""),  # equals the composed name
]

MARKS = [
    ("mark-star", "secoda", {"target_name": "a*b"}, ""),
    ("mark-question", "secoda", {"target_name": "a?b"}, ""),
    ("mark-backslash", "secoda", {"target_name": "C:\\Users\\bob"}, r'"path":"C:\\Users\\bob"'),
    ("mark-quote", "secoda", {"target_name": 'say "hi"'}, r'"said":"say \"hi\""'),
    ("mark-curly", "secoda", {"target_name": "\u201chi\u201d"}, ""),
    ("mark-comma", "secoda", {"target_name": "a,b"}, ""),
    ("mark-blank", "secoda", {"target_name": "a b"}, ""),
    ("mark-slash", "secoda", {"target_name": "/etc/passwd"}, ""),
    ("mark-colon", "secoda", {"target_name": "urn:x:1"}, ""),
    ("mark-dots", "secoda", {"target_name": "1..5"}, ""),
    ("mark-brackets", "secoda", {"target_name": "({[<>]})"}, ""),
    ("mark-newline", "secoda", {"target_name": "a\nb"}, r'"lines":"a\nb"'),
    ("mark-nul", "secoda", {"target_name": "a\x00b"}, r'"zero":"a\u0000b"'),
    ("mark-minus", "secoda", {"target_name": "-7d"}, ""),
    ("mark-or", "secoda", {"target_name": "OR"}, ""),
    ("mark-star-alone", "secoda", {"target_name": "*"}, ""),
    ("mark-tab", "secoda", {"target_name": "a\tb"}, ""),
]

ADDRESSES = [
    ("ip-lower", "datafold", _ip("2001:db9::1"), ""),
    ("ip-long", "datafold", _ip("2001:0DB9:0000:0000:0000:0000:0000:0001"), ""),
    ("ip-half", "datafold", _ip("2001:DB9:0:0::1"), ""),
    ("ip-next", "datafold", _ip("2001:db9::2"), ""),
    ("ip-edge-first", "datafold", _ip("172.16.0.0"), ""),
    ("ip-edge-last", "datafold", _ip("172.31.255.255"), ""),
    ("ip-edge-before", "datafold", _ip("172.15.255.255"), ""),
    ("ip-edge-behind", "datafold", _ip("172.32.0.0"), ""),
    ("ip-words", "datafold", _ip("unknown"), ""),
    ("ip-loopback", "datafold", _ip("::1"), ""),
]

# Around the ends of a day, a month, a year; daylight saving in New York ended on 2025-11-02 at 06:00Z and
# began on 2025-03-09 at 07:00Z.
TIMES = [
    ("time-old-year", "paradime", _at("2023-12-31T23:59:59.999999Z"), ""),
    ("time-new-year", "paradime", _at("2024-01-01T00:00:00.000000Z"), ""),
    ("time-leap-day", "paradime", _at("2024-02-29T12:00:00.000000Z"), ""),
    ("time-leap-end", "paradime", _at("2024-02-29T23:59:59.999999Z"), ""),
    ("time-march", "paradime", _at("2024-03-01T00:00:00.000000Z"), ""),
    ("time-spring-0", "paradime", _at("2025-03-09T04:59:59.999999Z"), ""),  # 23:59:59 the day before
    ("time-spring-1", "paradime", _at("2025-03-09T05:00:00.000000Z"), ""),  # midnight
    ("time-spring-2", "paradime", _at("2025-03-09T06:59:59.999999Z"), ""),  # 01:59:59
    ("time-spring-3", "paradime", _at("2025-03-09T07:00:00.000000Z"), ""),  # 03:00
    ("time-spring-4", "paradime", _at("2025-03-10T03:59:59.999999Z"), ""),  # the day's last, 23 hours
    ("time-spring-5", "paradime", _at("2025-03-10T04:00:00.000000Z"), ""),
    ("time-autumn-0", "paradime", _at("2025-11-02T03:59:59.999999Z"), ""),  # 23:59:59 the day before
    ("time-autumn-1", "paradime", _at("2025-11-02T04:00:00.000000Z"), ""),  # midnight
    ("time-autumn-2", "paradime", _at("2025-11-02T05:30:00.000000Z"), ""),  # 01:30, daylight saving
    ("time-autumn-3", "paradime", _at("2025-11-02T06:30:00.000000Z"), ""),  # 01:30 again
    ("time-autumn-4", "paradime", _at("2025-11-03T04:59:59.999999Z"), ""),  # the day's last, 25 hours
    ("time-autumn-5", "paradime", _at("2025-11-03T05:00:00.000000Z"), ""),
    ("time-second-0", "paradime", _at("2025-07-04T08:30:15.000000Z"), ""),
    ("time-second-1", "paradime", _at("2025-07-04T08:30:15.123456Z"), ""),
    ("time-second-2", "paradime", _at("2025-07-04T08:30:15.999999Z"), ""),
    ("time-second-3", "paradime", _at("2025-07-04T08:30:16.000000Z"), ""),
    ("time-now", "paradime", _at("2026-11-20T12:00:00.000000Z"), ""),
    ("time-after-now", "paradime", _at("2026-11-20T12:00:00.000001Z"), ""),
    ("time-hour-ago", "paradime", _at("2026-11-20T11:00:00.000000Z"), ""),
    ("time-day-ago", "paradime", _at("2026-11-19T12:00:00.000000Z"), ""),
    ("time-received", "paradime", {"received": "2026-11-20T11:30:00.000000Z", "ip": "::ffff:172.16.5.5"}, ""),
]

RAW = [
    ("raw-twice", "nected", {}, '"twice":"first","twice":"second"'),
    ("raw-tags", "nected", {}, '"labels":["Red","green",""],"none":null,"void":"","list":[]'),
    ("raw-tags-other", "nected", {}, '"labels":["blue"],"none":"null","void":" "'),
    ("raw-items", "nected", {}, '"items":[{"id":1,"name":"one"},{"id":2,"name":"two"}]'),
    ("raw-items-nested", "nected", {}, '"items":[{"id":3,"parts":[{"id":31},{"id":32}]},"plain",[4]]'),
    ("raw-item-alone", "nected", {}, '"items":{"id":9,"name":"one"}'),
    ("raw-matrix", "nected", {}, '"matrix":[[1,2],[3]]'),
    ("raw-inside", "nected", {}, r'"metadataJson":"{\"schedule\":{\"name\":\"nightly \\\"x\\\"\"},\"list\":[{\"n\":5}]}"'),
    ("raw-inside-twice", "nected", {}, r'"outer":"{\"inner\":\"{\\\"deep\\\":\\\"down\\\"}\"}"'),
    ("raw-inside-broken", "nected", {}, r'"metadataJson":"{\"schedule\":"'),
    ("raw-number-whole", "nected", {}, '"n":1000'),
    ("raw-number-exponent", "nected", {}, '"n":1e3'),
    ("raw-number-point", "nected", {}, '"n":1000.0'),
    ("raw-number-text", "nected", {}, '"n":"1000"'),
    ("raw-number-big", "nected", {}, '"n":123456789012345678901234567890'),
    ("raw-number-bigger", "nected", {}, '"n":123456789012345678901234567891'),
    ("raw-number-huge", "nected", {}, '"n":1e400'),
    ("raw-number-small", "nected", {}, '"n":0.1'),
    ("raw-number-minus", "nected", {}, '"n":-5'),
    ("raw-number-zero", "nected", {}, '"n":-0'),
    ("raw-number-words", "nected", {}, '"n":"many"'),
    ("raw-truth", "nected", {}, '"flag":true'),
    ("raw-untruth", "nected", {}, '"flag":false'),
    ("raw-times", "nected", {}, '"at":"2026-11-20T09:15:00Z"'),
    ("raw-times-offset", "nected", {}, '"at":"2026-11-20T23:30:00-02:00"'),
    ("raw-times-words", "nected", {}, '"at":"never","when":"2026-11-20 22:00:00","day":"2026-11-20"'),
    ("raw-names", "nected", {}, r'"a:b":"colon","say \"hi\"":"quote","dash-ed":"dash","$dollar":"dollar","dotted.name":"dot"'),
    ("raw-case", "nected", {}, '"Key":"upper","kEY":"mixed"'),
    ("raw-escapes", "nected", {}, r'"s":"caf\u00e9 \u65e5\u672c","slash":"a\/b"'),
    ("raw-surrogate", "nected", {}, r'"s":"lone \ud800 end"'),
    ("raw-pair", "nected", {}, r'"s":"pair \ud83d\ude00 end"'),
    ("raw-blanks", "nected", {}, '"spaced" : [ 1 , 2 ] , "o" : { "p" : "q" }'),
    ("raw-dots", "nected", {}, '"version":"1..5","semver":"1.2.3"'),
]

ODD_EVENTS = SCRIPTS + MARKS + ADDRESSES + TIMES + RAW
