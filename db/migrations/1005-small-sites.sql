-- Seats of an event may be kept for small sites: which organisations are of one is said by the centre.
ALTER TABLE organisation ADD COLUMN small_site INTEGER NOT NULL DEFAULT 0 CHECK (small_site IN (0, 1));
