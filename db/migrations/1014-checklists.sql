-- The usual tasks of a kind of event, which its events are given a list from.
CREATE TABLE checklist (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	kind_id INTEGER NOT NULL REFERENCES kind (id),
	task TEXT NOT NULL
		CHECK (task = 'speakers' OR task = 'room' OR task = 'catering' OR task = 'programme'
			OR task = 'communication' OR task = 'invitations' OR task = 'papers'
			OR task = 'slides' OR task = 'certificates' OR task = 'thanks'
			OR task = 'satisfaction' OR task = 'summary' OR task = 'minutes'
			OR task = 'proceedings' OR task = 'publication' OR task = 'report'
			OR task = 'other'),
	title TEXT CHECK (title <> ''),
	owner TEXT CHECK (owner <> ''),
	days_before INTEGER CHECK (days_before >= 0),
	days_after INTEGER CHECK (days_after >= 0),
	each_speaker INTEGER NOT NULL CHECK (each_speaker IN (0, 1)),
	position INTEGER NOT NULL CHECK (position >= 0),
	search_key TEXT NOT NULL CHECK (search_key <> ''),
	CHECK (days_before IS NULL OR days_after IS NULL)
) STRICT;
CREATE INDEX checklist_kind_id ON checklist (kind_id);
