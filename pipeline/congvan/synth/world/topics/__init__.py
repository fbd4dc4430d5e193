"""What the dispatches are about, one file a field of life; see model.Topic for what a topic holds."""

from __future__ import annotations

from congvan.synth.world.topics import administration, community, health, learning, safety
from congvan.synth.world.topics.model import COMMON_DUTIES, Topic

# The order is part of what a seed makes.
_FIELDS = (administration, safety, health, community, learning)
TOPICS: tuple[Topic, ...] = tuple(topic for field in _FIELDS for topic in field.TOPICS)

__all__ = ["COMMON_DUTIES", "TOPICS", "Topic"]
