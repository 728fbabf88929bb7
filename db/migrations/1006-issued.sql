-- What was announced, certificates as they were issued, and more sorts of paper.

-- What was told to the public of an event: its programme and times, as they were
CREATE TABLE announcement (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	version INTEGER NOT NULL CHECK (version >= 0),
	announced_at TEXT NOT NULL CHECK (length(announced_at) = 20),
	content TEXT NOT NULL CHECK (content <> ''),
	UNIQUE (event_id, version)
) STRICT;

-- A certificate of attendance, as it was issued
CREATE TABLE certificate (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	attendee_id INTEGER NOT NULL REFERENCES attendee (id),
	number TEXT NOT NULL CHECK (number <> ''),
	last_name TEXT NOT NULL CHECK (last_name <> ''),
	first_name TEXT CHECK (first_name <> ''),
	function TEXT CHECK (function <> ''),
	organisation TEXT CHECK (organisation <> ''),
	minutes INTEGER NOT NULL CHECK (minutes >= 0),
	halves INTEGER NOT NULL CHECK (halves >= 0),
	content TEXT NOT NULL CHECK (content <> ''),
	issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
	withdrawn_on TEXT CHECK (length(withdrawn_on) = 10),
	UNIQUE (number)
) STRICT;
CREATE INDEX certificate_event_id ON certificate (event_id);
CREATE INDEX certificate_attendee_id ON certificate (attendee_id);

-- A CHECK cannot be changed: the two tables of papers are made again.
CREATE TABLE document_new (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER REFERENCES event (id),
	session_id INTEGER REFERENCES session (id),
	kind TEXT NOT NULL
		CHECK (kind = 'attendees' OR kind = 'sign-in' OR kind = 'badges' OR kind = 'name-cards'
			OR kind = 'programme' OR kind = 'certificates' OR kind = 'run-sheet'
			OR kind = 'door-signs' OR kind = 'event-report' OR kind = 'convocations'
			OR kind = 'questionnaire' OR kind = 'minutes'),
	version INTEGER NOT NULL CHECK (version >= 0),
	code TEXT NOT NULL CHECK (code <> ''),
	printed_at TEXT NOT NULL CHECK (length(printed_at) = 20),
	digest TEXT NOT NULL CHECK (digest <> '')
) STRICT;
CREATE TABLE document_line_new (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	document_id INTEGER NOT NULL REFERENCES document_new (id),
	line INTEGER NOT NULL CHECK (line >= 0),
	attendee_id INTEGER REFERENCES attendee (id),
	UNIQUE (document_id, line)
) STRICT;
INSERT INTO document_new (id, rev, event_id, session_id, kind, version, code, printed_at, digest)
	SELECT id, rev, event_id, session_id, kind, version, code, printed_at, digest FROM document;
INSERT INTO document_line_new (id, rev, document_id, line, attendee_id)
	SELECT id, rev, document_id, line, attendee_id FROM document_line;
DROP TABLE document_line;
DROP TABLE document;
ALTER TABLE document_new RENAME TO document;
ALTER TABLE document_line_new RENAME TO document_line;
CREATE UNIQUE INDEX document_version ON document (event_id, coalesce(session_id, 0), kind, version);
CREATE UNIQUE INDEX document_code ON document (code);
CREATE INDEX document_line_attendee_id ON document_line (attendee_id);
