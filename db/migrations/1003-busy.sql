-- Dates on which a partner is taken, as its calendar says
CREATE TABLE busy (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	source TEXT NOT NULL CHECK (source <> ''),
	uid TEXT NOT NULL CHECK (uid <> ''),
	occurrence TEXT CHECK (occurrence <> ''),
	title TEXT NOT NULL CHECK (title <> ''),
	place TEXT CHECK (place <> ''),
	first_day TEXT NOT NULL CHECK (length(first_day) = 10),
	last_day TEXT NOT NULL CHECK (length(last_day) = 10),
	start_time TEXT CHECK (length(start_time) = 5),
	end_time TEXT CHECK (length(end_time) = 5),
	CHECK (first_day <= last_day)
) STRICT;
CREATE UNIQUE INDEX busy_uid ON busy (source, uid, coalesce(occurrence, ''));
CREATE INDEX busy_last_day ON busy (last_day);
