"""What a run asks for beside grading, and what it takes over from the results that stand there.

A trainer grades again because a written answer was marked or a late paper came in. Whoever has been told a result by a
certificate, under a scoring rule, on a day, must not lose them because an option was not typed again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from guizhang.grading.kept import Kept
from guizhang.grading.reports.extras import Extras
from guizhang.model.form import ExamRecord
from guizhang.model.scoring import ScoringPolicy
from guizhang.model.text import Text


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run asks for; what it leaves open is as the last time."""

    policy: ScoringPolicy | None = None
    held: date | None = None
    site_url: str | None = None
    pseudonymise: bool = False
    extras: Extras | None = None

    def after(self, last: Kept | None) -> Asked:
        """Return what is to be made where *last* is what the folder keeps."""
        if last is None:
            return self
        held = self.held or last.held
        return Asked(
            policy=self.policy or last.policy,
            held=held,
            site_url=self.site_url or last.site_url,
            pseudonymise=self.pseudonymise or last.pseudonymous,
            # Pages and certificates are for people with names.
            extras=_both(self.extras, None if self.pseudonymise else last.extras, held),
        )

    def beyond(self, given: Asked, record: ExamRecord) -> Iterator[Text]:
        """Yield what of this was taken over, as *given* did not ask for it."""
        if self.held and given.held is None:
            yield Text(zh=f"考试日期 {self.held}", en=f"the day of the exam {self.held}")
        if given.policy is None and self.policy not in (None, record.scoring):
            yield Text(zh="另给的评分规则", en="the scoring rules of --policy")
        if self.site_url and not given.site_url:
            yield Text(zh=f"手册网址 {self.site_url}", en=f"the handbook at {self.site_url}")
        if self.pseudonymise and not given.pseudonymise:
            yield Text(zh="化名", en="codes for people")
        old, new = given.extras, self.extras
        if new and new.people and not (old and old.people):
            yield Text(zh="个人页", en="candidate pages")
        if new and new.certificates and not (old and old.certificates):
            months = new.valid_months
            yield Text(
                zh="证书" + (f"（{months} 个月有效）" if months else ""),
                en="certificates" + (f" (valid {months} months)" if months else ""),
            )
        if new and new.retest and not (old and old.retest):
            yield Text(zh="补考名单", en="the re-test list")


def _both(now: Extras | None, last: Extras | None, held: date | None) -> Extras | None:
    """Return what either asks for, with the figures of now where it has them, for an exam of the day *held*."""
    found = now or last
    if found is None:
        return None
    if now is not None and last is not None:
        found = replace(
            now,
            people=now.people or last.people,
            certificates=now.certificates or last.certificates,
            valid_months=now.valid_months or last.valid_months,
            retest=now.retest or last.retest,
            practice=now.practice or last.practice,
        )
    return replace(found, held=held or found.held)
