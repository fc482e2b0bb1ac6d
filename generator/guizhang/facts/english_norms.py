"""Norms of English sentences, by the modals English rules use."""

from __future__ import annotations

import re

from guizhang.facts.bearers import english_bearer, english_main
from guizhang.facts.english_consequences import english_consequence
from guizhang.facts.judgement import Judgement
from guizhang.model.regulation import Norm

_LIMIT = r"(?:exceed|be (?:more|less|longer|fewer|later) than|last (?:more|longer) than)"
_BE = "(?:is|are|be|was|were)"
_ORGAN_ACTS = (
    r"(?:terminate|refuse|reject|deny|end|cancel|suspend|withdraw|revoke|waive|decline|forfeit|seize|demand|decide|dismiss"
    r"|retain|withhold|deduct|recover|evict|impose|amend|vary|fine|approve|exempt|appoint|overrule|veto|delegate|block"
    r"|disable|confiscate|bar|ban|expel|disqualify|overturn|countermand)"
)
# Who decides over others, and what only of these is a power; anybody may move a chair.
_ORGAN = (
    r"(?:company|management|board|committee|landlord|lessor|client|employer|council|school|hotel|agency|authority|either party|owner|franchisor"
    r"|bank|club|association|trustees|directors|panel|tribunal|corporation|licensor|HR|head office|human resources|department"
    r"|managers?|supervisors?|director|principal|warden|bursar|matron|administrators?|inspectors?|controller|trustee)"
)
_ITS_ACTS = (
    r"(?:change|alter|modify|adjust|extend|shorten|inspect|search|remove|close|grant|order|direct|require|charge|increase|reduce|set"
    r"|review|audit|instruct|stop"
    r"|reassign|transfer|offset|set off|monitor|claim|restrict|limit|prohibit|allow|permit|dispose|sell|replace|move"
    r"|send|dissolve|discontinue|assign|expel|exclude)"
)
# Pay, leave and notice are stated: staff are entitled to twelve days of leave.
_DUE = (
    r"(?:(?:receive|be paid|an?|the|any|full|at least|up to|accrue|paid|unpaid|annual|sick|statutory|such) )*"
    r"(?:\d|\w+(?:-\w+)? (?:working )?(?:days?|weeks?|months?|hours?|minutes?)\b|payments?|pay\b|salary|wages|leave (?:of|for|on|in|as"
    r"|with)\b|(?:\w+ )?leave$|notice|compensation|holidays?|vacation"
    r"|overtime|allowances?|bonus|severance|benefits?|sick|maternity|[$€£¥])"
)
# (pattern, norm, strength); the first that is found in the sentence decides, so negations and consequences stand first.
_BEFORE: tuple[tuple[str, Norm, str | None], ...] = (
    (
        (
            rf"(?<!by )(?<!any )(?<!the )(?<!two )(?<!three )(?<!other )(?<!such )(?<!these )(?<!all )(?<!electronic )(?<!own )\bmeans\b(?! of\b)"
            rf"|\bshall mean\b|\brefers to\b|\b{_BE} (?:defined|construed|taken to mean|understood to mean"
            rf"|to be read) ?(?:as|to)?\b|\bha(?:s|ve) the (?:same )?meaning\b"
            r"|\bdenotes?\b|\b(?:is|are) (?:divided|classified|grouped|sorted|ranked) (?:into|as)\b|\bconsists? of\b|\bcomprises?\b"
            r"|\bfalls? into (?:two|three|four|five|six|\d) \w+|^references? to\b.*\b(?:is|are) to\b"
            r"|\bthere are (?:two|three|four|five|six|\d) (?:\w+ )?(?:grades|levels|types|kinds|classes|categories)\b"
            r"|^an? [^,.]{3,30} is any\b|^[\w -]{3,30} are those (?:who|that|which|[a-z]+ing)\b"
            '|^["“‘\']?[^"”’]{1,30}["”’\'],? (?:includes?|is an? |and ["“‘\'])|^the term ["“‘]'
            r"|^the term [\w ]{2,30} (?:covers|includes|means)\b|^in (?:this|these) \w+, [^,]{2,40} (?:includes?|covers?|means?)\b"
            r"|^an? [\w -]{3,30} is an? [\w ]+ (?:on which|who|that|which|in which|where)\b|^[a-z]+ is (?:time|work|pay|money"
            r"|leave) (?:worked|done|paid|spent|taken)"
            r"|^[^,.]{3,40} = [^,]*[×÷+*/x-]|^(?:one|two|three|four|\d+) [\w ]{3,30} (?:equals?|make|makes|(?:is|are) equal to) (?:one|two|three|an?|\d+)\b"
        ),
        Norm.DEFINITION,
        None,
    ),
    (
        rf"\b(?:must|shall|may|can) ?not {_LIMIT}\b|\b(?:shall|must|may) be limited to\b|\b(?:must|shall|may|can)(?: not|not) fail to\b",
        Norm.DUTY,
        "must",
    ),
    (r"\bmay only\b.*\b(?:after|once|if|with|when)\b|\bonly (?:after|with|once)\b", Norm.DUTY, "must"),
    (
        (
            r"\bneed not\b|\bneedn['’]t\b|\b(?:is|are) (?:not (?:required|obliged|expected)|under no obligation) to\b|\b(?:is|are) not (?:required|obliged)\b"
            r"|\b(?:do|does)(?: not|n['’]t) (?:need|have) to\b|^no [a-z -]{2,30} (?:is|are) (?:needed|required|necessary)\b"
        ),
        Norm.PERMISSION,
        None,
    ),
    (
        (
            r"\bunder no circumstances\b|\b(?:in|at|on) no (?:case|time|account|circumstances)\b|\b(?:must|shall|may|can|will|is|are) never\b|^never\b"
            r"|^(?:nobody|no one)(?: (?:under|over|below|above|without|but|except|other than)\b[^,]{1,30}?)? (?:may|shall|must|can|is"
            r"|will)\b|\bto be avoided\b"
            r"|^no (?!more|later|less|sooner)|\b(?:must|shall) (?:neither|no longer|refrain|avoid|abstain|desist)\b|^(?:avoid|refrain)\b"
            r"|\b(?:must|may|can|shall|will) ?not\b|\b(?:is|are) (?:\w+ly )?(?:prohibited|forbidden|(?:barred|banned|debarred|excluded) from"
            r"|not (?:to\b(?! exceed)|allowed|permitted|entitled to|authori[sz]ed to|acceptable|tolerated))|\b(?:off limits|out of bounds)\b"
            r"|\bha(?:s|ve) no right to\b|\bdo not\b|\b(?:don|mustn|can|shan|won)['’]t\b|\b(?:must|shall|may) in no\b"
            r"|\bno \w+(?: \w+)? (?:may|shall|is|are)\b"
        ),
        Norm.PROHIBITION,
        None,
    ),
    (
        (
            r"\b(?:handled|done|made|processed|carried out) as follows\b|\bfrom [\w ]+ to [\w ]+ and then\b"
            r"|^to [a-z]+ [^,]{2,40}, [a-z]+ [^,]+(?:, [^,]+)* and [a-z]+"
            r"|\b(?:is|are) \w+ed, \w+ed\b[^.]* and \w+ed\b|\bfirst\b.*\bthen\b|\bthen\b.*\bfinally\b|^[^,]+, .*\band then\b|,? and finally\b|\bsteps? (?:is"
            r"|are|\d)|\b(?:these|following) steps\b|\bprocedure (?:is|for)\b"
            r"|\b(?:process|procedure|steps|sequence)\b[^.]* as follows|\bproceed as follows"
            r"|\bin (?:the following|this) (?:order|sequence)\b|\b(?:order|sequence) of [a-z]+ (?:is|:)"
        ),
        Norm.PROCEDURE,
        None,
    ),
    (
        (
            rf"\b(?:may|can)(?: (?!be\b)\w+ly| at any time| also| at (?:his|her|its|their|the) (?:\w+ )?discretion)? {_ORGAN_ACTS}\b"
            rf"|\b{_ORGAN} (?:may|can)(?: (?!be\b)\w+ly| at any time| also| at (?:his|her|its|their) (?:\w+ )?discretion)? {_ITS_ACTS}\b"
            rf"|\b{_ORGAN} (?:is|are|shall be) entitled to\b|\bentitled to {_ORGAN_ACTS}\b|\bat the (?:sole |absolute )?discretion of\b"
            rf"|\b(?:at|in) (?:his|her|its|their|the [a-z]+['’]s) (?:sole "
            rf"|absolute |own )?discretion\b"
            r"|\b(?:is|are) empowered to\b|\breserves? the right\b|\bha(?:s|ve) (?:the )?(?:full |sole |final |absolute )?(?:right|power"
            r"|authority) (?:to|over)\b"
        ),
        Norm.POWER,
        None,
    ),
)
_AFTER: tuple[tuple[str, Norm, str | None], ...] = (
    (
        (r"\b(?:approved|authori[sz]ed|decided|granted|signed off|determined) by\b|\b(?:is|are) authori[sz]ed to\b|\b(?:approves|decides|authori[sz]es"
        r"|signs off)\b"
        r"|\bha(?:s|ve) (?:the )?(?:final say|last word|sole discretion|full discretion|discretion (?:to|over)|a veto)\b|\b(?:decision"
        r"|ruling)s? (?:of the \w+(?: \w+)? )?(?:is|are|shall be) final\b"
        r"|\b(?:interpretation|right of interpretation)\b.* (?:rests with|belongs to|lies with|is reserved)"),
        Norm.POWER,
        None,
    ),
    (r"\b(?:may|might) (?:wish|want|like) to\b|\b(?:may|should) consider\b", Norm.RECOMMENDATION, None),
    (
        (r"\brequires? (?:[\w'’]+ ){0,4}(?:approval|consent|permission|authori[sz]ation)\b|\b(?:is|are"
         r"|be) subject to (?:[\w'’]+ ){0,4}(?:approval|consent|permission|authori[sz]ation)\b|\b(?:requires?|needs?) (?:an? "
         r"|the )?(?:[\w'’]+ ){0,2}(?:certificate"
        r"|permit|note|receipt|signature|pass|licen[cs]e)\b|\bmust\b|\bshall\b|\bit is the (?:\w+ )?(?:responsibility|duty"
        r"|obligation) of\b|\b(?:is|are) (?:(?:\w+ly|also) )?(?:required"
        r"|obliged|bound|expected|instructed|requested"
        r"|asked|under an? (?:duty|obligation)) to\b"
        r"|\b(?:has|have) (?:got )?to\b|\b(?:has|have) (?:a|the) (?:duty|responsibility|obligation) to\b|\bundertakes? to\b|\bagrees? to\b"
        r"|\bwill be required to\b"),
        Norm.DUTY,
        "must",
    ),
    (
        (r"\bshould not\b|\bshould\b|\bought to\b|\bought\b|\brecommended\b|\bencouraged\b|\bpreferably\b|\bideally\b|\b(?:is"
         r"|are) (?:\w+ly )?(?:advised|urged"
        r"|invited|discouraged|suggested)\b|\b(?:encourages?|urges?|advises?|recommends?) (?:you|all|every|that|our|the|its|any"
        r"|employees|staff|members|guests)\b|\b(?:advisable|desirable|good practice)\b"
        r"|\bwould do well to\b|\bit is (?:best|better) to\b|\bwe suggest\b"),
        Norm.RECOMMENDATION,
        None,
    ),
    (r"^(?:please|kindly)\b|, (?:please|kindly)\b", Norm.DUTY, "should"),
    (r"\b(?:is|are) responsible for\b|\b(?:is|are) to (?=[a-z])|\bneeds? to\b", Norm.DUTY, "must"),
    (
        (rf"\bmay\b|\bcan\b|\b(?:is|are|be) (?:(?:allowed|permitted|free|welcome|at liberty) (?:to|for)\b|(?:entitled|eligible) (?:to"
         rf"|for)\b(?! {_DUE}))|\bha(?:s|ve) the (?:option"
        r"|choice) (?:to|of)\b|\b(?:is|are) (?:allowed|permitted)\b"),
        Norm.PERMISSION,
        None,
    ),
)  # fmt: skip
_FIRST, _LAST = (
    tuple((re.compile(pattern, re.IGNORECASE), norm, strength) for pattern, norm, strength in rows)
    for rows in (_BEFORE, _AFTER)
)
_BY = re.compile(
    r"\b(?:approved|authori[sz]ed|decided|granted|signed off) by (?P<who>(?:the |a |an )?[A-Za-z ]+?)"
    r"(?=[,.;]|$| (?:in|within|before|and|if|on|at)\b)"
)
_COMMAND = re.compile(
    r"^(?:always |then |also |only )?(?:keep|clock|report|return|switch|turn|use|wear|check|record|answer|call|clean"
    r"|close|lock|sign|submit|send|pay|ask|tell|greet|offer|file|store|wash|wait|write|note|log|hand|inform|notify|"
    r"put|place|leave|follow|apply|bring|obtain|complete|confirm|ensure|make|take|give|provide|maintain|repair|arrive|attend|display|label|empty|count"
    r"|open|hold|lift|hang|read|remove|replace|repeat|rinse|reset|return|pass|prepare|serve|stop|move|park|show|speak|smile|thank|apologi[sz]e)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"^(?:The |All |Every |Each )?[A-Za-z' -]{2,40}?\b(?:\w+[^s\W]s|report|keep|pay|sign|check|return|wear|hand|use"
    r"|clean|stay|go|remain|need|arrive|bring|leave|take)\b "
)
# What is done as a rule: deliveries are checked against the order. A state is none: the desk is located there.
_DONE = re.compile(
    r"\b(?:is|are) (?:\w+ly )?(?!(?:entitled|offset|called|named|located|included|based|used|known|excluded|needed|attached"
    r"|furnished|divided|reserved|released|reduced|calculated|made in|fixed|charged|priced|reimbursed|situated|listed"
    r"|described|valued)\b)(?:\w+ed|held|heard|kept"
    r"|sent|given|taken|made|put|written|read|worn|shown|cut|sold|shut)\b",
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
    r"\b(?:does not|do not|never) exceed\b|^[^,]{2,30} go(?:es)? (?:in|into|to|back|through)\b|\b(?:is|are) kept (?:at|below|under|above|between|within)\b",
    re.IGNORECASE,
)
_APPLIES = re.compile(
    r"\b(?:also |only |likewise |does not |do not )?appl(?:y|ies) (?:to|for|from|until)\b", re.IGNORECASE
)
_IS_DUE = re.compile(rf"\b(?:entitled|eligible) (?:to|for) {_DUE}", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|will|does|stays?|goes?|remains?)\b", re.IGNORECASE)
# The employee will hand in the badge; what will be done to somebody is no duty of his.
_WILL_DO = re.compile(
    r"\bwill (?!be\b|have\b|receive\b|recieve\b|get\b|accrue\b|earn\b|find\b|apply\b|include\b|mean\b)[a-z]+",
    re.IGNORECASE,
)
# An associate who cannot come must call: what somebody cannot do is the case.
_WHO_CANNOT = re.compile(
    r"\b(who|which|that) (?:cannot|(?:(?:do|does|did|is|are|has|have|was|were|will|would|should|must|may|can)(?: not|n['’]t)|must|may"
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
    r"(\b(?:must|shall|should|may|can|only|please)\b(?!(?: \w+ly| first| then| also| in writing)* be\b)(?:(?! be\b| is\b| are\b)[^.;])*?)"
    r"\b(?:approved|authori[sz]ed|decided|granted|signed off|determined) by\b",
    re.IGNORECASE,
)
# The amount we are allowed is a fact.
_GRANTED = re.compile(
    r"\b(we|you|they|staff|employees) are (allowed|permitted|entitled)(?= (?:is|are)\b)", re.IGNORECASE
)
_MODAL = re.compile(
    r"\b(?:must|shall|may|should|(?:is|are) (?:\w+ly )?(?:encouraged|advised|urged|required|expected|prohibited|forbidden))\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r",? (?:and|but) (?:(?:the|it|they) (?:\w+ )?)?(?:must|shall|may|should)\b", re.IGNORECASE)
_NOT = re.compile(r"^(?:not|no) [a-z]", re.IGNORECASE)


def judge_english(view: str) -> Judgement:
    """Return what an English clause does."""
    shown = _first_of_two(_without_asides(english_main(view)))
    own = _by_rows(_FIRST, shown, view)
    # Cheating means disqualification: what follows from a wrong is no meaning of a word.
    told = own is None or (own.cue == "means" and view[0] not in '"“‘')
    if told and (found := english_consequence(view)):
        own = Judgement(found[0], True, english_bearer(view), None, found[1])
    own = own or _by_rows(_LAST, shown, view)
    if own is not None:
        return own
    if _NOT.match(view):
        return Judgement(Norm.PROHIBITION, explicit=False, soft=True)
    if _APPLIES.search(view) or _IS_DUE.search(view):
        return Judgement(Norm.STATEMENT, explicit=False, soft=True)
    who = english_bearer(view)
    if _KEEPS.search(view):
        return Judgement(Norm.DUTY, False, who, soft=True)
    if _DOES_NOT.search(view):
        return Judgement(Norm.PROHIBITION, False, who, soft=True)
    if who and (will := _WILL_DO.search(shown)):
        return Judgement(Norm.DUTY, True, who, "must", will.group())
    if _FREE_COMMAND.match(view) and not _FINITE.search(view.split(",", maxsplit=1)[0]):
        return Judgement(Norm.DUTY, False, None, soft=True)
    if _COMMAND.match(view) or _DONE.search(view) or (who and _ACTS.match(view)):
        return Judgement(Norm.DUTY, False, who, soft=True)
    return Judgement(Norm.STATEMENT, explicit=False, soft=True)


def _without_asides(main: str) -> str:
    """Return a main clause without the modals of what only describes a thing, or tells a case behind the rule."""
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
            return Judgement(norm, True, named["who"] if named else english_bearer(view), strength, match.group())
    return None
