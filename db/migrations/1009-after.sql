-- What is to be done for an event. Its day is so many days before the first day or after the last
CREATE TABLE task (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	kind TEXT NOT NULL
		CHECK (kind = 'speakers' OR kind = 'room' OR kind = 'catering' OR kind = 'programme'
			OR kind = 'communication' OR kind = 'invitations' OR kind = 'papers'
			OR kind = 'slides' OR kind = 'certificates' OR kind = 'thanks'
			OR kind = 'satisfaction' OR kind = 'summary' OR kind = 'minutes'
			OR kind = 'proceedings' OR kind = 'publication' OR kind = 'report'
			OR kind = 'other'),
	title TEXT CHECK (title <> ''),
	person_id INTEGER REFERENCES person (id),
	organisation_id INTEGER REFERENCES organisation (id),
	owner TEXT CHECK (owner <> ''),
	days_before INTEGER CHECK (days_before >= 0),
	days_after INTEGER CHECK (days_after >= 0),
	due_on TEXT CHECK (length(due_on) = 10),
	done_on TEXT CHECK (length(done_on) = 10),
	created_on TEXT NOT NULL CHECK (length(created_on) = 10),
	link TEXT CHECK (link <> ''),
	notes TEXT CHECK (notes <> ''),
	position INTEGER NOT NULL CHECK (position >= 0),
	search_key TEXT CHECK (search_key <> ''),
	CHECK (days_before IS NULL OR days_after IS NULL)
) STRICT;
CREATE INDEX task_event_id ON task (event_id);
CREATE INDEX task_person_id ON task (person_id);
CREATE INDEX task_organisation_id ON task (organisation_id);
CREATE INDEX task_to_do ON task (due_on) WHERE done_on IS NULL;

-- A good practice, and the session at which it was shown
CREATE TABLE practice (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	title TEXT NOT NULL CHECK (title <> ''),
	territory TEXT CHECK (territory <> ''),
	territory_id INTEGER REFERENCES territory (id),
	theme_id INTEGER REFERENCES theme (id),
	audience TEXT CHECK (audience <> ''),
	description TEXT CHECK (description <> ''),
	results TEXT CHECK (results <> ''),
	documents TEXT CHECK (documents <> ''),
	person_id INTEGER REFERENCES person (id),
	contact_agreed TEXT CHECK (contact_agreed IN ('yes', 'no')),
	agreed_on TEXT CHECK (length(agreed_on) = 10),
	event_id INTEGER REFERENCES event (id),
	session_id INTEGER REFERENCES session (id),
	written_on TEXT NOT NULL CHECK (length(written_on) = 10),
	sort_key TEXT NOT NULL CHECK (sort_key <> ''),
	search_key TEXT NOT NULL CHECK (search_key <> '')
) STRICT;
CREATE INDEX practice_sort_key ON practice (sort_key);
CREATE INDEX practice_territory_id ON practice (territory_id);
CREATE INDEX practice_theme_id ON practice (theme_id);
CREATE INDEX practice_person_id ON practice (person_id);
CREATE INDEX practice_event_id ON practice (event_id);
CREATE INDEX practice_session_id ON practice (session_id);

-- What a satisfaction form asked; an open question has no scale
CREATE TABLE survey_question (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	label TEXT NOT NULL CHECK (label <> ''),
	scale TEXT CHECK (scale = 'quality' OR scale = 'satisfaction' OR scale = 'agreement'
			OR scale = 'extent' OR scale = 'yes_no' OR scale = 'out_of_5'
			OR scale = 'out_of_10'),
	position INTEGER NOT NULL CHECK (position >= 0),
	UNIQUE (event_id, label)
) STRICT;

-- A reply of nobody in particular; row_key is a digest of its answers
CREATE TABLE survey_reply (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	row_key TEXT NOT NULL CHECK (row_key <> ''),
	UNIQUE (event_id, row_key)
) STRICT;

-- What a reply says to a question
CREATE TABLE survey_answer (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	reply_id INTEGER NOT NULL REFERENCES survey_reply (id),
	question_id INTEGER NOT NULL REFERENCES survey_question (id),
	text TEXT NOT NULL CHECK (text <> ''),
	UNIQUE (reply_id, question_id)
) STRICT;
CREATE INDEX survey_answer_question_id ON survey_answer (question_id);

-- What a meeting decided on a point of its agenda
CREATE TABLE decision (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	position INTEGER NOT NULL CHECK (position >= 0),
	item TEXT NOT NULL CHECK (item <> ''),
	text TEXT CHECK (text <> ''),
	votes_for INTEGER CHECK (votes_for >= 0),
	votes_against INTEGER CHECK (votes_against >= 0),
	abstentions INTEGER CHECK (abstentions >= 0),
	search_key TEXT NOT NULL CHECK (search_key <> '')
) STRICT;
CREATE INDEX decision_event_id ON decision (event_id);

-- How many members must be there or represented for a meeting to decide
ALTER TABLE event ADD COLUMN quorum INTEGER CHECK (quorum >= 0);
