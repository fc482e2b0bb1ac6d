"""Lines with which a document may begin, in the order of the file, each weighed by what stands above and below it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from guizhang.importers.documents.alike_headings import find_alike, find_sections
from guizhang.importers.documents.article_runs import find_restarts
from guizhang.importers.documents.head_signs import (
    Page,
    Signs,
    below_title,
    block_above,
    is_bare_label,
    is_first,
    is_repeated,
)
from guizhang.importers.documents.joints import agree, find_joints
from guizhang.importers.documents.ornaments import find_set_off
from guizhang.importers.documents.title_families import find_relatives
from guizhang.importers.lines.folded import ends_sentence
from guizhang.importers.lines.labels import STRONG, Family, Label
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.letterheads import LONG_HEADING, is_signature, leads_in
from guizhang.importers.lines.sayings import is_prose
from guizhang.importers.lines.series import find_series, find_volumes
from guizhang.importers.lines.titles import DOCUMENT_HEAD, ENACTS, LEAD, core, is_handbook, series_number, title_score

ACCEPT = 3.0
COUNTED = 8.0
"""Score of the heading of a series, and of an attachment with rules of its own."""
_ANOTHER = 0.4
"""How much less is asked in a file that has held several documents already."""
_HEADINGS = (Family.HEADING, Family.PART, Family.CHAPTER, Family.SECTION)
_TITLE = 2.0
"""Score of a line whose last word says that it is the title of rules."""
_SURE = 3.0
_AGAIN = 1.5
"""What it is worth that the same heading stands under the line as under the title of another document."""
_PROSE_BELOW = 0.7
"""What it is worth that sentences without numbers stand right below a title."""
_ENACTED = 1.3
"""What it is worth that the line below says what the rules are made for: 为加强管理，特制定本规定。"""
_DATED = 0.6
"""The same right above, behind the rules of another page."""
_WHOLE = 5
"""Characters of a name that is rather a title than a person's."""
_BYLINED = 2.0
"""What it is worth that when a page was put up, and by whom, stands right below."""
_FIRST = 1.0
"""What a line has gained for standing before all labels."""
_SEVERAL = 2
_LEADS = 2
"""Most lines right over a title that lead to it: 附件1, and whose rules they are."""
_FURTHER = 16
"""Lines between the name of an attachment and the attachment: who signs, and the names of others."""
_LONG_TITLE = 6
_SHORT_TITLE = 4
"""Characters that a title with rules glued to it has at least, in a file of several such lines."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that a document may begin with."""

    position: int
    """Place of the title."""
    score: float
    series: int | None
    repeated: bool = False
    """Whether the title stands again directly behind, as on pages that print it twice."""
    lead: int = 0
    """Lines over the title that belong to it: 附件1."""
    bare: bool = False
    """Whether only a restart of 第一章 tells, without a title."""
    agreed: bool = False
    """Whether it begins a document because other lines at joints do."""


def find_candidates(page: Page) -> list[Candidate]:
    """Return what may be the first lines of documents, in order, each with a score of ACCEPT or nearly that."""
    settled = _settled(page)
    walk = _Walk(page, Signs(page), find_volumes(page.texts, page.marks))
    for position in range(len(page.texts)):
        if position in settled:
            walk.begin(settled[position])
        else:
            walk.pass_line(position)
    set_off = find_set_off(page)
    found = _without(walk.found, set_off, settled)
    agreed = _without(_agreed(page, found, settled), set_off, settled)
    signs = {one.position: one.score for one in agreed if not one.bare and one.series is None}
    return _without(agreed, find_alike(page, signs) | find_sections(page, signs), settled)


def _without(found: list[Candidate], places: set[int], settled: dict[int, Candidate]) -> list[Candidate]:
    return [one for one in found if one.position not in places or one.position in settled]


def _agreed(page: Page, found: list[Candidate], settled: dict[int, Candidate]) -> list[Candidate]:
    """Return the candidates together with those that begin a document because the others at joints do, without headings."""
    if any(candidate.series is not None for candidate in settled.values()):
        return found
    accepted = {candidate.position: candidate.score for candidate in found}
    joints, headings = agree(page, find_joints(page), accepted)
    more = [Candidate(joint.position, ACCEPT, None, lead=_lead(page, joint.position), agreed=True) for joint in joints]
    kept = [candidate for candidate in found if candidate.position not in headings]
    kept += more
    relatives = find_relatives(page, {candidate.position for candidate in kept if not candidate.bare})
    kept += [Candidate(place, ACCEPT, None, lead=_lead(page, place), agreed=True) for place in relatives]
    return sorted(kept, key=lambda candidate: candidate.position)


def _lead(page: Page, position: int) -> int:
    """Return how many lines over a title belong to it."""
    led = 0
    while led < min(_LEADS, position) and leads_in(page.texts[position - led - 1]):
        led += 1
    return block_above(page, position) or led


@dataclass(slots=True)
class _Walk:
    """What the lines passed so far say about the next."""

    page: Page
    signs: Signs
    volumes: set[int]
    """Places of 第一篇 within one book."""
    found: list[Candidate] = field(default_factory=list)
    latest: dict[Family, int] = field(default_factory=dict)
    """Family -> its last number."""
    opening: Family | None = None
    """Kind of the first label of the last document."""
    ruled: bool = False
    """Whether more than headings has been seen since chapters began."""
    skeletons: set[str] = field(default_factory=set)
    """Headings that stood directly under the titles so far: documents of one house begin alike (1 目的)."""
    told: bool = False
    """Whether the last document had its rules glued to the title."""

    def begin(self, candidate: Candidate) -> None:
        """Take what is settled."""
        self.found.append(candidate)
        self.latest, self.ruled, self.opening = {}, False, None

    def pass_line(self, position: int) -> None:
        """Look at one line: a label counts on, anything else may be a title."""
        text = self.page.texts[position]
        mark = None if is_signature(text) else self.page.marks[position]
        if self.found and self.found[-1].position == position - 1:
            self.opening = None
        if self.opening is None and mark is not None and mark.at_start:
            self.opening = mark.labels[0].family
        own = title_score(text)
        if own < _TITLE and (DOCUMENT_HEAD.search(text) or is_signature(text)):
            own = 0.0
        if leads_in(text) and position + 1 < len(self.page.texts) and self.page.marks[position + 1] is None:
            own = 0.0  # the title stands below
        if self.page.cells[position] or (LEAD.match(text) and _stands_below(self.page, position)):
            own = 0.0  # a row of a table, or a list of what comes with it
        stated = self.page.headed[position] and own >= _TITLE
        named = self._heads_page(position, mark)
        own = max(own, named)
        if position in self.volumes and mark is not None:
            self._count(position, mark.labels[0])
        elif (
            mark is None
            or not mark.at_start
            or own >= _SURE
            or named
            or (stated and mark.labels[0].family is Family.HEADING)
        ):
            self._weigh(position, mark, own)
        else:
            self._count(position, mark.labels[0])

    def _heads_page(self, position: int, mark: Mark | None) -> float:
        """Return what a line right above a byline says for a title, its number left away, if that is what a title says; else 0."""
        line = self.page.lines[position]
        if position not in self.page.bylined or line.end - line.start > LONG_HEADING:
            return 0.0
        behind = mark.labels[0].end - line.start if mark is not None and mark.at_start else 0
        name = self.page.texts[position][behind:].strip()
        own = title_score(name)
        # Behind the foot of one page the next begins, whatever its title says; a short name is that of who writes.
        parted = bool(self.latest) and self.page.apart[position] and own > 0 and len(name) >= _WHOLE
        return max(own, _TITLE) if own >= _TITLE or parted else 0.0

    def _count(self, position: int, label: Label) -> None:
        heading = label.family in (Family.PART, Family.CHAPTER)
        restart = heading and label.path == (1,) and self.latest.get(label.family, 0) > 1
        # Headings alone, begun anew, were a table of contents.
        if restart and self.ruled:
            self.found.append(Candidate(position, ACCEPT, None, bare=True))
        long = len(self.page.texts[position]) > LONG_HEADING
        self.ruled = not restart and (self.ruled or label.family not in _HEADINGS or long)
        if not label.path:
            return
        # Chapters begin anew in every part, and sections in every chapter.
        if label.family in STRONG and (label.path == (1,) or label.family is Family.PART):
            self.latest = {f: n for f, n in self.latest.items() if STRONG.get(f, 9) < STRONG[label.family]}
        self.latest[label.family] = label.path[-1]

    def _weigh(self, position: int, mark: Mark | None, own: float) -> None:
        page, text = self.page, self.page.texts[position]
        glued = None
        if mark is not None and not mark.at_start and own <= 0 and is_first(mark):
            # …制度篇四 一、晨会制度 …: a title with the first rules glued to it.
            text = text[: mark.first - page.lines[position].start].rstrip()
            long = len(text) >= (_LONG_TITLE if self.latest and not self.told else _SHORT_TITLE)
            own = title_score(text) if title_score(text) >= _TITLE and (series_number(text) or long) else 0.0
            glued = mark if own and (mark.strong or self.told) else None
        named = self._heads_page(position, mark) > 0
        heading = mark is not None and mark.labels[0].family is Family.HEADING  # says nothing of what stands above it
        if mark is not None and not heading and not named and mark.labels[0].path and (mark.at_start or mark.prior > 0):
            label = mark.labels[0]
            # A figure in brackets that nothing leads to counts nothing: 我的待办 (4).
            if mark.at_start or is_first(mark) or self.latest.get(label.family) == label.path[-1] - 1:
                self.latest[label.family] = label.path[-1]
        plain = (
            mark is None and len(text) <= LONG_HEADING and not ends_sentence(text) and not DOCUMENT_HEAD.search(text)
        )
        alike = plain and below_title(page, position)
        again = bool(alike) and alike in self.skeletons
        own = max(own, 1.0) if again else own
        if own <= 0 or is_bare_label(page, position - 1):
            return
        score = (_AGAIN if again else 0.0) + own + self.signs.around(position, self.latest, glued)
        score += _BYLINED if named else _DATED if self.latest and own >= _TITLE and position in page.dated else 0.0
        # Behind the title of a handbook a line is none for being the first.
        if self.found and not self.latest and is_handbook(page.texts[self.found[-1].position]):
            score -= _FIRST
        series = None
        if own >= _TITLE:
            score += self.signs.for_title(position, self.latest, self.opening)
            series = series_number(text)
            said = range(position + 1, position + 3)
            prose = said.stop <= len(page.texts) and all(
                page.marks[at] is None and is_prose(page.texts[at]) for at in said
            )
            score += _PROSE_BELOW if prose else 0.0
            score += _ENACTED if any(ENACTS.search(page.texts[at]) for at in said[:1] if at < len(page.texts)) else 0.0
            score += self.signs.for_series if series is not None else 0.0
        # A file that has held several documents may well hold another.
        several = own >= _TITLE and self._held() >= _SEVERAL
        if score >= (ACCEPT - _ANOTHER if several else ACCEPT):
            self.told = mark is not None and not mark.at_start
            if below := below_title(page, position):
                self.skeletons.add(below)
            self.found.append(
                Candidate(position, score, series, is_repeated(position, page.texts), _lead(page, position))
            )

    def _held(self) -> int:
        """Return how many documents have begun so far; a title printed twice begins one."""
        firm = [one.position for one in self.found if one.score >= ACCEPT]
        return sum(second - first > 1 for first, second in pairwise([-2, *firm]))


def _stands_below(page: Page, position: int) -> bool:
    """Return whether what 附件：… names is the title of something further down."""
    name = core(LEAD.sub("", page.texts[position]))
    return any(core(LEAD.sub("", text)) == name for text in page.texts[position + 1 : position + _FURTHER])


def _settled(page: Page) -> dict[int, Candidate]:
    """Return place -> candidate for what a series or its own rules settle, whatever the title says."""
    counted = {
        place: Candidate(place, COUNTED, number)
        for place, number in find_series(page.texts, page.marks, page.named).items()
    }
    restarts = {place: Candidate(place, ACCEPT, None, lead=_lead(page, place)) for place in find_restarts(page)}
    attached = {title: Candidate(title, COUNTED, None, lead=title - at) for at, title in _attached(page).items()}
    return restarts | counted | attached


def _attached(page: Page) -> dict[int, int]:
    """Return place of an 附件N -> place of its title, where one of the attachments at least has 章 or 条 of its own, or two have 一、.

    Without that they are tables and lists, and belong to the document that they come with.
    """
    heads = [
        (place, mark.labels[0].end - mark.start)
        for place, mark in enumerate(page.marks)
        if mark is not None
        and mark.at_start
        and mark.prior > 0
        and mark.labels[0].family is Family.ATTACHMENT
        and not ends_sentence(page.texts[place].rstrip(":"))
    ]
    found: dict[int, int] = {}
    ruled = 0
    stops = [*(place for place, _ in heads[1:]), len(page.texts)]
    for (place, width), stop in zip(heads, stops, strict=True) if heads else ():
        bare = width >= len(page.texts[place])
        title = place + 1 if bare else place
        # What has nothing under it is a name in a list of attachments.
        if stop - title < 3:
            continue
        score = title_score(page.texts[title] if bare else page.texts[place][width:].strip())
        if score < 0.5:
            continue
        found[place] = title
        first = next((mark for mark in page.marks[title + 1 : stop] if mark is not None), None)
        if score >= _TITLE and first is not None and first.at_start and is_first(first):
            ruled += _SEVERAL if first.strong else first.labels[0].family is Family.CHINESE
    return found if ruled >= _SEVERAL else {}
