"""What a figure looks like in an English sentence: every form as one pattern with named parts, and where one can begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.zh.quantities.english_ages import AHEAD
from guizhang.zh.quantities.english_numbers import BEHIND, CODES, DIGITS, NUMBER, ORDINALS, WORDS

_NTH = "|".join(ORDINALS)
_N = NUMBER
_TO = r"(?: ?(?:-|–|to|or|thru|through) ?)"
MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(
    f"{name}|{name.upper()}|{name[:3]}\\.?" if len(name) > 3 else f"{name}|{name.upper()}" for name in MONTHS
)
# How whole a time is does not say how long it is: two consecutive days, three full months.
_WHOLE = "(?:consecutive|successive|calendar|clear|full|whole|complete|continuous|further|additional|natural|straight) "
_COUNTED = "|".join(WORDS)
_NAMED = "|".join(BEHIND)
# No adjectives: three of the boxes, two or fewer.
_JOINING = (
    "|".join(WORDS)
    + "|and|the|per|for|with|from|that|than|are|was|has|have|had|may|can|must|shall|will|not|who|which|each|other|more"
    "|during|about|between|until|since|against|among|across|through|plus|also|then|only|every|any|some|these|those"
    "|such|both|all|out|off|should|would|could"
    "|less|fewer|over|under|within|before|after|when|per|its|his|her|their|our|your|into|onto|upon|times|people"
    "|points|copies|days|hours|weeks|months|years|minutes"
)
# The second floor leads to the store: what has an order of its own is no rung.
_NO_RUNG = (
    "floor|day|week|month|quarter|year|shift|line|party|page|step|stage|level|half|place|column|row|door|name|person"
)
_HOUR = r"(?<![\d.:/])\d{1,2}(?:[:.]\d{2})?"
_CLOCK = rf"(?:{_HOUR} ?(?:[ap]m\b|[ap]\.m\.))"
_EACH_OF = r"(?:customer|person|guest|member|patron|resident|family|household|visit|card|account|table|room)\b"
_UNTIL = r"(?: ?[-–—] ?| to | until | till | thr(?:u|ough) )"
_ONE_LONG = "(?:hour|day|week|month|quarter|year)"
FORM = re.compile(
    rf"\b(?P<half>(?:half an? |(?:an? |one[ -])?half[ -]|1/2 )(?:working )?"
    r"(?P<half_unit>hour|day|year|metre|meter|kilomet(?:re|er)|mile|page|litre|share))\b(?!-)"
    rf"|(?P<often>\b(?:once|twice|(?:{_N})(?: \ue000{{3,5}}| [(]\d+[)])? times)"
    rf" (?:an?|every|each|per) (?:(?P<every>{_N})(?: \ue000{{3,5}}| [(]\d+[)])? )?(?P<period>hour|day|night|week|month|quarter|year)s?\b)"
    rf"|(?P<daily>\b(?:once|twice|(?:{_N}) times) (?:a )?(?P<rhythm>daily|weekly|monthly|quarterly|yearly|annually)\b)"
    r"|\b(?P<quarters>a|one|three) (?:quarters? of an hour|quarter[ -]hours?)\b"
    rf"|\b(?P<one>a (?=fortnight\b)|(?:(?<=within )|(?<=least )|(?<=than )|(?<=up to ))an? (?={_ONE_LONG}\b))(?P<one_unit>fortnight|{_ONE_LONG})"
    r"|\bevery (?P<every_one>week|month|quarter|year)\b"
    # For every two hours worked is a rate, every two hours a rhythm.
    rf"|(?<!for )\bevery (?P<every_n>{_N}) (?P<every_unit>minute|hour|day|week|month|quarter|year)s\b(?! (?:of|worked|late|or part)\b)"
    rf"|\bevery (?P<every_nth>other|second|third|fourth) (?P<nth_unit>day|week|month|quarter|year)\b"
    # Inspected weekly; a weekly meeting only has a name.
    r"|(?:(?<=ed )|(?<=en )|(?<=held )|(?<=paid ))(?P<adverb>daily|weekly|fortnightly|monthly|quarterly|yearly|annually)\b(?! (?:and|or|to)\b| [a-z]+s\b)"
    r"|(?<![\d.,])(?P<pence>\d{1,2})p\b(?!\.m)"
    rf"|(?:(?<=age of )|(?<=aged )|(?<=\bages )|(?<=\bage ))(?P<age>{_N})(?:{_TO}(?P<age_to>{_N}))?(?: years?\b(?: of age\b)?)?"
    r"|(?:(?<=\bunder[ -])|(?<=\bover[ -]))(?P<aged>\d{1,2})(?=['’]?s\b)"
    r"|(?P<share>\b(?:one[- ]half|half(?= (?:of|the)\b)|a third(?= of\b|[,.;)]|$)|(?:a|one) quarter(?= of\b)|a majority)\b)"
    r"|\b(?P<over>one|two|three|four|five|seven|nine)[- ](?P<under>(?:third|fifth|eighth|tenth)s?|quarters)\b"
    r"|(?P<bare>(?<=[:,] )\d{1,5}\.\d{2}(?= ?(?:per\b|each\b|an?\b|[;,.)]|$)))"
    rf"|(?P<noon>\b(?:12(?:[:.]00)? ?)?(?:noon|midnight)\b)|\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)|(?P<nth>{_NTH})) (?:day )?of (?:the"
    rf"|each|every) (?:(?:following|next|same) )?(?:calendar )?month\b"
    rf"|(?:(?<=least )|(?<=most )|(?<=(?:more|less) than )|(?<=(?:fewer) than )|(?<=in excess of )|(?<=further )|(?<=exceeds )"
    r"|(?<=body under )|(?<=one under )|(?<=ldren under )|(?<=sons under )|(?<=aged under )"
    rf"|(?<=exceed )|(?<=greater than )|(?<=larger than )|(?<=bigger than )"
    rf"|(?<=smaller than )|(?<=\bto )(?=[a-z\d]+ per {_EACH_OF})|(?<=maximum of )(?=[a-z\d]+ per {_EACH_OF}))"
    rf"(?P<alone>{_N})(?= per {_EACH_OF}| (?:will|need|requires?|does|do|may|is|are|must|shall|can|out of)\b|[.,;:](?!\d)|$)"
    rf"|(?:(?:(?<=between )|(?<=between the hours of ))(?P<opens>{_CLOCK}) and (?P<closes>{_CLOCK})"
    rf"|(?P<clock>{_CLOCK}|{_HOUR}(?={_UNTIL}{_CLOCK}))(?:{_UNTIL}(?P<till>{_CLOCK}))?)"
    rf"|(?P<oclock>\b(?:{_N}) o['’]clock\b)|(?P<military>\b(?:[01]\d|2[0-3])[0-5]\d(?= ?(?:hrs|hours)\b))"
    rf"|(?P<limited>(?:(?<=least )|(?<=most )|(?<=than )|(?<=renewed )|(?<=extended )|(?<=repeated ))once|\btwice(?! (?:as|the)\b))\b"
    rf"|(?P<code>\b(?:RMB|CNY|USD|EUR|GBP|HKD|NTD) ?|(?:US|HK|NT|\bS)\$ ?"
    rf"|[$€£¥] ?)(?P<amount>{DIGITS}|\.\d{{1,2}}(?!\d))(?![\d.,]* ?[百千万亿元])"
    rf"(?P<scale> (?:thousand|million)\b|[kKmM]\b)?(?:{_TO}(?P=code)?(?P<upper>{DIGITS})(?![\d,.]*\d| ?%| per ?cent))?"
    rf"|\b(?P<rung>{_NTH}|\d{{1,2}}(?:st|nd|rd|th)) (?:(?:(?:late|written|proven|upheld|unexcused|missed|such) )?"
    r"(?:offen[cs]e|breach|violation|infringement|infraction|warning|absence|lapse|default|no-show|strike|reprimand|write-up)\b"
    r"|(?<=\d[a-z]{2} )(?:notice|reminder|letter|incident|instance|complaint)\b|(?:notice|reminder|letter|incident"
    r"|instance|complaint)(?= ?[:–-] )|(?:time|occurrence|occasion)"
    r"(?=:| ?[,–-] |[.;)]| (?:and\b|in\b|within\b|[$€£¥]|HK\$|US\$|RMB|CNY|leads?|results?|receives|is (?:a|dealt|punished|fined))\b)"
    rf"|(?=(?:(?!(?:{_NO_RUNG})s?\b)[a-z-]{{3,14}} ){{0,2}}(?:(?:in|within) [a-z0-9 ]{{1,24}} )?(?:(?:leads? to|results? in|means|costs|ends the"
    r"|carries|attracts|incurs|earns)\b)))"
    rf"|\b(?P<dom>\d{{1,2}})(?:(?:st|nd|rd|th)(?: day)? of |(?:st|nd|rd|th)? )(?P<month>(?-i:{_MONTH}))(?:,? (?P<year>(?:19|20)\d\d))?\b"
    rf"|\b(?P<month2>(?-i:{_MONTH})) (?P<dom2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year2>(?:19|20)\d\d)\b)?"
    # By March, in the month of April; in May 2024 is a time that has gone by.
    rf"|\b(?:(?<=\bof )|(?<=\bin )|(?<=\bby ))(?P<month3>(?-i:{'|'.join(MONTHS)}))\b(?! \d|,? (?:19|20)\d\d)"
    rf"|\b(?:(?<=before )|(?<=until )|(?<=each )|(?<=every )|(?<=during ))(?P<month4>(?-i:{'|'.join(MONTHS)}))\b(?! \d|,? (?:19|20)\d\d)"
    rf"|\b(?:(?:(?<=between )(?P<low>{_N})(?: ?(?:[°º˚] ?[CF]|℃|℉|%|\ue000{{3,5}}))? and "
    # Not less than ten nor more than thirty days.
    rf"|(?:(?<=less than )|(?<=fewer than )|(?<=at least ))(?P<least>{_N})(?: (?:\ue000{{3,5}}|[(]\d+[)]))?,? (?:nor|and not|and no|but not|but no) more than )"
    rf"(?P<high>{_N})(?: ?(?:\ue000{{3,5}}|[(]\d+[)]))?"
    rf"|(?P<n>{_N})(?:(?: |(?<=[a-z]))\ue000{{3,5}}| ?[(](?:{_COUNTED}|\d[\d,.]*)[)])?(?P<limit> or (?:more|fewer|less|over)"
    rf"|[+](?= ?[a-z]))?(?:{_TO}(?P<m>{_N}))?)(?:"
    r"(?P<percent> ?%| per ?cent\b)(?: ?[(]\d+(?:\.\d+)? ?%[)])?|(?P<degrees> ?(?:[°º˚] ?C\b|℃)| degrees? (?:C|Celsius)\b)"
    r"|(?P<fahrenheit> ?(?:[°º˚] ?F\b|℉)| degrees? (?:F|Fahrenheit)\b)|(?P<below>(?<=\bminus \d)|(?<=\bminus \d\d)) degrees\b"
    rf"|(?:[ -]|(?<=\d))(?:{_WHOLE}){{0,2}}(?P<business>(?:working|business) |work(?=days?\b))?(?P<time>seconds?|minutes?|hours?|days?|weeks?|months?"
    rf"|quarters?(?! of)|fortnights?|years?|(?:sec|min|hr|wk|yr)s?)\b(?![ -]olds?\b| of age)"
    rf"|(?P<money> (?:{_NAMED})\b)| (?P<unit>times?|people|(?:person|staff|ring"
    rf"|call|copy|point|metre|guest|customer)(?! [a-z]{{3,14}}[^s]s\b)|(?:(?:square|cubic) )?(?:feet|foot|ft\b|met(?:re|er)s?)|inch(?:es)?|sq\.? ?ft|children"
    r"|kg|cm|km/h|km per hour|miles per hour|m/s|km|mph|kph|kmh|lbs?|yrs"
    rf"|[a-z]{{3,14}}s|(?:(?<=one )|(?<=one \ue000{{3}} )|(?<=one \(1\) )|(?<=[ (]1 ))(?:(?:[a-z]{{3,14}}(?:ed|ing)|verbal|written|oral|final|formal|free"
    rf"|small|large|new|single|extra|first(?=[ -][a-z]+ers?\b)) ){{0,2}}(?!(?:{_JOINING}|additional|verbal|single|extra|first|next|last)\b)"
    rf"[a-z]{{3,14}}(?:-[a-z]+)?)\b"
    r"|(?<=\d)(?:(?P<times>x)|(?P<glued>mph|kph|kmh|lbs?|ft))\b|-(?P<aged_so>year-olds?)\b"
    r"|-(?P<wide>foot|inch|mile|met(?:re|er)|yard|pound|page|person|member|seat)(?= [a-z])"
    rf"| (?P<described>(?:(?!(?:{_JOINING})\b)[a-z-]{{3,14}} ){{1,2}}[a-z]{{3,14}}s)\b)"
    rf"|(?<=[ (])(?P<old>{_N})(?: \ue000{{3,4}}| [(]\d{{1,2}}[)])?(?={AHEAD})",
    re.IGNORECASE,
)
_BEGINNERS = (
    *ORDINALS[:5],
    *"hundred thousand million half once twice third thirds quarter quarters fifth fifths tenth tenths majority noon midnight".split(),
)
_RHYTHM_WORDS = "daily weekly fortnightly monthly quarterly yearly annually".split()
NUMBER_WORDS = frozenset(
    (
        *WORDS,
        *_BEGINNERS,
        *_RHYTHM_WORDS,
        "every",
        "fortnight",
        "hour",
        "day",
        "week",
        "month",
        "year",
        *(m.lower() for m in MONTHS if m != "May"),
    )
)
"""Every English figure has one of these in it, or a digit."""
_FIRST_WORDS = {
    "a ",
    "an ",
    "every ",
    *_RHYTHM_WORDS,
    *WORDS,
    *_BEGINNERS,
    *ORDINALS,
    *(month[:3].lower() for month in MONTHS),
}
# Where a form can begin; to ask the forms themselves at every sign would take five times as long.
BEGIN = re.compile(
    r"[\d½¼¾$€£¥]|\b(?:"
    + "|".join(sorted(_FIRST_WORDS | {re.escape(c.lower()) for c in CODES if c[0].isalpha()}))
    + ")"
)


def forms(view: str) -> Iterator[re.Match[str]]:
    """Yield the matches of `FORM` in *view*, in order."""
    lower = view.lower()
    if len(lower) != len(view):
        # A capital whose small letter takes two signs (İ): places would not agree.
        yield from FORM.finditer(view)
        return
    place = 0
    while begin := BEGIN.search(lower, place):
        match = FORM.match(view, begin.start())
        if match:
            yield match
        place = match.end() if match else begin.start() + 1
