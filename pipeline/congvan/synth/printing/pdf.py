"""Draws set pages as a PDF with a text layer: the same pages always give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from congvan.synth.printing.typeset import PAGE_HEIGHT, PAGE_WIDTH, SetPage

RULE_WIDTH = 0.6
BLACK, RED = (0, 0, 0), (0.8, 0.13, 0.16)


def pdf(pages: Sequence[SetPage], title: str = "") -> bytes:
    """A born-digital PDF; `invariant` leaves dates and random identifiers out of it."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1)
    canvas.setTitle(title)
    canvas.setLineWidth(RULE_WIDTH)
    for page in pages:
        for word in page.words:
            canvas.setFillColorRGB(*(RED if word.red else BLACK))
            canvas.setFont(word.font, word.size)
            # The space belongs to the word before it: readers of the layer then need not guess it from the gap.
            canvas.drawString(word.box.x0, PAGE_HEIGHT - word.baseline, word.text + (" " if word.spaced else ""))
        for rule in page.rules:
            canvas.setStrokeColorRGB(*(RED if rule.red else BLACK))
            canvas.line(rule.x0, PAGE_HEIGHT - rule.y0, rule.x1, PAGE_HEIGHT - rule.y1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
