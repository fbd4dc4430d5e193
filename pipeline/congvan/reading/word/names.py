"""Names of WordprocessingML and what its values mean (ECMA-376 part 1, 17)."""

from __future__ import annotations

from lxml import etree

# Transitional; the strict form has the same words under another address, which `unify` puts right.
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{_MAIN}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT_R = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

_OFF = ("0", "false", "off", "none")


def unified(root: etree._Element) -> etree._Element:
    """The tree with the names of the strict form as those of the transitional one."""
    if root.tag.startswith(f"{{{_STRICT}}}"):
        for element in root.iter(etree.Element):
            element.tag = str(element.tag).replace(_STRICT, _MAIN)
            for key, value in element.items():
                if _STRICT in key or key.startswith(_STRICT_R):
                    del element.attrib[key]
                    element.set(key.replace(_STRICT, _MAIN).replace(_STRICT_R, R), value)
    return root


def value(parent: etree._Element | None, path: str) -> str | None:
    """The `w:val` of a child element by its path of local names (`pPr/pStyle`), or None."""
    child = find(parent, path)
    return None if child is None else child.get(f"{W}val")


def find(parent: etree._Element | None, path: str) -> etree._Element | None:
    """The child element by its path of local names, or None."""
    return None if parent is None else parent.find("/".join(W + step for step in path.split("/")))


def switch(parent: etree._Element | None, name: str) -> bool | None:
    """A property that is on or off: None where it is not told."""
    child = find(parent, name)
    return None if child is None else child.get(f"{W}val", "1").lower() not in _OFF


def whole(text: str | None, otherwise: int = 0) -> int:
    """A whole number of a file, which may hold anything; `otherwise` where it is none or absurd."""
    try:
        number = int(float(text or ""))
    except (ValueError, OverflowError):
        return otherwise
    return number if abs(number) < 2**31 else otherwise
