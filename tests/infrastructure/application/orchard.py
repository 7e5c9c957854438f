"""A service small enough to see the kernel through: trees are planted under a policy and picked until bare."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated, Any

from shared.application import common, rulebook
from shared.application.aggregate import Aggregate
from shared.application.catalogue import Catalogue
from shared.application.routes import Question, Route, change, create
from shared.application.service import Service
from shared.application.situation import Situation
from shared.application.work import Work
from shared.bus import facts
from shared.domain.messages import fact, message
from shared.domain.refusals import Reason
from shared.domain.sealed import ContentRef, Sealed
from tests.infrastructure.application import orchard

unripe = Reason(code="unripe", en="Not before autumn.", ar="ليس قبل الخريف.")
bare = Reason(code="bare", en="There are only {left} left.", ar="لم يبق إلا {left}.")
unnumbered = Reason(code="unnumbered", en="Apples are counted.", ar="التفاح يُعد.")


@message
class Plant:
    """Plant a tree; what its gardener says about himself is personal."""

    tree_id: str
    apples: int = 10
    gardener_id: str = "gardener-1"
    dedication: Annotated[str | None, Sealed(category="dedications", subject="gardener_id")] = None


@message
class Pick:
    """Pick some apples, perhaps with a word of thanks."""

    tree_id: str
    apples: int
    gardener_id: str = "gardener-1"
    thanks: Annotated[str, Sealed(category="thanks", subject="gardener_id")] | None = None


@message
class PickUnripe:
    """Always too early, which is put on record."""

    tree_id: str


@message
class Look:
    """How a tree stands."""

    tree_id: str


@fact(en="Tree planted", ar="غُرست شجرة", clause="channels")
class TreePlanted:
    apples: int
    policy_version: str
    dedication: ContentRef | None = None


@fact(en="Apples picked", ar="قُطف التفاح")
class ApplesPicked:
    apples: int


@fact(en="Picking refused", ar="رُفض القطف")
class PickingRefused:
    cause: str


@message
class Tree:
    apples: int
    policy_version: str


def plant(command: Plant, _tree: None, situation: Situation) -> tuple[TreePlanted, ...]:
    ref = situation.policy.ref
    return (TreePlanted(apples=command.apples, policy_version=ref, dedication=situation.refs.get("dedication")),)


def pick(command: Pick, tree: Tree, _situation: Situation) -> tuple[ApplesPicked, ...]:
    bare.unless(command.apples <= tree.apples, left=tree.apples)
    return (ApplesPicked(apples=command.apples),) if command.apples else ()


def pick_unripe(_command: PickUnripe, _tree: Tree, _situation: Situation) -> tuple[Any, ...]:
    raise unripe.refused().recording(PickingRefused(cause="unripe"))


def evolve(tree: Tree | None, event: Any) -> Tree | None:
    match event:
        case TreePlanted():
            return Tree(apples=event.apples, policy_version=event.policy_version)
        case ApplesPicked() if tree:
            return replace(tree, apples=tree.apples - event.apples)
    return tree


TREE = Aggregate(kind="tree", noun=("tree", "شجرة"), evolve=evolve, pinned=lambda tree: tree and tree.policy_version)
GARDENER, VISITOR = frozenset({"gardener", "system"}), frozenset({"gardener", "visitor"})


@dataclass(slots=True)
class Meanwhile:
    """What others do between the deciding of a Pick and its storing."""

    happens: Callable[[], None] | None = None


def counted(command: Pick) -> Pick:
    unnumbered.unless(command.apples >= 0)
    return command


def service(meanwhile: Meanwhile) -> Service:
    """The orchard."""
    picked = change(TREE, "tree_id", pick)

    def picking(command: Pick, work: Work) -> None:
        picked(command, work)
        happens, meanwhile.happens = meanwhile.happens, None
        if happens:
            happens()

    return Service(
        name="orchard",
        catalogue=Catalogue(orchard, rulebook, facts),
        routes=(
            Route(command=Plant, by=GARDENER, does=create(TREE, "tree_id", plant)),
            Route(command=Pick, by=GARDENER, does=picking, reads=counted),
            Route(command=PickUnripe, by=GARDENER, does=change(TREE, "tree_id", pick_unripe)),
            *common.common_routes(),
        ),
        questions=(
            Question(query=Look, answer=Tree, by=VISITOR, answers=lambda query, desk: desk.load(TREE, query.tree_id)),
            *common.common_questions("orchard", (TREE,)),
        ),
        views=(),
        publish=lambda _event, _row: None,
        react=lambda _payload, _envelope: (),
        listens_to=(),
    )
