"""How answers are read: each spelling to its one form, and what cannot be read to the right complaint."""

from decimal import Decimal

import pytest

from guizhang.grading.answers import Problem, is_blank, normalise
from guizhang.model.item import ItemType
from guizhang.model.spellings import parse_number
from guizhang.model.text import Text
from tests.grading.examples import (
    CLOZE,
    MATCHING,
    MULTIPLE,
    NUMERIC,
    ONE_GAP,
    ORDERING,
    SHORT,
    SINGLE,
    TRUE_FALSE,
    drawn,
)

DAYS = drawn("d", ItemType.NUMERIC, "1", ["3"], "t", "a/b", unit=Text(zh="个工作日", en="working days"))
YUAN = drawn("y", ItemType.NUMERIC, "1", ["200"], "t", "a/b", unit=Text(zh="元", en="CNY"))
SHARE = drawn("p", ItemType.NUMERIC, "1", ["80"], "t", "a/b", unit=Text(zh="%", en="%"))
CLOCK = drawn("c", ItemType.NUMERIC, "1", ["15"], "t", "a/b", unit=Text(zh="点", en="o'clock"))
HALF_PAST = drawn("h", ItemType.NUMERIC, "1", ["9.5"], "t", "a/b", unit=Text(zh="时（24小时制）"))
AFTERNOON = drawn("e", ItemType.NUMERIC, "1", ["3"], "t", "a/b", unit=Text(zh="点", en="o'clock"))
PLAIN = drawn("n", ItemType.NUMERIC, "1", ["3"], "t", "a/b")


@pytest.mark.parametrize(
    ("item", "typed", "expected"),
    [
        *((SINGLE, typed, "B") for typed in ("B", "b", "Ｂ", "ｂ", " B ", "B.", "(B)", "B、", "（Ｂ）", "【B】", "BB",
                                                 "选B", "选项Ｂ", "答案：b", "Option B", "答：B", "选择 b", "Answer: B",
                                                 "B（改）", "B (已改)")),
        *((MULTIPLE, typed, "ACD") for typed in ("ACD", "acd", "ＡＣＤ", "A,C,D", "A，C，D", "A、C、D", "A C D", "A;C;D", "A/C/D", "DCA",
                                                  "A.C.D", "A|C|D", "A和C和D", "a and c and d", "A+C+D", "ACDA")),
        *((ORDERING, typed, "CAB") for typed in ("CAB", "c-a-b", "C→A→B", "C>A>B", "C，A，B", "Ｃ Ａ Ｂ")),
        *((TRUE_FALSE, typed, "T") for typed in ("对", "√", "✓", "✔", "T", "t", "Ｔ", "true", "TRUE", "是", "正确", "yes", "Y", "1",
                                                  "V", "v", "勾", "打勾", "對", "答：√", "答案：对", "√（改）", "对。", "【√】",
                                                  "对的", "相符", "是的", "對的")),
        *((TRUE_FALSE, typed, "F") for typed in ("错", "×", "✗", "✘", "x", "X", "F", "f", "false", "否", "错误", "不对", "no", "0",
                                                  "×（改）", "叉", "錯誤", "答:×", "Answer: F")),
        *((NUMERIC, typed, "24") for typed in ("24", "２４", "24小时", "24 小时", "24 hours", "24hour", "24 Hours", "+24")),
        (NUMERIC, "24.0", "24.0"),
        (NUMERIC, "24,5", "24.5"),
        *((DAYS, typed, "3") for typed in ("3", "3个工作日", "3工作日", "3 working days")),
        *((CLOCK, typed, "15") for typed in ("15", "15点", "15時", "15:00", "１５：００", "15:00点", "15:00:00", "15点整", "15点钟", "十五时",
                                             "下午3点", "下午三點", "下午3:00", "3pm", "3 p.m.", "3:00 PM", "15 o’clock", "3 o'clock p.m.")),
        *((CLOCK, typed, "16") for typed in ("16:00", "下午四点", "4 p.m.")),
        *((HALF_PAST, typed, "9.5") for typed in ("9.5", "9:30", "09:30", "9时半", "上午九点半", "9:30 a.m.")),
        *((AFTERNOON, typed, "3") for typed in ("3", "三点", "3:00")),
        *((YUAN, typed, "1000") for typed in ("1000", "1,000", "1，000元", "CNY 1,000", "1000cny")),
        *((SHARE, typed, "80") for typed in ("80", "80%", "80％")),
        *((item, typed, "") for item in (SINGLE, MULTIPLE, TRUE_FALSE, NUMERIC, ORDERING, SHORT)
          for typed in ("", "-", "—", "——", "/", "空", "未答", "blank", "N/A")),
        (SHORT, "因为 A、B", "因为 A、B"),
        *((MATCHING, typed, "CAD") for typed in ("CAD", "cad", "C、A、D", "C A D", "1C2A3D", "1-C 2-A 3-D", "C-A-D", "(1)→C，(2)→A，(3)→D",
                                                 "3D 2A 1C", "1. C; 2. A; 3. D")),
        *((MATCHING, typed, "C-D") for typed in ("C-D", "1C 3D", "3d,1c")),
        *((CLOZE, typed, "24小时|B|登记表") for typed in ("24小时；b；登记表", "24小时;B;登记表", "24小时\nB\n登记表", "24小时, B, 登记表",
                                                       "24小时 B 登记表", "（1）24小时（2）B（3）登记表", "(2) b (3) 登记表 (1) 24小时")),
        (CLOZE, "24小时；B。；登记表", "24小时|B|登记表"),
        *((CLOZE, typed, "24小时||") for typed in ("24小时", "24小时；", "24小时；；", "24小时；—；空", "(1)24小时")),
        *((ONE_GAP, typed, typed) for typed in ("请稍等，马上好".replace("，", ","), "one moment please")),
        *((item, typed, "") for item in (MATCHING, CLOZE, ONE_GAP) for typed in ("", "-", "空", "未答", "n/a", "(空)", "（跳过）")),
    ],
)  # fmt: skip
def test_one_spelling(item, typed, expected):
    normal = normalise(item, typed)
    assert (normal.answer, normal.problem) == (expected, None)


@pytest.mark.parametrize(
    ("item", "typed", "answer", "problem", "detail"),
    [
        (SINGLE, "E", "E", Problem.UNKNOWN_OPTION, "E"),  # the question has four options
        (SINGLE, "2", "2", Problem.UNKNOWN_OPTION, "2"),
        (MATCHING, "CAE", "CAE", Problem.UNKNOWN_OPTION, "E"),  # four right sides
        (MATCHING, "CADB", "CADB", Problem.TOO_MANY_PARTS, "3"),
        (MATCHING, "1C 4D", "1c 4d", Problem.TOO_MANY_PARTS, "3"),
        (MATCHING, "1C 1D", "1c 1d", Problem.TOO_MANY_PARTS, "3"),
        (CLOZE, "24小时；D；登记表", "24小时|D|登记表", Problem.UNKNOWN_OPTION, "D"),  # three words to choose from
        (CLOZE, "24小时；乙；登记表", "24小时|乙|登记表", Problem.UNKNOWN_OPTION, "乙"),
        (CLOZE, "a;b;c;d", "a;b;c;d", Problem.TOO_MANY_PARTS, "3"),
        (CLOZE, "(1) a (4) b", "(1) a (4) b", Problem.TOO_MANY_PARTS, "3"),
        *(
            (item, "看不清", "", Problem.ILLEGIBLE, "")
            for item in (SINGLE, MULTIPLE, TRUE_FALSE, NUMERIC, CLOZE, MATCHING, ORDERING)
        ),
        (SINGLE, "（Illegible）", "", Problem.ILLEGIBLE, ""),
        (SINGLE, "?", "?", Problem.UNKNOWN_OPTION, "?"),  # illegible is not blank
        (SINGLE, "ß", "ß", Problem.UNKNOWN_OPTION, "ß"),
        (MULTIPLE, "A,Z", "AZ", Problem.UNKNOWN_OPTION, "Z"),
        (ORDERING, "C-A-D", "CAD", Problem.UNKNOWN_OPTION, "D"),
        # The stem may have said 下午几点: somebody has to look.
        *((AFTERNOON, typed, typed, Problem.NOT_A_NUMBER, "") for typed in ("下午3点", "15:00", "3 p.m.")),
        *((CLOCK, typed, typed, Problem.NOT_A_NUMBER, "") for typed in ("15:60", "3小时", "15:00-16:00")),
        *((NUMERIC, typed, typed, Problem.NOT_A_NUMBER, "") for typed in ("15:00", "下午3点")),
        (SINGLE, "A/B", "AB", Problem.OVER_ANSWERED, ""),
        (TRUE_FALSE, "√×", "TF", Problem.OVER_ANSWERED, ""),
        (TRUE_FALSE, "对 错", "TF", Problem.OVER_ANSWERED, ""),
        *((TRUE_FALSE, typed, typed, Problem.NOT_TRUE_FALSE, "") for typed in ("答对", "改", "√改×")),
        (SINGLE, "a改b", "A改B", Problem.UNKNOWN_OPTION, "改"),
        (TRUE_FALSE, "B", "b", Problem.NOT_TRUE_FALSE, ""),
        (TRUE_FALSE, "也许", "也许", Problem.NOT_TRUE_FALSE, ""),
        (NUMERIC, "一天", "一天", Problem.NOT_A_NUMBER, ""),
        (NUMERIC, "24分钟", "24分钟", Problem.NOT_A_NUMBER, ""),
        (NUMERIC, "24 48", "24 48", Problem.NOT_A_NUMBER, ""),
        (NUMERIC, "1e9", "1e9", Problem.NOT_A_NUMBER, ""),
        (NUMERIC, "NaN", "NaN", Problem.NOT_A_NUMBER, ""),
        (NUMERIC, "9" * 50, "9" * 50, Problem.NOT_A_NUMBER, ""),
        (PLAIN, "3天", "3天", Problem.NOT_A_NUMBER, ""),  # the unit of another question
    ],
)
def test_what_cannot_be_read(item, typed, answer, problem, detail):
    normal = normalise(item, typed)
    assert (normal.answer, normal.problem, normal.detail) == (answer, problem, detail)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", "3"),
        ("2.5", "2.5"),
        ("2,5", "2.5"),
        ("1,000", "1000"),
        ("12,345.5", "12345.5"),
        (".5", "0.5"),
        ("-1", "-1"),
    ],
)
def test_numbers(text, value):
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "三", "1 or 2", "1.2.3", "1,00,0", "--1", "∞"])
def test_no_numbers(text):
    assert parse_number(text) is None


def test_a_zero_is_an_answer():
    assert not is_blank("0")
