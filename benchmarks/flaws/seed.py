"""Seeds each flaw of README.md into sound items in many ways, and writes seeded.yaml beside itself.

The same command gives the same file: `.venv/bin/python benchmarks/flaws/seed.py`. Nothing here knows of the checks.
"""

from collections.abc import Callable
from pathlib import Path

import yaml
from seeds import options, stems
from seeds.base import Entry, Side, action, both, choice, figures, judge, matching, ordered, pick, read

EACH = 20  # for each flaw and language
ENGLISH_ONLY = 40  # for a flaw of English grammar

SEEDERS: tuple[Callable[[Side, int], Entry], ...] = (
    options.key_count,
    options.option_count,
    options.same_option,
    options.option_overlap,
    options.option_kind,
    options.option_form,
    options.option_order,
    options.all_none,
    stems.plain_negative,
    stems.double_negative,
    options.length_cue,
    options.wording_cue,
    stems.measure_word,
    stems.article_cue,
    options.unit_cue,
    options.digit_cue,
    options.absolutes,
    stems.stem_asks_nothing,
    stems.dangling,
    stems.clang,
    stems.answered_by_another,
    options.two_right,
    stems.vague_statement,
    stems.cloze_gaps,
    stems.numeric_unit,
    stems.matching_form,
)


def sound(side: Side) -> list[Entry]:
    """Make the items into which nothing is seeded.

    Args:
        side: the language.

    Returns:
        The items, in an order that is the same in both languages.
    """
    made = []
    for turn, topic in enumerate(side.topics):
        names = {"when": topic.when}
        made += [
            choice(side, ask, [key], wrong, at) for at in (turn, turn + 18) for ask, key, wrong in [action(side, at)]
        ]
        made.append(
            choice(
                side, pick(side.say["ask_all"], turn).format(**names), topic.do[:2], topic.dont[:2], turn, multiple=True
            )
        )
        made.append(
            choice(side, pick(side.say["ask_not"], turn).format(**names), [topic.dont[turn % 4]], topic.do[:3], turn)
        )
    made += [choice(side, row.ask, [row.key], row.others, turn) for turn, row in enumerate([*side.who, *side.where])]
    for turn, row in enumerate(side.figures):
        made.append(ordered(side, *figures(side, turn, unitless=bool(turn % 2))[:3]))
        made.append(
            {
                "type": "numeric",
                "stem": {side.lang: row.ask},
                "numeric": {"value": row.key, "unit": {side.lang: row.unit}},
            }
        )
    for text, answer in side.statements:
        plain = text.replace("^", "") if side.lang == "zh" else text.replace("^ ", "")
        made.append(judge(side, side.say["rule"].format(plain), answer=answer))
    return made + [matching(side, stem, pairs[:4]) for stem, pairs in side.matching]


def main() -> None:
    """Write seeded.yaml."""
    sides = [read("zh"), read("en")]
    entries = []
    for seeder in SEEDERS:
        for side in sides[1:] if seeder is stems.article_cue else sides:
            turns = range(ENGLISH_ONLY if seeder is stems.article_cue else EACH)
            entries += [{"flaw": seeder.__name__} | seeder(side, turn) for turn in turns]
    entries += [{"flaw": "none"} | both(*pair) for pair in zip(*map(sound, sides), strict=True)]
    text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=116, default_flow_style=None)
    Path(__file__).with_name("seeded.yaml").write_text(f"# Written by seed.py.\n{text}", encoding="utf-8")
    print(f"{len(entries)} items")


if __name__ == "__main__":
    main()
