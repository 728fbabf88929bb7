#include "core/columns.h"

#include <string.h>

#include "base/i18n.h"
#include "test.h"

/* A table written in place: heads, then rows, each of N cells. */
struct sheet {
	enum columns_kind kind;
	guint n, n_rows;
	const char *const *heads;
	const char *const *cells;
	const char *const *fields; /* key, "?" a question, "-" left aside */
};

static const char *
use_text(const struct column_proposal *proposal)
{
	if (proposal->use == COLUMN_FIELD)
		return proposal->field;
	return proposal->use == COLUMN_IGNORED ? "-" : "?";
}

static void
assert_sheet(const struct sheet *sheet)
{
	g_autoptr(GArray) proposals =
		columns_propose(sheet->kind, sheet->heads, sheet->n, sheet->cells, sheet->n_rows);
	assert_int_equal(proposals->len, sheet->n);
	for (guint i = 0; i < sheet->n; i++) {
		const struct column_proposal *proposal =
			&g_array_index(proposals, struct column_proposal, i);
		if (g_strcmp0(use_text(proposal), sheet->fields[i]) != 0)
			fail_msg("\"%s\" is %s (%d), expected %s", sheet->heads[i],
				 use_text(proposal), proposal->certainty, sheet->fields[i]);
		assert_non_null(proposal->reason);
		assert_in_range(proposal->certainty, 0, 100);
		assert_true((proposal->use == COLUMN_FIELD) == (proposal->field != NULL));
		if (proposal->field != NULL)
			assert_non_null(columns_field(sheet->kind, proposal->field));
	}
}

#define LIST(...) ((const char *const[]){__VA_ARGS__})

/* Headings alone. */
#define assert_heads(kind, heads, fields)                                                          \
	do {                                                                                       \
		G_STATIC_ASSERT(G_N_ELEMENTS(heads) == G_N_ELEMENTS(fields));                      \
		assert_sheet(&(struct sheet){kind, G_N_ELEMENTS(heads), 0, heads, NULL, fields});  \
	} while (0)

/* ---- real exports (the people are invented) ----------------------------------------------- */

static void
columns_propose__maps__a_google_forms_export(void **state)
{
	(void)state;
	static const char *const heads[] = {"Horodateur",
					    "Adresse e-mail",
					    "Nom",
					    "Prénom",
					    "Fonction",
					    "Structure / Organisme",
					    "Département",
					    "Atelier de l'après-midi",
					    "Déjeunerez-vous sur place ?",
					    "Remarques"};
	static const char *const fields[] = {"registered_at", "email",    "last_name",
					     "first_name",    "function", "organisation",
					     "department",    "workshop", "lunch",
					     "remarks"};
	static const char *const cells[] = {"02/09/2026 13:41:00",
					    "francois.obrien@mairiedebezier.example",
					    "O'Brien",
					    "François",
					    "Agent de développement",
					    "Mairie de Béziers",
					    "34",
					    "Atelier 3 - Santé",
					    "NON",
					    "",
					    "06/09/2026 08:57:00",
					    "aicha.delannoy@villedebeziers.example",
					    "Delannoy",
					    "Aïcha",
					    "Cheffe de projet contrat de ville",
					    "Ville de Béziers",
					    "34",
					    "Atelier 4 : Participation",
					    "Non",
					    NULL,
					    "11/09/2026 17:21:00",
					    "eve.fabre @ apfdelegationd.example",
					    "Fabre",
					    "Ève",
					    "Directeur",
					    "APF ; délégation de l'Aude",
					    "11",
					    "Atelier 4 : Participation",
					    "Oui",
					    "=HYPERLINK(\"http://x\")"};
	assert_sheet(&(struct sheet){COLUMNS_ATTENDEES, 10, 3, heads, cells, fields});
	assert_heads(COLUMNS_ATTENDEES, heads, fields);
}

static void
columns_propose__maps__a_spreadsheet(void **state)
{
	(void)state;
	static const char *const heads[] = {"NOM",  "PRENOM", "FONCTION", "ORGANISME", "VILLE",
					    "DEPT", "MAIL",   "TEL",      "REPAS",     "REGIME"};
	static const char *const fields[] = {"last_name", "first_name", "function", "organisation",
					     "town",      "department", "email",    "phone",
					     "lunch",     "diet"};
	static const char *const cells[] = {"du Bellay",
					    "Awa",
					    "Formateur",
					    "IRTS Montpellier",
					    "Montpellier",
					    "34",
					    "awa.dubellay@irtsmontpellie.example",
					    "",
					    "oui",
					    "végétarien, sans noix",
					    "Vidal",
					    "François",
					    "Cheffe de projet",
					    "Ville de Béziers",
					    "Béziers",
					    "34",
					    "",
					    "+33 6 36 32 36 51",
					    "Non",
					    "végétarien",
					    "Duilhac",
					    "Ousmane",
					    "Formateur",
					    "IRTS Montpellier",
					    "Montpellier",
					    "34",
					    "ousmane.duilhac@irtsmontpellie.example",
					    "0033467364521",
					    "Non",
					    "sans gluten"};
	assert_sheet(&(struct sheet){COLUMNS_ATTENDEES, 10, 3, heads, cells, fields});
	assert_heads(COLUMNS_ATTENDEES, heads, fields);
}

static void
columns_propose__maps__a_limesurvey_export(void **state)
{
	(void)state;
	static const char *const heads[] = {"id. ID de la réponse",
					    "submitdate. Date de soumission",
					    "lastpage. Dernière page",
					    "startlanguage. Langue de départ",
					    "G01Q01. Civilité",
					    "G01Q02. Votre nom",
					    "G01Q03. Votre prénom",
					    "G01Q04. Votre structure",
					    "G01Q05. Votre fonction",
					    "G01Q06. Courriel",
					    "G01Q07. Commune",
					    "G02Q01[SQ001]. Présence [Matin]",
					    "G02Q01[SQ002]. Présence [Après-midi]"};
	static const char *const fields[] = {"source_key", "registered_at", "-",
					     "-",          "civility",      "last_name",
					     "first_name", "organisation",  "function",
					     "email",      "town",          "half_day_am",
					     "half_day_pm"};
	static const char *const cells[] = {"1",
					    "2026-09-03 07:56:00",
					    "3",
					    "fr",
					    "Monsieur",
					    "de La Fontaine",
					    "Jean-Baptiste",
					    "APF ; délégation de l'Aude",
					    "Directeur",
					    "jb.delafontaine@apf.example",
					    "Narbonne",
					    "Non",
					    "Oui",
					    "2",
					    "2026-09-03 08:15:00",
					    "3",
					    "fr",
					    "",
					    "Cros",
					    "Loïc",
					    "",
					    "",
					    "loic.cros@exemple.example",
					    "",
					    "Non",
					    "Oui"};
	assert_sheet(&(struct sheet){COLUMNS_ATTENDEES, 13, 2, heads, cells, fields});
	assert_heads(COLUMNS_ATTENDEES, heads, fields);
}

static const char *const event_heads[] =
	{"id",          "jour",        "titre",        "type",        "date_debut",
	 "date_fin",    "heure_debut", "heure_fin",    "modalite",    "lieu",
	 "ville",       "departement", "organisateur", "partenaires", "theme",
	 "public_vise", "programme",   "participants", "tarif",       "traces_publiees",
	 "source",      "note"};
static const char *const event_fields[] = {"source_key", "weekday",        "title",
					   "kind",       "start_date",     "end_date",
					   "start_time", "end_time",       "mode",
					   "venue",      "town",           "department",
					   "organiser",  "partners",       "themes",
					   "audience",   "programme_note", "attendance_note",
					   "fee",        "publications",   "source",
					   "notes"};
static const char *const event_cells[] = {"E01",
					  "",
					  "Ateliers Régionaux sur la politique de la ville",
					  "atelier régional",
					  "2009",
					  "",
					  "",
					  "",
					  "présentiel",
					  "",
					  "",
					  "",
					  "SGAR Languedoc-Roussillon",
					  "",
					  "politique de la ville",
					  "",
					  "",
					  "",
					  "",
					  "",
					  "https://x.example/",
					  "année seule publiée",
					  "E22",
					  "jeudi",
					  "Workin’Progress",
					  "journée thématique",
					  "2019-11-28",
					  "",
					  "10:00",
					  "16:00",
					  "présentiel",
					  "Parc de Clairfont",
					  "Toulouse",
					  "31",
					  "Les Imaginations Fertiles",
					  "",
					  "innovation sociale; tiers-lieu",
					  "entreprises",
					  "",
					  "plus de 200",
					  "gratuit",
					  "",
					  "https://x.example/",
					  ""};

static void
columns_propose__maps__the_table_of_past_events(void **state)
{
	(void)state;
	assert_sheet(
		&(struct sheet){COLUMNS_EVENTS, 22, 2, event_heads, event_cells, event_fields});
	assert_heads(COLUMNS_EVENTS, event_heads, event_fields);
}

/* ---- our own keys ------------------------------------------------------------------------- */

static void
columns_propose__maps__every_key_to_itself(void **state)
{
	(void)state;
	for (int kind = COLUMNS_ATTENDEES; kind <= COLUMNS_EVENTS; kind++) {
		g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
		const struct column_field *field;
		for (guint i = 0; (field = columns_field_at((enum columns_kind)kind, i)) != NULL;
		     i++)
			if (strcmp(field->key, "full_name") != 0) /* said better by two others */
				g_ptr_array_add(keys, g_strdup(field->key));
		g_autoptr(GArray) proposals =
			columns_propose((enum columns_kind)kind, (const char *const *)keys->pdata,
					keys->len, NULL, 0);
		for (guint i = 0; i < keys->len; i++) {
			const char *got = g_array_index(proposals, struct column_proposal, i).field;
			if (g_strcmp0(got, keys->pdata[i]) != 0)
				fail_msg("kind %d: %s is %s", kind, (char *)keys->pdata[i], got);
		}
	}
}

static void
columns_propose__maps__the_keys_of_the_command_line(void **state)
{
	(void)state;
	static const char *const events[] = {"number",
					     "title",
					     "short_title",
					     "kind",
					     "status",
					     "mode",
					     "start_date",
					     "end_date",
					     "welcome_time",
					     "start_time",
					     "end_time",
					     "time_zone",
					     "venue",
					     "town",
					     "department",
					     "seat_limit",
					     "registration_deadline",
					     "themes",
					     "cycle",
					     "counted_attendance",
					     "estimated_attendance"};
	assert_heads(COLUMNS_EVENTS, events, events);
	static const char *const attendees[] = {"number",    "part",     "first_name",
						"last_name", "function", "organisation",
						"email",     "phone",    "department",
						"status",    "origin",   "registered_at"};
	assert_heads(COLUMNS_ATTENDEES, attendees, attendees);
	static const char *const people[] = {"first_name",   "last_name", "function",
					     "organisation", "role",      "email",
					     "phone",        "town",      "department",
					     "last_contact"};
	assert_heads(COLUMNS_PEOPLE, people, people);
	static const char *const bodies[] = {"name",  "short_name", "aliases",  "family",
					     "level", "department", "successor"};
	assert_heads(COLUMNS_ORGANISATIONS, bodies, bodies);
}

/* ---- names -------------------------------------------------------------------------------- */

static void
columns_propose__reads_a_lone_name__by_its_cells(void **state)
{
	(void)state;
	static const char *const heads[] = {"Nom", "Mail"};
	static const char *const whole[] = {"Zoé ÉLAN", "z@x.example", "Léa Bosc", "l@x.example"};
	static const char *const alone[] = {"ÉLAN", "z@x.example", "Bosc", "l@x.example"};
	assert_sheet(
		&(struct sheet){COLUMNS_ATTENDEES, 2, 2, heads, whole, LIST("full_name", "email")});
	assert_sheet(
		&(struct sheet){COLUMNS_ATTENDEES, 2, 2, heads, alone, LIST("last_name", "email")});
}

static void
columns_propose__reads_a_name_beside_a_first_name__as_the_last(void **state)
{
	(void)state;
	static const char *const heads[] = {"Prénom", "Nom"};
	static const char *const cells[] = {"Léa", "de La Fontaine", "Awa", "El Khattabi"};
	assert_sheet(&(struct sheet){COLUMNS_PEOPLE, 2, 2, heads, cells,
				     LIST("first_name", "last_name")});
}

static void
columns_propose__maps__names_in_one_column(void **state)
{
	(void)state;
	assert_heads(COLUMNS_ATTENDEES, LIST("Nom et prénom"), LIST("full_name"));
	assert_heads(COLUMNS_ATTENDEES, LIST("Prénom NOM"), LIST("full_name"));
	assert_heads(COLUMNS_ATTENDEES, LIST("Nom, Prénom du participant"), LIST("full_name"));
}

static void
columns_propose__leaves_aside__a_name_that_is_there_twice(void **state)
{
	(void)state;
	assert_heads(COLUMNS_ATTENDEES, LIST("Nom complet", "Nom", "Prénom"),
		     LIST("-", "last_name", "first_name"));
}

static void
columns_propose__tells_apart__people_and_their_structure(void **state)
{
	(void)state;
	assert_heads(COLUMNS_ATTENDEES,
		     LIST("Nom de la structure", "Nom de famille", "Prénom(s)",
			  "Type de structure"),
		     LIST("organisation", "last_name", "first_name", "?"));
	assert_heads(COLUMNS_ORGANISATIONS, LIST("Nom", "Sigle", "Type de structure", "Échelon"),
		     LIST("name", "short_name", "family", "level"));
}

static void
columns_propose__prefers__the_participant_to_the_payer(void **state)
{
	(void)state;
	assert_heads(COLUMNS_ATTENDEES,
		     LIST("Référence commande", "Date de la commande", "Nom participant",
			  "Prénom participant", "Nom payeur", "Prénom payeur", "Raison sociale"),
		     LIST("source_key", "registered_at", "last_name", "first_name", "?", "?",
			  "organisation"));
}

/* ---- cells as evidence -------------------------------------------------------------------- */

static void
columns_propose__finds_addresses__under_any_heading(void **state)
{
	(void)state;
	static const char *const heads[] = {"Contact", "Joindre", "Nom", "Prénom"};
	static const char *const cells[] = {"z@x.example", "06 12 34 56 78", "Élan", "Zoé",
					    "l@x.example", "04 67 12 34 56", "Bosc", "Léa"};
	assert_sheet(&(struct sheet){COLUMNS_ATTENDEES, 4, 2, heads, cells,
				     LIST("email", "phone", "last_name", "first_name")});
}

static void
columns_propose__disbelieves__a_heading_against_its_cells(void **state)
{
	(void)state;
	static const char *const heads[] = {"Nom", "Prénom",
					    "Acceptez-vous de recevoir nos lettres par e-mail ?",
					    "Courriel"};
	static const char *const cells[] = {"Élan", "Zoé", "Oui", "z@x.example",
					    "Bosc", "Léa", "Non", "l@x.example"};
	assert_sheet(&(struct sheet){COLUMNS_ATTENDEES, 4, 2, heads, cells,
				     LIST("last_name", "first_name", "?", "email")});
}

static void
columns_propose__takes_the_fuller__of_two_columns(void **state)
{
	(void)state;
	static const char *const heads[] = {"Adresse e-mail", "E-mail", "Nom", "Prénom"};
	static const char *const cells[] = {"", "z@x.example", "Élan", "Zoé",
					    "", "l@x.example", "Bosc", "Léa"};
	assert_sheet(&(struct sheet){COLUMNS_ATTENDEES, 4, 2, heads, cells,
				     LIST("-", "email", "last_name", "first_name")});
}

static void
columns_propose__leaves_aside__empty_columns(void **state)
{
	(void)state;
	static const char *const heads[] = {"Nom", "Prénom", "Colonne 3", "Fonction"};
	static const char *const cells[] = {"Élan", "Zoé", " ", NULL, "Bosc", "Léa", NULL, ""};
	assert_sheet(&(struct sheet){COLUMNS_ATTENDEES, 4, 2, heads, cells,
				     LIST("last_name", "first_name", "-", "function")});
}

static void
columns_propose__keeps__what_the_form_asked_as_questions(void **state)
{
	(void)state;
	assert_heads(COLUMNS_ATTENDEES,
		     LIST("Nom", "Prénom", "Comment avez-vous connu cette journée ?",
			  "Qu'attendez-vous de la politique de la ville dans votre quartier ?",
			  "J'accepte que mes données soient conservées"),
		     LIST("last_name", "first_name", "?", "?", "?"));
}

static void
columns_propose__gives_several_workshops__in_their_order(void **state)
{
	(void)state;
	assert_heads(COLUMNS_ATTENDEES,
		     LIST("Nom", "Prénom", "Atelier du matin", "Atelier de l'après-midi"),
		     LIST("last_name", "first_name", "workshop", "workshop_2"));
	assert_heads(COLUMNS_ATTENDEES, LIST("Choix 2", "Choix 1", "Choix 3"),
		     LIST("workshop_2", "workshop", "workshop_3"));
}

static void
columns_propose__reads__numbered_and_starred_headings(void **state)
{
	(void)state;
	assert_heads(COLUMNS_ATTENDEES,
		     LIST("1. Votre nom *", "2) Prénom (obligatoire)",
			  "Q3 - Merci d'indiquer votre e-mail", "Tél. portable", "N° de téléphone"),
		     LIST("last_name", "first_name", "email", "phone", "?"));
}

static void
columns_propose__ignores__headings_that_say_nothing(void **state)
{
	(void)state;
	assert_heads(COLUMNS_ATTENDEES, LIST("", "  ", "***", "\xff"), LIST("?", "?", "?", "?"));
	g_autoptr(GArray) none = columns_propose(COLUMNS_EVENTS, NULL, 0, NULL, 0);
	assert_int_equal(none->len, 0);
}

static void
columns_propose__copes__with_500_columns(void **state)
{
	(void)state;
	g_autoptr(GPtrArray) heads = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < 500; i++)
		g_ptr_array_add(heads, g_strdup_printf("Question %u sur l'atelier et le nom", i));
	g_autoptr(GArray) proposals =
		columns_propose(COLUMNS_ATTENDEES, (const char *const *)heads->pdata, heads->len,
				NULL, 0);
	assert_int_equal(proposals->len, 500);
}

/* ---- questions and fields ----------------------------------------------------------------- */

static void
columns_question__drops__codes_and_stars(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"G02Q01[SQ001]. Présence [Matin]", "Présence [Matin]"},
		{"submitdate. Date de soumission", "Date de soumission"},
		{"Tel. portable", "Tel. portable"},
		{"Nb. de personnes", "Nb. de personnes"},
		{"3. Votre avis *", "Votre avis"},
		{"Q12: Pourquoi ?", "Pourquoi ?"},
		{"  Votre avis (obligatoire) ", "Votre avis"},
		{"*", "*"},
		{"2026", "2026"},
		{"", ""},
	};
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *question = columns_question(rows[i][0]);
		assert_text(question, rows[i][1]);
	}
	g_autofree char *none = columns_question(NULL);
	assert_text(none, "");
}

static void
columns_field__knows__only_fields_of_its_kind(void **state)
{
	(void)state;
	assert_text(_(columns_field(COLUMNS_ATTENDEES, "email")->label), "Courriel");
	assert_null(columns_field(COLUMNS_ATTENDEES, "themes"));
	assert_null(columns_field(COLUMNS_EVENTS, "email"));
	assert_null(columns_field(COLUMNS_EVENTS, NULL));
	assert_null(columns_field_at(COLUMNS_EVENTS, 1000));
}

int
main(void)
{
	i18n_set_language("fr");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_propose__maps__a_google_forms_export),
		cmocka_unit_test(columns_propose__maps__a_spreadsheet),
		cmocka_unit_test(columns_propose__maps__a_limesurvey_export),
		cmocka_unit_test(columns_propose__maps__the_table_of_past_events),
		cmocka_unit_test(columns_propose__maps__every_key_to_itself),
		cmocka_unit_test(columns_propose__maps__the_keys_of_the_command_line),
		cmocka_unit_test(columns_propose__reads_a_lone_name__by_its_cells),
		cmocka_unit_test(columns_propose__reads_a_name_beside_a_first_name__as_the_last),
		cmocka_unit_test(columns_propose__maps__names_in_one_column),
		cmocka_unit_test(columns_propose__leaves_aside__a_name_that_is_there_twice),
		cmocka_unit_test(columns_propose__tells_apart__people_and_their_structure),
		cmocka_unit_test(columns_propose__prefers__the_participant_to_the_payer),
		cmocka_unit_test(columns_propose__finds_addresses__under_any_heading),
		cmocka_unit_test(columns_propose__disbelieves__a_heading_against_its_cells),
		cmocka_unit_test(columns_propose__takes_the_fuller__of_two_columns),
		cmocka_unit_test(columns_propose__leaves_aside__empty_columns),
		cmocka_unit_test(columns_propose__keeps__what_the_form_asked_as_questions),
		cmocka_unit_test(columns_propose__gives_several_workshops__in_their_order),
		cmocka_unit_test(columns_propose__reads__numbered_and_starred_headings),
		cmocka_unit_test(columns_propose__ignores__headings_that_say_nothing),
		cmocka_unit_test(columns_propose__copes__with_500_columns),
		cmocka_unit_test(columns_question__drops__codes_and_stars),
		cmocka_unit_test(columns_field__knows__only_fields_of_its_kind),
	};
	return test_run("columns", tests);
}
