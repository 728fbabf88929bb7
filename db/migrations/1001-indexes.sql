-- What lists and the first screen count is counted in an index, whatever the size of the file.
CREATE INDEX attendee_tally ON attendee (event_id, status, part);
CREATE INDEX organisation_to_classify ON organisation (id) WHERE classified = 0;

-- A calendar begins with the time zones of its events.
CREATE INDEX event_time_zone ON event (time_zone, start_date);
