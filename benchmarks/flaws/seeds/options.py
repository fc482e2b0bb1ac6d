"""Flaws of the options: each function makes one flawed item, another with every turn."""

from seeds.base import Entry, Side, action, begin, choice, figure_text, figures, ordered, pick, topic_at

DOUBLED = {"let", "put", "swap", "run", "chat", "split", "shut", "sit", "stop", "cut"}


def ing(phrase: str) -> str:
    """Put the verb that begins an English phrase into -ing.

    Args:
        phrase: lock the screen.

    Returns:
        locking the screen.
    """
    verb, _, rest = phrase.partition(" ")
    stem = verb + verb[-1] if verb in DOUBLED else verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    return f"{stem}ing {rest}".strip()


def key_count(side: Side, turn: int) -> Entry:
    """No key, two keys, one key in a multiple choice, or nothing but keys."""
    topic, (ask, _, wrong) = topic_at(side, turn), action(side, turn)
    if turn % 4 < 2:
        return choice(side, ask, topic.do[:2] if turn % 4 else [], wrong, turn)
    ask = pick(side.say["ask_all"], turn).format(when=topic.when)
    return choice(side, ask, *((topic.do[:1], wrong) if turn % 4 == 2 else (topic.do, [])), turn, multiple=True)


def option_count(side: Side, turn: int) -> Entry:
    """Two options, or more than five."""
    ask, key, wrong = action(side, turn)
    if turn % 4 == 1:
        row = side.who[turn % len(side.who)]
        others = [name for name in side.people if name != row.key]
        return choice(side, row.ask, [row.key], others[: 5 + turn % 3], turn)
    if turn % 4 == 2:
        stem, texts, at, _ = figures(side, turn)
        low = max(0, at - 1)
        return ordered(side, stem, texts[low : low + 2], at - low)
    if turn % 4 == 3:
        topic = topic_at(side, turn)
        return choice(
            side, pick(side.say["ask_all"], turn).format(when=topic.when), topic.do, topic.dont, turn, multiple=True
        )
    return choice(side, ask, [key], wrong[:1], turn)


def same_option(side: Side, turn: int) -> Entry:
    """An option over again, in slightly other writing."""
    if turn % 5 == 4:
        stem, texts, at, _ = figures(side, turn)
        first = next(place for place in (0, 1) if place != at)
        wide = texts[first].translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
        return ordered(side, stem, [*texts[: first + 1], wide, *texts[first + 1 :]], at + (at > first))
    ask, key, wrong = action(side, turn)
    text = begin(wrong[0])
    twins = (
        [text, f"{text}。", f"{text[:3]} {text[3:]}", f"{text}；", f"“{text}”"]
        if side.lang == "zh"
        else [text, f"{text}.", text.replace(" ", "  ", 1), text.upper(), text.replace(" ", "-", 1)]
    )
    return choice(
        side, ask, [key], [text, wrong[1], twins[turn % 5 if turn % 5 < 4 else 0] if turn % 3 else twins[-1]], turn
    )


def option_overlap(side: Side, turn: int) -> Entry:
    """Bounds and ranges that include one another, or a person beside that person and another."""
    if turn % 4 == 3:
        row = side.who[turn % len(side.who)]
        return choice(
            side, row.ask, [row.key], [row.others[0], side.say["with"].format(*row.others[:2]), row.others[2]], turn
        )
    stem, texts, at, figure = figures(side, turn, unitless=True)
    if turn % 4 == 2:
        low = figure.values
        spans = [
            side.say["range"].format(low[place], figure_text(side, low[place] * 2, figure.unit)) for place in range(4)
        ]
        return ordered(side, stem, spans, at)
    return ordered(side, stem, [pick(side.say["upto"], turn).format(text) for text in texts], at)


def option_kind(side: Side, turn: int) -> Entry:
    """A figure, place or person among options of another kind."""
    figure = figures(side, turn + 7)[1][turn % 4]
    if turn % 3 == 2:
        stem, texts, at, _ = figures(side, turn, unitless=True)
        odd = (at + 2) % 4
        texts[odd] = begin(pick(side.people if turn % 2 else side.places, turn))
        return ordered(side, stem, texts, at)
    rows, odds = (
        (side.who, [figure, pick(side.places, turn)]) if turn % 3 else (side.where, [figure, pick(side.people, turn)])
    )
    row = rows[turn % len(rows)]
    return choice(side, row.ask, [row.key], [row.others[0], odds[turn % 2], row.others[1]], turn)


def option_form(side: Side, turn: int) -> Entry:
    """A wrong option in another grammar."""
    ask, key, wrong = action(side, turn)
    odd = pick(side.say["misfit"], turn).format(wrong[1], ing=ing(wrong[1]))
    return choice(side, ask, [key], [wrong[0], odd, wrong[2]], turn)


def option_order(side: Side, turn: int) -> Entry:
    """Figures out of order."""
    stem, texts, at, _ = figures(side, turn + 3)
    order = [(1, 0, 2, 3), (2, 0, 3, 1), (0, 3, 1, 2), (3, 1, 2, 0), (1, 3, 0, 2)][turn % 5]
    return ordered(side, stem, [texts[place] for place in order], order.index(at))


def all_none(side: Side, turn: int) -> Entry:
    """An option about the other options."""
    topic, (ask, key, wrong) = topic_at(side, turn), action(side, turn)
    if turn % 4 == 0:
        return choice(side, ask, [pick(side.say["all"], turn // 2)], topic.do[:3], 3)
    if turn % 4 == 1:
        return choice(side, ask, [pick(side.say["none"], turn // 2)], wrong, 3)
    name = ("both", "all")[turn % 4 - 2]
    return choice(side, ask, [key], [*wrong[:2], pick(side.say[name], turn // 4)], turn % 3)


def length_cue(side: Side, turn: int) -> Entry:
    """A key with one or two clauses more."""
    ask, key, wrong = action(side, turn)
    return choice(
        side,
        ask,
        [key + pick(side.say["tails"], turn) + (pick(side.say["tails"], turn + 2) if turn % 2 else "")],
        wrong,
        turn,
    )


def wording_cue(side: Side, turn: int) -> Entry:
    """A key alone hedged, ruled, stopped, quoted or in brackets."""
    ask, key, wrong = action(side, turn)
    return choice(side, ask, [pick(side.say["worded"], turn).format(key)], wrong, turn)


def unit_cue(side: Side, turn: int) -> Entry:
    """A key alone with its unit, or alone in another."""
    small = {unit: (lesser, times) for unit, lesser, times in side.say["worth"]}
    rows = [place for place, row in enumerate(side.figures) if row.unit in small]
    if turn % 3 == 0:
        stem, texts, at, row = figures(side, turn)
        return ordered(
            side, stem, [texts[at] if place == at else str(value) for place, value in enumerate(row.values)], at
        )
    stem, texts, at, row = figures(side, rows[turn % len(rows)], unitless=turn % 3 == 1)
    lesser, times = small[row.unit]
    texts = [
        text if (place == at) == (turn % 3 == 2) else figure_text(side, value * times, lesser)
        for place, (text, value) in enumerate(zip(texts, row.values, strict=True))
    ]
    return ordered(side, stem, texts, at)


def digit_cue(side: Side, turn: int) -> Entry:
    """A key alone in words, with decimals or not round."""
    stem, texts, at, row = figures(side, turn)
    odd = [side.words[row.key], str(row.key + 0.5), f"{row.key * 1.01:g}"][turn % 3]
    texts[at] = figure_text(side, odd, row.unit)
    return ordered(side, stem, texts, at)


def absolutes(side: Side, turn: int) -> Entry:
    """Absolute words in one, two or all wrong options."""
    ask, key, wrong = action(side, turn)
    words = side.say["absolute"]
    many = 1 + turn % 3
    return choice(
        side,
        ask,
        [key],
        [pick(words, turn + 3 * n).format(text) if n < many else text for n, text in enumerate(wrong)],
        turn,
    )


def two_right(side: Side, turn: int) -> Entry:
    """The right figure in another unit as well, or two rules that are both in force."""
    if turn % 3 == 2:
        row = [*side.who, *side.where][turn % 20]
        rules = [row.statement.replace("@", name) for name in (row.key, row.others[0])]
        return {"rules": [{side.lang: begin(side.say["rule"].format(rule))} for rule in rules]} | choice(
            side, row.ask, [row.key], row.others, turn
        )
    rows = [place for place, row in enumerate(side.figures) if row.key != 26]
    stem, texts, at, figure = figures(side, rows[turn % len(rows)], unitless=True)
    drop = 3 if at < 3 else 0
    kept = [text for place, text in enumerate(texts) if place != drop]
    key = kept.index(texts[at])
    return ordered(side, stem, [*kept[: key + 1], figure.same, *kept[key + 1 :]], key)
