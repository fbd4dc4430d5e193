-- The views for analysts: stable names over the tables (docs/archive.md tells every column).
-- A statement ends with a semicolon at the end of a line; no name here needs quotation marks in a query.

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
    h.dispatch_id,
    h.field,
    d.code AS dispatch_code,
    d.type AS dispatch_type,
    d.issuer AS dispatch_issuer,
    d.issued_on AS dispatch_issued_on,
    h.value,
    h.quote,
    h.page,
    h.confidence,
    h."by" AS extractor,
    h.start AS quote_start,
    h."end" AS quote_end
FROM header_fields AS h
JOIN dispatches AS d ON d.id = h.dispatch_id;

CREATE VIEW v_references AS
SELECT
    i.dispatch_id,
    i.ordinal,
    d.code AS dispatch_code,
    d.type AS dispatch_type,
    d.issuer AS dispatch_issuer,
    d.issued_on AS dispatch_issued_on,
    i.type,
    i.code,
    i.issued_on,
    i.issuer,
    i.title,
    i.relation,
    i.quote,
    i.page,
    i.confidence,
    i."by" AS extractor,
    i.start AS quote_start,
    i."end" AS quote_end
FROM "references" AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_deadlines AS
SELECT
    i.dispatch_id,
    i.ordinal,
    d.code AS dispatch_code,
    d.type AS dispatch_type,
    d.issuer AS dispatch_issuer,
    d.issued_on AS dispatch_issued_on,
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
    i.quote,
    i.page,
    i.confidence,
    i."by" AS extractor,
    i.start AS quote_start,
    i."end" AS quote_end
FROM deadlines AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_periods AS
SELECT
    i.dispatch_id,
    i.ordinal,
    d.code AS dispatch_code,
    d.type AS dispatch_type,
    d.issuer AS dispatch_issuer,
    d.issued_on AS dispatch_issued_on,
    i.start_on,
    i.end_on,
    i.what,
    i.quote,
    i.page,
    i.confidence,
    i."by" AS extractor,
    i.start AS quote_start,
    i."end" AS quote_end
FROM periods AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_targets AS
SELECT
    i.dispatch_id,
    i.ordinal,
    d.code AS dispatch_code,
    d.type AS dispatch_type,
    d.issuer AS dispatch_issuer,
    d.issued_on AS dispatch_issued_on,
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
    i.quote,
    i.page,
    i.confidence,
    i."by" AS extractor,
    i.start AS quote_start,
    i."end" AS quote_end
FROM targets AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_awards AS
SELECT
    i.dispatch_id,
    i.ordinal,
    d.code AS dispatch_code,
    d.type AS dispatch_type,
    d.issuer AS dispatch_issuer,
    d.issued_on AS dispatch_issued_on,
    i.form,
    i.rank,
    i.conferrer,
    i.level,
    i.quantity,
    i.money,
    i."to" AS awarded_to,
    i.quote,
    i.page,
    i.confidence,
    i."by" AS extractor,
    i.start AS quote_start,
    i."end" AS quote_end
FROM awards AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_programmes AS
SELECT
    i.dispatch_id,
    i.ordinal,
    d.code AS dispatch_code,
    d.type AS dispatch_type,
    d.issuer AS dispatch_issuer,
    d.issued_on AS dispatch_issued_on,
    i.name,
    i.kind,
    i.quote,
    i.page,
    i.confidence,
    i."by" AS extractor,
    i.start AS quote_start,
    i."end" AS quote_end
FROM programmes AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_contacts AS
SELECT
    i.dispatch_id,
    i.ordinal,
    d.code AS dispatch_code,
    d.type AS dispatch_type,
    d.issuer AS dispatch_issuer,
    d.issued_on AS dispatch_issued_on,
    i.kind,
    i.value,
    i.quote,
    i.page,
    i.confidence,
    i."by" AS extractor,
    i.start AS quote_start,
    i."end" AS quote_end
FROM contacts AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_recipients AS
SELECT
    i.dispatch_id,
    i.ordinal,
    d.code AS dispatch_code,
    d.type AS dispatch_type,
    d.issuer AS dispatch_issuer,
    d.issued_on AS dispatch_issued_on,
    i.name,
    i.role,
    i.note,
    i.quote,
    i.page,
    i.confidence,
    i."by" AS extractor,
    i.start AS quote_start,
    i."end" AS quote_end
FROM recipients AS i
JOIN dispatches AS d ON d.id = i.dispatch_id;

CREATE VIEW v_flags AS
SELECT
    g.dispatch_id,
    g.ordinal,
    d.code AS dispatch_code,
    d.type AS dispatch_type,
    d.issuer AS dispatch_issuer,
    d.issued_on AS dispatch_issued_on,
    g.flag,
    g.field,
    g.detail
FROM flags AS g
JOIN dispatches AS d ON d.id = g.dispatch_id;

CREATE VIEW v_texts AS
SELECT
    t.dispatch_id,
    d.code AS dispatch_code,
    d.type AS dispatch_type,
    d.issuer AS dispatch_issuer,
    d.issued_on AS dispatch_issued_on,
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
