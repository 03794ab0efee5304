"""Whether questions reach the statements of a plan that is about to be put in place.

The audit asks as people would. This is the one place that calls it: it is handed a database
with the new plan in it, built aside, and the municipality's code.
"""

import importlib
import tempfile
from collections.abc import Sequence
from pathlib import Path

from knowledge.build import write
from knowledge.check import sound_plans
from knowledge.intake.incoming import Incoming
from knowledge.library import Library, PlanFile

_MODULE, _FUNCTION = "bot.evaluation.audit", "unreached"


def unreached(incoming: Incoming, library: Library) -> Sequence[str]:
    """Ids of the statements that no question reaches; empty where there is no audit.

    `bot.evaluation.audit.unreached(store, code)` gives them, as ids.
    """
    try:
        audit = getattr(importlib.import_module(_MODULE), _FUNCTION, None)
    except ModuleNotFoundError:
        return ()
    if audit is None:
        return ()
    from knowledge.store import Store

    code = incoming.plan.municipality
    others = [other for other in sound_plans(library)[0] if other.plan.municipality != code]
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "with-new-plan.sqlite"
        new = PlanFile(incoming.plan, incoming.folder, incoming.file)
        write(library, [*others, new], database)
        with Store(database) as store:
            return [str(id_) for id_ in audit(store, code)]
