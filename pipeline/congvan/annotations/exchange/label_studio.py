"""Annotations as tasks of Label Studio (labelstud.io/guide/task_format), and back.

A region has its label, and in a text area of its own one line an attribute (`due_on: "2022-06-05"`, the value as JSON);
a mention is a region related to the one it belongs to. Offsets are code points, as Label Studio counts them since 1.4;
older exports count UTF-16 units and are understood by the words they repeat.
"""

from __future__ import annotations

import json
from typing import Any
from xml.sax.saxutils import quoteattr

from congvan.annotations.exchange.placed import Region, evidence, regions_of
from congvan.annotations.gold import GOLD_MODELS
from congvan.datamodel.record import HEADER_FIELDS
from congvan.errors import UsageError

Json = dict[str, Any]
_LABEL, _ATTRIBUTES, _TEXT = "label", "attributes", "text"


def labelling_config() -> str:
    """The labelling interface for these tasks, as XML."""
    labels = [*(f"header.{name}" for name in HEADER_FIELDS), *GOLD_MODELS, "mention"]
    rows = "\n".join(f"    <Label value={quoteattr(label)}/>" for label in labels)
    return f"""<View>
  <Style>.htx-text{{ white-space: pre-wrap; }}</Style>
  <Labels name="{_LABEL}" toName="{_TEXT}">
{rows}
  </Labels>
  <Text name="{_TEXT}" value="$text"/>
  <TextArea name="{_ATTRIBUTES}" toName="{_TEXT}" perRegion="true" editable="true"/>
</View>
"""


def to_task(text: str, told: Json, *, predicted: bool = False) -> Json:
    """The task of one text; `predicted`: an extracted record, which becomes a pre-annotation with scores."""
    rest = {key: value for key, value in told.items() if key not in (*GOLD_MODELS, "header", "text")}
    rest |= {"empty": [key for key in GOLD_MODELS if told.get(key) == []], "has_header": "header" in told}
    rest |= {"fields": list(told.get("header") or ())}
    result = [part for region in regions_of(text, told) for part in _result(text, region)]
    key = "predictions" if predicted else "annotations"
    return {"data": {"text": text, "congvan": rest}, key: [{"result": result}]}


def from_task(task: Json) -> tuple[str, Json]:
    """(text, JSON of the contract) of a task's last annotation. Raises UsageError for what is none of `to_task`."""
    try:
        text, rest = task["data"]["text"], dict(task["data"]["congvan"])
        parts = (task.get("annotations") or task["predictions"])[-1]["result"]
        return text, _told(text, rest, parts)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise UsageError(f"no task of congvan: {error!r}.", "Export it from Label Studio as JSON.") from error


def _result(text: str, region: Region) -> list[Json]:
    name = f"r{region.number}"
    value = {"start": region.start, "end": region.end}
    common = {"id": name, "to_name": _TEXT}
    labels = value | {"text": text[region.start : region.end], "labels": [region.label]}
    score = {"score": region.values["confidence"]} if "confidence" in region.values else {}
    parts: list[Json] = [common | {"from_name": _LABEL, "type": "labels", "value": labels} | score]
    if region.values:
        lines = [f"{key}: {json.dumps(told, ensure_ascii=False)}" for key, told in region.values.items()]
        parts.append(common | {"from_name": _ATTRIBUTES, "type": "textarea", "value": value | {"text": lines}})
    if region.head is not None:
        parts.append({"type": "relation", "from_id": name, "to_id": f"r{region.head}", "direction": "right"})
    return parts


def _told(text: str, rest: Json, parts: list[Json]) -> Json:
    heads = {part["from_id"]: part["to_id"] for part in parts if part["type"] == "relation"}
    lines = {part["id"]: part["value"]["text"] for part in parts if part["type"] == "textarea"}
    empty, has_header, fields = rest.pop("empty"), rest.pop("has_header"), rest.pop("fields")
    told: Json = rest | ({"header": dict.fromkeys(fields)} if has_header else {}) | {kind: [] for kind in empty}
    items: dict[str, Json] = {}
    for part in parts:
        if part["type"] != "labels":
            continue
        item = evidence(text, *_span(text, part["value"])) | dict(map(_attribute, lines.get(part["id"], ())))
        (label,) = part["value"]["labels"]
        if label == "mention":
            items[heads[part["id"]]].setdefault("mentions", []).append(item)
            continue
        items[part["id"]] = item
        if label.startswith("header."):
            told["header"][label.removeprefix("header.")] = item
        else:
            told.setdefault(label, []).append(item)
    return told


def _attribute(line: str) -> tuple[str, Any]:
    """`name: value`; what a person typed without quotation marks is text."""
    name, _, value = line.partition(": ")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def _span(text: str, value: Json) -> tuple[int, int]:
    start, end, words = int(value["start"]), int(value["end"]), value.get("text")
    if words is not None and text[start:end] != words:
        units = text.encode("utf-16-le")
        start, end = (len(units[: 2 * at].decode("utf-16-le")) for at in (start, end))
        if text[start:end] != words:
            raise ValueError(f"{words[:60]!r} does not stand at {value['start']}")
    return start, end
