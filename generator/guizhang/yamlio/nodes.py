"""Where nodes of a YAML document are, for editing it in place."""

from __future__ import annotations

import yaml

from guizhang.yamlio.tree import Loc


def node_at(node: yaml.Node | None, loc: Loc) -> yaml.Node | None:
    """Return the node at *loc* below *node*; ``None`` where there is none."""
    for step in loc:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == str(step)), None)
        else:
            return None
    return node


def end_of(node: yaml.Node) -> int:
    """Return the offset just behind a node; for a block collection behind its last scalar, not the next token."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(last[1] if isinstance(last, tuple) else last)
    index: int = node.end_mark.index
    return index
