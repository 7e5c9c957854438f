"""Writes the portal's one sprite from an unpacked lucide-static package: python -m scripts.icons FOLDER."""

from __future__ import annotations

import re
import sys
from pathlib import Path

SPRITE = Path(__file__).parents[1] / "gateways" / "portal" / "static" / "icons.svg"
ICONS = """
arrow-left badge-check book-open calendar-clock calendar-days calendar-plus check chevron-down chevron-left
chevron-right circle-alert circle-check circle-dashed circle-dot circle-minus circle-question-mark circle-x
clipboard-list clock-alert corner-up-left eye file-check file-text folder-open gavel hand history hourglass id-card
inbox info keyboard landmark list-filter lock log-out mail message-circle message-circle-question-mark package
package-check pen-line printer scale search send shield-alert shield-check sun triangle-alert undo-2 user-check
user-plus user-x users vote
"""


def main(package: Path) -> None:
    """Write the sprite."""
    symbols = "\n".join(symbol(name, (package / "icons" / f"{name}.svg").read_text("utf-8")) for name in ICONS.split())
    SPRITE.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n', "utf-8")


def symbol(name: str, drawing: str) -> str:
    """One icon as a symbol, without anything but its lines."""
    found = re.search(r"<svg[^>]*>(.*)</svg>", drawing, re.DOTALL)
    assert found is not None, name
    lines = " ".join(found.group(1).split())
    return f'<symbol id="{name}" viewBox="0 0 24 24">{lines}</symbol>'


if __name__ == "__main__":
    main(Path(sys.argv[1]))
