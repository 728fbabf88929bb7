-- A picture may be the logo of an organisation; the centre's own belongs to none.
ALTER TABLE asset ADD COLUMN organisation_id INTEGER REFERENCES organisation (id);
CREATE UNIQUE INDEX asset_organisation_id ON asset (organisation_id);
