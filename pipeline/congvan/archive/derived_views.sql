-- Views over what is derived from the records (derived.py): bodies, resolved references, what is due, numbers in order.
-- A statement ends with a semicolon at the end of a line; no name here needs quotation marks in a query.

CREATE VIEW v_bodies AS
SELECT
    b.key AS body,
    b.name,
    b.kind,
    b.level,
    coalesce(b.parent, CASE WHEN l.unders = 1 THEN l.under END) AS parent,
    coalesce(l.dispatches, 0) AS dispatches,
    coalesce(l.issued, 0) AS issued,
    coalesce(l.deadlines, 0) AS deadlines,
    coalesce(l.targets, 0) AS targets,
    coalesce(l.awards, 0) AS awards,
    coalesce(l.received, 0) AS received,
    coalesce(l.forms, 0) AS forms
FROM bodies AS b
LEFT JOIN (
    SELECT
        k.key,
        count(DISTINCT k.dispatch_id) AS dispatches,
        count(DISTINCT CASE WHEN k.role = 'issuer' THEN k.dispatch_id END) AS issued,
        count(DISTINCT CASE WHEN k.role = 'owner' THEN k.dispatch_id || '/' || k.ordinal END) AS deadlines,
        count(DISTINCT CASE WHEN k.role = 'population' THEN k.dispatch_id || '/' || k.ordinal END) AS targets,
        count(DISTINCT CASE WHEN k.role = 'conferrer' THEN k.dispatch_id || '/' || k.ordinal END) AS awards,
        count(DISTINCT CASE WHEN k.role = 'recipient' THEN k.dispatch_id END) AS received,
        count(DISTINCT k.printed) AS forms,
        count(DISTINCT k.under) AS unders,
        min(k.under) AS under
    FROM body_links AS k
    GROUP BY k.key
) AS l ON l.key = b.key;

CREATE VIEW v_body_links AS
SELECT
    k.dispatch_id,
    k.role,
    k.ordinal,
    k.member,
    {dispatch},
    k.key AS body,
    b.name,
    b.kind,
    b.level,
    k.organ,
    k.printed
FROM body_links AS k
JOIN bodies AS b ON b.key = k.key
JOIN dispatches AS d ON d.id = k.dispatch_id;

-- Which archived dispatch cites which: the same folded code, and no day or issuer that both tell and that differ.
-- A code alone counts only where it names a body, one archived document alone has it, and that is not the later one.
CREATE VIEW v_citations AS
WITH named AS (
    SELECT
        k.dispatch_id,
        k.ordinal,
        o.dispatch_id AS cited_dispatch_id,
        k.folded,
        o.tells_issuer,
        CASE
            WHEN r.issued_on IS NOT NULL AND c.issued_on IS NOT NULL
                THEN substr(c.issued_on, 1, length(r.issued_on)) = r.issued_on
        END AS same_day,
        CASE
            WHEN
                EXISTS (
                    SELECT 1 FROM body_links AS a
                    WHERE a.dispatch_id = k.dispatch_id AND a.role = 'reference_issuer' AND a.ordinal = k.ordinal
                )
                AND EXISTS (SELECT 1 FROM body_links AS a WHERE a.dispatch_id = c.id AND a.role = 'issuer')
                THEN EXISTS (
                    SELECT 1
                    FROM body_links AS a
                    JOIN body_links AS e ON e.dispatch_id = c.id AND e.role = 'issuer' AND e.key = a.key
                    WHERE a.dispatch_id = k.dispatch_id AND a.role = 'reference_issuer' AND a.ordinal = k.ordinal
                )
        END AS same_issuer
    FROM codes AS k
    JOIN codes AS o ON o.folded = k.folded AND o.ordinal = 0 AND o.dispatch_id <> k.dispatch_id
    JOIN "references" AS r ON r.dispatch_id = k.dispatch_id AND r.ordinal = k.ordinal
    JOIN dispatches AS c ON c.id = o.dispatch_id
    WHERE k.ordinal > 0
)
SELECT
    n.dispatch_id,
    n.ordinal,
    d.code AS dispatch_code,
    d.issuer AS dispatch_issuer,
    d.issued_on AS dispatch_issued_on,
    r.relation,
    n.cited_dispatch_id,
    c.code AS cited_code,
    c.issuer AS cited_issuer,
    c.issued_on AS cited_issued_on,
    CASE
        WHEN n.same_day AND n.same_issuer THEN 'code, day and issuer'
        WHEN n.same_day THEN 'code and day'
        WHEN n.same_issuer THEN 'code and issuer'
        ELSE 'code'
    END AS matched_by
FROM named AS n
JOIN dispatches AS d ON d.id = n.dispatch_id
JOIN dispatches AS c ON c.id = n.cited_dispatch_id
JOIN "references" AS r ON r.dispatch_id = n.dispatch_id AND r.ordinal = n.ordinal
WHERE
    coalesce(n.same_day, 1)
    AND coalesce(n.same_issuer, 1)
    AND (
        n.same_day
        OR n.same_issuer
        OR (
            n.tells_issuer
            AND coalesce(c.issued_on <= d.issued_on, 1)
            AND 1 = (
                SELECT count(DISTINCT coalesce(s.issued_on, '') || '|' || coalesce(s.issuer, ''))
                FROM codes AS u
                JOIN dispatches AS s ON s.id = u.dispatch_id
                WHERE u.folded = n.folded AND u.ordinal = 0
            )
        )
    );

-- Documents with a number that are cited and that the archive lacks, each once: its code, day and issuer as far as told.
CREATE VIEW v_missing AS
WITH resolved AS MATERIALIZED (
    SELECT DISTINCT dispatch_id, ordinal FROM v_citations
),
lacking AS MATERIALIZED (
    SELECT
        k.folded,
        coalesce(r.issued_on, '') AS day,
        coalesce(
            (
                SELECT min(a.key) FROM body_links AS a
                WHERE a.dispatch_id = r.dispatch_id AND a.role = 'reference_issuer' AND a.ordinal = r.ordinal
            ),
            ''
        ) AS issuer_key,
        r.code,
        r.type,
        r.issued_on,
        r.issuer,
        r.title,
        r.dispatch_id,
        d.issued_on AS dispatch_issued_on,
        coalesce(
            (
                SELECT min(b.name) FROM body_links AS a JOIN bodies AS b ON b.key = a.key
                WHERE a.dispatch_id = r.dispatch_id AND a.role = 'issuer'
            ),
            d.issuer
        ) AS citing
    FROM codes AS k
    JOIN "references" AS r ON r.dispatch_id = k.dispatch_id AND r.ordinal = k.ordinal
    JOIN dispatches AS d ON d.id = k.dispatch_id
    LEFT JOIN resolved AS z ON z.dispatch_id = k.dispatch_id AND z.ordinal = k.ordinal
    WHERE k.ordinal > 0 AND z.dispatch_id IS NULL
),
citing AS (
    SELECT DISTINCT folded, day, issuer_key, citing FROM lacking WHERE citing IS NOT NULL ORDER BY 1, 2, 3, 4
),
lists AS MATERIALIZED (
    SELECT folded, day, issuer_key, json_group_array(citing) AS cited_by FROM citing GROUP BY 1, 2, 3
)
SELECT
    min(m.code) AS code,
    min(m.type) AS type,
    min(m.issued_on) AS issued_on,
    min(m.issuer) AS issuer,
    nullif(m.issuer_key, '') AS issuer_body,
    min(m.title) AS title,
    count(*) AS times,
    count(DISTINCT m.dispatch_id) AS dispatches,
    min(m.dispatch_issued_on) AS first_cited_on,
    max(m.dispatch_issued_on) AS last_cited_on,
    coalesce(min(l.cited_by), '[]') AS cited_by
FROM lacking AS m
LEFT JOIN lists AS l ON l.folded = m.folded AND l.day = m.day AND l.issuer_key = m.issuer_key
GROUP BY m.folded, m.day, m.issuer_key;

-- All that is due: deadlines, and the ends of spans in which something is handed in. Where no day is known `due_day`
-- is null.
CREATE VIEW v_due AS
SELECT
    i.dispatch_id,
    'deadlines' AS kind,
    i.ordinal,
    {dispatch},
    t.due_day,
    t.rule AS day_rule,
    i.due_on,
    i.due_time,
    i.bound,
    i.within,
    i.within_unit,
    i.counted_from,
    i.recurs,
    i.recurs_on,
    i.task,
    i.owner,
    i."to" AS deliver_to,
    (
        SELECT json_group_array(DISTINCT k.key) FROM body_links AS k
        WHERE k.dispatch_id = i.dispatch_id AND k.role = 'owner' AND k.ordinal = i.ordinal
    ) AS owner_bodies,
    i.quote,
    i.page,
    i.confidence
FROM deadlines AS i
JOIN dispatches AS d ON d.id = i.dispatch_id
LEFT JOIN due_days AS t ON t.dispatch_id = i.dispatch_id AND t.kind = 'deadlines' AND t.ordinal = i.ordinal
UNION ALL
SELECT
    i.dispatch_id,
    'periods' AS kind,
    i.ordinal,
    {dispatch},
    t.due_day,
    t.rule AS day_rule,
    i.end_on AS due_on,
    NULL AS due_time,
    'by' AS bound,
    NULL AS within,
    NULL AS within_unit,
    NULL AS counted_from,
    NULL AS recurs,
    NULL AS recurs_on,
    i.what AS task,
    NULL AS owner,
    NULL AS deliver_to,
    '[]' AS owner_bodies,
    i.quote,
    i.page,
    i.confidence
FROM periods AS i
JOIN due_days AS t ON t.dispatch_id = i.dispatch_id AND t.kind = 'periods' AND t.ordinal = i.ordinal
JOIN dispatches AS d ON d.id = i.dispatch_id;

-- Numbers of one register (issuer, series, year) in their order: is a lower number dated later, a higher one earlier?
CREATE VIEW v_number_order AS
WITH numbered AS (
    SELECT
        k.key AS body,
        o.series,
        coalesce(o.year, cast(substr(d.issued_on, 1, 4) AS INTEGER)) AS year,
        o.number,
        o.dispatch_id,
        d.code,
        d.type,
        d.issued_on
    FROM codes AS o
    JOIN dispatches AS d ON d.id = o.dispatch_id
    JOIN body_links AS k ON k.dispatch_id = o.dispatch_id AND k.role = 'issuer'
    WHERE o.ordinal = 0 AND o.number IS NOT NULL AND length(d.issued_on) = 10
    GROUP BY k.key, o.dispatch_id
),
ordered AS (
    SELECT
        n.*,
        max(n.issued_on) OVER (
            PARTITION BY n.body, n.series, n.year ORDER BY n.number RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS latest_before,
        min(n.issued_on) OVER (
            PARTITION BY n.body, n.series, n.year ORDER BY n.number RANGE BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
        ) AS earliest_after
    FROM numbered AS n
)
SELECT
    o.dispatch_id,
    o.body,
    b.name,
    o.series,
    o.year,
    o.number,
    o.code,
    o.type,
    o.issued_on,
    o.latest_before,
    o.earliest_after,
    coalesce(cast(max(0, julianday(o.latest_before) - julianday(o.issued_on)) AS INTEGER), 0) AS days_back,
    coalesce(cast(max(0, julianday(o.issued_on) - julianday(o.earliest_after)) AS INTEGER), 0) AS days_ahead
FROM ordered AS o
JOIN bodies AS b ON b.key = o.body;
