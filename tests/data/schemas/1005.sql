-- A database of schema 1005 with a row in every table, as the program of that version wrote it.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO gesture VALUES(456773088154632648,'2026-11-23T08:30:00Z','nadia','do','setting_edit',1,NULL,NULL,NULL,NULL,0,0);
INSERT INTO gesture VALUES(456773088168418680,'2026-11-23T08:30:00Z','nadia','do','cycle_new',1,NULL,'cycle',456773088168419251,NULL,0,0);
INSERT INTO gesture VALUES(456773088176145046,'2026-11-23T08:30:00Z','nadia','do','theme_new',1,NULL,'theme',456773088176540985,NULL,0,0);
INSERT INTO gesture VALUES(456773088185706305,'2026-11-23T08:30:00Z','nadia','do','venue_new',1,NULL,'venue',456773088187384916,NULL,0,0);
INSERT INTO gesture VALUES(456773088205105166,'2026-11-23T08:30:00Z','nadia','do','event_new',1,456773088205595096,'event',456773088205595096,NULL,0,0);
INSERT INTO gesture VALUES(456773088217994823,'2026-11-23T08:30:00Z','nadia','do','session_new',1,456773088205595096,'session',456773088220470246,NULL,0,0);
INSERT INTO gesture VALUES(456773088233177502,'2026-11-23T08:30:00Z','nadia','do','speaker_new',1,456773088205595096,'person',456773088220669940,NULL,0,0);
INSERT INTO gesture VALUES(456773088242733173,'2026-11-23T08:30:00Z','nadia','do','partner_new',1,456773088205595096,'organisation',456773088245803433,NULL,0,0);
INSERT INTO gesture VALUES(456773088256124326,'2026-11-23T08:30:00Z','nadia','do','organisation_edit',1,NULL,'organisation',456773088245803433,NULL,0,0);
INSERT INTO gesture VALUES(456773088269230347,'2026-11-23T08:30:00Z','nadia','do','attendees_import',2,456773088205595096,'event',456773088205595096,NULL,0,0);
INSERT INTO gesture VALUES(456773088281627651,'2026-11-23T08:30:00Z','nadia','do','person_edit',1,NULL,'person',456773088270922337,NULL,0,0);
INSERT INTO gesture VALUES(456773088291220961,'2026-11-23T08:30:00Z','nadia','do','person_merge',1,NULL,'person',456773088271325717,NULL,1,0);
INSERT INTO gesture VALUES(456773088300864145,'2026-11-23T08:30:00Z','nadia','undo','person_merge',1,NULL,NULL,NULL,456773088291220961,0,0);
INSERT INTO gesture VALUES(456773088312967787,'2026-11-23T08:30:00Z','nadia','record','document_print',1,456773088205595096,'event',456773088205595096,NULL,0,0);
INSERT INTO gesture VALUES(456773088419585206,'2026-11-23T08:30:00Z','nadia','do','attendee_edit',1,456773088205595096,'attendee',456773088270922906,NULL,0,0);
INSERT INTO gesture VALUES(456842526796031198,'2026-11-23T08:30:00Z','nadia','do','person_distinct',1,NULL,'person',456773088220669940,NULL,0,0);
INSERT INTO gesture VALUES(456842526806730785,'2026-11-23T08:30:00Z','nadia','do','organisation_distinct',1,NULL,'organisation',456773088245803433,NULL,0,0);
INSERT INTO gesture VALUES(456842526813720801,'2026-11-23T08:30:00Z','nadia','do','person_edit',1,NULL,'person',456773088270922337,NULL,0,0);
INSERT INTO gesture VALUES(456842526823252762,'2026-11-23T08:30:00Z','nadia','do','organisation_edit',1,NULL,'organisation',456773088270426649,NULL,0,0);
INSERT INTO gesture VALUES(456842526961989779,'2026-11-23T08:30:00Z','nadia','do','calendar_import',1,NULL,NULL,NULL,NULL,0,0);
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
INSERT INTO change VALUES(456773088154632648,1,'setting',456773088155166777,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088168418680,1,'cycle',456773088168419251,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088176145046,1,'theme',456773088176540985,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088185706305,1,'venue',456773088187384916,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088205105166,1,'kind',456773088205350907,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088205105166,2,'event',456773088205595096,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088205105166,3,'event_day',456773088205595350,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088205105166,4,'event_day',456773088205595350,'update','{"start_time":null}','{"start_time":"09:00"}');
INSERT INTO change VALUES(456773088205105166,5,'event_day',456773088205595350,'update','{"end_time":null}','{"end_time":"17:00"}');
INSERT INTO change VALUES(456773088205105166,6,'event_day',456773088205595350,'update','{"venue_id":null}','{"venue_id":456773088187384916}');
INSERT INTO change VALUES(456773088205105166,7,'event_theme',456773088207410402,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088205105166,8,'half_day',456773088207410972,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088205105166,9,'half_day',456773088207411376,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088217994823,1,'room',456773088219276451,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088217994823,2,'session',456773088220470246,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088217994823,3,'person',456773088220669940,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088217994823,4,'speaker',456773088220670564,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088217994823,5,'attendee',456773088220671480,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088217994823,6,'half_day',456773088207410972,'update','{"start_time":"09:00","end_time":"13:00","counts_halves":2}','{"start_time":"09:30","end_time":"10:00","counts_halves":0}');
INSERT INTO change VALUES(456773088217994823,7,'half_day',456773088207411376,'delete','{"rev":1,"day_id":456773088205595350,"part":"pm","start_time":"13:00","end_time":"17:00","counts_halves":2,"adjusted":0}',NULL);
INSERT INTO change VALUES(456773088233177502,1,'speaker',456773088233178340,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088233177502,2,'speaker',456773088233178340,'update','{"session_id":null}','{"session_id":456773088220470246}');
INSERT INTO change VALUES(456773088242733173,1,'organisation',456773088245803433,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088242733173,2,'partner',456773088245947415,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088256124326,1,'organisation_alias',456773088256566786,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088269230347,1,'organisation',456773088270426649,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088269230347,2,'person',456773088270922337,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088269230347,3,'attendee',456773088270922906,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088269230347,4,'question',456773088271222588,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088269230347,5,'answer',456773088271223332,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088269230347,6,'import_row',456773088271223952,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088269230347,7,'person',456773088271325717,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088269230347,8,'attendee',456773088271325721,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088269230347,9,'answer',456773088271326732,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088269230347,10,'import_row',456773088271327604,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088269230347,11,'mapping',456773088271328506,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088281627651,1,'person',456773088270922337,'update','{"function":null}','{"function":"Directrice"}');
INSERT INTO change VALUES(456773088291220961,1,'answer',456773088271223332,'delete','{"rev":1,"question_id":456773088271222588,"attendee_id":456773088270922906,"text":"Oui"}',NULL);
INSERT INTO change VALUES(456773088291220961,2,'import_row',456773088271223952,'update','{"attendee_id":456773088270922906}','{"attendee_id":456773088271325721}');
INSERT INTO change VALUES(456773088291220961,3,'attendee',456773088270922906,'delete','{"rev":1,"uid":"8bdaa01c-b142-46c3-9721-95052e31cd98","event_id":456773088205595096,"number":"2","person_id":456773088270922337,"part":"participant","status":"registered","live":1,"first_name":"Léa","last_name":"Puech","organisation":"Mairie de Béziers","organisation_id":456773088270426649,"email":"lea@puech.example","origin":"import","registered_at":"2026-11-23T08:30:00Z","diet":"végétarien","sort_key":"puech\u0001lea","search_key":"puech\u0001lea\u0001mairiedebeziers\u0001leapuechexample\u00012"}',NULL);
INSERT INTO change VALUES(456773088291220961,4,'person',456773088270922337,'delete','{"rev":2,"uid":"76a3683e-f1bb-4939-8f3a-4bcc50f4faf4","first_name":"Léa","last_name":"Puech","function":"Directrice","organisation_id":456773088270426649,"email":"lea@puech.example","last_contact":"2026-11-23","email_key":"lea@puech.example","sort_key":"puech\u0001lea","search_key":"puech\u0001lea\u0001leapuechexample"}',NULL);
INSERT INTO change VALUES(456773088291220961,5,'person',456773088271325717,'update','{"function":null}','{"function":"Directrice"}');
INSERT INTO change VALUES(456773088300864145,1,'person',456773088271325717,'update','{"function":"Directrice"}','{"function":null}');
INSERT INTO change VALUES(456773088300864145,2,'person',456773088270922337,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088300864145,3,'attendee',456773088270922906,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088300864145,4,'import_row',456773088271223952,'update','{"attendee_id":456773088271325721}','{"attendee_id":456773088270922906}');
INSERT INTO change VALUES(456773088300864145,5,'answer',456773088271223332,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088312967787,1,'document',456773088404863392,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088312967787,2,'document_line',456773088404864135,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088312967787,3,'document_line',456773088404864336,'insert',NULL,NULL);
INSERT INTO change VALUES(456773088419585206,1,'attendee',456773088270922906,'update','{"status":"registered","live":1}','{"status":"cancelled","live":0}');
INSERT INTO change VALUES(456842526796031198,1,'person_distinction',456842526796121399,'insert',NULL,NULL);
INSERT INTO change VALUES(456842526806730785,1,'organisation_distinction',456842526806731634,'insert',NULL,NULL);
INSERT INTO change VALUES(456842526813720801,1,'person',456773088270922337,'update','{"function":"Directrice"}','{"function":"Présidente"}');
INSERT INTO change VALUES(456842526813720801,2,'post',456842526813721175,'insert',NULL,NULL);
INSERT INTO change VALUES(456842526823252762,1,'organisation',456773088270426649,'update','{"small_site":0}','{"small_site":1}');
INSERT INTO change VALUES(456842526961989779,1,'busy',456842526961990529,'insert',NULL,NULL);
CREATE TABLE counter (
	name TEXT PRIMARY KEY CHECK (name <> ''),
	value INTEGER NOT NULL CHECK (value > 0)
) STRICT;
INSERT INTO counter VALUES('key version',1);
INSERT INTO counter VALUES('event 2027',1);
INSERT INTO counter VALUES('attendee 456773088205595096',3);
INSERT INTO counter VALUES('document sign-in 456773088205595096 0',1);
CREATE TABLE theme (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	name TEXT NOT NULL CHECK (name <> ''),
	sort_key TEXT NOT NULL CHECK (sort_key <> ''),
	search_key TEXT NOT NULL CHECK (search_key <> '')
) STRICT;
INSERT INTO theme VALUES(456773088176540985,1,'Santé mentale','sante mentale','santementale');
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
INSERT INTO kind VALUES(456773088205350907,1,'Journée d''échanges','information',1,1,'journee dechanges','journeedechanges');
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
INSERT INTO cycle VALUES(456773088168419251,1,'Cycle santé',NULL,NULL,NULL,'cycle sante','cyclesante');
CREATE TABLE setting (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	name TEXT NOT NULL CHECK (name <> ''),
	value TEXT CHECK (value <> '')
) STRICT;
INSERT INTO setting VALUES(456773088155166777,1,'centre_name','Centre d''essai');
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
INSERT INTO holiday VALUES(456773088097393076,1,'school','Vacances de la Toussaint','2023-10-21','2023-11-05','C','vacances_zone_c.tsv');
INSERT INTO holiday VALUES(456773088097393606,1,'school','Vacances de Noël','2023-12-23','2024-01-07','C','vacances_zone_c.tsv');
INSERT INTO holiday VALUES(456773088097393832,1,'school','Vacances d''hiver','2024-02-10','2024-02-25','C','vacances_zone_c.tsv');
INSERT INTO holiday VALUES(456773088097394232,1,'school','Vacances de printemps','2024-04-06','2024-04-21','C','vacances_zone_c.tsv');
INSERT INTO holiday VALUES(456773088097394734,1,'school','Vacances d''été','2024-07-06','2024-09-01','C','vacances_zone_c.tsv');
INSERT INTO holiday VALUES(456773088097394854,1,'school','Vacances de la Toussaint','2024-10-19','2024-11-03','C','vacances_zone_c.tsv');
INSERT INTO holiday VALUES(456773088097395590,1,'school','Vacances de Noël','2024-12-21','2025-01-05','C','vacances_zone_c.tsv');
INSERT INTO holiday VALUES(456773088097396487,1,'school','Vacances d''hiver','2025-02-15','2025-03-02','C','vacances_zone_c.tsv');
INSERT INTO holiday VALUES(456773088097397049,1,'school','Vacances de printemps','2025-04-12','2025-04-27','C','vacances_zone_c.tsv');
INSERT INTO holiday VALUES(456773088097397992,1,'school','Vacances d''été','2025-07-05','2025-08-31','C','vacances_zone_c.tsv');
INSERT INTO holiday VALUES(456773088097398330,1,'school','Vacances de la Toussaint','2025-10-18','2025-11-02','C','vacances_zone_c.tsv');
INSERT INTO holiday VALUES(456773088097398434,1,'school','Vacances de Noël','2025-12-20','2026-01-04','C','vacances_zone_c.tsv');
INSERT INTO holiday VALUES(456773088097399186,1,'school','Vacances d''hiver','2026-02-21','2026-03-08','C','vacances_zone_c.tsv');
INSERT INTO holiday VALUES(456773088097399674,1,'school','Vacances de printemps','2026-04-18','2026-05-03','C','vacances_zone_c.tsv');
INSERT INTO holiday VALUES(456773088097399879,1,'school','Vacances d''été','2026-07-04','2026-08-30','C','vacances_zone_c.tsv');
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
INSERT INTO territory VALUES(456773088057492623,1,'region','01','Guadeloupe',NULL,NULL,NULL,NULL,NULL,'guadeloupe');
INSERT INTO territory VALUES(456773088059540610,1,'region','02','Martinique',NULL,NULL,NULL,NULL,NULL,'martinique');
INSERT INTO territory VALUES(456773088059540614,1,'region','03','Guyane',NULL,NULL,NULL,NULL,NULL,'guyane');
CREATE TABLE mapping (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	name TEXT NOT NULL CHECK (name <> ''),
	subject TEXT NOT NULL CHECK (subject = 'attendees' OR subject = 'people' OR subject = 'organisations'
			OR subject = 'events'),
	columns TEXT NOT NULL CHECK (columns <> '')
) STRICT;
INSERT INTO mapping VALUES(456773088271328506,1,'formulaire','attendees','{"Nom":"last_name","Prénom":"first_name","Courriel":"email","Organisme":"organisation","Question ?":"question","Régime alimentaire":"diet"}');
CREATE TABLE asset (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	name TEXT NOT NULL CHECK (name <> ''),
	media_type TEXT NOT NULL CHECK (media_type <> ''),
	content TEXT NOT NULL CHECK (content <> '')
) STRICT;
INSERT INTO asset VALUES(1,1,'logo','image/png','iVBORw0KGgo=');
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
, small_site INTEGER NOT NULL DEFAULT 0 CHECK (small_site IN (0, 1))) STRICT;
INSERT INTO organisation VALUES(456773088245803433,1,'105933ce-c993-4f58-9619-7ee07952f611','DDETS du Gard',NULL,'state','departmental','30',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ddets du gard','ddetsdugard',0);
INSERT INTO organisation VALUES(456773088270426649,2,'1336ea17-57f3-4735-ae51-34d8ada2754c','Mairie de Béziers',NULL,'local_authority','local',NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'mairie de beziers','mairiedebeziers',1);
CREATE TABLE organisation_alias (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	organisation_id INTEGER NOT NULL REFERENCES organisation (id),
	name TEXT NOT NULL CHECK (name <> ''),
	valid_from TEXT CHECK (length(valid_from) IN (4, 7, 10)),
	valid_until TEXT CHECK (length(valid_until) IN (4, 7, 10)),
	search_key TEXT NOT NULL CHECK (search_key <> '')
) STRICT;
INSERT INTO organisation_alias VALUES(456773088256566786,1,456773088245803433,'DDCS du Gard',NULL,NULL,'ddcsdugard');
CREATE TABLE organisation_territory (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	organisation_id INTEGER NOT NULL REFERENCES organisation (id),
	territory_id INTEGER NOT NULL REFERENCES territory (id),
	UNIQUE (organisation_id, territory_id)
) STRICT;
INSERT INTO organisation_territory VALUES(1,1,456773088245803433,456773088057492623);
CREATE TABLE organisation_theme (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	organisation_id INTEGER NOT NULL REFERENCES organisation (id),
	theme_id INTEGER NOT NULL REFERENCES theme (id),
	UNIQUE (organisation_id, theme_id)
) STRICT;
INSERT INTO organisation_theme VALUES(1,1,456773088245803433,456773088176540985);
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
INSERT INTO person VALUES(456773088220669940,1,'c7b20891-5b6d-4656-931d-4e74162cb03c',NULL,'Zoé','Élan',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'elanzoe','elanzoe');
INSERT INTO person VALUES(456773088270922337,4,'76a3683e-f1bb-4939-8f3a-4bcc50f4faf4',NULL,'Léa','Puech','Présidente',456773088270426649,NULL,'lea@puech.example',NULL,NULL,NULL,NULL,'2026-11-23',NULL,NULL,NULL,'lea@puech.example','puechlea','puechlealeapuechexample');
INSERT INTO person VALUES(456773088271325717,3,'600dac1e-2a88-4a8d-8f75-4dabb32c3913',NULL,'Jo','Daumas',NULL,456773088270426649,NULL,'jo@daumas.example',NULL,NULL,NULL,NULL,'2026-11-23',NULL,NULL,NULL,'jo@daumas.example','daumasjo','daumasjojodaumasexample');
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
INSERT INTO consent VALUES(1,1,456773088220669940,'invitations',1,'2026-11-01','formulaire');
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
INSERT INTO venue VALUES(456773088187384916,1,'Maison des associations',NULL,NULL,'Béziers',NULL,'34',NULL,NULL,0,NULL,'maison des associations','maisondesassociationsbeziers');
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
INSERT INTO room VALUES(456773088219276451,1,456773088187384916,'Salle A',NULL,NULL,NULL,NULL,NULL,0,0,NULL,'sallea');
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
INSERT INTO event VALUES(456773088205595096,1,'4d64befd-38f7-44ad-8e60-08e07b8963c9','2027-001','Journée santé',NULL,456773088205350907,'announced',NULL,'2027-01-15',NULL,1,'Europe/Paris',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,456773088168419251,NULL,NULL,NULL,NULL,NULL,'journee sante','journeesante2027001');
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
INSERT INTO event_day VALUES(456773088205595350,4,456773088205595096,'2027-01-15',NULL,'09:00','17:00',456773088187384916,'0a47aec3-97a2-4cf2-ba22-4b935f9fff63',1,'2026-11-23T08:30:00Z','2026-11-23T08:30:01Z','1b2b54f3d623a778b8e88409361fbd863ece35ec');
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
INSERT INTO half_day VALUES(456773088207410972,2,456773088205595350,'am','09:30','10:00',0,0);
CREATE TABLE event_theme (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	theme_id INTEGER NOT NULL REFERENCES theme (id),
	position INTEGER NOT NULL CHECK (position >= 0),
	UNIQUE (event_id, theme_id)
) STRICT;
INSERT INTO event_theme VALUES(456773088207410402,1,456773088205595096,456773088176540985,0);
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
INSERT INTO partner VALUES(456773088245947415,1,456773088205595096,456773088245803433,'organise',NULL,NULL,0);
CREATE TABLE booking (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	room_id INTEGER NOT NULL REFERENCES room (id),
	day_id INTEGER NOT NULL REFERENCES event_day (id),
	state TEXT NOT NULL CHECK (state = 'considered' OR state = 'asked' OR state = 'confirmed'),
	notes TEXT CHECK (notes <> ''),
	UNIQUE (room_id, day_id)
) STRICT;
INSERT INTO booking VALUES(1,1,456773088219276451,456773088205595350,'asked',NULL);
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
INSERT INTO session VALUES(456773088220470246,1,456773088205595096,456773088205595350,'09:30','10:00','plenary','Ouverture',456773088219276451,NULL,NULL,NULL,0,'2a8353e9-c1a2-445b-ac45-18346406c56a',0,'2026-11-23T08:30:00Z','2026-11-23T08:30:00Z','aa328a2e9b948f3c7648d99804ca2661f0548e7d');
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
INSERT INTO speaker VALUES(456773088220670564,1,456773088205595096,456773088220470246,456773088220669940,'speaker','considered',NULL,NULL,NULL,NULL,0);
INSERT INTO speaker VALUES(456773088233178340,2,456773088205595096,456773088220470246,456773088220669940,'speaker','considered',NULL,NULL,NULL,NULL,0);
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
INSERT INTO attendee VALUES(456773088220671480,1,'4f4b4a43-2c89-4dec-99bc-8aa7398b9d85',456773088205595096,'1',456773088220669940,'speaker','registered',1,'Zoé','Élan',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'mail','2026-11-23T08:30:00Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'elanzoe','elanzoe1');
INSERT INTO attendee VALUES(456773088270922906,3,'8bdaa01c-b142-46c3-9721-95052e31cd98',456773088205595096,'2',456773088270922337,'participant','cancelled',0,'Léa','Puech',NULL,'Mairie de Béziers',456773088270426649,'lea@puech.example',NULL,NULL,NULL,'import','2026-11-23T08:30:00Z',NULL,'végétarien',NULL,NULL,NULL,NULL,NULL,NULL,'puechlea','puechleamairiedebeziersleapuechexample2');
INSERT INTO attendee VALUES(456773088271325721,1,'91890ae4-4358-41a9-a19c-4f97f0172621',456773088205595096,'3',456773088271325717,'participant','registered',1,'Jo','Daumas',NULL,'Mairie de Béziers',456773088270426649,'jo@daumas.example',NULL,NULL,NULL,'import','2026-11-23T08:30:00Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'daumasjo','daumasjomairiedebeziersjodaumasexample3');
CREATE TABLE question (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	event_id INTEGER NOT NULL REFERENCES event (id),
	label TEXT NOT NULL CHECK (label <> ''),
	sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1)),
	position INTEGER NOT NULL CHECK (position >= 0),
	UNIQUE (event_id, label)
) STRICT;
INSERT INTO question VALUES(456773088271222588,1,456773088205595096,'Question ?',0,0);
CREATE TABLE answer (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	question_id INTEGER NOT NULL REFERENCES question (id),
	attendee_id INTEGER NOT NULL REFERENCES attendee (id),
	text TEXT NOT NULL CHECK (text <> ''),
	UNIQUE (attendee_id, question_id)
) STRICT;
INSERT INTO answer VALUES(456773088271223332,2,456773088271222588,456773088270922906,'Oui');
INSERT INTO answer VALUES(456773088271326732,1,456773088271222588,456773088271325721,'Non');
CREATE TABLE choice (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	attendee_id INTEGER NOT NULL REFERENCES attendee (id),
	session_id INTEGER NOT NULL REFERENCES session (id),
	rank INTEGER NOT NULL CHECK (rank >= 0),
	assigned INTEGER NOT NULL CHECK (assigned IN (0, 1)),
	UNIQUE (attendee_id, session_id)
) STRICT;
INSERT INTO choice VALUES(1,1,456773088220671480,456773088220470246,1,1);
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
INSERT INTO presence_mark VALUES(1,1,456773088220671480,456773088207410972,'present','2027-01-15T08:00:00Z','2027-01-15T08:00:00Z','nadia','checkin','n1',NULL,NULL);
CREATE TABLE import_row (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	source TEXT NOT NULL CHECK (source <> ''),
	row_key TEXT NOT NULL CHECK (row_key <> ''),
	event_id INTEGER REFERENCES event (id),
	attendee_id INTEGER REFERENCES attendee (id),
	UNIQUE (source, row_key)
) STRICT;
INSERT INTO import_row VALUES(456773088271223952,3,'attendees 2027-001','2f5c66498d37695f1472',456773088205595096,456773088270922906);
INSERT INTO import_row VALUES(456773088271327604,1,'attendees 2027-001','92198f68eaba6fdd47c8',456773088205595096,456773088271325721);
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
INSERT INTO document VALUES(456773088404863392,1,456773088205595096,NULL,'sign-in',1,'euslupeb','2026-11-23T08:30:00Z','326dfdd8a017b88ef42005ab0f039378079a28d2');
CREATE TABLE document_line (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	document_id INTEGER NOT NULL REFERENCES document (id),
	line INTEGER NOT NULL CHECK (line >= 0),
	attendee_id INTEGER REFERENCES attendee (id),
	UNIQUE (document_id, line)
) STRICT;
INSERT INTO document_line VALUES(456773088404864135,1,456773088404863392,1,456773088271325721);
INSERT INTO document_line VALUES(456773088404864336,1,456773088404863392,2,456773088270922906);
CREATE TABLE post (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	person_id INTEGER NOT NULL REFERENCES person (id),
	function TEXT CHECK (function <> ''),
	organisation_id INTEGER REFERENCES organisation (id),
	since TEXT CHECK (length(since) IN (4, 7, 10)),
	until TEXT CHECK (length(until) IN (4, 7, 10))
) STRICT;
INSERT INTO post VALUES(456842526813721175,1,456773088270922337,'Directrice',456773088270426649,NULL,'2026-11-23');
CREATE TABLE person_distinction (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	person_id INTEGER NOT NULL REFERENCES person (id),
	other_id INTEGER NOT NULL REFERENCES person (id),
	UNIQUE (person_id, other_id)
) STRICT;
INSERT INTO person_distinction VALUES(456842526796121399,1,456773088220669940,456773088270922337);
CREATE TABLE organisation_distinction (
	id INTEGER PRIMARY KEY,
	rev INTEGER NOT NULL CHECK (rev > 0),
	organisation_id INTEGER NOT NULL REFERENCES organisation (id),
	other_id INTEGER NOT NULL REFERENCES organisation (id),
	UNIQUE (organisation_id, other_id)
) STRICT;
INSERT INTO organisation_distinction VALUES(456842526806731634,1,456773088245803433,456773088270426649);
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
INSERT INTO busy VALUES(456842526961990529,1,'p','a@x',NULL,'Comité',NULL,'2027-01-15','2027-01-15','10:00','11:00');
CREATE INDEX gesture_who ON gesture (who, kind, id);
CREATE INDEX gesture_event_id ON gesture (event_id);
CREATE INDEX change_row_id ON change (row_id, gesture_id);
CREATE UNIQUE INDEX theme_search_key ON theme (search_key);
CREATE UNIQUE INDEX kind_search_key ON kind (search_key);
CREATE UNIQUE INDEX setting_name ON setting (name);
CREATE UNIQUE INDEX holiday_first_day ON holiday (kind, coalesce(zone, ''), first_day);
CREATE UNIQUE INDEX territory_code ON territory (type, code, coalesce(vintage, 0));
CREATE INDEX territory_search_key ON territory (search_key);
CREATE UNIQUE INDEX mapping_name ON mapping (subject, name);
CREATE UNIQUE INDEX asset_name ON asset (name);
CREATE INDEX organisation_sort_key ON organisation (sort_key);
CREATE INDEX organisation_search_key ON organisation (search_key);
CREATE INDEX organisation_successor_id ON organisation (successor_id);
CREATE INDEX organisation_alias_search_key ON organisation_alias (search_key);
CREATE INDEX organisation_alias_organisation_id ON organisation_alias (organisation_id);
CREATE INDEX organisation_territory_territory_id ON organisation_territory (territory_id);
CREATE INDEX organisation_theme_theme_id ON organisation_theme (theme_id);
CREATE INDEX person_email_key ON person (email_key);
CREATE INDEX person_organisation_id ON person (organisation_id);
CREATE INDEX consent_person_id ON consent (person_id);
CREATE INDEX venue_search_key ON venue (search_key);
CREATE UNIQUE INDEX event_number ON event (number);
CREATE INDEX event_start_date ON event (start_date);
CREATE INDEX event_kind_id ON event (kind_id);
CREATE INDEX event_cycle_id ON event (cycle_id);
CREATE INDEX event_day_date ON event_day (date);
CREATE INDEX event_day_venue_id ON event_day (venue_id);
CREATE INDEX event_theme_theme_id ON event_theme (theme_id);
CREATE INDEX partner_organisation_id ON partner (organisation_id);
CREATE INDEX booking_day_id ON booking (day_id);
CREATE INDEX session_event_id ON session (event_id, day_id, start_time);
CREATE INDEX session_day_id ON session (day_id);
CREATE INDEX session_room_id ON session (room_id);
CREATE INDEX speaker_event_id ON speaker (event_id);
CREATE INDEX speaker_person_id ON speaker (person_id);
CREATE INDEX speaker_session_id ON speaker (session_id);
CREATE UNIQUE INDEX attendee_live ON attendee (event_id, person_id) WHERE live = 1;
CREATE INDEX attendee_person_id ON attendee (person_id);
CREATE INDEX attendee_organisation_id ON attendee (organisation_id);
CREATE INDEX answer_question_id ON answer (question_id);
CREATE INDEX choice_session_id ON choice (session_id);
CREATE UNIQUE INDEX presence_mark_nonce ON presence_mark (nonce);
CREATE INDEX presence_mark_attendee_id ON presence_mark (attendee_id, half_day_id);
CREATE INDEX presence_mark_half_day_id ON presence_mark (half_day_id);
CREATE INDEX import_row_attendee_id ON import_row (attendee_id);
CREATE UNIQUE INDEX document_version ON document (event_id, coalesce(session_id, 0), kind, version);
CREATE UNIQUE INDEX document_code ON document (code);
CREATE INDEX document_line_attendee_id ON document_line (attendee_id);
CREATE INDEX attendee_tally ON attendee (event_id, status, part);
CREATE INDEX organisation_to_classify ON organisation (id) WHERE classified = 0;
CREATE INDEX event_time_zone ON event (time_zone, start_date);
CREATE INDEX post_person_id ON post (person_id);
CREATE INDEX post_organisation_id ON post (organisation_id);
CREATE INDEX person_distinction_other_id ON person_distinction (other_id);
CREATE INDEX organisation_distinction_other_id ON organisation_distinction (other_id);
CREATE INDEX attendee_needs ON attendee (event_id) WHERE diet IS NOT NULL OR access_needs IS NOT NULL;
CREATE INDEX question_sensitive ON question (event_id) WHERE sensitive = 1;
CREATE UNIQUE INDEX busy_uid ON busy (source, uid, coalesce(occurrence, ''));
CREATE INDEX busy_last_day ON busy (last_day);
CREATE INDEX person_sort_key ON person (sort_key, id, erased_at);
COMMIT;
