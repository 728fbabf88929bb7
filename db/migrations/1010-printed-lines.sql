-- What a line of a printed paper showed: a badge is printed anew only when that has changed.
ALTER TABLE document_line ADD COLUMN digest TEXT CHECK (digest <> '');
