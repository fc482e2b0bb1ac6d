"""Repairs of damaged text, as suggestions: the original stays, a person or a rule decides."""

from guizhang.importers.repairs.repair import Repair, RepairKind, apply_repairs
from guizhang.importers.repairs.suggest import suggest_repairs

__all__ = ["Repair", "RepairKind", "apply_repairs", "suggest_repairs"]
