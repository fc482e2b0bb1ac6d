"""What English references look like: Section 4.2(b), Article IV, Sections 1 and 2, paragraph (a) above, § 12-3, the preceding rule."""

from __future__ import annotations

PAPERS = "permit|act|licen[cs]e|notice|guide|standard|form|law|ordinance|plan|deed|letter|code|handbook|manual|policy|rules|agreement|contract|lease"
# Section 3 of the highway permit stands in another paper; clause 7 of the lease is mostly one of this.
FOREIGN = (
    r" of (?:the|a|an|its|our|their|your) (?P<foreign>(?!(?:above|present|same|said)\b)"
    rf"(?:(?:[A-Za-z-]+ ){{1,4}}?(?:{PAPERS})|permit|act|licen[cs]e|law|ordinance|declaration|covenants))\b"
)
_NUMBER = (
    r"(?:\d+(?:\.\d+)*|(?-i:[IVX]+)\b|(?-i:[A-Z])\b(?!['’])|(?-i:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b)"
)
_BELOW = r"(?: ?\([a-z0-9]{1,4}\))"
_OUTER = "Article|Art|Chapter|Part|Title|Division|Section|Sec|Rule|Clause|Regulation|By-?law|Condition|Paragraph|Schedule|Annex|Appendix"
_INNER = "Section|Sec|Sub-?section|Rule|Sub-?rule|Clause|Sub-?clause|Paragraph|Sub-?paragraph|Para|Item|Point|Step"
_UNITS = "(?!\\.?\\d| ?(?:minute|hour|day|week|month|year|per|people|%))"
_MORE = rf"(?:(?:\d+(?:\.\d+)*|(?-i:[IVX]{{2,}}|[B-H])\b(?! (?!of\b)[a-z])){_BELOW}*{_UNITS}|{_BELOW}+)"
_MANY = rf"(?: ?(?:{_NUMBER}{_BELOW}*|{_BELOW}+)(?:(?: (?:and|or|to|through) |, (?:and |or )?|[–—-]){_MORE})*)"
# Article IV, Section 2; Section 1 of Article X; Sections 1 and 2 of this Article: a level within another.
CHAINED = (
    rf"(?<![A-Za-z])(?:{_INNER})s?\.?{_MANY} of (?:this (?:Article|Chapter|Part|Division|Section|Rule|Clause|Regulation|Schedule|Annex|Appendix)\b(?! \d)"
    rf"|(?:{_OUTER})\.? {_NUMBER}{_BELOW}*|(?:Sub-?section|Sub-?rule|Sub-?clause|Sub-?paragraph|Section|Rule|Clause|Paragraph){_BELOW}+)"
    rf"|(?<![A-Za-z])(?:Article|Art|Chapter|Part|Title|Division)\.? {_NUMBER},? (?:{_INNER})s?\.?{_MANY}"
    rf"|(?<![A-Za-z])(?:Section|Sec|Rule|Clause|Regulation)\.? {_NUMBER}{_BELOW}*,?"
    rf" (?:Sub-?section|Sub-?rule|Sub-?clause|Paragraph|Sub-?paragraph|Para|Item|Point)s?\.?{_MANY}"
)
_FEW = "two|three|four|five"
# By the following steps: (a) …: a list is announced, no provisions are named.
_INTRODUCES = r"[^.;:\n]{0,30}:(?= *(?:\(|$|\n))"
ENGLISH = (
    rf"{CHAINED}|"
    # Section IV.B.2, § 12-3: a number of several signs.
    r"(?<![A-Za-z])(?:Article|Chapter|Section|Part|Paragraph|Rule|Clause|Sec|Art|Subsection)s?\.? (?-i:[IVX]+|[A-Z])(?:\.(?:(?-i:[A-Z])|\d+)\b)+"
    r"|(?<![A-Za-z])(?:numbers?|Nos?\.?) \d+(?:(?:, | and | or | to )\d+)*(?= (?:above|below)\b)"
    r"|§ ?\d+-\d+(?:\([a-z0-9]{1,4}\))*(?! ?(?:and|to|,) ?\d)|"
    r"(?<![A-Za-z])(?:Paragraph|Item|Point|Rule|Step|Section|Sub-?section|Clause|Sub-?clause|Regulation|Division)s? \d+(?:\.\d+)*(?: ?\([a-z0-9]{1,4}\))*"
    r" of (?:(?:Article|Clause|Section|Chapter|Part) (?:\d+(?:\.\d+)*|(?-i:[IVX]+)\b|(?-i:[A-H])\b)|\d+(?:\.\d+)+(?! ?(?:per|%|hour|day|m\b))|(?:Annex|Appendix"
    r"|Schedule|Attachment|Exhibit) (?:\d+|(?-i:[IVX]+|[A-Z]))\b)|"
    r"(?:(?<![A-Za-z])(?:Article|Chapter|Section|Part|Paragraph|Clause|Item|Rule|Point|Step|Question|Regulation|By-?law|Condition|Division|Sub-?section|Sub-?clause"
    r"|Sub-?rule)s? (?:(?:no\.?|number) |\#)?|(?<![A-Za-z])(?:Arts?|Secs?|Paras?|Cls?)\.? |(?<![A-Za-z])(?-i:ss?)(?:\. ?(?=\d)| (?=\d+\(\d))"
    r"|§§? ?)(?:\d+(?:\.\d+)*|(?-i:[IVX]+)\b|(?-i:[A-Z])\b(?!\.?\d)|(?:one|two|three|four|five|six|seven|eight|nine"
    r"|ten)\b)(?: \d+(?:\.\d+)+)?(?: ?\([a-z0-9]{1,4}\))*(?: (?:to|and|or) \([a-z0-9]{1,4}\))?"
    r"(?:(?<![)])(?: (?:to|and|or|through) |, (?:and |or )?(?=\d+(?:\.\d+)*(?:\([a-z]\))?(?:,| and| or|[.;)]|$"
    r"| (?:\(|(?:appl(?:y|ies)|shall|must|may|do(?:es)?|are|is|above|below|hereof)\b)))"
    r"|[–—-](?=\d))(?:\d+(?:\.\d+)*|(?-i:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b"
    r"|(?-i:[IVX]+)\b(?! (?:will|am|have|shall|may|agree|do)\b)|(?-i:[A-H])\b(?!\.?\d))(?!\.?\d| ?\([a-z0-9]{1,3}\)"
    r"| ?(?:minute|hour|day|week"
    r"|month|year|per|people|%)))*(?:,? (?:paragraph|para\.?|item|section) (?:\d+(?![\d(])|\([a-z]{1,3}\)))*"
    r"|(?<![A-Za-z])(?-i:Policy|Procedure|Standard) \d+\.\d+\b"
    r"|(?<![A-Za-z])(?:Paragraph|Clause|Section|Item|Point)s? (?-i:[a-h]) (?:and|or|to) (?-i:[a-h])\b"
    r"(?: of (?:Article|Clause|Section|Rule|Paragraph) \d+(?:\.\d+)*)?"
    r"|(?<![A-Za-z])(?:(?:Sub-?)?(?:Paragraph|Clause|Section|Rule|Article|Regulation)|Item|Point)s? ?(?:\((?!s\))[a-z0-9]{1,4}\))+(?:(?: (?:and|or"
    r"|to) |[–-])(?:\([a-z0-9]{1,4}\))+)?(?: of (?:(?:Article|Clause|Section|Rule|Paragraph) \d+(?:\.\d+)*|\d+(?:\.\d+)+))?"
    r"|(?<![A-Za-z])(?:Annex(?:es|ures?)?|Appendix(?:es)?|Appendices"
    r"|(?:Schedule|Attachment|Exhibit|Addendum)s?) (?:\d+|(?-i:[IVX]+)\b|(?-i:[A-Z]))\b(?:(?:, (?:and )?"
    r"| (?:and|or|to) |[–-])(?:\d+|(?-i:[IVX]+|[A-Z]))\b(?![.]?\d| ?(?:minute|hour|day|week|month|year)))*(?:(?:, | \("
    r"|, \()(?:paragraph|item|section|point|part) (?:\d+|(?-i:[A-H]))\b\)?)*"
    r"|(?<=[a-z] )the (?-i:Schedule|Appendix|Annex)\b(?! [\dA-Z])|(?<=[a-z] )(?-i:Table|Figure) \d{1,2}\b(?!\.\d)"
    r"|\bthe (?:preceding|previous|foregoing|next|following|above) (?:paragraph|article|chapter|section|item|clause|rule|step)\b(?! \d)"
    rf"|\bthe (?:preceding|previous|foregoing|next|following|last) (?:(?:{_FEW}) )?(?:paragraph|article|chapter|section|item|clause"
    rf"|rule|step)s\b(?! \d|{_INTRODUCES})"
    rf"|\bthe (?:{_FEW}) (?:preceding|previous|foregoing|next|following) (?:paragraph|article|chapter|section|item|clause|rule|step)s\b(?!{_INTRODUCES})"
    r"|\bthe (?:paragraph|article|chapter|section|item|clause|rule) (?:above|before|below)\b"
    r"|(?<=under |.. of |.. in |. per |. and |.. or |.with |.. to |...\), )(?:\d{1,2}(?:\([a-z\d]{1,3}\))+"
    r"|\((?:[a-z]|[ivx]{2,4})\)(?: (?:and|or|to) \((?:[a-z]|[ivx]{2,4})\))?)(?=[ ,.;:)]|$)"
    r"|\bthis (?:article|chapter|section|paragraph|clause|part|regulation|policy|handbook|manual|agreement|lease|schedule)\b(?! \d)"
)
