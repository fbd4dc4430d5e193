"""Awards: form, rank, conferrer, number, money, and whether they can be conferred here.

In the order in which a dispatch is read: `named` and `prizes` find a `mention`; `conditions` says whether it can be
conferred; `passage` takes its values from the words round it (`givers`, `issuers`, `shares` with `recipients`,
`rewards`, `sums`, `scope`, `tables`) and from what was `told` before; `facts` puts mentions of one award together.
"""
