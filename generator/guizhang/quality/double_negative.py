"""One negation is enough.

Why: two negations have to be worked out like a sum, and what is measured is the working out. 未经……不得 and
"not … without" are the usual words of rules and are left alone.

Warns (LNT009). Fails: 员工不得不登记; it is not uncommon; a stem that asks for the exception over options that deny.
Passes: 员工必须登记; 未经批准不得外出.

Source: Haladyna, Downing & Rodriguez (2002), guidelines 17 and 28: avoid negatives; phrase choices positively.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quality.plain_negative import asks_for_exception
from guizhang.quality.view import Finding, View

CODE = "LNT009"
_TWICE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:不得|不能|不可能?|不会|不应当?|不应该|不该|不允许|不许|不可以|不准|没有人?|并非|不是|绝非|决非|无不|无人"
        r"|无一|莫|岂能|难道|从不|不要)(?:[一-龥]{0,2})(?<!是不)(?<!能不)(?<!有没)(?:不(?!同|足|满|当|良|少于|超过|低于"
        r"|得不到|时)|没有|未|无(?!关|论|故|理|须))"
        r"|并非[^，。；]{0,8}不(?!同|足|良)|^不(?![仅但管论过同])[^，。；]{1,10}?(?:是|并)?不(?:对|行|允许|符合|正确|可以|应该|合适|妥|被允许"
        r"|是小事)|不(?:能|可以?)说[^，。；]{0,8}(?:没有|不|未)|不会不|不(?:禁止|反对|避免|否认|缺少|缺乏|排除|失为|无)|(?:禁止|严禁|避免|防止|杜绝"
        r"|反对)[^，。；]{0,6}不(?!同|良|当|足"
        r"|满)|非[^，。；常]{1,8}(?:不可|莫属)"
        r"|没有(?:一|任何|哪|谁|什么)[^，。；]{0,8}(?:不(?!同|足|满|当|良|到|超过|少于)|未|没)|没有?不(?![同足])"
        r"|不(?:会|能|应|算|被|可|得|认为|视为)[^，。；不]{0,6}(?:不(?:妥|当|对|合|正确|恰当|允许|应|该|可|规范)|错误|违反|违规|有误|禁止|出错)"
        r"|(?:无权|不能|不得|不可以?|不会|不应当?|难以|不准|不许|不允许)[^，。；]{0,4}(?:拒绝|否认|回避|推辞|放弃|忘记)[^，。；]{0,8}(?:不(?!同|足"
        r"|满|当|良|少于|超过)|没有|未)"
        r"|不(?:属于|符合|是)[^，。；]{0,8}(?:不(?:正确|恰当|应|得|属于|符合|当|合)|错误|违反)|无不|未尝不|无非不"
    ),
    "en": re.compile(
        r"\b(?:not|never|cannot|can't|isn't|aren't|don't|doesn't|shouldn't|mustn't|no one|nobody|nothing|neither|hardly"
        r"|n't)\b(?: (?:be|been|being|it|at all|an?|ever|have|\w+ly|considered|regarded as|the case that))?(?: (?:be"
        r"|been))* "
        r"(?:not\b|never\b|no\b|un(?!der|til|less|ion|it|i[a-z]|authori[sz]ed (?:absence|leave))[a-z]+(?:ed|able|ible|al"
        r"|ing|ful|ry|mon|ly|fair|safe|wise|usual|ual|true|well|kind|clear|likely)\b"
        r"|in(?:correct|appropriate|accurate|valid|complete|frequent|admissible|sufficient|eligible|significant|visible"
        r"|consistent|effective|secure|convenient|capable)\b"
        r"|im(?:possible|permissible|proper|polite|mature|practical|probable)\b|ir(?:relevant|regular|responsible)\b"
        r"|il(?:legal|logical)\b|dis(?:allowed|approve[ds]?|honest|agree[ds]?|courteous|obey|satisfied)\b"
        r"|(?:fail(?:s|ed|ing)?|neglect(?:s|ed)?|omit(?:s|ted)?|forget|refrain(?:s|ed)?)\b(?: (?:to|from))?|(?:forbidden"
        r"|prohibited|banned|barred|exempt(?:ed)?)\b|without not)"
        r"|\b(?:nobody|no one|no [a-z]+) [^.,;?]{0,24}\b(?:not|never|fail(?:s)? to|unless not)\b|\bunless\b[^.,;?]{0,40}\bnot\b[^.;?]*\bnot\b"
        r"|\b(?:not|never|n't|cannot)\b(?: (?:be|been|seem|count as|considered|regarded as|an?|the|it|\w+ly))* (?:wrong|false|mistaken|untrue)\b"
        r"|\bnot (?:allowed|permitted|entitled|supposed|free) to (?:refuse|decline|deny|fail|omit|neglect|avoid|object)\b"
        r"|\bno\b[^.,;?]{1,40}\bunless\b[^.;?]{0,40}\bnot\b|\b(?:not|never) (?:be )?(?:left|kept|remain|go) un[a-z]+ed\b"
        r"|\b(?:forbidden|prohibited) (?:to not|not to|from not)\b|\b(?:not|never) (?:leave|keep|let) (?:[a-z]+ ){1,3}un(?!attended|supervised)[a-z]+ed\b"
        r"|\b(?:false"
        r"|incorrect|untrue|wrong) that [^.?!]*\b(?:not|never|cannot|nobody)\b|\bnot (?:true|right|correct|so|the case) that [^.?!]*\b(?:not|never"
        r"|cannot|nobody)\b|\bcannot but\b|\bnothing (?:that|which|that is|which is)? ?(?:is |was )?not\b"
        r"|\bno [a-z]+(?: [a-z]+){0,5} (?:is|are|was|were|may be|can be) (?:without|un(?!der|til|less|ion|it|i[a-z])[a-z]+(?:ed|able)|in(?:valid"
        r"|complete|correct|sufficient|eligible|admissible)|illegal|impossible)\b"
        r"|\b(?:may|must|can|should|shall) not be left un[a-z]+\b|\b(?:may|must|can|should|shall) not be left (?:out|off"
        r"|undone)\b|\bnot be (?:skipped|omitted|forgotten|missed|missing|lacking)\b"
        r"|\b(?:not|never|cannot|n't)\b(?: [a-z]+){0,2} (?:refuse|choose|decide|agree|decline|opt|deny|prefer)\b(?: [a-z]+)? (?:not|never)\b"
        r"|\bnot\b[^.,;:?]{1,30}\bnot\b(?! (?:only|yet|later))",
        re.IGNORECASE,
    ),
}
# The ways to deny twice that keep other words between the two.
_FAR: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"没有(?![^，。；？的]{0,8}(?:证|牌|卡|票|单|书|资格|许可|批准|授权|执照|资质|手续|记录|合同|经验|人陪同)的)"
        r"[^，。；？]{2,12}的[^，。；？]{1,8}(?:不得|不能|不可以?|不准|不许|不应|不予)(?!超过|少于|低于|高于|多于)"
        r"|除非[^。？]*?(?:没|不(?!同|足|满)|未)[^。？]*?(?:不(?!同|足|满|超过)|没|未)"
        r"|(?:避免|防止|杜绝|以免|省得|难免|拒绝|否认|反对|阻止|忌)[^，。；？]{0,16}(?:不(?!同|良|当|足|满|必|法|安|利|便|合格|文明|规范|整|齐|清|明|符)|没有?(?!收)|未(?!来|成年))"
        r"|(?:不得|不能|不可|不准|不许|不允许|不应当?|不该)[^，。；？]{0,14}(?:未经?|没有?|不)[^，。；？]{1,14}(?:就|便|即可|而擅自|的情况下)"
        r"|(?:切勿|勿|莫|(?<![级区识特分性类个鉴告差辨派])别)(?:不|没|忘)|不可不|不要不|不应不|不该不|不由得不|何尝不|岂不|怎[能么]不|哪[能有]不|谁(?:也|都)?不(?:能|会|得)不|未必不|不见得不|并不是没|不是没|不乏|不无|无一不|莫不"
        r"|没有[^，。；？]{1,8}(?:不是|不能不|不必|不可)"
        r"|不(?:会|能|可能|应|得)[^，。；？不]{0,8}(?:没有|无(?!关|论|故|线|人机|障碍))|无(?!论|关|故)[^，。；？的]{1,6}不(?!同|足|良)|从没[^，。；？]{0,8}不"
    ),
    "en": re.compile(
        r"\b(?:prevents?|prevented|preventing|stops?|keeps?|avoids?|avoiding|forbids?|forbidden|prohibits?|prohibited|refus\w+|den(?:y|ies|ied)"
        r"|declin\w+|objects?|neglect\w*|doubts?|disputes?)\b[^.,;:?]{0,40}\b(?:not|never|nobody|nothing|no one)\b(?! only)"
        r"|\b(?:not|never|n['’]t|cannot|nobody|none|nothing|no one|neither|hardly|scarcely|rarely|seldom)\b(?:(?!\b(?:that|which|who|where|when|if"
        r"|because|and|but|or|while|since|so|than)\b)[^.,;:?]){1,40}\b(?:not|never|nobody|none|nothing|n['’]t|cannot|no one)\b(?! (?:only|later|more"
        r"|less))"
        r"|\bno (?!later|more|less|fewer|longer|one\b)[a-z]+ (?:(?!\b(?:that|which|who|where|when|if|because|and|but|or|while|since|so"
        r"|than)\b)[^.,;:?]){1,40}\b(?:not|never|n['’]t|cannot)\b(?! (?:only|later|more|less))"
        r"|\bwithout [^.,;:?]{0,30}\b(?:not|never|no|nobody)\b"
        r"|\b(?:not|never|n['’]t|cannot|no|hardly|isn['’]t|aren['’]t)\b(?: (?:be|been|being|at all|an?|ever|\w+ly|the|considered|regarded as|is|are"
        r"|it))* (?:non-[a-z]+|inadequate|informal|inactive|indirect|inexperienced"
        r"|inconsiderate|immoral|imperfect|impatient|imprecise|illegible|illegitimate|irreversible|disrespectful|disloyal|displeased|disregarded"
        r"|disconnected|discouraged|dissimilar|unlike|absent|lacking|devoid|exempt|excluded|barred)\b"
        r"|\bunless [^.;?]{0,40}(?:\bnot\b|n['’]t\b|\bno\b|\bun(?!til|less|der|it)[a-z]+(?:ed|able)\b)|\bno (?:reason|need|excuse|point"
        r"|harm)\b[^.;?]{0,20}\bnot\b|\bnothing but not\b",
        re.IGNORECASE,
    ),
}
# What somebody says to somebody denies nothing of the stem.
_SPEECH = re.compile(r"[您你我“]|\b(?:you|your|i|we|our|me|us)\b|[“\"]", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”“]{4,24}”")
_DENIES: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"^(?:不(?!合格|足|满|同|良|动产|锈钢|论|管|超过|少于|慎|明|实|到|久|断|定|时|仅)|没有?|未(?!来)|别(?![家人处的班国校店组院])|勿|无(?=需|须|权|法|任何|关|人))"
        r"|不(?:得|应|必|须|允许|准|许|能|可以|属于|符合|包括)|(?<![而却但又])没有|未(?!来)|禁止|无(?:须|需|权)|并非|从不"
    ),
    "en": re.compile(
        r"\b(?:not|never|cannot|nobody|neither)\b|n['’]t\b|^(?:fail|neglect|omit|refus)(?:e|es|s|ing)? to\b|^no\b",
        re.IGNORECASE,
    ),
}


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a stem that denies twice, alone or together with an option."""
    mend = Message("改成一个否定，或者正面说", "keep one negation, or say it positively")
    # What is written on a parcel denies nothing; nor do the marks around a negation.
    plain = re.sub(r"[【】〖〗*]", "", _QUOTED.sub("“…”", view.stem))
    if _twice(plain, view.lang):
        yield view.at_stem(Message("题干里有双重否定", "the stem denies twice"), mend)
    elif view.choices and asks_for_exception(view):
        denying = [
            i
            for i, choice in enumerate(view.choices)
            if _DENIES[view.lang].search(choice.text) and not _SPEECH.search(choice.text)
        ]
        if denying:
            yield view.at_option(
                denying[0],
                Message("题干反问，选项又否定", "the stem asks for the exception, and the option denies too"),
                mend,
            )
    for i, choice in enumerate(view.choices):
        if _TWICE[view.lang].search(choice.text):
            yield view.at_option(i, Message("选项里有双重否定", "the option denies twice"), mend)


def _twice(text: str, lang: Lang) -> bool:
    return any(ways[lang].search(text) for ways in (_TWICE, _FAR))
