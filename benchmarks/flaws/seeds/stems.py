"""Flaws of the stem, and of items without options: each function makes one flawed item, another with every turn."""

from seeds.base import Entry, Side, action, begin, choice, figures, judge, matching, ordered, pick, topic_at


def plain_negative(side: Side, turn: int) -> Entry:
    """A question for the exception that does not mark the word."""
    topic = topic_at(side, turn)
    stem = pick(side.say["plain"], turn).format(when=topic.when, name=topic.name)
    return choice(side, stem, [topic.dont[turn % 4]], topic.do[:3], turn)


def double_negative(side: Side, turn: int) -> Entry:
    """Two negations in the stem, or in stem and key."""
    topic = topic_at(side, turn * 3)
    if turn % 3 == 0:
        stem = pick(side.say["double_ask"], turn // 3).format(when=topic.when)
        return choice(side, stem, [topic.do[turn % 4]], topic.dont[:3], turn)
    if turn % 3 == 1:
        stem = side.say["ask_not"][turn % 2].format(when=topic.when)
        return choice(side, stem, [pick(side.say["omit"], turn // 3).format(do=topic.do[0])], topic.do[1:], turn)
    stem, answer = side.say["double"][turn // 3 % 7]
    return judge(side, stem.format(when=topic.when, do=topic.do[turn % 4], dont=topic.dont[turn % 4]), answer=answer)


def measure_word(side: Side, turn: int) -> Entry:
    """A measure word, number or verb form that only the key fits."""
    stem, texts = pick(side.say["measure"], turn).split(" | ")
    key, *wrong = texts.split(" / " if side.lang == "en" else " ")
    return choice(side, stem, [key], wrong, turn)


def article_cue(side: Side, turn: int) -> Entry:
    """A stem that ends in an article."""
    article, nouns, others = (("an", "vowel", "consonant"), ("a", "consonant", "vowel"))[turn % 2]
    fit = [side.say[nouns][(turn + step) % 15] for step in (0, 5)]
    not_fit = [side.say[others][(turn + step) % 15] for step in (1, 6, 11)]
    stem = pick(side.say["stems"], turn // 2 + turn % 2 * 7).format(article)
    return choice(side, stem, fit[:1], [fit[1], *not_fit[:2]] if turn % 3 == 0 else not_fit, turn)


def stem_asks_nothing(side: Side, turn: int) -> Entry:
    """A stem that only names its subject, if that."""
    topic, (_, key, wrong) = topic_at(side, turn), action(side, turn)
    return choice(
        side,
        pick(side.say["empty"], turn).format(name=topic.name, topic=begin(topic.name, up=False)),
        [key],
        wrong,
        turn,
    )


def dangling(side: Side, turn: int) -> Entry:
    """A stem that points to what is not there."""
    topic, (_, key, wrong) = topic_at(side, turn), action(side, turn)
    if turn % 4 == 3:
        return judge(side, pick(side.say["lean_true"], turn // 4).format(do=key, when=topic.when), answer=True)
    return choice(side, pick(side.say["lean"], turn).format(when=topic.when), [key], wrong, turn)


def clang(side: Side, turn: int) -> Entry:
    """A key that repeats the term of the stem."""
    term = side.say["terms"][turn % 20]
    stem, key, *wrong = side.say["clang"][turn % 5]
    bare = term.partition(" ")[2] if side.lang == "en" else term
    return choice(side, stem.format(term), [key.format(term, bare=bare)], wrong, turn)


def answered_by_another(side: Side, turn: int) -> Entry:
    """An item beside one that tells its answer."""
    row = [*side.who, *side.where][turn % 20]
    statement = row.statement.replace("@", row.key)
    item = choice(side, row.ask, [row.key], row.others, turn)
    if turn % 2:
        stem, texts, at, figure = figures(side, turn)
        statement = figure.statement.replace("@", texts[at])
        item = (
            judge(side, side.say["rule"].format(statement), answer=True)
            if turn % 4 == 1
            else ordered(side, stem, texts, at)
        )
    if turn // 2 % 3 == 0:
        return item | {"other": judge(side, side.say["rule"].format(statement), answer=True)}
    key, *wrong = side.say["told"][turn % 3]
    return item | {"other": choice(side, side.say["tell"][turn % 3].format(statement), [key], wrong, turn)}


def vague_statement(side: Side, turn: int) -> Entry:
    """A statement that turns on a vague word."""
    text, answer = side.statements[turn % 20]
    word = pick(side.say["vague"], turn)
    text = text.replace("^", word)
    return judge(side, side.say["rule"].format(text), answer=answer)


def cloze_gaps(side: Side, turn: int) -> Entry:
    """A sentence of which one or two pieces are left."""
    parts = pick(side.say["cloze"], turn).split("/")
    kept = {(turn + turn // 14) % len(parts)} | ({(turn + 3) % len(parts)} if turn >= 14 or len(parts) > 6 else set())
    gaps = {chr(ord("a") + place): part for place, part in enumerate(parts) if place not in kept}
    blank = "" if side.lang == "zh" else " "
    stem = blank.join(part if place in kept else f"[[{chr(ord('a') + place)}]]" for place, part in enumerate(parts))
    return {
        "type": "cloze",
        "stem": {side.lang: side.say["rule"].format(stem)},
        "gaps": {name: {"answer": {side.lang: part}} for name, part in gaps.items()},
    }


def numeric_unit(side: Side, turn: int) -> Entry:
    """A question for a figure without a unit."""
    row = side.figures[(turn + 2) % len(side.figures)]
    return {"type": "numeric", "stem": {side.lang: row.unitless}, "numeric": {"value": row.key}}


def matching_form(side: Side, turn: int) -> Entry:
    """A pair, or a right side, of another kind."""
    stem, pairs = side.matching[turn % 4]
    odd = side.matching[(turn + 1 + turn // 4 % 3) % 4][1][turn % 5]
    taken = [pairs[(turn + step) % 5] for step in range(3)]
    spare = pairs[(turn + 3) % 5]
    whole = [odd, (spare[0], odd[1])][turn % 2]
    taken.insert(turn % 4, whole)
    return matching(side, stem, taken)
