-- A workshop that somebody was given by hand stays theirs when the others are placed anew.
ALTER TABLE choice ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));
