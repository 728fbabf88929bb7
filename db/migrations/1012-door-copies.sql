-- An event taken along as a database of its own; in such a copy, the row of what it is
CREATE TABLE door_copy (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	uid TEXT NOT NULL CHECK (uid <> ''),
	event_id INTEGER NOT NULL REFERENCES event (id),
	letter TEXT NOT NULL CHECK (letter <> ''),
	exported_at TEXT NOT NULL CHECK (length(exported_at) = 20),
	exported_by TEXT NOT NULL CHECK (exported_by <> ''),
	export_gesture INTEGER NOT NULL CHECK (export_gesture >= 0),
	merged_at TEXT CHECK (length(merged_at) = 20),
	merged_gesture INTEGER CHECK (merged_gesture >= 0),
	wiped_at TEXT CHECK (length(wiped_at) = 20)
) STRICT;
CREATE UNIQUE INDEX door_copy_uid ON door_copy (uid);
CREATE INDEX door_copy_event_id ON door_copy (event_id);

-- When a copy last said something of a member of a row, and when that came to be known here
CREATE TABLE door_stamp (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	copy_id INTEGER REFERENCES door_copy (id),
	table_name TEXT NOT NULL CHECK (table_name <> ''),
	row_id INTEGER NOT NULL CHECK (row_id >= 0),
	member TEXT NOT NULL CHECK (member <> ''),
	said_at TEXT NOT NULL CHECK (length(said_at) = 20),
	said_gesture INTEGER NOT NULL CHECK (said_gesture >= 0),
	known_gesture INTEGER NOT NULL CHECK (known_gesture >= 0)
) STRICT;
CREATE UNIQUE INDEX door_stamp_row_id ON door_stamp (row_id, table_name, member, coalesce(copy_id, 0));
CREATE INDEX door_stamp_copy_id ON door_stamp (copy_id);
CREATE INDEX door_stamp_event_id ON door_stamp (event_id);

-- A row that became one with another while copies were out
CREATE TABLE door_alias (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	table_name TEXT NOT NULL CHECK (table_name <> ''),
	from_id INTEGER NOT NULL CHECK (from_id >= 0),
	to_id INTEGER NOT NULL CHECK (to_id >= 0)
) STRICT;
CREATE UNIQUE INDEX door_alias_from_id ON door_alias (from_id, table_name);
CREATE INDEX door_alias_to_id ON door_alias (to_id);

-- What was said otherwise elsewhere, until somebody decides
CREATE TABLE door_conflict (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	number INTEGER NOT NULL CHECK (number > 0),
	kind TEXT NOT NULL CHECK (kind = 'changed' OR kind = 'presence' OR kind = 'withdrawn' OR kind = 'deleted'),
	table_name TEXT NOT NULL CHECK (table_name <> ''),
	row_id INTEGER NOT NULL CHECK (row_id >= 0),
	member TEXT CHECK (member <> ''),
	copy_id INTEGER REFERENCES door_copy (id),
	said_at TEXT NOT NULL CHECK (length(said_at) = 20),
	value TEXT CHECK (value <> ''),
	attendee_id INTEGER REFERENCES attendee (id),
	person_id INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX door_conflict_event_id ON door_conflict (event_id);
CREATE INDEX door_conflict_row_id ON door_conflict (row_id);
CREATE INDEX door_conflict_copy_id ON door_conflict (copy_id);
CREATE INDEX door_conflict_attendee_id ON door_conflict (attendee_id);
CREATE INDEX door_conflict_person_id ON door_conflict (person_id);
