"""Norms of English sentences, by the modals English rules use."""

from __future__ import annotations

import re

from guizhang.facts.english_bearers import english_bearer, english_main
from guizhang.facts.english_consequences import WITHHELD, english_consequence
from guizhang.facts.english_modality import BY_ITSELF, DUE, FIRST, LAST, ORGAN
from guizhang.facts.judgement import Judgement
from guizhang.model.regulation import Norm

_BY = re.compile(
    r"\b(?:approved|authori[sz]ed|decided|granted|signed off) by (?P<who>(?:the |a |an )?[A-Za-z ]+?)"
    r"(?=[,.;]|$| (?:in|within|before|and|if|on|at)\b)"
)
_COMMAND = re.compile(
    r"^(?:always |then |also |only |please |remember,? (?:(?:when|if|that)\b[^.;]*?)??)?(?:be (?:sure|careful|ready"
    r"|prepared|aware|polite|on time)\b|remember to|let|keep|clock|report|return|switch|turn|use|wear|check|record"
    r"|answer|call|clean"
    r"|close|lock|sign|submit|send|pay|ask|tell|greet|offer|file|store|wash|wait|write|note|log|hand|inform|notify|"
    r"put|place|leave|follow|apply|bring|obtain|complete|confirm|ensure|make|take|give|provide|maintain|repair|arrive"
    r"|attend|display|label|empty|count"
    r"|open|hold|lift|hang|read|remove|replace|repeat|rinse|reset|return|pass|prepare|serve|stop|move|park|show|speak"
    r"|comply|alert|add|run|dispose|dress|respect|treat|observe|avoid|work|wipe|smile|thank|apologi[sz]e"
    # Register before unloading; a register, a book and a cover are things.
    r"|(?:register|book|reserve|lower|deposit|secure|fasten|unplug|collect|drive|walk|cover|contact|consult|refer|recycle|supervise|leash|pick up|clear"
    r"|tidy|sweep|deliver|update|enter|exit|slow|stay|remain|share|supply|verify|review)(?= (?:the|an?|your|all|any|every|each|it|them|at|with|before"
    r"|after|in|on|out|up|off|down|behind|inside|outside|only|to|from|and|by|as soon|clear|away)\b))\b(?!-)",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"^(?:The |All |Every |Each )?[A-Za-z' -]{2,40}?\b(?:\w+[^s\W]s|report|keep|pay|sign|check|return|wear|hand|use"
    r"|clean|stay|go|remain|need|arrive|bring|leave|take)\b "
)
# What is done as a rule: deliveries are checked against the order. A state is none: the desk is located there.
_DONE = re.compile(
    r"\b(?:is|are) (?!usually|generally|normally|typically|mostly)(?:\w+ly )?(?!"
    r"(?:entitled|designed|intended|meant|aimed|offset|called|named|located"
    r"|included|based|used|known|excluded|needed|attached"
    r"|furnished|divided|reserved|released|reduced|calculated|made in|fixed|charged|priced|reimbursed|situated|listed"
    r"|described|valued)\b)(?:\w+ed|held|heard|kept"
    r"|sent|given|taken|made|put|written|read|worn|shown|cut|sold|shut)\b",
    re.IGNORECASE,
)
# A notice will be sent: somebody has to send it.
_WILL_BE_DONE = re.compile(
    r"\bwill be (?:\w+ly )?(?:sent|mailed|e-?mailed|posted|notified|informed|answered|reviewed|recorded|issued|conducted|delivered|published"
    r"|displayed|filed|forwarded|acknowledged|investigated)\b",
    re.IGNORECASE,
)
_FREE_COMMAND = re.compile(
    r"^(?!the|an?|all|each|every|any|no|this|it|if|when|where|there|one|two|in|on|at|by|for|with|within|after"
    r"|before|whoever)(?:always |then |also |only "
    r"|first )?[a-z]+(?<!s)(?<!ing)(?<!ed)(?<!ion)(?<!ity)(?<!ment)(?<!age)"
    r" (?:the|an?|your|all|every|each|any|it|them|both|out|off|up|down|away|once|twice|promptly|immediately|politely|only)\b",
    re.IGNORECASE,
)
_DOES_NOT = re.compile(
    r"\bdoes not (?!apply|include|affect|count|exceed|mean|cover|extend|need|have)[a-z]", re.IGNORECASE
)
# Speed inside the building does not exceed 8 km/h: a limit to keep.
_KEEPS = re.compile(
    r"\b(?:does not|do not|never) exceed\b|^[^,]{2,30} go(?:es)? (?:in|into|to|back|through)\b|\b(?:is|are) kept (?:at"
    r"|below|under|above|between|within)\b",
    re.IGNORECASE,
)
_APPLIES = re.compile(
    r"\b(?:also |only |likewise |does not |do not )?appl(?:y|ies) (?:to|for|from|until)\b", re.IGNORECASE
)
_IS_DUE = re.compile(rf"\b(?:entitled|eligible) (?:to|for) {DUE}", re.IGNORECASE)
_GETS = re.compile(r"^[A-Za-z' -]{2,40}?\b(?:accrues?|earns?|gets?|enjoys?)\b", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|will|does|stays?|goes?|remains?)\b", re.IGNORECASE)
# The employee will hand in the badge; what will be done to somebody is no duty of his.
_WILL_DO = re.compile(
    r"\bwill (?!be\b|have\b|receive\b|recieve\b|get\b|accrue\b|earn\b|find\b|apply\b|include\b|mean\b"
    r"|try\b|endeavou?r\b|attempt\b|(?:normally|usually|generally) )[a-z]+",
    re.IGNORECASE,
)
# An associate who cannot come must call: what somebody cannot do is the case.
_WHO_CANNOT = re.compile(
    r"\b(who|which|that) (?:cannot|(?:(?:do|does|did|is|are|has|have|was|were|will|would|should|must|may|can)(?: not"
    r"|n['’]t)|must|may"
    r"|can|should|shall)(?! be\b)(?= [a-z]))",
    re.IGNORECASE,
)
# The rule is said before: staff must ring the office where the form cannot be opened.
_SAID = re.compile(
    r"\b(?:must|shall|may|should|can|will|cannot|never|please|(?:is|are|has|have|need|needs) (?:\w+ )?to)\b",
    re.IGNORECASE,
)
_CASE_BEHIND = re.compile(
    r"\b(?:where|if|when|whenever|because|since|as soon as|so that|in case|although|even if|until)\b.*", re.IGNORECASE
)
_NEGATED = re.compile(
    r"\b(?:cannot|can not|can['’]t|(?:do|does|is|are|has|have|was|were|may|need)(?: not|n['’]t)(?: to)?)\b",
    re.IGNORECASE,
)
# Use the form approved by the committee: what is approved already is no power. A claim must be approved by somebody.
_APPROVED_THING = re.compile(
    r"(\b(?:must|shall|should|may|can|only|please)\b(?!(?: \w+ly| first| then| also| in writing)* be\b)(?:(?! be\b"
    r"| is\b| are\b)[^.;])*?)"
    r"\b(?:approved|authori[sz]ed|decided|granted|signed off|determined) by\b",
    re.IGNORECASE,
)
# Reasons may include…, rates may vary: what may be so is let to nobody.
_MAY_BE_SO = re.compile(
    r"(?<=\bthere )(?:may|can|might) (?=be\b)|\b(?:may|can) (?=(?:also )?(?:include|differ|occur|(?:vary"
    r"|change)(?= (?:from|by|with|according|depending)\b|[.,;]|$)"
    r"|be (?:affected|contingent|(?:updated|revised)(?! (?:[a-z]+ ){0,4}by\b)|found|seen|obtained from|(?!using\b)[a-z]+ing))\b)",
    re.IGNORECASE,
)
# Fees are fixed at such an amount as the board shall determine: who determines it is told, and nothing asked of him.
_AS_DECIDED = re.compile(
    r"\bas (?:(?:the |an? |our )?(?:[\w'’]+ ){1,5}?|it |he |they )(?:shall|may|must)(?: \w+ly| from time to time)?"
    r" (?:determine|decide|direct|fix|specify|prescribe|approve|require|deem|think|see)\b",
    re.IGNORECASE,
)
# The amount we are allowed is a fact.
_GRANTED = re.compile(
    r"\b(we|you|they|staff|employees) are (allowed|permitted|entitled)(?= (?:is|are)\b)", re.IGNORECASE
)
_MODAL = re.compile(
    r"\b(?:must|shall|may|should|(?:is|are) to be|(?:is|are) (?:\w+ly )?(?:encouraged|advised|urged|required|expected|prohibited|forbidden))\b",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r",? (?:and|but) (?:(?:(?:the|it|they) (?:\w+ )?)?(?:must|shall|may|should)|\w+ (?:is|are) not (?:permitted|allowed))\b",
    re.IGNORECASE,
)
# Whoever is served or employed may cancel or refuse by leave; a party, an organ by its power.
_LET = re.compile(
    r"(?!(?-i:The [A-Z]|the [A-Z]))(?:the |an? |any |every |each |all )?(?:\w+ ){0,2}?"
    r"(?:customers?|guests?|visitors?|addressees?|recipients?|consignees?|passengers?|patients?"
    r"|students?|pupils?|parents?|employees?|staff|workers?|learners?|trainees?|applicants?|candidates?|shoppers?|diners?|users?|readers?|you|he|she"
    r"|they|anyone|everyone) (?:(?:may|can)\b(?! (?:terminate|end the))|(?:(?:shall|will) be|is|are) entitled to\b)",
    re.IGNORECASE,
)
# Whoever is served or belongs to the house has a right to be heard: leave, and no power over others.
_RIGHT_OF = re.compile(
    r"(?:all |any |every |each |the |an? )?(?:[\w-]+ ){0,2}?(?:persons?|people|individuals?|members?|residents?|employees?|staff|volunteers?|students?"
    r"|parents?|patients?|guests?|customers?|clients?|users?|visitors?|you|he|she|they|everyone|anyone|accused|complainant|respondent)(?: [^,;.]{0,40}?)?"
    r" (?:(?:shall|will) )?(?:ha(?:s|ve)|holds?) (?:the |a )?(?:\w+ )?right (?:to|of) (?:appeal|be|vote|attend|inspect"
    r"|know|request|ask|withdraw|complain|object|resign"
    r"|receive|speak|review|see|use|file|submit|choose|nominate|elect)\b",
    re.IGNORECASE,
)
# Where a clause is first said to do something, and where a second one begins.
_DOES = r"(?:must|shall|may|should|cannot|can|will|won['’]t)"
_IS = (
    r"(?:is|are) (?:not |also |strictly |only )?(?:to be|permitted|allowed|required|prohibited|subject to|liable|entitled|forbidden|expected"
    r"|responsible|encouraged|advised|fined|charged|eligible)"
)
_SAID_FIRST = re.compile(rf"\b(?:{_DOES}|{_IS}|reserves? the right|has the right|have the right)\b", re.IGNORECASE)
_LATER_MAIN = re.compile(
    rf"[,;]? (?:and|but|or|nor|otherwise|failing which)(?: (?!if\b|when\b|where\b|who\b|which\b|that\b)[\w'’/-]+){{0,14}}? (?:{_DOES}|{_IS}|reserves?)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r",? (?<!only )(?:unless|until|if|when|whenever|where|wherever|because|since|so that|in order|(?:as|so) (?:soon"
    r"|long) as|provided|except|before|after|whether|even|although|though"
    r"|while|as (?:determined|decided|required|approved|directed|specified|permitted|needed)|which|whose|whom|who"
    r"|that (?:is|are|may|must|can|shall|should|will)"
    r"|(?:for|without|to|of|in|by|on|under) which|to be approved)\b.*",
    re.IGNORECASE,
)
_ONLY_IF = re.compile(
    r"(?<=[\w.)]),? (?<!only )(?<!even )(?:if|when|whenever|unless|in case|because) (?=\w)", re.IGNORECASE
)
_ONLY_THEN = re.compile(r"\bmay only\b|\bonly (?:after|with|once|if|when|where)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:they|it) (?:may|can)\b", re.IGNORECASE)
_CASE_OF = re.compile(
    rf"(?:If|When|Where|Whenever|Unless) (?P<who>(?:the |an? )?(?:\w+ )?{ORGAN}) (?:is|are|has|have|does|do|thinks?|finds?|considers?"
    r"|believes?|deems?|decides?|suspects?|learns?|sees?|needs?|wish(?:es)?|becomes?|receives?)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"^(?:(?:not|no) (?!shows?\b|call(?:/|-|,? no\b))[a-z]|neither (?!party\b|side\b|of\b)(?:\w+ ){1,8}nor [a-z])",
    re.IGNORECASE,
)
# Theft will result in termination at the discretion of the manager: what follows is sure, how far it goes is his.
_METED_AT_WILL = re.compile(
    r"\b(?:will|shall) (?:be|result|lead)\b[^.;]* at the (?:\w+ )?discretion of\b", re.IGNORECASE
)
_BUT = re.compile(r",? (?:and|but) (?=\w)")
# I will keep the paths clear: whoever signs binds himself.
_FIRST_PERSON = re.compile("I will (?!receive|get|be)[a-z]")
# Please note that, please be aware: what is told stands behind.
_NOTE = re.compile(
    r"(?:(?:Please|Kindly) (?:note|be aware|be advised)|(?:I|You) (?:understand|acknowledge))(?: that|[,:]) (?=\w)",
    re.IGNORECASE,
)


# Garbage: please take it home. What is run in before a sentence says what it is about.
_RUN_IN = re.compile(r"[A-Z][\w '’&/-]{1,40}(?::| [—–]) (?=[A-Z])")
# The Marina may replace lines: whoever has a power is somebody, whatever the word for him.
_HOLDS = re.compile(
    r"\b(?P<who>(?:[Tt]he|[Oo]ur|[Ee]ither) (?:[A-Z][a-z]+ )?[A-Za-z]+)"
    r" (?:may (?!(?:only |also |not )?be\b)|reserves\b|retains\b|ha[sd] (?:the |full |sole )+(?:right|discretion|authority)\b"
    r"|is (?:entitled|authori[sz]ed) to\b)"
)
# The directors may, by resolution, appoint; the manager, with the board, may designate.
_WITH = re.compile(
    r",(?: together| along| jointly| in consultation)? with (?!or without)[^,]{2,40},"
    r"|, at (?:[\w’']+ ){1,4}discretion,|(?<=\bmay), (?!but |and )[^,]{2,60},|(?<=\b(?:shall)), (?!but |and )[^,]{2,60},|(?<=\bmust), (?!but |and )[^,]{2,60},"
)
# We ask that you, we hope parents will: what the house wants of somebody.
_WANTS = (
    (re.compile(r"(?:we|I) (?:\w+ly )?(?:ask|request) (?:that )?", re.IGNORECASE), Norm.DUTY, "should"),
    (re.compile(r"(?:we|I) (?:\w+ly )?(?:expect|require) (?:that )?", re.IGNORECASE), Norm.DUTY, "must"),
    (re.compile(r"(?:we|I) (?:hope|would appreciate) (?:that |it if )?", re.IGNORECASE), Norm.RECOMMENDATION, "should"),
)


# The notice says which doors should stay shut, and this must be obeyed: what must be done is asked of somebody.
_TOLD_THEN_ASKED = re.compile(
    r"(?!(?:If|When|Where|Whenever|Unless|Should|Once|While)\b)(?:(?!\b(?:must|shall|may|should|can|cannot|not)\b)[^,;])+?"
    r" (?:if|when|where|which|whether|who|how|what|that)\b[^,;]*?\b(?:should|may|can|might)\b[^,;]*(?:,[^,;]*)?"
    r", and (?=[^,;]*\b(?:must|shall|ha(?:s|ve) to)\b)",
    re.IGNORECASE,
)
# (as approved by the committee in May), Approved by: the board. What a document notes of itself gives nobody a power.
_NOTED = re.compile(
    r"\(?(?:as |last |first )?(?:approved|authori[sz]ed|adopted|issued|ratified|signed off) by\b", re.IGNORECASE
)

_SAYS = re.compile(r"\b(?:must|shall|may|should|can|will|cannot|is|are|was|were|has|have|does|do)\b")


def judge_english(view: str) -> Judgement:
    """Return what an English clause does."""
    if _NOTED.match(view) and not _SAYS.search(view):
        return Judgement(Norm.STATEMENT, explicit=False, soft=True)
    told = _TOLD_THEN_ASKED.match(view)
    own = _judge(view[told.end() :] if told else view)
    if (label := _RUN_IN.match(view)) and (own.norm is Norm.STATEMENT or own.bearer is None):
        behind = _judge(view[label.end() :])
        return behind if own.norm in (Norm.STATEMENT, behind.norm) else own
    return own


def _judge(view: str) -> Judgement:
    for wants, norm, strength in _WANTS:
        if wanted := wants.match(english_main(view)):
            asked = english_main(view)[wanted.end() :]
            return Judgement(norm, True, english_bearer(asked), strength, wanted.group().strip())
    if (noted := _NOTE.match(view)) and (told := _judge(view[noted.end() :])).norm is not Norm.STATEMENT:
        return told
    told_of, main = _first_main(view)
    shown = _first_of_two(_without_asides(_with_antecedent(view, main)))
    if bidding := _before_case(shown):
        return _judged(bidding, bidding) or _unsaid(bidding, bidding)
    if (lead := _without_case_behind(shown)) != shown and (own := _judged(told_of, lead)) is not None:
        return own
    own = _judged(told_of, shown) or _unsaid(told_of, shown)
    if own.norm is Norm.STATEMENT and (rest := _BUT.match(view, len(told_of))) and view.startswith(told_of):
        # Changes will be unlimited, but may only be made in a break: what is told first rules nothing.
        later = _judge(view[rest.end() :])
        return later if later.explicit else own
    return own


def _judged(view: str, shown: str) -> Judgement | None:
    """Return what a modal or a consequence of *shown*, the first main clause of *view*, does; None where it has none."""
    if (itself := BY_ITSELF.search(shown)) and (
        re.search(r" not\b|^neither", itself.group(), re.IGNORECASE) or not english_consequence(view)
    ):
        return Judgement(Norm.STATEMENT, explicit=False, soft=True)
    own = _by_rows(FIRST, shown, view)
    if own is not None and own.norm is Norm.POWER and (_LET.match(shown) or _RIGHT_OF.match(shown)):
        own = Judgement(Norm.PERMISSION, True, own.bearer, "may", own.cue)
    # Cheating means disqualification: what follows from a wrong is no meaning of a word.
    told = own is None or (own.cue in ("means", "be construed as") and view[0] not in '"“‘')
    told = told or (own is not None and own.norm is Norm.POWER and _METED_AT_WILL.search(shown) is not None)
    told = told or (own is not None and own.norm is Norm.PROHIBITION and WITHHELD.search(shown) is not None)
    if told and (found := english_consequence(view)):
        own = Judgement(found[0], True, english_bearer(view), None, found[1])
    return own or _by_rows(LAST, shown, view)


def _unsaid(view: str, shown: str) -> Judgement:
    """Return what a clause does by its form, no modal deciding."""
    if _NOT.match(view):
        return Judgement(Norm.PROHIBITION, explicit=False, soft=True)
    if _APPLIES.search(view) or _IS_DUE.search(view) or _GETS.match(view):
        return Judgement(Norm.STATEMENT, explicit=False, soft=True)
    who = english_bearer(view)
    if _KEEPS.search(view):
        return Judgement(Norm.DUTY, False, who, soft=True)
    if _DOES_NOT.search(english_main(view)):
        return Judgement(Norm.PROHIBITION, False, who, soft=True)
    if who is None and _FIRST_PERSON.match(english_main(view)):
        who = "I"
    if who and (will := _WILL_DO.search(shown)):
        return Judgement(Norm.DUTY, True, who, "must", will.group())
    if _WILL_BE_DONE.search(view):
        return Judgement(Norm.DUTY, explicit=False, soft=True)
    main = english_main(view)
    if _FREE_COMMAND.match(view) and not _FINITE.search(view.split(",", maxsplit=1)[0]):
        return Judgement(Norm.DUTY, False, None, soft=True)
    if _COMMAND.match(view) or _COMMAND.match(main) or _DONE.search(view) or (who and _ACTS.match(view)):
        return Judgement(Norm.DUTY, False, who, soft=True)
    return Judgement(Norm.STATEMENT, explicit=False, soft=True)


def _first_main(view: str) -> tuple[str, str]:
    """Return (the clause, its main clause), both without a second main clause: keys must be returned, or a fee will be charged."""
    main = english_main(view)
    said = _SAID_FIRST.search(main)
    later = _LATER_MAIN.search(main, said.end()) if said else None
    if later is None or not view.endswith(main):
        return view, main
    cut = len(main) - later.start()
    return view[: len(view) - cut], main[: later.start()]


def _without_case_behind(main: str) -> str:
    """Return a main clause without what stands behind it: no one may enter unless the manager approves it."""
    said = _SAID_FIRST.search(main)
    if said is None or _ONLY_THEN.search(main):
        return main
    behind = _BEHIND.search(main, said.end())
    return main[: behind.start()] if behind else main


def _before_case(main: str) -> str:
    """Return what a sentence bids before a case that alone has a modal: call the desk if you will not come; empty where none is so."""
    said, case = _SAID_FIRST.search(main), _ONLY_IF.search(main)
    bids = main.lower().startswith("please ") or _COMMAND.match(main) is not None
    found = case and bids and (said is None or case.start() < said.start())
    return main[: case.start()] if case and found else ""


def _with_antecedent(view: str, main: str) -> str:
    """Return a main clause with the name its case gives to they or it: if the board thinks fit, it may impose a fine."""
    named = _CASE_OF.match(view) if _PRONOUN.match(main) else None
    return named["who"] + main[main.index(" ") :] if named else main


def _without_asides(main: str) -> str:
    """Return a main clause without the modals of what only describes a thing, or tells a case behind the rule."""
    main = _AS_DECIDED.sub("as decided", _MAY_BE_SO.sub("do", _WITH.sub("", main)))
    main = _APPROVED_THING.sub(r"\1agreed with", _WHO_CANNOT.sub(r"\1 is absent", main))
    said = _SAID.search(main)
    if said and (tail := _CASE_BEHIND.search(main, said.end())):
        return main[: tail.start()] + _NEGATED.sub("lacks", tail.group())
    return _GRANTED.sub(r"\1 have \2", main)


def _first_of_two(shown: str) -> str:
    """Return the first of two main clauses that are joined: pets may stay, and must be kept off the lift."""
    later = _JOINED.search(shown)
    return shown[: later.start()] if later and _MODAL.search(shown, 0, later.start()) else shown


def _by_rows(rows: tuple[tuple[re.Pattern[str], Norm, str | None], ...], shown: str, view: str) -> Judgement | None:
    for pattern, norm, strength in rows:
        if match := pattern.search(shown):
            named = _BY.search(view) if norm is Norm.POWER else None
            who = named["who"] if named else english_bearer(view)
            if who is None and norm is Norm.POWER and (holds := _HOLDS.search(view)):
                who = holds["who"]
            return Judgement(norm, True, who, strength, match.group())
    return None
