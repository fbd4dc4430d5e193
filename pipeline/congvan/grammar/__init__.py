"""Small languages shared by all extractors: text in, values with offsets out; nothing of a document is known here.

They find and cut; extract/ makes candidates of what they find. One folder a subject; what all need (numbers, wording,
phrasebook, sameness) and what is a subject by itself (drives) lies beside them.
"""
