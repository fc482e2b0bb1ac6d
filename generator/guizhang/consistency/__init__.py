"""What the rules say, sentence by sentence, held against itself: needed by the checks and by the item models alike."""

from guizhang.consistency.contradictions import Contradiction, contradictions, disputed
from guizhang.consistency.statements import Statement

__all__ = ["Contradiction", "Statement", "contradictions", "disputed"]
