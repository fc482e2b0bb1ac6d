"""What item models are made of: what the rules hold that can be asked for, and how an item about it is put together.

A model (`guizhang.quiz.models`) reads :class:`~guizhang.quiz.material.rules.Rules`, which finds each thing once; nothing
here knows a model. `values`, `figures`, `parties`, `contrasts` and `lists` hold what rules are made of and what could stand
in its place; `statements`, `approvals` and `sanctions` stand above `rules` and make what several models share.
"""
