"""The words that make an English sentence a norm, as tables: each row a pattern, what it makes, and how strongly."""

from __future__ import annotations

import re

from guizhang.model.regulation import Norm

# Guests shall be allowed to stay: the modal only says that they are let.
_LET = r"(?:allowed|permitted|free|welcome|at liberty|entitled|eligible|empowered|authori[sz]ed)"
_NOT_LET = (
    rf"(?!(?:,[^,]{{1,30}},| also| always| likewise)? (?:be (?:\w+ly )?{_LET}\b|have (?:the )?(?:option|choice)\b))"
)
_LIMIT = r"(?:exceed|be exceeded|be (?:more|less|longer|fewer|later|greater|higher|lower|earlier|shorter|larger) than|last (?:more|longer) than)"
_BE = "(?:is|are|be|was|were)"
_ORGAN_ACTS = (
    r"(?:levy|issue (?:an? |the )?(?:\w+ ){0,2}(?:warning|reprimand|citation|fine)s?|give [^.;]{0,30}\bwarnings?"
    r"|discipline|reprimand|penali[sz]e|evict|for(?:e)?go"
    r"|tow|impound|take (?:disciplinary|legal) action|place [^.;]{2,30} on (?:suspension|probation|leave)"
    r"|elect to impose|terminate|refuse|reject|deny|end|cancel(?! (?:(?:my|his|her|their|your)\b|(?:reservation|booking|appointment|lesson|class)))|suspend"
    r"|withdraw(?! from\b)|revoke|waive|decline|forfeit|seize|demand|decide|dismiss"
    r"|retain|withhold|deduct|recover|evict|impose|amend|vary|fine|approve|exempt|appoint|overrule|veto|delegate|block"
    r"|disable|confiscate|bar|ban|expel|disqualify|overturn|countermand)"
)
# What a party may do to come to its own: the Supplier shall be entitled to recover its goods.
_REMEDIES = r"(?:pursue|claim|seek|enforce|remove|repossess|retake|reclaim|set off|exercise|sue|rescind|suspend|charge|assign|inspect|audit)"
# Who decides over others, and what only of these is a power; anybody may move a chair.
_GOVERNED = (
    r"(?:customer|guest|visitor|employee|tenant|occupant|lessee|renter|resident|member|user|licensee|franchisee|(?:sub)?contractor|supplier|seller|buyer"
    r"|purchaser|borrower|hirer|depositor|owner|player|swimmer|patron|child|children|parent|student|pupil|patient|passenger|driver|applicant|candidate"
    r"|participant|attendee|person|individual|people|worker|staff|crew|associate|carer|nurse|volunteer|intern|trainee|famil(?:y|ies)|part(?:y|ies)|consumer"
    r"|subscriber|(?:\w+)?holder|grievant|claimant|respondent|petitioner|beneficiary|heir|dependent|spouse|author|exhibitor|vendor|bidder|shopper|reader"
    r"|addressee|recipient|consignee|learner|diner|following|same|one|other|others|steward|officer)s?"
)
# The library, the town, the treasurer: whoever is neither served nor employed, and acts on something.
_RULING = rf"(?:we|the (?:(?!that\b|who\b|which\b|of\b)\w+ ){{0,2}}?(?!{_GOVERNED}\b)\w+)"
ORGAN = (
    r"(?:company|management|board|committee|landlords?|lessors?|client|employer|council|school|hotel|agency|authority"
    r"|either party|(?<!an )(?<!unit )owner|franchisor"
    r"|bank|club|association|trustees|directors|panel|tribunal|corporation|licensor|HR|head office|human resources|department"
    r"|(?:board|committee|council) members?|(?:safety|security|compliance|fire|duty) officers?|managers?"
    r"|operator|provider|facility|warehouse(?:man)?|town|city|county|village|township|district|library|(?:department|division|section|unit) heads?"
    r"|selectmen|select board|commission(?:er)?s?|superintendent|treasurer|chair(?:man|person)?|(?:pool |gate |security )(?:attendants?|guards?|staff)"
    r"|supervisors?|director|principal|warden|bursar|matron|administrators?|inspectors?|controller|trustee|lifeguards?)"
)
_ITS_ACTS = (
    r"(?:change|alter|modify|adopt|issue|prescribe|revise|update|rescind|discipline|adjust|extend|shorten|inspect"
    r"|search|remove|close|grant|order|direct|require|charge"
    r"|increase|reduce|set"
    r"|review|audit|instruct|stop"
    r"|reassign|install|schedule|assign|decline|transfer|offset|set off|monitor|claim|restrict|limit|prohibit|allow"
    r"|permit|dispose|sell|replace|move"
    r"|send|order|clear|enter (?:the|any|a|your) (?:unit|premises|room|property|apartment|locker|site)|warn|record"
    r"|specify|start|initiate|dissolve|discontinue|assign|expel|exclude|eject|ask [^.;]{2,40}? to (?:leave|stop|withdraw|move)|reschedule|lock|disconnect"
    r"|determine|relocate|postpone|make (?:an |any |reasonable |minor )?(?:exceptions?|changes|amendments)"
    r"|place (?:a )?lien|request (?:proof|evidence|documentation|medical|a (?:doctor|medical))|recall"
    r"|cause|co-?opt|enforce|reserve (?:the|any|all)|proceed|select|designate|establish|excuse|release|interrupt|evacuate)"
)
# What an organ does like anybody, or one of it for himself: a director may resign, a manager may ask for leave.
_OWN_ACTS = (
    r"(?:be|not|only|have|has|never|no|neither|nor|in|at|on|by|also|and|or|then|still|always|occur|vary|apply|include|lead|result|differ|mean"
    r"|help|provide|offer|assist|support|advise|suggest|recommend|use|attend|speak|vote|resign|seek|ask|request|appeal|participate|join|nominate"
    r"|wear|bring|take|carry|eat|drink|work|leave|enter|swap|stand|rest|sit|park|contact|call|borrow|buy|purchase|keep|receive|accept|serve|hold|stay|go|come"
    r"|choose|want|wish|need|like|consider|also|sometimes|occasionally|become|feel|find|notice|continue|begin|spend|share|talk|discuss|visit|submit|file|obtain|rely|do|make|give)"
)
# Pay, leave and notice are stated: staff are entitled to twelve days of leave.
DUE = (
    r"(?:(?:receive|be paid|an?|the|any|full|at least|up to|accrue|paid|unpaid|annual|sick|statutory|such) )*"
    r"(?:\d|\w+(?:-\w+)? (?:\(\d+\) )?(?:working )?(?:days?|weeks?|months?|hours?|minutes?)\b|payments?|pay\b|salary|wages"
    r"|(?:\w+ ){0,2}(?:fee|amount|share|sum|refund|rebate|discount)s?\b|leave (?:of|for|on|in|as"
    r"|with)\b|(?:\w+ )?leave$|notice|compensation|holidays?|vacation"
    r"|overtime|commissions?|reimbursement|interest|royalt(?:y|ies)|remuneration|allowances?|bonus|severance|benefits?|sick|maternity|[$€£¥])"
)
# What is so by itself, and asked of nobody: this agreement shall take effect.
_OF_TEXT = r"(?:agreement|contract|lease|terms?|tenure|polic(?:y|ies)|rules?|provisions?|clause|section|warranty|licen[cs]e|amendment|regulations?|by-?laws?)"
BY_ITSELF = re.compile(
    rf"\b{_OF_TEXT}\b[^,;]{{0,40}}? (?:shall|will|must)(?: also| only)? (?:commence|expire|lapse|apply)\b"
    r"|\b(?:shall|will|must) (?:take effect|come into (?:force|effect|operation)|survive|prevail|be governed by|be binding|supersede|vest in"
    r"|(?:remain|continue) in (?:full )?(?:force|effect)|remain (?:with|the (?:sole |exclusive )?property)|own|constitute)\b"
    r"|^the (?:purpose|aim|goal|objective|object|mission|intent)s? of\b|^(?:the )?(?!I\b|you\b)\w+ (?:recogni[sz]es?|understands?|believes?) that\b"
    r"|\b(?:shall|will|may|can) ?not be (?:held )?(?:responsible|liable|accountable)\b"
    r"|\b(?:(?:can|will|do|does) ?not (?:accept|take|assume) (?:any )?|(?:accepts?|assumes?|takes?|bears?) no )(?:\w+ or )?(?:liability|responsibility)\b"
    r"|^neither \w+ (?:shall|will) be (?:held )?(?:responsible|liable|accountable)\b"
    r"|\b(?:is|are) not (?:held )?(?:responsible|liable|accountable) for\b"
    r"|\b(?:supersedes?|takes? precedence over|prevails? over)\b"
    r"|\b(?:shall|will|does) not (?:prevent|preclude|limit|diminish|restrict) (?:an?|any|the) [\w -]{2,40} (?:from|to|of)\b"
    r"|\b(?:shall|will|does) not (?:relieve|release|excuse|exempt) \w+ (?:from|of)\b|\b(?:will"
    r"|shall) not be (?:charged(?! (?:more|over))|guaranteed|held(?= (?:until|unless|without)\b|$))\b"
    r"|\b(?:shall|will|must) not(?:, [^,]{2,30},)? (?:be (?:prejudiced|affected|invalidated|waived)|alter|affect"
    r"|set (?:an?|any) (?:\w+ )?precedent|(?:normally |usually |generally |ordinarily )be (?:granted|given|approved|considered)"
    r"|be entitled to (?:receive|pay|payment|compensation|wages)"
    r"|constitute|include|cover|apply|count (?:as|towards|against)|be (?:treated"
    r"|regarded|construed) as|be (?:considered|deemed)(?= (?:as |to be )?(?:an? |the )?(?:\w+ )?(?:hours?|time|work|part|service|overtime|waiver)\b))\b",
    re.IGNORECASE,
)
# (pattern, norm, strength); the first that is found in the sentence decides, so negations and consequences stand first.
_BEFORE: tuple[tuple[str, Norm, str | None], ...] = (
    (
        (
            rf"(?<!by )(?<!any )(?<!the )(?<!two )(?<!three )(?<!other )(?<!such )(?<!these )(?<!all )(?<!electronic )(?<!own )\bmeans\b(?! of\b)"
            rf"|\bshall mean\b|\brefers to\b|^(?:as used (?:herein|in this \w+), )?the (?:terms?"
            rf"|words?) [^.;]{{3,60}} (?:refer to|mean)\b|\b{_BE} (?:defined|construed|taken to mean|understood to mean"
            rf"|to be read) ?(?:as|to)?\b|\bha(?:s|ve) the (?:same )?meaning\b"
            r"|\bdenotes?\b|\bbe (?:hereafter|hereinafter) (?:referred to as|called|known as)\b|^definition:|\b(?:is"
            r"|are) (?:divided|organi[sz]ed(?= into)|classified|classed|categori[sz]ed|graded|split|grouped|sorted|ranked) (?:into|as)\b"
            r"|(?<!shall )(?<!must )(?<!should )(?<!might )(?<!may )\b(?:consists? of|comprises?)\b|^(?!(?:the|this|our"
            r"|each|all|every|your|it)\b)[\w -]{3,30}(?<! not) includes? (?!a\b|an\b|the\b)"
            r"|^for (?:the )?purposes? of [^,]+, [^,.]{3,40} (?:is|are|occurs?|arises?|exists?|includes?)\b"
            r"|[\"“][^\"”]{1,30}[\"”] includes?\b|\bfalls? into (?:two|three|four|five|six|\d) \w+|^references? to\b.*\b(?:is|are) to\b"
            r"|\bthere are (?:two|three|four|five|six|\d) (?:\w+ )?(?:grades|levels|types|kinds|classes|categories)\b"
            r"|^(?!there|it|this|that|if)(?:an? )?[^,.]{3,30} is any\b|^[\w -]{3,30} are those (?:[\w-]+ ){0,3}?(?:who"
            r"|that|which|[a-z]+ing)\b|^an? [\w -]{3,40} is when\b"
            '|^["“‘\']?[^"”’]{1,30}["”’\'],? (?:includes?|is an? |and ["“‘\'])'
            '|^(?:for (?:the )?purposes? of [^,]+, )?(?:an? |the )?["“‘][^"”’]{1,30}["”’] (?:is|are|includes?|means?)\\b|^the terms? ["“‘]'
            r"|^the term [\w ]{2,30} (?:covers|includes|means)\b|^in (?:this|these) \w+, [^,]{2,40} (?:includes?"
            r"|covers?|means?)\b"
            r"|^[\w -]{3,30} (?:is the (?:length|period|amount|number|total|sum) of|are (?:employees|persons|people|individuals|members) (?:who|that|whose))\b"
            r"|^an? [\w -]{3,30} is (?:an? [\w ]+|one|someone|anyone) (?:on which|who|that|which|in which|where)\b|^[a-z]+ is (?:time|work|pay|money"
            r"|leave) (?:worked|done|paid|spent|taken)"
            r"|^[^,.]{3,40} = [^,]*[×÷+*/x-]|^(?:one|two|three|four|\d+) [\w ]{3,30} (?:equals?|make|makes|(?:is"
            r"|are) equal to) (?:one|two|three|an?|\d+)\b"
        ),
        Norm.DEFINITION,
        None,
    ),
    (
        (
            rf"\b(?:must|shall|may|can) ?not {_LIMIT}\b|^(?:no|not) (?:more|fewer|less) than [^,.]* (?:may|can|shall|must|(?:is|are) (?:allowed|permitted))\b"
            r"|^a maximum of [^,.]* (?:may|can|shall|must|(?:(?:is|are) )?(?:allowed|permitted))\b|^not to exceed\b"
            rf"|\bno (?:\w+ ){{1,4}}(?:may|shall|must|can) {_LIMIT}\b"
            r"|\bat no time (?:shall|may|must)\b[^.;,]{2,50} (?:number|exceed|total|amount to) (?:more than )?"
            rf"|\b(?:shall|must|may) be limited to\b|\b(?:must|shall|may"
            rf"|can)(?: not|not) fail to\b"
        ),
        Norm.DUTY,
        "must",
    ),
    (
        r"\bmay only\b.*\b(?:after|once|if|with|when)\b|^(?!no |nobody |no one |none |nothing ).*\bonly (?:after|with|once)\b",
        Norm.DUTY,
        "must",
    ),
    (
        (
            r"\bneed not\b|\bneedn['’]t\b|\b(?:is|are) (?:not (?:required|obliged|expected)|under no obligation) to\b"
            r"|\b(?:is|are) not (?:required|obliged)\b|\b(?:shall|will|may|must) not be (?:required|obliged|obligated) to\b"
            r"|\bha(?:s|ve) the (?:privilege|liberty) (?:of|to)\b"
            r"|\b(?:do|does)(?: not|n['’]t) (?:need|have) to\b|^no [a-z -]{2,30} (?:is|are) (?:needed|required|necessary)\b"
        ),
        Norm.PERMISSION,
        None,
    ),
    (
        (
            r"\bunder no circumstances\b|\b(?:in|at|on|under) no (?:case|time|account|circumstances|event|point"
            r"|conditions?)\b(?! (?:later|earlier|more|less|fewer|longer|sooner) than\b)|\b(?:must|shall|may"
            r"|can|will|is|are) never\b|^never\b"
            r"|^(?:nobody|no one)(?: (?:under|over|below|above|without|but|except|other than)\b[^,]{1,30}?)? (?:may"
            r"|shall|must|can|is"
            r"|will)\b|\b(?:to|must|shall|should) be avoided\b"
            r"|(?:^|, )neither [^,.]{3,40}? (?:may|shall|must|can|will)\b"
            r"|^(?:nothing(?! (?:in|herein|contained))|none|not (?:one|a single))\b[^,.]{0,40}? (?:may|shall|must|can"
            r"|will)\b|^nor (?:may|shall|must|can|will)\b"
            r"|\bthere (?:(?:shall|must|may|(?:is|are) to) be no|will be no(?= \w+ing\b))\b(?! (?:\w+ )?(?:charge|cost|fee"
            r"|limit|need|obligation|requirement|penalt)s?)"
            r"|^(?:absolutely |strictly )?no (?!more|later|less|sooner|shows?\b|call(?:/|-|,? no\b))"
            r"|\b(?:must|shall) (?:neither|no longer|refrain|avoid|abstain|desist)\b"
            r"|^(?:avoid|refrain)\b"
            r"|\b(?:prohibits?|forbids?|bans?) (?:[\w'’-]+ ){1,5}?(?:from|to)\b"
            r"|\b(?:must|may|can|shall|will) ?not\b|\b(?:is|are) (?:\w+ly |also )?(?:prohibited|forbidden|(?:barred|banned"
            r"|debarred|excluded) from|ineligible (?:to|for)"
            r"|not (?:to\b(?! exceed)|allow(?:ed|ing)|permitt(?:ed|ing)|entitled to|authori[sz]ed to|acceptable|tolerated))"
            r"|\b(?:off[- ]limits|out of bounds)\b"
            r"|\bagrees? not to\b|\b(?:shall|must|will) be (?:prevented|precluded|restrained) from\b"
            r"|\bha(?:s|ve) no right to\b|(?:^|, )(?:please )?do(?: not|n['’]t)\b|\bdo(?: not|n['’]t)\b(?! (?:exist|carry|apply|include"
            r"|count|expire|qualify|accrue|accumulate|affect|mean|cover|extend|roll|lapse|renew|earn|attract)\b)|\b(?:mustn|can|shan|won)['’]t\b"
            r"|\b(?:must|shall) have no (?:\w+ )?(?:influence|access|contact|say|part|control|dealings|interest|involvement)\b|\b(?:must|shall|may) in no\b"
            r"|\bno (?!show|call)\w+(?: \w+)? (?:may|shall|is|are)\b"
        ),
        Norm.PROHIBITION,
        None,
    ),
    (
        (
            r"\b(?:handled|done|made|processed|carried out) as follows\b|\bfrom [\w ]+ to [\w ]+ and then\b"
            r"|^to (?!the extent\b)[a-z]+ [^,]{2,40}, (?!\w+ing\b|(?:an?|the|all|your|you|each|every) (?:\w+ ){1,3}(?:must|should"
            r"|shall|may|can)\b|you )[a-z]+ [^,]+(?:, [^,]+)*,? and [a-z]+"
            r"|\b(?:is|are) \w+ed, \w+ed\b[^.]* and \w+ed\b|\bfirst\b.*\bthen\b|\bthen\b.*\bfinally\b"
            r"|^[^,]+, .*\band then\b(?! only\b)|,? and finally\b|(?<!next )\bsteps? (?:is"
            r"|are|\d)|\b(?:these|following) steps\b|\bthe following (?:\w+ )?(?:protocol|procedure|process"
            r"|sequence)\b|^(?:the |this |our )?(?:\w+ ){0,2}procedure (?:is|for)\b"
            r"|\b(?:process|procedure|steps|sequence)\b[^.]* as follows|\bproceed as follows"
            r"|\bin (?:the following|this) (?:order|sequence)\b|\b(?:order|sequence) of [a-z]+ (?:is|:)"
        ),
        Norm.PROCEDURE,
        None,
    ),
    (
        (
            rf"\b(?:may|can)(?: (?!be\b)\w+ly| nevertheless| at any time| from time to time| also| at (?:his|her|its|their"
            rf"|the) (?:\w+ )?discretion)? {_ORGAN_ACTS}\b"
            rf"|\b{ORGAN}(?: of (?:the )?\w+)?(?: or (?:(?:his|her|its|their|the|an?|his/her) )?\w+)?"
            rf" (?:may|can)(?: (?!be\b)\w+ly| nevertheless| at any time| from time to time| also| at (?:his|her|its"
            rf"|their) (?:\w+ )?discretion)? (?:{_ITS_ACTS}|(?!{_OWN_ACTS}\b)[a-z]+)\b"
            rf"|^{_RULING} (?:may|can)(?: (?!be\b)\w+ly| at any time| also)? {_ITS_ACTS}\b"
            r"(?= (?!if\b|when\b|at\b|by\b|from\b|with\b|during\b|due\b|in\b|to\b|on\b|and\b|or\b|without\b|over\b)[a-z])"
            rf"|^{_RULING} (?:may|can)(?: also)? make (?:\w+ )?(?:changes|amendments) to\b"
            rf"|\b{ORGAN} (?:is|are|shall be) entitled to\b(?! {DUE})|\bentitled to (?:{_ORGAN_ACTS}|{_REMEDIES})\b|\bat the (?:sole "
            rf"|absolute )?discretion of\b"
            rf"|\b(?:at|in) (?:his|her|its|their|the [a-z]+['’]s) (?:sole "
            rf"|absolute |own )?discretion\b"
            rf"|\b(?:may|can) (?:only |also )?be (?:\w+ or )?(?!expelled|dismissed|fined|suspended|removed|terminated|disqualified"
            rf"|barred|charged)[a-z]+ed (?:only |at any time |from time to time )?by (?:the |our )?(?:[a-z]+ )?{ORGAN}\b"
            # By a vote, and without anything done wrong, a body decides; it calls its meetings.
            r"|\b(?:may|can) (?:only |also )?be (?!expelled|dismissed|fined|disqualified|barred|charged)[a-z]+ed\b[^.;]{0,90}?"
            r"\b(?:without cause|by (?:an? |the )?(?:[\w(/)-]+ ){0,4}(?:vote|resolution|majority|ballot)\b)"
            # What is set up or agreed on, and no person, is ended by whoever may end it.
            r"|\b(?:committees?|agreements?|contracts?|leases?|programs?|programmes?|projects?|schemes?|bookings?|tenanc(?:y|ies))"
            r"(?: \w+){0,3} (?:may|can) (?:also )?be (?:terminated|suspended|ended|cancelled|dissolved)\b(?! (?:if|for|where|upon)\b)"
            r"|\b(?:may|can) (?:also )?(?:call|convene) (?:an?|the|any) (?:\w+ ){0,3}(?:meeting|vote|election|referendum|assembly)\b"
            r"|\b(?:may|can) (?:also )?vote to (?!be\b)[a-z]+\b"
            r"|\b(?:is|are) empowered to\b"
            rf"|\b{ORGAN} (?:is|are|shall be) authori[sz]ed to\b"
            r"|\b(?:reserves?|retains?|holds?) (?:the |all |any |absolute |full |sole )+(?:\w+ )?rights?\b(?= (?:to|of"
            r"|at|in|,)|,)|\bha(?:s|ve) (?:the |an? )?(?:(?:full|sole|final|absolute"
            r"|exclusive|complete|ultimate|overriding|unrestricted|unfettered|discretionary|and),? )*(?:right|power|authority) (?:to|over)\b"
            r"|\bha(?:s|ve) (?:the |(?:full|sole|final|absolute|exclusive|complete|unfettered|and) )+discretion\b"
            r"|\bresponsible for (?:the )?interpret(?:ing|ation)\b"
            r"|\b(?:grants?|gives?|confers?|vests?|delegates?)\b[^.;]{0,60}\b(?:authority|power|right|discretion) (?:to|over)\b"
            rf"|\bentitles? (?:the )?{ORGAN} to\b"
            r"|\b(?:shall|will) have (?:all )?(?:the |such |full )?(?:\w+ )?powers\b"
            r"|\b(?:is|are) (?:entrusted to|the (?:final|sole|ultimate|highest) (?:\w+ )?authority)\b"
            r"|\b(?:in|within) the (?:power|discretion) of\b|\b(?:vested|invested|entrusted) with (?:[\w']+ ){0,3}(?:authority|power|right|discretion)s?\b"
            r"|\b(?:authority|power|right|discretion) to\b[^.;]{2,60}? (?:(?:is|are|shall be) (?:vested in|reserved (?:to"
            r"|for))|(?:rests?|lies|resides|remains) with"
            r"|belongs to|vests in)\b|\bempowers\b"
        ),
        Norm.POWER,
        None,
    ),
)
_AFTER: tuple[tuple[str, Norm, str | None], ...] = (
    (
        (r"\b(?:approved|authori[sz]ed|decided|granted|signed off|determined)(?: in (?:advance|writing)| beforehand| only)? by\b"
         r"|\b(?:is|are) authori[sz]ed to\b"
         r"|\b(?:approves|decides|authori[sz]es"
        r"|signs off)\b"
        r"|\bha(?:s|ve) (?:the )?(?:final say|last word|sole discretion|full discretion|discretion (?:to|over)"
        r"|a veto)\b|\b(?:decision"
        r"|ruling)s? (?:of the \w+(?: \w+)? )?(?:is|are|shall be) final\b"
        r"|\b(?:interpretation|right of interpretation|(?:final )?decisions?)\b.* (?:rests with|belongs to|lies with|is reserved)"),
        Norm.POWER,
        None,
    ),
    (r"\b(?:may|might) (?:wish|want|like) to\b|\b(?:may|should) consider\b", Norm.RECOMMENDATION, None),
    (
        (r"\b(?:approval|consent|permission|authori[sz]ation|notice|signature)s? (?:(?:is|are|will be) )?(?:required|needed"
         r"|necessary)\b|\brequires? that (?:all|every|each|any|you|the)\b|\b(?:is|are) (?:also "
         r"|always )?required(?= (?:of|before|at all times|for (?:all|every|each)|from|during|while|prior to|between|until)\b| by \d|$)"
         r"(?<!which is required)(?<!that is required)(?<!which are required)(?<!that are required)"
         r"|\brequires? (?:[\w'’]+ ){0,4}(?:approval|consent|permission|authori[sz]ation)\b|\b(?:is|are"
         r"|be) subject to (?:[\w'’]+ ){0,4}(?:approval|consent|permission|authori[sz]ation)\b|\b(?:requires?|needs?) (?:an? "
         r"|the )?(?:[\w'’]+ ){0,2}(?:certificate"
        r"|permit|note|receipt|signature|pass|licen[cs]e)\b|\bmust\b|\bshall\b" + _NOT_LET + r"|\bit is (?:the|your|our|his|her|their"
        r"|(?:the|each|every|an?) [\w -]{3,20}['’]s?) (?:\w+ )?(?:responsibility"
        r"|duty|obligation)\b|\b(?:is|are) (?:(?:\w+ly|also) )?(?:required(?: and \w+)?"
        r"|obliged|obligated|bound|expected|instructed|requested"
        r"|asked|under an? (?:duty|obligation)) to\b"
        r"|\b(?:is|are) (?:mandatory|compulsory|obligatory)\b|\b(?:has|have) (?:got )?to\b|\b(?:has|have) (?:a"
        r"|the) (?:duty|responsibility|obligation) to\b"
        r"|\bassumes? (?:(?:the|a|full|all) )*(?:duty|responsibility|obligation) (?:of|for|to)\b"
        r"|\bit is (?:essential|imperative|vital|mandatory|compulsory) (?:to|that)\b|\bundertakes? to\b"
        r"|(?<!should )\bagrees? to\b|\b(?:is|are) (?:your|his|her|their|our) (?:\w+ )?responsibility\b"
        r"|\b(?:will|may|shall) be (?:required|asked|expected|requested|obliged|obligated|bound) to\b"),
        Norm.DUTY,
        "must",
    ),
    (
        (r"\bshould not\b|\bshould\b|\bought to\b|\bought\b|\brecommended\b|\bpreferred\b|\bencouraged\b|\bpreferably\b|\bideally\b|\b(?:is"
         r"|are) (?:\w+ly )?(?:advised|urged"
        r"|invited|discouraged|suggested)\b|\b(?:encourages?|urges?|advises?|recommends?|invites) (?:you|all|every|that|our|the|its|any"
        r"|employees|staff|members|guests)\b|\b(?:advisable|desirable|good practice)\b"
        r"|\bwe (?:strongly )?(?:encourage|recommend|advise|urge)\b|\bit is important (?:to|that)\b|\bwould do well to\b|\bit is (?:best|better"
        r"|advisable|preferable) (?:to|if|that)\b|\b(?:is|are) (?:therefore |also )?(?:\w+ly )?discouraged\b|\bwe suggest\b"),
        Norm.RECOMMENDATION,
        None,
    ),
    (r"^(?:please|kindly)\b|, (?:please|kindly)\b", Norm.DUTY, "should"),
    (r"\b(?:is|are|remains?|(?:will|shall) be) (?:\w+ )?(?<!not )responsible (?:for|to)\b|\b(?:is|are) (?:\w+ )?the (?:sole |full )?(?:responsibility"
    r"|duty|obligation) of\b|\b(?:is|are) to\b" + _NOT_LET + r"(?= [a-z])|\bneeds? to\b", Norm.DUTY, "must"),
    (
        (rf"(?-i:\bmay\b|\bMAY\b)|(?<!trash )(?<!garbage )(?<!waste )(?<!tin )(?<!a )(?<!the )\bcan\b|\b(?:is|are"
        rf"|be) (?:\w+ly )?(?:(?:allowed|permitted|free|welcome|at liberty) (?:to|for)\b"
         rf"|(?:entitled|eligible) (?:to"
         rf"|for)\b(?! {DUE}))|\bentitled to (?:[a-z ]+, )?(?:attend|vote|speak|nominate|elect|appeal|object)\b"
        r"|\b(?:is|are) (?:perfectly |quite |also )?(?:fine|ok(?:ay)?|acceptable|all right)\b(?!-)"
        r"|\bha(?:s|ve) (?:the |an )?(?:option"
        r"|choice) (?:not )?(?:to|of)\b|\b(?:is|are|(?:shall|will) be) (?:allowed|permitted)\b"),
        Norm.PERMISSION,
        None,
    ),
)  # fmt: skip
FIRST, LAST = (
    tuple((re.compile(pattern, re.IGNORECASE), norm, strength) for pattern, norm, strength in rows)
    for rows in (_BEFORE, _AFTER)
)
"""Rows that decide before what follows from an act is looked for, and those behind it; the first found decides."""
