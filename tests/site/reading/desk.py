"""A chapter with what reading needs: a role, a missing and a stale translation, a term, a long title; and how a page of it is read."""

import functools

import pytest

from tests.site.conftest import ROOT

ASSETS = ROOT / "generator" / "guizhang" / "site" / "theme" / "assets" / "guizhang"
LONG = "关于客户在营业时间以外通过各种渠道提出的投诉应当怎样登记转办答复回访归档并向上级报告的若干补充规定" * 6
RULES = f"""
id: desk
title: {{zh: 前台规定, en: Reception rules}}
edition: {{version: "2.0", effective: 2026-12-01}}
body:
  - chapter: 1
    id: day
    title: {{zh: 一天, en: The day}}
    body:
      - article: 1
        id: open
        title: {{zh: 开门, en: Opening}}
        norm: duty
        facts: {{early: {{kind: duration, value: PT10M, bound: min}}}}
        text:
          zh: 前台须提前${{early}}开门，并核对发票和头发样品。理发后里程表的数据在系统里复核。先首问负责，再见第三条。
          en: The desk opens ${{early}} early and checks the invoices; first-contact ownership comes first, then Article 3.
      - article: 2
        id: phones
        title: {{zh: 电话, en: Telephone}}
        applies_to: [agent]
        norm: duty
        body:
          - text: {{zh: 坐席须接听。, en: Agents shall answer.}}
            translated_from: {{en: "00000000"}}
          - item: 1
            text: {{zh: 三声以内；, en: within three rings;}}
      - article: 3
        id: long
        title: {{zh: {LONG}, en: {"Supplementary provisions on complaints received out of hours " * 5}}}
        norm: prohibition
        text: {{zh: 不得推诿。, en: Nobody passes it on.}}
      - article: 4
        id: bare
        applies_to: [manager]
        text: {{zh: 没有题目。}}
"""
CHAPTER = "regulations/desk/day.html"


@functools.cache
def opencc():
    return pytest.importorskip("opencc").OpenCC("s2tw")


def converted(text):
    return opencc().convert(text)


def chinese(page):
    """The visible Chinese of the rules, a text for each half of a row and each heading."""
    return page.evaluate(
        "Array.from(document.querySelectorAll('.gz-article :is(.gz-cell, .gz-title > span)[lang|=zh]'), e => e.textContent)"
    )


def tool(page, name):
    return page.locator(f".gz-tools [data-tool={name}]")


def clipboard(page):
    page.locator(".gz-done").wait_for()
    return page.evaluate("navigator.clipboard.readText()")


def shown(page):
    return [a.get_attribute("data-address") for a in page.locator(".gz-article").all() if a.is_visible()]
