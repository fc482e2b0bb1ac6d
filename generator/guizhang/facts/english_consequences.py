"""What follows from an act in English: penalties and rewards, by their own words or by the case they follow.

A fine is one wherever it is meted out. To pay, to lose, to be removed are penalties only where something was done amiss,
to receive and to earn rewards only where something deserved it.
"""

from __future__ import annotations

import re

from guizhang.facts.english_bearers import english_main
from guizhang.model.regulation import Norm

# What one may do and has, that is taken away: privileges discontinued, membership revoked.
_RIGHTS = (
    r"(?:privileges|access|(?:booking|borrowing|voting|parking|pool|user?) rights|membership) (?:(?:(?:will|shall|may|can) (?:also )?be|are|is) )?"
    r"(?:suspended|revoked|withdrawn|discontinued|terminated|restricted|forfeited)"
)
_SURE_PENALTY = re.compile(
    r"\b(?:(?<!amount of the )(?:fined|(?<!\bis )(?<!\bare )(?<!\bperfectly )(?<!\bquite )fine)"
    r"(?!-| schedule| values?| amounts?)|fining|dismiss(?:ed|al)|(?:written |verbal |oral |final "
    r"|formal )warning|reprimand(?:ed)?|deducted|penalt(?:y|ies)|penali[sz]ed"
    r"|disciplinary (?!officer|committee|board|panel|policy)|disciplined|forfeits?|forfeited|forfeiture"
    r"|guilty of an offen[cs]e|disqualif(?:y|ies)|charged (?:a(?! (?:\w+ )?(?:monthly|annual|daily|weekly|yearly|one-time|refundable)\b)|interest)|surcharge"
    r"|treated as (?:absen|late|misconduct|a breach|unauthori)|(?<!agrees to be )(?<!agree to be )liable (?:to|for)|struck off|blacklisted|expelled"
    r"|prosecuted|criminal prosecution|confiscated(?! (?:\w+s|property)\b)|gross misconduct)\b"
    r"|\b(?:is|are|be) (?:made )?subject to (?:an? |the |immediate |possible |progressive |further )*(?:\w+ )?(?:discipline"
    r"|termination|dismissal|warnings?|suspension|demotion|prosecution|deductions?|enforcement|tow(?:ing)?|immobili[sz]ation|eviction"
    r"|removal|impound\w*|booting|confiscation)"
    r"|\b(?:dismissal|suspension|termination|expulsion|eviction|disenrol+ment) (?:may|can|will|shall) (?:also )?(?:occur|follow|result)\b"
    r"|\b(?:towed|removed|cleaned up|disposed of|impounded)\b[^.;]{0,30} at (?:the )?(?:[\w-]+ )?(?:(?:[\w-]+['’]s?|his|her|their|your|its) )(?:own )?expense\b"
    r"|\b(?:results? in|leads? to) an? (?:[\w$€£.,/-]+ ){0,4}(?:fee|fine|surcharge|penalty)\b"
    r"|\b(?:results? in|leads? to) (?:(?:additional|extra|further|late) )+(?:charges?|fees?|fines?|costs?)\b"
    r"|\b(?:results? in|leads? to) (?:an? |the )?(?:[\w-]+ ){1,4}(?:suspension|dismissal|expulsion|ban)\b"
    r"|\b(?:results? in|leads? to|cause for|grounds for|up to and including) (?:an? |the |immediate |automatic |possible |progressive |further "
    r"|corrective |disciplinary |membership |account |employment |contract |lease )*(?:discipline|termination"
    r"|dismissal|discharge|suspension|demotion|corrective action|measures"
    r"|removal|expulsion|eviction|disqualification|forfeiture|(?:their |its )?(?:sale|auction|disposal|towing|cancellation))\b"
    r"|\bsubject to (?:an? )?(?:[$€£¥]?[\d.,]+ ?%? )?(?:\w+ )?(?:charge|fee|fine|penalty|surcharge)\b"
    r"|\b(?:considered|deemed|presumed) to have (?:\w+ly )?(?:resigned|quit|abandoned|left)\b|\b(?:considered|deemed"
    r"|treated as) (?:an? )?(?:voluntary|job abandonment|resignation)"
    r"|\b(?:is|are|be) (?:\w+ly )?(?:terminated|suspended|halted|demoted|disallowed|barred from|banned from)\b"
    rf"|\b{_RIGHTS}\b"
    r"|\b(?:considered|treated as|deemed|regarded as|construed as) (?:to be )?(?:an? )?(?:trespass\w*|theft|misconduct|breach|violation)\b"
    r"|\b(?:counts?|counted) as (?:an? |one |two |half )*(?:\w+ )?(?:late|absen|breach|offen[cs]e|day[’']s absence|occurrence|infraction|points?\b)"
    r"|\b(?:first|second|third|fourth|fifth|final|\d(?:st|nd|rd|th)) (?:\w+ )?(?:offen[cs]e|violation|occurrence"
    r"|infraction|time)s?(?: (?:with)?in [\w -]{3,25}?)? ?[–—:-] ?(?!to\b)\w"
    r"|\b(?:first|second|third|fourth|fifth|final|\d(?:st|nd|rd|th)) (?:notice|letter|breach|incident|instance"
    r"|strike|lapse|default)(?: ?[–—:-] ?| (?=[$€£]))"
    r"(?:\w+ ){0,3}(?:[$€£]\d|(?:warning|fine|suspension|dismissal|termination|removal|expulsion|loss)\b)"
    r"|\breceives? (?:an? )?(?:\w+ )?(?:warning|suspension|reprimand)"
    r"|\bincurs? (?:an? )?(?:[$€£]?[\d.,]+ )?(?:\w+ )?(?:fee|fine|charge|penalty|point)"
    r"|\bno[ -]?(?:call|show)s?\b[^.;]{0,24}\b(?:is|are|equals?|earns?|results?|counts?)\b[^.;]{0,12}\b(?:points?|occurrences?)"
    r"|\b(?:counts?|counted) as (?:an? |one |two )?(?:\w+ )?warning|\bcosts? the \w+ (?:the|his|her|their|an?|half|one|\d+)\b"
    r"|\b(?:breach(?:es)?|offences?|violations?)\b.*\b(?:leads? to|results? in|means?|costs?|attracts?|incurs?"
    r"|carr(?:y|ies)|(?:is|are) grounds for)\b"
    r"|\b(?:infringements?|contraven(?:e|es|tions?)|misuse|abuse|violations?|breach(?:es)?|offences?|false [a-z]+)\b.*"
    r"\b(?:dealt with|handled|punished) (?:(?:seriously|severely|strictly)\b|under\b)"
    r"|\bviolations? of\b[^.;]{0,60}\b(?:may|will|shall|can) (?:prohibit|bar|end|terminate|forfeit|cost)\b"
    r"|\b(?:late|lateness|absence|absent|failure)\b.*\bcosts?\b"
    r"|^[^,]{1,30}: (?:loss of|no (?:access|pay|bonus|entry|leave)\b|dismissal|suspension|termination|warning|fine)\b"
    r"|\bloses? (?:the|his|her|their|one|half|an?|all|\d)\b",
    re.IGNORECASE,
)
_SURE_REWARD = re.compile(
    r"\b(?:awards? (?:is|are|will be) (?:presented|given|made)|bonus|reward(?:ed|s)?|commended|commendation"
    r"|(?<!their )(?<!the )(?<!his )(?<!your )awarded|prize"
    r"|certificate of (?:merit|commendation)|gift (?:voucher|card)s?)\b"
    r"|\breceives? (?:[$€£¥]|(?:HK|US|NT)\$|RMB|CNY|\d+ (?:yuan|dollars))",
    re.IGNORECASE,
)
# Somebody's wrong.
_FAULT = re.compile(
    r"\b(?:breach\w*|break(?:s|ing)? (?:this|the|a|any|these)|broke|violat\w+|contraven\w+|infring\w+|offen[cd]\w+|misconduct|misuse\w*|fail(?:s|ed"
    r"|ure|ing)?|lateness|absent|absence|default\w*|unauthori[sz]ed"
    r"|without (?:leave|permission|a permit|authori\w+|approval|notice|good reason|reasonable excuse|an? (?:pass"
    r"|ticket|badge|valid\w*)|(?:an? )?(?:\w+[ -]){1,3}notice|wearing"
    r"|paying)|negligen\w+|careless\w*|false\w*|falsif\w+|forg(?:e|es|ed|ery|ing)|steal\w*|theft|smok(?:e|es|ing)"
    r"|drunk\w*|fight\w*|abus\w+|threat\w*|harass\w*|cheat\w*|lies|lying|conceal\w*|(?:does|do|did)(?: not|n['’]t) (?:\w+)"
    r"|refus\w+|ignor\w+|disobe\w+|neglect\w*"
    r"|non-complian\w+|caught|found (?:\w+ing|asleep|drunk|guilty)|leaves? (?:early|rubbish|litter|before)"
    r"|excessive|intoxicated|unsuitably|unacceptable|improper|inappropriate(?:ly)?|disorderly|disruptive"
    r"|litter\w*|upheld|asleep|no-shows?|argu(?:es?|ing) with|insult\w*|swear\w*|overst\w+|tamper\w*|persist\w*|speeding|deface\w*|vandal\w*"
    r"|(?:second|third|fourth|final|further|another|two|three|\d+) (?:written |verbal )?warnings?|three late"
    r"|repeated(?:ly)?|(?:is|are) late|misses|returned (?:by|for|from|due|checks?|cheques?|payments?)|no shows?|without (?:an? )?(?:booking|reservation|ticket)"
    r"|more than \w+ (?:\w+ )?late|early termination)\b",
    re.IGNORECASE,
)
# A thing gone wrong, which costs somebody something or has to be set right.
_LAPSE = re.compile(
    r"\b(?:(?:less|fewer) than [^,.;]{2,24} notice|late(?! shift)|(?<!no )later|overdue|miss(?:ed|ing)|loses?|lost|loss|damag\w+|delay(?:s|ed)?|unpaid|past due"
    r"|(?:collected|returned|paid|received|submitted|handed in) after|delinquen\w+|collection agenc\w+|\d+ (?:of"
    r"|in) (?:fines|fees)|not (?:be )?(?:paid|returned"
    r"|provided|given|picked up|made good|kept|worn|met"
    r"|reported|observed|cleaned|complied)|short(?:age|fall|s)?|below|exceed\w*|spill\w*|not (?:properly )?clean|graffiti|dirty|unclean"
    r"|left (?:behind|open|unlocked|unattended)|un(?:returned|paid|cleaned|reported|collected"
    r"|attended|used|completed)|errors?|mistakes?|incorrect\w*|wrong\w*|accidents?|cancell\w+|stolen)\b",
    re.IGNORECASE,
)
_COST = re.compile(
    r"\b(?:late |additional |extra )?(?:fee|charge|interest|surcharge) (?:(?:of|per) [^,;]{1,30} )?(?:is|are|shall be"
    r"|will be|may be|must be) (?:added|charged"
    r"|imposed|levied|assessed|applied|payable|due)\b|\binterest\b[^.;]{0,40} (?:will|shall) (?:accrue|be payable"
    r"|run) on\b|\b(?:have|there (?:is|will be|shall be)) an? [^.;]{0,30}(?:charge|fee)\b(?: added\b)?|\b(?:fees?|tuition"
    r"|rent|payment|amount|cost|price)\b[^.;,]{0,60}? (?:is|are|will"
    r"|shall)(?: still)?(?: be)?(?: still)? (?:required|due|owed)\b|\b(?:attracts?|incurs?) (?:an? )?(?:\w+ )?(?:charge|fee|interest)\b"
    r"|\b(?:costs?|pays?|(?:is|are|be) (?:charged|billed|recovered|paid for|made good)|charge of|repays?|compensat\w+|reimburses?|makes? good"
    r"|(?:fees?|pay|payments?|price|bonus|wages?|salary|allowance) (?:is|are|will be) (?:reduced|cut|lowered|withheld"
    r"|docked|halved)|bears? (?:the (?:cost|loss)|interest|all)|(?:is|are|be) (?:assessed|repaid)|(?<!who )(?<!that )(?<!you )loses?)\b|: ?(?:[$€£¥]"
    r"|(?:HK|US|NT)\$|RMB) ?\d",
    re.IGNORECASE,
)
_WITHHELD = r"(?:will|shall) not (?:be paid|receive|be eligible|be entitled|be reimbursed|be credited|earn|accrue)"
WITHHELD = re.compile(rf"\b{_WITHHELD}\b", re.IGNORECASE)
"""What is kept from somebody: a penalty behind a wrong, though it reads like a prohibition."""
_BURDEN = re.compile(
    r"\b(?:(?:is|are|be) (?:towed|clamped|impounded|(?:asked|requested|told|required) to (?:leave|resign|withdraw)|removed|withdrawn|cancelled"
    r"|revoked|excluded|evicted|reported to the (?:police|authorit\w+)|sent home|sent off|retrained"
    r"|withheld|docked|dropped from|denied|assessed|barred|banned|disqualified|downgraded|ejected|locked out|stopped)|ends? at once|employment ends"
    r"|results? in|leads? to|may lead|jeopardi[sz]es?"
    r"|attracts?|incurs?|carr(?:y|ies) (?:an?|the)|dealt with (?:under|as)|(?:treated|regarded|deemed) as"
    r"|cease to be an? \w+|suspension|termination|demotion|loss of|eviction"
    r"|have (?:their|his|her|its) [\w -]{2,30}? (?:restricted|suspended|revoked|cancelled|blocked|frozen|withdrawn)"
    r"|exclusion|expulsion|disqualification|taken off|(?:sent|turned over) to (?:a )?collections?"
    rf"|{_RIGHTS}|{_WITHHELD})\b",
    re.IGNORECASE,
)
# What is never mere care of a thing.
_OUT = re.compile(
    r"\b(?:(?:account|card|patron|borrower)s?\b[^.;]{0,50} (?:is|are|be) (?:\w+ly )?(?:blocked|frozen|restricted|suspended|closed)"
    r"|cease to be an? \w+|suspension|termination|demotion|eviction|exclusion|expulsion|disqualification|loss of|taken off"
    r"|dropped from|removed from the (?:roll|list|membership|facility|premises|pool|building|program)|asked to leave|denied (?:service|access|entry"
    r"|admission|use)"
    r"|(?:sent|turned over|referred) to (?:a )?collections?"
    rf"|{_RIGHTS}"
    r"|(?:booking|reservation|order|place|membership|registration) (?:is|will be|shall be|may be) (?:cancelled|forfeited|lost|withdrawn))\b",
    re.IGNORECASE,
)
_GOOD = re.compile(
    r"\b(?:full attendance|perfect|(?:with|has|have|had) no|without (?:an? )?(?:accidents?|complaints?|errors?|absence|mistake|fault|claim)s?"
    r"|no (?:accidents?|complaints?|claims?|errors?|absence)|best|top|winning|winners?|highest|fewest|lowest|clean record|outstanding|excellent"
    r"|exceptional|praised?|compliments?|refers?|referral|suggest\w*|ideas?|reports? (?:a )?(?:hazard|theft|danger|near miss)|finds?|honest\w*"
    r"|brave\w*|saves?|exceeds? (?:the|its|his|her|their|a) (?:\w+ )?target|meets? (?:the|its|all|their) (?:\w+ )?targets?|reach(?:es)?|achiev\w+"
    r"|targets?|(?:employees?|team|staff|star|store|driver|member|department|branch|\w+er) of the (?:month|year|quarter"
    r"|week)|good(?! (?:care|condition|repair|order|standing|faith|working|time|reason|cause|neighbo))|introduces?"
    r"|long service|years of (?:service|employment)|finish(?:es)? early|ahead of (?:schedule|time)"
    r"|(?:complete"
    r"|serve)s? \w+ (?:years|seasons|terms)|innovat\w*|first place|runner-up|loyal\w*)\b",
    re.IGNORECASE,
)
_BOON = re.compile(
    r"\b(?:receives?|earns?|gets?|wins?|gains?|entitles?|goes to|go to|(?:is|are|be) (?:given|paid|granted"
    r"|presented with|promoted|entitled to(?= (?:an?|the|one|two|three|\d|extra|additional|half|double)\b)"
    r"|considered (?:first )?for|named|thanked|recogni[sz]ed|put forward|nominated)|extra|additional (?:day|leave)|day off|half-day|voucher|promotion"
    r"|certificate|medal|trophy|pay rise|increment)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:must|shall|should|may|can|need|please)\b", re.IGNORECASE)
_WILL = re.compile(
    r"\b(?:(?:will|shall|must) (?:also |forthwith |immediately |automatically )?(?:cease|be|have|not be|not receive"
    r"|not earn|not accrue|lose|pay|forfeit|bear|incur|result|lead|compensate"
    r"|reimburse|repay|receive|earn|get)"
    r"|(?:may|can) (?:also )?(?:be|have|lose|forfeit|incur|result|lead|receive|earn|get|occur|follow))\b",
    re.IGNORECASE,
)
# Staff fined under rule 3 may appeal: what follows says what they may do. A fine may be imposed.
_ASKED_OF = re.compile(
    r"(?:(?! and | or | but )[^,;:])*?\b(?:must|should|(?:may|can|shall) (?!be\b|result|lead|apply|follow|occur))",
    re.IGNORECASE,
)

# An owner may appeal the fine, the clerk must record each warning: what is asked or let is about it.
_ABOUT = re.compile(
    r"\b(?:may|can|must|shall|should|will)(?: \w+ly| also| first)? (?:appeal|contest|challenge|dispute|request|ask|apply|record|report"
    r"|notify|inform|keep|file|submit|register|explain|review|sign|respond|object|attend|log|document|note|discuss|reconsider"
    r"|be (?:recorded|reported|replaced|documented|logged|explained|reviewed|announced|confirmed)(?! as\b))\b",
    re.IGNORECASE,
)
# If the owner breaks a rule, the board will suspend his vote: meted out in the active.
_METES = re.compile(
    r"\b(?:will|shall|must)(?: also| then| either| immediately| at once)?(?: \(\w\))? (?:suspend|revoke|levy|impose"
    r"|expel|evict|ban|bar|disqualify|confiscate"
    r"|tow|impound|demote|withhold|(?:terminate|end|cancel) (?:the|his|her|their|your|any|this)"
    r" (?:lease|contract|agreement|membership|tenancy|employment|account|booking)"
    r"|place (?:an? )?(?:block|hold|lien)\b|charge (?:the|an?|him|her|them|you|\w+ an?)\b"
    r"|remove [^.;]{2,30} from (?:duty|office|the)\b)",
    re.IGNORECASE,
)

_REQUIRED = re.compile(r"\bmust (?!be (?:paid|given|awarded)\b)", re.IGNORECASE)
# Rules for members who have been expelled: what befell somebody before.
_WHO_WAS = re.compile(r"\b(?:who|which|that) (?:(?:shall|will|may) have|has|have|had) been \w+", re.IGNORECASE)
# Reasons for dismissal: what a rule is about, run in before it.
_TITLE = re.compile(
    r"(?:reasons?|grounds?|procedures?|types?|forms?|notice|(?:dismissal|suspension|termination|expulsion"
    r"|removal)(?= of)) (?:for|of) (?:(?:an? |the )?[\w'’-]+ ?){1,4}$",
    re.IGNORECASE,
)
# Leave unused on termination, in order to avoid a fine, late payment penalties: what is told of, and not meted out.
_NO_LOSS = re.compile(
    r"(?:in order )?to (?:avoid|prevent) [^.;,]*|\bwithout (?:any )?(?:penalty|penalties|forfeiture)\b|\b(?:concerning|regarding"
    r"|about|on) (?:the )?(?:late )?\w+ (?:penalt(?:y|ies)|fines)"
    r"|\bentitled to (?:receive )?(?:pay|payment|wages|salary|compensation|remuneration)\b"
    r"|(?<=\bis )fine\b(?! of)|(?<=\bare )fine\b(?! of)|\b(?:up)?on (?:leave or )?(?:termination|suspension)\b|\bon leave or suspension\b",
    re.IGNORECASE,
)
# Notice must be given where somebody is to be dismissed: the case behind a rule.
_TOLD_OF = re.compile(r".*\b(?:must|shall|should|may)\b.*\b(?:where|when|if|before|until)\b", re.IGNORECASE)


_HE_MAY = re.compile(r"(?:he or she|he/she|he|she|they|you) (?:may|can)\b(?! (?:only )?(?:be|lose)\b)", re.IGNORECASE)


def english_consequence(view: str) -> tuple[Norm, str] | None:
    """Return penalty or reward where an English clause says what follows from an act, with the words that show it.

    A modal in front of what is imposed belongs to it (shall be removed); one in front of the act is another rule (must
    not smoke, and offenders will be removed).
    """
    if _TITLE.match(view):
        return None
    view = _NO_LOSS.sub("", view)
    # Should the deposit not be paid, …: a case, and no advice.
    view = re.sub("^Should ", "Where ", _WHO_WAS.sub("members", view))
    # When the course is terminated, the deposit is put towards the last month: nobody is punished by a case.
    main = len(view) - len(english_main(view))
    for norm, pattern in ((Norm.PENALTY, _SURE_PENALTY), (Norm.REWARD, _SURE_REWARD)):
        if (
            (sure := pattern.search(view, main))
            and not view[: sure.start()].endswith(" not be ")
            and not (norm is Norm.REWARD and _REQUIRED.search(view, 0, sure.start()))
            and not _ASKED_OF.match(view, sure.end())
            and not _TOLD_OF.match(view[: sure.start()])
            and not _ABOUT.search(view, 0, sure.start())
        ):
            return norm, sure.group()
    bare = _GOOD.sub(" ", view)
    modal = _MODAL.search(bare)
    fault, lapse = _FAULT.search(bare), _LAPSE.search(bare)
    if (fault or lapse) and (metes := _METES.search(bare)):
        return Norm.PENALTY, metes.group()
    burden = (
        (fault and _BURDEN.search(bare))
        or (lapse and _OUT.search(bare))
        or ((fault or lapse) and _COST.search(bare))
        or None
    )
    # If a member loses his seat, he may stand again: what befell him is the case of what he may.
    led = english_main(bare)
    in_case = burden is not None and burden.end() <= len(bare) - len(led) and _HE_MAY.match(led)
    if burden and not in_case and (modal is None or burden.start() < modal.start() or _WILL.match(bare, modal.start())):
        return Norm.PENALTY, burden.group()
    if _GOOD.search(view) and (boon := _BOON.search(view)):
        modal = _MODAL.search(view)
        if modal is None or boon.start() < modal.start() or _WILL.match(view, modal.start()):
            return Norm.REWARD, boon.group()
    return None
