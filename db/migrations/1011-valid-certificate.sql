-- Of an attendee, one certificate at most is valid. Undoing a withdrawal after another was issued,
-- or a merge, could leave two: the last stays.
UPDATE certificate SET withdrawn_on = issued_on, rev = rev + 1
	WHERE withdrawn_on IS NULL AND EXISTS (SELECT 1 FROM certificate AS later
		WHERE later.attendee_id = certificate.attendee_id AND later.withdrawn_on IS NULL
			AND later.id > certificate.id);
CREATE UNIQUE INDEX certificate_valid ON certificate (attendee_id) WHERE withdrawn_on IS NULL;
