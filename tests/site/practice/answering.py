"""What is done on the practice page by keyboard, and what it shows and keeps."""

PAGE = "practice.html"

CHAPTER = "regulations/complaints/taking.html"

STORED = "() => Object.fromEntries(Object.entries(localStorage).filter(([k]) => k.startsWith('guizhang.practi')))"


def verdict(page):
    return page.locator(".gz-said [data-word]").get_attribute("data-word").removeprefix("practise-")


def entries(page):
    """Return the record: item -> fields of its line."""
    found = {}
    for key, value in page.evaluate(STORED).items():
        if key.startswith("guizhang.practice."):
            found |= {line.split()[0]: line.split()[1:] for line in value.splitlines()}
    return found


def option(page, text):
    """The number key of the option that says *text*."""
    said = page.locator(".gz-question > .gz-options .gz-pair [lang|=zh]").all_text_contents()
    return str(said.index(text) + 1)


def go_home(page):
    """Leave the end of a round; the address changes first, the page a little later."""
    page.locator(".gz-actions .gz-stop").click()
    page.locator(".gz-practise-home").wait_for()


def tab_to(page, selector):
    """Go on by Tab until *selector* has the focus."""
    for _ in range(60):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(selector)


def choose(*texts):
    def answer(page):
        for text in texts:
            page.keyboard.press(option(page, text))
        page.keyboard.press("Enter")

    return answer


def write(*texts):
    def answer(page):
        for text in texts:
            tab_to(page, ".gz-written input:not([data-done])")
            page.keyboard.type(text)
            page.evaluate("() => document.activeElement.setAttribute('data-done', '')")
        page.keyboard.press("Enter")

    return answer


def gaps(limit, authority):
    def answer(page):
        tab_to(page, ".gz-written input")
        page.keyboard.type(limit)
        tab_to(page, ".gz-options input")
        texts = page.locator(".gz-options .gz-pair [lang|=zh]").all_text_contents()
        # The arrow keys of a group of radio buttons go round; Space takes the one in focus.
        page.keyboard.press("Space")
        for _ in range(texts.index(authority)):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")

    return answer


def match(right):
    def answer(page):
        key = page.evaluate("() => guizhangPick.where(() => true).then(a => a.find(i => i.type === 'matching').key)")
        rows = page.locator(".gz-match")
        for row in range(rows.count()):
            tab_to(page, f".gz-match:nth-of-type({row + 1}) input")
            values = [int(i.get_attribute("value")) for i in rows.nth(row).locator("input").all()]
            wanted = key[row] if right else key[(row + 1) % len(key)]
            page.keyboard.press("Space")
            for _ in range(values.index(wanted)):
                page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")

    return answer


def order(right):
    def answer(page):
        steps = [int(row.get_attribute("data-step")) for row in page.locator(".gz-step").all()]
        wanted = sorted(steps) if right else sorted(steps, reverse=True)
        for place, step in enumerate(wanted):
            at = steps.index(step)
            tab_to(page, f'.gz-step[data-step="{step}"] .gz-move[data-way="up"]')
            for _ in range(at - place):
                page.keyboard.press("ArrowUp")
            steps.insert(place, steps.pop(at))
        page.locator(".gz-go").press("Enter")

    return answer


def say(ticks):
    def answer(page):
        tab_to(page, "textarea")
        page.keyboard.type("要点")
        tab_to(page, ".gz-go")
        page.keyboard.press("Enter")
        for tick in range(ticks):
            tab_to(page, f".gz-guide .gz-option:nth-of-type({tick + 1}) input")
            page.keyboard.press("Space")
        tab_to(page, ".gz-go")
        page.keyboard.press("Enter")

    return answer
