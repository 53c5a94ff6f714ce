"""The commands of docs/going-live.md, by the headings that they stand under."""

import re
from pathlib import Path

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "going-live.md"


def steps() -> dict[str, str]:
    """What is typed under each heading, without the minutes that stand behind some."""
    sections = re.split(r"^## ", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {_name(section): "\n".join(re.findall(r"```bash\n(.*?)```", section, re.DOTALL)) for section in sections}


def _name(section: str) -> str:
    return re.sub(r"^\d+\. | \([^)]*\)$", "", section.partition("\n")[0])
