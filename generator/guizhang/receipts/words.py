"""Words of the register, in both languages."""

from __future__ import annotations

from datetime import datetime, tzinfo

from guizhang.model.text import Text
from guizhang.receipts.read import Standing
from guizhang.receipts.register import State

STATES = {
    State.CONFIRMED: Text(zh="已确认", en="confirmed"),
    State.EARLIER: Text(zh="确认的是旧版", en="earlier edition"),
    State.DOUBTFUL: Text(zh="待核实", en="to be checked"),
    State.MISSING: Text(zh="未确认", en="missing"),
}
STANDINGS = {
    Standing.CURRENT: Text(zh="有效", en="valid"),
    Standing.EARLIER: Text(zh="有效，旧版", en="valid, earlier edition"),
    Standing.DOUBTFUL: Text(zh="待核实", en="to be checked"),
    Standing.REFUSED: Text(zh="不采用", en="refused"),
}


def both(text: Text) -> str:
    """Return a text in both languages on one line, for a cell."""
    return " ".join(dict.fromkeys((text.either("zh"), text.either("en"))))


def moment(seconds: int, zone: tzinfo | None) -> str:
    """Return a time as a cell shows it: 2026-12-01 09:03."""
    return datetime.fromtimestamp(seconds, zone).strftime("%Y-%m-%d %H:%M")


def offset(seconds: int, zone: tzinfo | None) -> str:
    """Return how far the zone of such times is from UTC: +08:00."""
    text = datetime.fromtimestamp(seconds, zone).astimezone(zone).strftime("%z")
    return f"{text[:3]}:{text[3:]}"
