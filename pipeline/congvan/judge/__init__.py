"""A trained judge: is a figure a target, quota or criterion, is a date a deadline or a period's, or is it neither?

`questions` finds every figure and date of a dispatch's body, `features` tells what stands around it, `model` holds the
classifier that is asked, `weigh` what its word does to the rules' candidates. `congvan train judge` trains one and
tells how good it is on families left out. None is asked in daily work: so far the rules alone do better on real papers.
"""
