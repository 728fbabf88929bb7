-- What somebody was before: the function and the organisation, kept when they change
CREATE TABLE post (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	person_id INTEGER NOT NULL REFERENCES person (id),
	function TEXT CHECK (function <> ''),
	organisation_id INTEGER REFERENCES organisation (id),
	since TEXT CHECK (length(since) IN (4, 7, 10)),
	until TEXT CHECK (length(until) IN (4, 7, 10))
) STRICT;
CREATE INDEX post_person_id ON post (person_id);
CREATE INDEX post_organisation_id ON post (organisation_id);

-- Two people of whom somebody has said that they are two
CREATE TABLE person_distinction (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	person_id INTEGER NOT NULL REFERENCES person (id),
	other_id INTEGER NOT NULL REFERENCES person (id),
	UNIQUE (person_id, other_id)
) STRICT;
CREATE INDEX person_distinction_other_id ON person_distinction (other_id);

-- The same of organisations
CREATE TABLE organisation_distinction (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	organisation_id INTEGER NOT NULL REFERENCES organisation (id),
	other_id INTEGER NOT NULL REFERENCES organisation (id),
	UNIQUE (organisation_id, other_id)
) STRICT;
CREATE INDEX organisation_distinction_other_id ON organisation_distinction (other_id);

-- Diets and access needs that are still to be erased after their event
CREATE INDEX attendee_needs ON attendee (event_id) WHERE diet IS NOT NULL OR access_needs IS NOT NULL;
CREATE INDEX question_sensitive ON question (event_id) WHERE sensitive = 1;
