"""What the dispatches are about, one file a field of life; see model.Topic for what a topic holds."""

from __future__ import annotations

from congvan.synth.world.topics import administration, community, learning, safety
from congvan.synth.world.topics.model import COMMON_DUTIES, Topic

TOPICS: tuple[Topic, ...] = (*administration.TOPICS, *safety.TOPICS, *community.TOPICS, *learning.TOPICS)

__all__ = ["COMMON_DUTIES", "TOPICS", "Topic"]
