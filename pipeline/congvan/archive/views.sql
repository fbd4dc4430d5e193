-- The views for analysts: stable names over the tables (docs/archive.md tells every column).
-- A statement ends with a semicolon at the end of a line; no name here needs quotation marks in a query.
-- {dispatch} and {evidence} stand for the columns that views share (views.py).

CREATE VIEW v_documents AS
SELECT
    d.id AS dispatch_id,
    d.ordinal,
    d.code,
    d.type,
    d.issuer,
    d.parent,
    d.place,
    d.issued_on,
    d.subject,
    d.authority,
    d.signer_role,
    d.signer,
    d.urgency,
    d.secrecy,
    (SELECT min(h.confidence) FROM header_fields AS h WHERE h.dispatch_id = d.id) AS confidence,
    d.path,
    d.pages,
    d.reading,
    f.form,
    f.status AS file_status,
    EXISTS (SELECT 1 FROM paths AS p WHERE p.sha256 = d.sha256 AND p.status = 'present') AS present,
    d.sha256
FROM dispatches AS d
JOIN files AS f ON f.sha256 = d.sha256;

CREATE VIEW v_header AS
SELECT
    i.dispatch_id,
    i.field,
    {dispatch},
    i.value,
    {evidence}
FROM header_fields AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_references AS
SELECT
    i.dispatch_id,
    i.ordinal,
    {dispatch},
    i.type,
    i.code,
    i.issued_on,
    i.issuer,
    i.title,
    i.relation,
    {evidence}
FROM "references" AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_deadlines AS
SELECT
    i.dispatch_id,
    i.ordinal,
    {dispatch},
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
    {evidence}
FROM deadlines AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_periods AS
SELECT
    i.dispatch_id,
    i.ordinal,
    {dispatch},
    i.start_on,
    i.end_on,
    i.what,
    {evidence}
FROM periods AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_targets AS
SELECT
    i.dispatch_id,
    i.ordinal,
    {dispatch},
    i.value,
    i.value_max,
    i."of" AS out_of,
    i.unit,
    i.comparator,
    i.change,
    i.population,
    i.metric,
    i.due_on,
    i.kind,
    {evidence}
FROM targets AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_awards AS
SELECT
    i.dispatch_id,
    i.ordinal,
    {dispatch},
    i.form,
    i.rank,
    i.conferrer,
    i.level,
    i.quantity,
    i.money,
    i."to" AS awarded_to,
    {evidence}
FROM awards AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_programmes AS
SELECT
    i.dispatch_id,
    i.ordinal,
    {dispatch},
    i.name,
    i.kind,
    {evidence}
FROM programmes AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_contacts AS
SELECT
    i.dispatch_id,
    i.ordinal,
    {dispatch},
    i.kind,
    i.value,
    {evidence}
FROM contacts AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_recipients AS
SELECT
    i.dispatch_id,
    i.ordinal,
    {dispatch},
    i.name,
    i.role,
    i.note,
    {evidence}
FROM recipients AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_flags AS
SELECT
    g.dispatch_id,
    g.ordinal,
    {dispatch},
    g.flag,
    g.field,
    g.detail
FROM flags AS g
JOIN dispatches AS d ON d.id = g.dispatch_id;

CREATE VIEW v_texts AS
SELECT
    t.dispatch_id,
    {dispatch},
    t.text
FROM texts AS t
JOIN dispatches AS d ON d.id = t.dispatch_id;

CREATE VIEW v_files AS
SELECT
    f.sha256,
    f.path,
    f.form,
    f.size,
    f.status,
    f.reason,
    f.message,
    f.advice,
    f.pages,
    f.failed_pages,
    f.dispatches,
    f.secret_kept,
    (SELECT count(*) FROM paths AS p WHERE p.sha256 = f.sha256 AND p.status = 'present') AS copies,
    f.seconds,
    f.first_seen,
    f.last_seen,
    f.read_at
FROM files AS f;

CREATE VIEW v_paths AS
SELECT
    p.path,
    p.status,
    p.sha256,
    f.status AS file_status,
    p.size,
    p.reason,
    p.message,
    p.advice,
    p.first_seen,
    p.last_seen
FROM paths AS p
LEFT JOIN files AS f ON f.sha256 = p.sha256;
