"""Who an English clause addresses: the Contractor shall, complaints must be answered by the manager."""

from __future__ import annotations

import re

_EN = re.compile(
    r"^(?:[A-Z][a-z]+ly,? (?=[A-Z]))?(?:No |Only )?(?!Don['’]t |Do |Never |Please |If |When |Where |Unless |Remember\b|Be |Let |A m(?:axim|inim)um "
    r"|Make )(?P<who>(?:[Tt]he |All |Every |Each |Any "
    r"|An? )?(?:two |three |four )?(?:(?!(?:must|shall|should|may|can|not|is|are|will|have|has|by|for|prohibits?|forbids?|bans?)\b)[A-Za-z'-]+ ){0,4}?"
    r"(?:staff|people|persons?"
    r"|(?:(?<=any )|(?<=every ))one|anyone|everyone|teams?|party|parties|compan(?:y"
    r"|ies)|departments?(?! heads?\b)|committees?|boards?|lord|crews?|finance|accounts|payroll|reception|housekeeping|security|procurement"
    r"|maintenance|admin|management|headquarters|HR|councils?|associations?|unions?|tribunals?|authorit(?:y|ies)|corporations?|chiefs?"
    r"|presidents?|patrons?|coach(?:es)?|candidates?|individuals?(?! members?\b)|delegates?|assembl(?:y|ies)"
    r"|signator(?:y|ies)|(?<=regional )chapters?|(?<=local )chapters?|personnel|hires?|patients?|universit(?:y|ies)|libraries|library|town|city|county|village"
    r"|faculty|deans?|principals?|(?:non-)?members|adults?|minors?|groups?|organi[sz]ations?|we|they|designees?|heads?|directors?|chairs?|chefs?|nurses?|clerks?|doctors?|guests?|hosts?|children|child"
    r"|students?|residents?|clients?|guards?|lifeguards?|(?!(?:order|letter|paper|water|meter|computer|number|register"
    r"|floor|door|error|power|offer|matter|folder|container"
    r"|locker|printer|counter|elevator|ladder|quarter|monitor|generator|freezer|poster|voucher|cover|corner|either"
    r"|other|whether|over|under|after|for|or"
    r"|her|per|never|every|later|refrigerator|corridor|three|degree|coffee|restaurant|relevant|important|constant|list"
    r"|checklist|higher|larger|longer|lower|older|heavier|lighter|wider|greater|fewer|further|former|latter|newer|taller"
    r"|deeper|smaller|shorter|transfer"
    r"|trailer|charger|remainder|reminder|shower|tower|weather|together|buffer|filter|layer|chapter|another|rather|proper"
    r"|major|minor|prior|indoor|outdoor|motor|colour|labor|behavior|plant|grant|current|summer|winter|quarterly|rubber"
    r"|timber|copper|silver|breaker|boiler|heater|burner|sprinkler|detector|extinguisher|conditioner|blower|dryer|washer|cooler|toaster|adapter|connector|paper|fever|cancer|answer|dinner|supper|manner|banner|scanner)s?\b)[A-Za-z]{2,}(?:er|or|ees?"
    r"|eeper|ant|ist|ian|mber)s?|landlords?|baristas?|cooks?|(?:(?:shift|team|floor|duty|kitchen) )leads?|interns?|stewards?|apprentices?"
    r"|concierges?|captains?|secretar(?:y|ies)|agents?|parents?|tenants?|associates?|(?:team )?members?|schools?|hotels?"
    r"|colleges?|clubs?|stores?|branch(?:es)?|applicants?|C[EFOTI]O|you)(?: and (?:the )?(?:C[EFOTI]O"
    r"|[A-Za-z]+(?:er|or|ee|ant|ist)s?))?)"
    # Staff discount is no staff.
    r"(?! (?:privilege|hour|material|item|card|hall|meeting|president|propert(?:y|ie))s?\b)"
    r"(?! (?:discount|meal|uniform|room|locker|badge|entrance|car park|toilet|area|handbook|rota|roster|canteen|lounge)s?\b)"
    r"(?: (?:who|whose|in|on|at|of|with|from|under)\b(?:[^,.;]|\.(?=\d)){1,80}?)??,? (?:must|shall|should|may|can|is"
    r"|are|has|have|will"
    r"|need|needs|only|not|[a-z]+s?)\b",
    re.IGNORECASE,
)
_EN_CASE = re.compile(
    r"^(?:(?:If|When|Whenever|Where|Unless|Once|After|Before|While|During|Until|On|Upon|For each|With|Without|Subject to"
    r"|However|In addition|Furthermore|Further|Also|Additionally|Moreover|Accordingly|Therefore|Similarly|Likewise|Finally|Normally|Generally|Otherwise|Instead"
    r"|Thereafter|Notwithstanding|As a|Although|For example|In this|In such|In that|In general"
    r"|In (?:addition to|accordance with|the event|case|order)|Except"
    # Should the guest complain, …: a condition without If.
    r"|Apart from|Aside from|Provided that"
    r"|Should (?:(?:the|an?|any|you|he|she|it|they|this|that|there|no)\b(?=[^?]*$)|(?:\w+ ){1,4}(?:be|fail|occur|arise|become|remain|need|wish)\b))\b[^,]*, )+",
    re.IGNORECASE,
)
# If you cannot stay you may leave early: a case that ends without a comma.
_EN_OPEN_CASE = re.compile(
    r"^(?:If|When|Where|Unless|Should) [^,.;:]* then (?=\w)|^During (?:[\w'’-]+ ){2,12}?(?=(?-i:[A-Z][a-z]+) (?:must|shall|may|should)\b)"
    r"|^(?:On|Upon|After|Before|When"
    r"|While) [a-z]+ing (?:(?!(?:and|or|that|who|which)\b)[\w'-]+ ){0,8}?(?=(?:the|an?|all|every|each)"
    r" [a-z]+(?: [a-z]+)? (?:must|shall|may|should)\b)"
    r"|^(?:In (?:this|that|such an?|such|these|those) (?:case|event|situation)s?|Then|Thereupon|At that (?:point|time)) (?=(?:the|an?|all|every|each) )"
    r"|^(?:If|When|Whenever|Once|Unless|Until) (?:you|they|he|she|we|it|(?:the|an?|any|no) \w+)\b[^,.;:]*\b(?=(?:you|they"
    r"|he or she|he|she|we|it) (?:can|may|must|shall|should|will|need)\b|(?:the|your) (?:\w+ ){1,3}(?:(?:will|must"
    r"|shall) be|(?:is|are) (?:permitted|allowed|entitled|required) to)\b)",
    re.IGNORECASE,
)
# Complaints must be answered by the Contractor: who does it stands behind the verb.
_EN_BY = re.compile(
    r"\b(?:must|shall|should|is to|are to|has to|have to|needs? to|will)\b[^,.;]{0,40}?\bby (?P<who>(?:the|a|an|two|three"
    r"|every|each|any|our) [A-Za-z' -]{2,30}?)(?= (?:within|before|after|at|in|on|and|or|who|each|every|no|not|for|with"
    r"|by|once|twice|as|from|to|while|when|whenever|where|if|unless|until|during)\b|[,.;:]|$)",
    re.IGNORECASE,
)
# When you work a double shift you may take two meals: you stand behind a case without a comma, too.
_EN_YOU = re.compile(
    r"\b(?<!if )(?<!when )(?<!that )(?P<who>you) (?:must|shall|should|may|can|cannot|will|need|are (?:required|expected"
    r"|allowed|asked|not))\b",
    re.IGNORECASE,
)
# Every guest must be greeted: what is done to those who are served binds somebody else.
_EN_SERVED = re.compile(r"\b(?:guest|customer|visitor|patient|client|caller|diner|passenger|shopper)s?$", re.IGNORECASE)
_EN_DONE_TO = re.compile(
    r" (?:must|shall|should|is to|are to|will) (?:always |never |not )?be (?:\w+ly )?(?:greeted|welcomed|told|given|offered|asked"
    r"|shown|informed|served|seated|thanked|called|treated|notified|advised|met|helped|led|warned|contacted|reminded|taken)\b",
    re.IGNORECASE,
)
_EN_WHEN = re.compile(
    "means|way|method|step|point|per cent|day|hour|month|week|year|date|end|time|noon|post|hand|train|bus|law|mail"
    "|phone|card|cash|close|deadline|vessel|vehicle|machine|software|lock|majority|vote"
)
_EN_HEADING = re.compile(
    r"^(?:(?:duties|responsibilities|tasks) of )?(?P<who>[A-Za-z' -]{3,40}?)(?: (?:duties|responsibilities|tasks))?:?$",
    re.IGNORECASE,
)

# The person on standby: what may go on behind the name.
_EN_REST = re.compile(r"(?: (?:who|whose|in|on|at|of|with|from|under)\b.*)?", re.IGNORECASE)
# A heading that only names those served is a topic: Customers, Visitors.
_EN_TOPIC = re.compile(
    r"(?:housekeeping|security|finance|accounts|payroll|reception|procurement|maintenance|admin|management|headquarters"
    r"|HR|teams?|departments?"
    r"|(?:[a-z-]+ )*(?:associates?|schools?|hotels?|colleges?|clubs?|stores?|branch(?:es)?)|customers|visitors|guests"
    r"|clients|children|members|users|residents|patients|organi[sz]ations?|groups?|personnel|faculty|town|city|county|village|librar(?:y|ies)|universit(?:y|ies)"
    r"|adults?|minors?|individuals?|candidates?|councils?|associations?|unions?|patrons?|new hires|non-members):?",
    re.IGNORECASE,
)


_EN_NEAR = re.compile(
    r", (?P<who>(?:(?:the|an?|all|every|each|any|no|neither|either|two|three) )?"
    r"(?:(?!which\b|who\b|that\b)[A-Za-z'/-]+ ){1,4}?)(?:must|shall|should|may|can|will"
    r"|(?:is|are) (?:required|responsible|entitled|expected|allowed)|has|have|reserves?)\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset(("they", "he", "she", "it", "he or she", "he/she"))
_EN_PRONOUN = re.compile(
    r"(?:he or she|he/she|they|he|she) (?:must|shall|should|may|can|will|is|are|has|have)\b", re.IGNORECASE
)
_EN_ANTECEDENT = re.compile(
    r"(?:If|When|Where|Whenever|Should|Once|Unless) (?P<who>(?:the|an?|any|each|every) (?:[A-Za-z-]+ ){0,2}?"
    r"(?:employee|member|tenant|customer|guest|owner|resident"
    r"|student|contractor|franchisee|licensee|occupant|user|officer|manager|supervisor|applicant|patient|parent"
    r"|person|party|board members|members|employees|[a-z]+(?:er|or|ee|ant)))"
    r"(?= (?!of\b))",
    re.IGNORECASE,
)


# Employment of Minors, Use of the Library: what is done, not who does it.
_EN_DONE_TO_THEM = re.compile(
    r"(?:\w+(?:ment|tion|sion|ance|ence|ing|al)|use|care|hire|conduct|safety|rights|number) of\b", re.IGNORECASE
)


# The conduct of a guest is the responsibility of the host.
_EN_OWED_BY = re.compile(
    r"\b(?:is|are|remains?|(?:shall|will|must) (?:be|remain)) (?:\w+ )?the (?:sole |full )?(?:responsibility|duty|obligation) of (?P<who>[\w' -]+?)"
    r"(?= (?:who|whose|that|which|if|when|where|unless|to|and|or|at|in|on|for)\b|[,.;:]|$)",
    re.IGNORECASE,
)


def english_bearer(view: str) -> str | None:
    """Return the subject of an English norm, or None."""
    main = english_main(view)
    if owed := _EN_OWED_BY.search(main):
        return owed["who"]
    match = _EN.match(main) or _EN_YOU.search(main)
    if match is None and (near := _EN_NEAR.search(main)):
        # At least ten days before the date, the Company shall …: the subject stands behind what says when.
        match = _EN.match(main[near.start("who") :])
        main = main[near.start("who") :]
    if (match and match["who"].lower() in _PRONOUNS) or (match is None and _EN_PRONOUN.match(main)):
        # If the employee disagrees, he may appeal: who he is stands in the case.
        named = _EN_ANTECEDENT.match(view)
        if named:
            return named["who"]
    by = _EN_BY.search(view)
    if by and not _EN_WHEN.search(by["who"]):
        return by["who"]
    if match is None or (_EN_SERVED.search(match["who"]) and _EN_DONE_TO.match(main, match.end("who"))):
        return None
    return match["who"]


def english_main(view: str) -> str:
    """Return an English clause without the case it begins with, as If no clerk is present."""
    return _EN_CASE.sub("", _EN_OPEN_CASE.sub("", view))


def english_titled(title: str) -> str | None:
    """Return whose duties an English heading announces (Duties of the Supervisor), or None."""
    match = _EN_HEADING.match(title)
    if match is None or _EN_TOPIC.fullmatch(title) or _EN_DONE_TO_THEM.match(match["who"]):
        return None
    first, joined, last = match["who"].rpartition(" and ")
    if joined and " " not in last and english_bearer(f"{first} must") is None:
        # Vehicles and Visitors are topics: of people joined by and each is somebody.
        return None
    # Associate Relations names no associate.
    named = english_bearer(f"{match['who']} must")
    return named if named and _EN_REST.fullmatch(match["who"], len(named)) else None
