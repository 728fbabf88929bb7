-- The first schema. Rules: docs/architecture.md and include/core; the columns of a table are the
-- members of its struct. Text is never empty, enumerations are lower-case words, ids and keys are
-- made by the program. The dialect is the one that SQLite 3.40 and PostgreSQL 15 share, but for STRICT
-- and WITHOUT ROWID. Words are checked by OR: SQLite opens a table for each IN, at each insertion.

-- What people did; the changes of one gesture are one transaction.
CREATE TABLE gesture (
	id INTEGER PRIMARY KEY,
	happened_at TEXT NOT NULL CHECK (length(happened_at) = 20),
	who TEXT NOT NULL CHECK (who <> ''),
	kind TEXT NOT NULL CHECK (kind = 'do' OR kind = 'undo' OR kind = 'redo' OR kind = 'record'),
	action TEXT NOT NULL CHECK (action <> ''),
	amount INTEGER NOT NULL CHECK (amount >= 0),
	event_id INTEGER,
	subject_table TEXT CHECK (subject_table <> ''),
	subject_id INTEGER,
	target INTEGER,
	undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
	final INTEGER NOT NULL CHECK (final IN (0, 1))
) STRICT;
CREATE INDEX gesture_who ON gesture (who, kind, id);
CREATE INDEX gesture_event_id ON gesture (event_id);

-- What a gesture changed: images of the changed columns, JSON. Insertions keep none.
CREATE TABLE change (
	gesture_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	table_name TEXT NOT NULL CHECK (table_name <> ''),
	row_id INTEGER NOT NULL,
	operation TEXT NOT NULL CHECK (operation = 'insert' OR operation = 'update' OR operation = 'delete'),
	before TEXT CHECK (before <> ''),
	after TEXT CHECK (after <> ''),
	PRIMARY KEY (gesture_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_row_id ON change (row_id, gesture_id);

-- Given numbers, which never go back.
CREATE TABLE counter (
	name TEXT PRIMARY KEY CHECK (name <> ''),
	value INTEGER NOT NULL CHECK (value > 0)
) STRICT;

-- A theme of work, in the centre's language
CREATE TABLE theme (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	name TEXT NOT NULL CHECK (name <> ''),
	sort_key TEXT NOT NULL CHECK (sort_key <> ''),
	search_key TEXT NOT NULL CHECK (search_key <> '')
) STRICT;
CREATE UNIQUE INDEX theme_search_key ON theme (search_key);

-- A kind of event, in the centre's language, with its heading in the yearly report
CREATE TABLE kind (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	name TEXT NOT NULL CHECK (name <> ''),
	report_heading TEXT
		CHECK (report_heading = 'training' OR report_heading = 'network'
			OR report_heading = 'working_group' OR report_heading = 'information'
			OR report_heading = 'qualification_cycle'
			OR report_heading = 'individual_support' OR report_heading = 'other'),
	heading_proposed INTEGER NOT NULL CHECK (heading_proposed IN (0, 1)),
	has_programme INTEGER NOT NULL CHECK (has_programme IN (0, 1)),
	sort_key TEXT NOT NULL CHECK (sort_key <> ''),
	search_key TEXT NOT NULL CHECK (search_key <> '')
) STRICT;
CREATE UNIQUE INDEX kind_search_key ON kind (search_key);

-- A series of events accounted for together
CREATE TABLE cycle (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	title TEXT NOT NULL CHECK (title <> ''),
	objectives TEXT CHECK (objectives <> ''),
	funders TEXT CHECK (funders <> ''),
	notes TEXT CHECK (notes <> ''),
	sort_key TEXT NOT NULL CHECK (sort_key <> ''),
	search_key TEXT NOT NULL CHECK (search_key <> '')
) STRICT;

-- One setting of the centre
CREATE TABLE setting (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	name TEXT NOT NULL CHECK (name <> ''),
	value TEXT CHECK (value <> '')
) STRICT;
CREATE UNIQUE INDEX setting_name ON setting (name);

-- School holidays, or a period to avoid
CREATE TABLE holiday (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	kind TEXT NOT NULL CHECK (kind IN ('school', 'avoid')),
	name TEXT NOT NULL CHECK (name <> ''),
	first_day TEXT NOT NULL CHECK (length(first_day) = 10),
	last_day TEXT NOT NULL CHECK (length(last_day) = 10),
	zone TEXT CHECK (zone <> ''),
	origin TEXT CHECK (origin <> ''),
	CHECK (first_day <= last_day)
) STRICT;
CREATE UNIQUE INDEX holiday_first_day ON holiday (kind, coalesce(zone, ''), first_day);

-- A region, département, EPCI, commune or priority district
CREATE TABLE territory (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	type TEXT NOT NULL CHECK (type = 'region' OR type = 'department' OR type = 'epci' OR type = 'town'
			OR type = 'district'),
	code TEXT NOT NULL CHECK (code <> ''),
	name TEXT NOT NULL CHECK (name <> ''),
	department TEXT CHECK (department <> ''),
	parent TEXT CHECK (parent <> ''),
	postal_codes TEXT CHECK (postal_codes <> ''),
	population INTEGER CHECK (population >= 0),
	vintage INTEGER CHECK (vintage >= 0),
	search_key TEXT NOT NULL CHECK (search_key <> '')
) STRICT;
CREATE UNIQUE INDEX territory_code ON territory (type, code, coalesce(vintage, 0));
CREATE INDEX territory_search_key ON territory (search_key);

-- How the columns of a table were read, remembered under a name
CREATE TABLE mapping (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	name TEXT NOT NULL CHECK (name <> ''),
	subject TEXT NOT NULL CHECK (subject = 'attendees' OR subject = 'people' OR subject = 'organisations'
			OR subject = 'events'),
	columns TEXT NOT NULL CHECK (columns <> '')
) STRICT;
CREATE UNIQUE INDEX mapping_name ON mapping (subject, name);

-- A picture of the letterhead, base64
CREATE TABLE asset (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	name TEXT NOT NULL CHECK (name <> ''),
	media_type TEXT NOT NULL CHECK (media_type <> ''),
	content TEXT NOT NULL CHECK (content <> '')
) STRICT;
CREATE UNIQUE INDEX asset_name ON asset (name);

-- A body: family, level and territory make the figures
CREATE TABLE organisation (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	uid TEXT NOT NULL CHECK (uid <> ''),
	name TEXT NOT NULL CHECK (name <> ''),
	short_name TEXT CHECK (short_name <> ''),
	family TEXT
		CHECK (family = 'state' OR family = 'local_authority' OR family = 'association'
			OR family = 'social_landlord' OR family = 'citizens_council'
			OR family = 'public_operator' OR family = 'university'
			OR family = 'resource_centre' OR family = 'company' OR family = 'consultant'
			OR family = 'other'),
	level TEXT CHECK (level = 'national' OR level = 'regional' OR level = 'departmental'
			OR level = 'local'),
	department TEXT CHECK (department <> ''),
	classified INTEGER NOT NULL CHECK (classified IN (0, 1)),
	town TEXT CHECK (town <> ''),
	email TEXT CHECK (email <> ''),
	phone TEXT CHECK (phone <> ''),
	siren TEXT CHECK (siren <> ''),
	successor_id INTEGER REFERENCES organisation (id),
	succeeded_on TEXT CHECK (length(succeeded_on) = 10),
	notes TEXT CHECK (notes <> ''),
	sort_key TEXT NOT NULL CHECK (sort_key <> ''),
	search_key TEXT NOT NULL CHECK (search_key <> '')
) STRICT;
CREATE INDEX organisation_sort_key ON organisation (sort_key);
CREATE INDEX organisation_search_key ON organisation (search_key);
CREATE INDEX organisation_successor_id ON organisation (successor_id);

-- Another name of an organisation
CREATE TABLE organisation_alias (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	organisation_id INTEGER NOT NULL REFERENCES organisation (id),
	name TEXT NOT NULL CHECK (name <> ''),
	valid_from TEXT CHECK (length(valid_from) IN (4, 7, 10)),
	valid_until TEXT CHECK (length(valid_until) IN (4, 7, 10)),
	search_key TEXT NOT NULL CHECK (search_key <> '')
) STRICT;
CREATE INDEX organisation_alias_search_key ON organisation_alias (search_key);
CREATE INDEX organisation_alias_organisation_id ON organisation_alias (organisation_id);

-- A territory that an organisation serves
CREATE TABLE organisation_territory (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	organisation_id INTEGER NOT NULL REFERENCES organisation (id),
	territory_id INTEGER NOT NULL REFERENCES territory (id),
	UNIQUE (organisation_id, territory_id)
) STRICT;
CREATE INDEX organisation_territory_territory_id ON organisation_territory (territory_id);

-- A theme for which an organisation is a resource
CREATE TABLE organisation_theme (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	organisation_id INTEGER NOT NULL REFERENCES organisation (id),
	theme_id INTEGER NOT NULL REFERENCES theme (id),
	UNIQUE (organisation_id, theme_id)
) STRICT;
CREATE INDEX organisation_theme_theme_id ON organisation_theme (theme_id);

-- Somebody; may have no e-mail
CREATE TABLE person (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	uid TEXT NOT NULL CHECK (uid <> ''),
	civility TEXT CHECK (civility <> ''),
	first_name TEXT CHECK (first_name <> ''),
	last_name TEXT NOT NULL CHECK (last_name <> ''),
	function TEXT CHECK (function <> ''),
	organisation_id INTEGER REFERENCES organisation (id),
	role TEXT
		CHECK (role = 'elected' OR role = 'agent' OR role = 'delegate'
			OR role = 'project_manager' OR role = 'mediator' OR role = 'citizen'
			OR role = 'volunteer' OR role = 'resident' OR role = 'researcher'
			OR role = 'student' OR role = 'other'),
	email TEXT CHECK (email <> ''),
	phone TEXT CHECK (phone <> ''),
	town TEXT CHECK (town <> ''),
	department TEXT CHECK (department <> ''),
	photo TEXT CHECK (photo = 'unknown' OR photo = 'accepts' OR photo = 'refuses'),
	last_contact TEXT CHECK (length(last_contact) = 10),
	notes TEXT CHECK (notes <> ''),
	order_name TEXT CHECK (order_name <> ''),
	erased_at TEXT CHECK (length(erased_at) = 20),
	email_key TEXT CHECK (email_key <> ''),
	sort_key TEXT NOT NULL CHECK (sort_key <> ''),
	search_key TEXT NOT NULL CHECK (search_key <> '')
) STRICT;
CREATE INDEX person_sort_key ON person (sort_key, id);
CREATE INDEX person_email_key ON person (email_key);
CREATE INDEX person_organisation_id ON person (organisation_id);

-- A consent or an opposition of a person, for one purpose
CREATE TABLE consent (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	person_id INTEGER NOT NULL REFERENCES person (id),
	purpose TEXT NOT NULL CHECK (purpose = 'invitations' OR purpose = 'newsletter' OR purpose = 'shared_list'
			OR purpose = 'partners'),
	agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)),
	given_on TEXT NOT NULL CHECK (length(given_on) = 10),
	origin TEXT CHECK (origin <> '')
) STRICT;
CREATE INDEX consent_person_id ON consent (person_id);

-- A place
CREATE TABLE venue (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	name TEXT NOT NULL CHECK (name <> ''),
	address TEXT CHECK (address <> ''),
	postal_code TEXT CHECK (postal_code <> ''),
	town TEXT CHECK (town <> ''),
	town_code TEXT CHECK (town_code <> ''),
	department TEXT CHECK (department <> ''),
	access TEXT CHECK (access <> ''),
	contact TEXT CHECK (contact <> ''),
	step_free INTEGER NOT NULL CHECK (step_free IN (0, 1)),
	notes TEXT CHECK (notes <> ''),
	sort_key TEXT NOT NULL CHECK (sort_key <> ''),
	search_key TEXT NOT NULL CHECK (search_key <> '')
) STRICT;
CREATE INDEX venue_search_key ON venue (search_key);

-- A room of a place
CREATE TABLE room (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	venue_id INTEGER NOT NULL REFERENCES venue (id),
	name TEXT NOT NULL CHECK (name <> ''),
	capacity INTEGER CHECK (capacity >= 0),
	capacity_theatre INTEGER CHECK (capacity_theatre >= 0),
	capacity_islands INTEGER CHECK (capacity_islands >= 0),
	capacity_u INTEGER CHECK (capacity_u >= 0),
	equipment TEXT CHECK (equipment <> ''),
	step_free INTEGER NOT NULL CHECK (step_free IN (0, 1)),
	induction_loop INTEGER NOT NULL CHECK (induction_loop IN (0, 1)),
	notes TEXT CHECK (notes <> ''),
	search_key TEXT NOT NULL CHECK (search_key <> ''),
	UNIQUE (venue_id, search_key)
) STRICT;

-- One meeting, of one or several days
CREATE TABLE event (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	uid TEXT NOT NULL CHECK (uid <> ''),
	number TEXT NOT NULL CHECK (number <> ''),
	title TEXT NOT NULL CHECK (title <> ''),
	short_title TEXT CHECK (short_title <> ''),
	kind_id INTEGER REFERENCES kind (id),
	status TEXT NOT NULL
		CHECK (status = 'idea' OR status = 'draft' OR status = 'announced' OR status = 'held'
			OR status = 'accounted' OR status = 'archived' OR status = 'cancelled'
			OR status = 'postponed'),
	mode TEXT CHECK (mode = 'onsite' OR mode = 'remote' OR mode = 'hybrid'),
	start_date TEXT CHECK (length(start_date) IN (4, 7, 10)),
	end_date TEXT CHECK (length(end_date) IN (4, 7, 10)),
	days_known INTEGER NOT NULL CHECK (days_known IN (0, 1)),
	time_zone TEXT NOT NULL CHECK (time_zone <> ''),
	online_link TEXT CHECK (online_link <> ''),
	access TEXT CHECK (access <> ''),
	audience TEXT CHECK (audience <> ''),
	objectives TEXT CHECK (objectives <> ''),
	registration_deadline TEXT CHECK (length(registration_deadline) = 10),
	seat_limit INTEGER CHECK (seat_limit >= 0),
	small_site_seats INTEGER CHECK (small_site_seats >= 0),
	organisation_quota INTEGER CHECK (organisation_quota >= 0),
	fee TEXT CHECK (fee <> ''),
	fee_cents INTEGER CHECK (fee_cents >= 0),
	lunch TEXT CHECK (lunch = 'none' OR lunch = 'provided' OR lunch = 'paid' OR lunch = 'own'),
	proof_mode TEXT CHECK (proof_mode = 'none' OR proof_mode = 'attendance' OR proof_mode = 'training'),
	counted_attendance INTEGER CHECK (counted_attendance >= 0),
	estimated_attendance INTEGER CHECK (estimated_attendance >= 0),
	attendance_note TEXT CHECK (attendance_note <> ''),
	cycle_id INTEGER REFERENCES cycle (id),
	officer TEXT CHECK (officer <> ''),
	programme_note TEXT CHECK (programme_note <> ''),
	publications TEXT CHECK (publications <> ''),
	source TEXT CHECK (source <> ''),
	notes TEXT CHECK (notes <> ''),
	sort_key TEXT NOT NULL CHECK (sort_key <> ''),
	search_key TEXT NOT NULL CHECK (search_key <> '')
) STRICT;
CREATE UNIQUE INDEX event_number ON event (number);
CREATE INDEX event_start_date ON event (start_date);
CREATE INDEX event_kind_id ON event (kind_id);
CREATE INDEX event_cycle_id ON event (cycle_id);

-- A day of an event, with its entry in calendars
CREATE TABLE event_day (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	date TEXT CHECK (length(date) = 10),
	welcome_time TEXT CHECK (length(welcome_time) = 5),
	start_time TEXT CHECK (length(start_time) = 5),
	end_time TEXT CHECK (length(end_time) = 5),
	venue_id INTEGER REFERENCES venue (id),
	uid TEXT NOT NULL CHECK (uid <> ''),
	sequence INTEGER NOT NULL CHECK (sequence >= 0),
	created_at TEXT NOT NULL CHECK (length(created_at) = 20),
	stamped_at TEXT NOT NULL CHECK (length(stamped_at) = 20),
	calendar_digest TEXT CHECK (calendar_digest <> ''),
	UNIQUE (event_id, date)
) STRICT;
CREATE INDEX event_day_date ON event_day (date);
CREATE INDEX event_day_venue_id ON event_day (venue_id);

-- A half-day: the unit of presence and of reporting
CREATE TABLE half_day (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	day_id INTEGER NOT NULL REFERENCES event_day (id),
	part TEXT NOT NULL CHECK (part = 'am' OR part = 'pm' OR part = 'eve'),
	start_time TEXT CHECK (length(start_time) = 5),
	end_time TEXT CHECK (length(end_time) = 5),
	counts_halves INTEGER NOT NULL CHECK (counts_halves >= 0),
	adjusted INTEGER NOT NULL CHECK (adjusted IN (0, 1)),
	UNIQUE (day_id, part)
) STRICT;

-- A theme of an event; position 0 is the main one
CREATE TABLE event_theme (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	theme_id INTEGER NOT NULL REFERENCES theme (id),
	position INTEGER NOT NULL CHECK (position >= 0),
	UNIQUE (event_id, theme_id)
) STRICT;
CREATE INDEX event_theme_theme_id ON event_theme (theme_id);

-- An organisation on an event, in one role
CREATE TABLE partner (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	organisation_id INTEGER NOT NULL REFERENCES organisation (id),
	role TEXT NOT NULL
		CHECK (role = 'initiative' OR role = 'commission' OR role = 'organise'
			OR role = 'co_organise' OR role = 'support' OR role = 'participate'
			OR role = 'partner' OR role = 'host' OR role = 'fund'),
	name TEXT CHECK (name <> ''),
	wording TEXT CHECK (wording <> ''),
	position INTEGER NOT NULL CHECK (position >= 0),
	UNIQUE (event_id, organisation_id, role)
) STRICT;
CREATE INDEX partner_organisation_id ON partner (organisation_id);

-- A room taken for a day
CREATE TABLE booking (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	room_id INTEGER NOT NULL REFERENCES room (id),
	day_id INTEGER NOT NULL REFERENCES event_day (id),
	state TEXT NOT NULL CHECK (state = 'considered' OR state = 'asked' OR state = 'confirmed'),
	notes TEXT CHECK (notes <> ''),
	UNIQUE (room_id, day_id)
) STRICT;
CREATE INDEX booking_day_id ON booking (day_id);

-- A line of the programme
CREATE TABLE session (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	day_id INTEGER REFERENCES event_day (id),
	start_time TEXT CHECK (length(start_time) = 5),
	end_time TEXT CHECK (length(end_time) = 5),
	kind TEXT NOT NULL
		CHECK (kind = 'plenary' OR kind = 'workshop' OR kind = 'round_table' OR kind = 'talk'
			OR kind = 'break' OR kind = 'lunch' OR kind = 'visit' OR kind = 'welcome'
			OR kind = 'opening' OR kind = 'closing' OR kind = 'other'),
	title TEXT NOT NULL CHECK (title <> ''),
	room_id INTEGER REFERENCES room (id),
	parallel_group TEXT CHECK (parallel_group <> ''),
	capacity INTEGER CHECK (capacity >= 0),
	description TEXT CHECK (description <> ''),
	position INTEGER NOT NULL CHECK (position >= 0),
	uid TEXT NOT NULL CHECK (uid <> ''),
	sequence INTEGER NOT NULL CHECK (sequence >= 0),
	created_at TEXT NOT NULL CHECK (length(created_at) = 20),
	stamped_at TEXT NOT NULL CHECK (length(stamped_at) = 20),
	calendar_digest TEXT CHECK (calendar_digest <> '')
) STRICT;
CREATE INDEX session_event_id ON session (event_id, day_id, start_time);
CREATE INDEX session_day_id ON session (day_id);
CREATE INDEX session_room_id ON session (room_id);

-- Somebody who speaks, in one role; on a session, or on the event as a whole
CREATE TABLE speaker (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	session_id INTEGER REFERENCES session (id),
	person_id INTEGER NOT NULL REFERENCES person (id),
	role TEXT NOT NULL
		CHECK (role = 'speaker' OR role = 'facilitator' OR role = 'moderator'
			OR role = 'keynote_witness' OR role = 'trainer'),
	state TEXT NOT NULL CHECK (state = 'considered' OR state = 'asked' OR state = 'confirmed'
			OR state = 'declined'),
	function TEXT CHECK (function <> ''),
	needs TEXT CHECK (needs <> ''),
	fee TEXT CHECK (fee <> ''),
	fee_cents INTEGER CHECK (fee_cents >= 0),
	position INTEGER NOT NULL CHECK (position >= 0)
) STRICT;
CREATE INDEX speaker_event_id ON speaker (event_id);
CREATE INDEX speaker_person_id ON speaker (person_id);
CREATE INDEX speaker_session_id ON speaker (session_id);

-- A person registered for an event, as declared
CREATE TABLE attendee (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	uid TEXT NOT NULL CHECK (uid <> ''),
	event_id INTEGER NOT NULL REFERENCES event (id),
	number TEXT NOT NULL CHECK (number <> ''),
	person_id INTEGER NOT NULL REFERENCES person (id),
	part TEXT NOT NULL CHECK (part = 'participant' OR part = 'speaker' OR part = 'organiser' OR part = 'staff'),
	status TEXT NOT NULL
		CHECK (status = 'invited' OR status = 'requested' OR status = 'registered'
			OR status = 'waiting' OR status = 'offered' OR status = 'declined'
			OR status = 'cancelled'),
	live INTEGER CHECK (live >= 0),
	first_name TEXT CHECK (first_name <> ''),
	last_name TEXT NOT NULL CHECK (last_name <> ''),
	function TEXT CHECK (function <> ''),
	organisation TEXT CHECK (organisation <> ''),
	organisation_id INTEGER REFERENCES organisation (id),
	email TEXT CHECK (email <> ''),
	phone TEXT CHECK (phone <> ''),
	town TEXT CHECK (town <> ''),
	department TEXT CHECK (department <> ''),
	origin TEXT NOT NULL CHECK (origin = 'form' OR origin = 'mail' OR origin = 'phone' OR origin = 'walk_in'
			OR origin = 'import' OR origin = 'door'),
	registered_at TEXT NOT NULL CHECK (length(registered_at) = 20),
	lunch TEXT CHECK (lunch IN ('yes', 'no')),
	diet TEXT CHECK (diet <> ''),
	access_needs TEXT CHECK (access_needs <> ''),
	photo TEXT CHECK (photo = 'unknown' OR photo = 'accepts' OR photo = 'refuses'),
	remarks TEXT CHECK (remarks <> ''),
	waiting_position INTEGER CHECK (waiting_position >= 0),
	waiting_reason TEXT CHECK (waiting_reason <> ''),
	cancel_reason TEXT CHECK (cancel_reason <> ''),
	sort_key TEXT NOT NULL CHECK (sort_key <> ''),
	search_key TEXT NOT NULL CHECK (search_key <> ''),
	UNIQUE (event_id, number)
) STRICT;
CREATE UNIQUE INDEX attendee_live ON attendee (event_id, person_id) WHERE live = 1;
CREATE INDEX attendee_person_id ON attendee (person_id);
CREATE INDEX attendee_organisation_id ON attendee (organisation_id);

-- What a form asked beyond our columns
CREATE TABLE question (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	label TEXT NOT NULL CHECK (label <> ''),
	sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1)),
	position INTEGER NOT NULL CHECK (position >= 0),
	UNIQUE (event_id, label)
) STRICT;

-- What an attendee answered
CREATE TABLE answer (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	question_id INTEGER NOT NULL REFERENCES question (id),
	attendee_id INTEGER NOT NULL REFERENCES attendee (id),
	text TEXT NOT NULL CHECK (text <> ''),
	UNIQUE (attendee_id, question_id)
) STRICT;
CREATE INDEX answer_question_id ON answer (question_id);

-- A session an attendee asked for, or was given
CREATE TABLE choice (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	attendee_id INTEGER NOT NULL REFERENCES attendee (id),
	session_id INTEGER NOT NULL REFERENCES session (id),
	rank INTEGER NOT NULL CHECK (rank >= 0),
	assigned INTEGER NOT NULL CHECK (assigned IN (0, 1)),
	UNIQUE (attendee_id, session_id)
) STRICT;
CREATE INDEX choice_session_id ON choice (session_id);

-- A mark of presence; never changed, only retracted by a later mark
CREATE TABLE presence_mark (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	attendee_id INTEGER NOT NULL REFERENCES attendee (id),
	half_day_id INTEGER NOT NULL REFERENCES half_day (id),
	state TEXT NOT NULL CHECK (state = 'unknown' OR state = 'present' OR state = 'excused'
			OR state = 'represented' OR state = 'absent'),
	happened_at TEXT NOT NULL CHECK (length(happened_at) = 20),
	recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
	recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
	origin TEXT NOT NULL CHECK (origin = 'checkin' OR origin = 'sheet' OR origin = 'remote' OR origin = 'import'
			OR origin = 'door'),
	nonce TEXT NOT NULL CHECK (nonce <> ''),
	represented_by TEXT CHECK (represented_by <> ''),
	retracts TEXT CHECK (retracts <> '')
) STRICT;
CREATE UNIQUE INDEX presence_mark_nonce ON presence_mark (nonce);
CREATE INDEX presence_mark_attendee_id ON presence_mark (attendee_id, half_day_id);
CREATE INDEX presence_mark_half_day_id ON presence_mark (half_day_id);

-- A row of an imported file, so that it is never imported twice
CREATE TABLE import_row (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	source TEXT NOT NULL CHECK (source <> ''),
	row_key TEXT NOT NULL CHECK (row_key <> ''),
	event_id INTEGER REFERENCES event (id),
	attendee_id INTEGER REFERENCES attendee (id),
	UNIQUE (source, row_key)
) STRICT;
CREATE INDEX import_row_attendee_id ON import_row (attendee_id);

-- A printed paper: its version and what it showed
CREATE TABLE document (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER REFERENCES event (id),
	session_id INTEGER REFERENCES session (id),
	kind TEXT NOT NULL
		CHECK (kind = 'attendees' OR kind = 'sign-in' OR kind = 'badges' OR kind = 'name-cards'
			OR kind = 'programme' OR kind = 'certificates' OR kind = 'run-sheet'
			OR kind = 'door-signs' OR kind = 'event-report'),
	version INTEGER NOT NULL CHECK (version >= 0),
	code TEXT NOT NULL CHECK (code <> ''),
	printed_at TEXT NOT NULL CHECK (length(printed_at) = 20),
	digest TEXT NOT NULL CHECK (digest <> '')
) STRICT;
CREATE UNIQUE INDEX document_version ON document (event_id, coalesce(session_id, 0), kind, version);
CREATE UNIQUE INDEX document_code ON document (code);

-- A line of a printed sheet and whose it is
CREATE TABLE document_line (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	document_id INTEGER NOT NULL REFERENCES document (id),
	line INTEGER NOT NULL CHECK (line >= 0),
	attendee_id INTEGER REFERENCES attendee (id),
	UNIQUE (document_id, line)
) STRICT;
CREATE INDEX document_line_attendee_id ON document_line (attendee_id);
