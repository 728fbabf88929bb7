#include "intake/import.h"

#include "app/workshops.h"
#include "intake/import_words.h"

#define HEAD "Nom,Prénom,Structure,Mail,Téléphone,Fonction,Département,Régime,Hébergement\n"

static Store *
store_of_state(void **state)
{
	return ((struct fixture *)*state)->store;
}

static struct attendee *
attendee_called(Store *store, const char *last_name)
{
	return row_where(store, &entity_attendee, "last_name", last_name);
}

static void
status_set(Store *store, const char *last_name, const char *status)
{
	struct attendee *attendee = attendee_called(store, last_name);
	begin(store);
	text_set(&attendee->status, status);
	GError *error = NULL;
	store_update(store, &entity_attendee, attendee, &error);
	assert_no_error(error);
	commit(store);
	entity_free(&entity_attendee, attendee);
}

static guint
brought_in(Store *store, gint64 event_id, const char *text)
{
	return imported(store, IMPORT_ATTENDEES, event_id, text, DECIDE_SKIP, false);
}

#define TRIO                                                                                       \
	HEAD "El Khattabi,Yannick,Ville de Mende,secretariat@mende.example\n"                      \
	     "Le Goff,Aïcha,Ville de Mende,secretariat@mende.example\n"                           \
	     "Lefèvre,Aïcha,Ville de Mende,SECRETARIAT@mende.example\n"

static void
one_secretary__three_elected_people__are_three_people(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_ATTENDEES, event, TRIO, NULL);
	assert_outcomes(plan, "new doubtful doubtful");
	for (guint i = 1; i < 3; i++)
		assert_int_equal(((struct import_line *)g_ptr_array_index(plan->rows, i))
					 ->other_line,
				 2);
	import_decide(plan, DECIDE_NEW);
	assert_int_equal(apply(store, plan, false), 3);
	assert_int_equal(count(store, &entity_person), 3);
	assert_int_equal(count(store, &entity_attendee), 3);
	g_autoptr(ImportPlan) again = plan_of(store, IMPORT_ATTENDEES, event, TRIO, NULL);
	assert_outcomes(again, "same same same");
}

static void
doubtful_rows__said_to_be_the_same__make_nobody(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	assert_int_equal(imported(store, IMPORT_ATTENDEES, event, TRIO, DECIDE_SAME, false), 1);
	assert_int_equal(count(store, &entity_attendee), 1);
	g_autoptr(ImportPlan) again = plan_of(store, IMPORT_ATTENDEES, event, TRIO, NULL);
	assert_outcomes(again, "same same same");
}

static void
doubtful_rows__left_out__stay_doubtful(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	assert_int_equal(brought_in(store, event, TRIO), 1);
	g_autoptr(ImportPlan) again = plan_of(store, IMPORT_ATTENDEES, event, TRIO, NULL);
	assert_outcomes(again, "same doubtful doubtful");
}

static void
a_person_of_the_directory__is_registered_and_not_overwritten(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	begin(store);
	struct person *person = person_made(store, "Zoé", "Élan");
	text_set(&person->email, "zoe@gard.example");
	text_set(&person->function, "Cheffe de projet");
	store_update(store, &entity_person, person, NULL);
	commit(store);
	g_autoptr(ImportPlan) plan =
		plan_of(store, IMPORT_ATTENDEES, event,
			HEAD "ÉLAN,ZOÉ,DDETS du Gard,ZOE@gard.example,,Directrice\n", NULL);
	assert_outcomes(plan, "new");
	assert_int_equal(((struct import_line *)g_ptr_array_index(plan->rows, 0))->other_id ==
				 person->id,
			 1);
	apply(store, plan, false);
	assert_int_equal(count(store, &entity_person), 1);
	struct attendee *attendee = attendee_called(store, "ÉLAN");
	assert_true(attendee->person_id == person->id);
	assert_text(attendee->function, "Directrice");
	struct person *stored = store_get(store, &entity_person, person->id, NULL);
	assert_text(stored->function, "Cheffe de projet");
	assert_text(stored->last_contact, "2026-11-23");
	entity_free(&entity_person, stored);
	entity_free(&entity_person, person);
	entity_free(&entity_attendee, attendee);
}

static void
other_values__are_changed__and_applied_when_asked(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	brought_in(store, event,
		   HEAD "Élan,Zoé,Ville de Béziers,z@b.example,04 67 00 00 01,Chargée\n");
	struct organisation *town =
		row_where(store, &entity_organisation, "name", "Ville de Béziers");
	struct organisation_alias *alias = entity_new(&entity_organisation_alias);
	alias->organisation_id = town->id;
	text_set(&alias->name, "Mairie de Béziers");
	begin(store);
	insert(store, &entity_organisation_alias, alias);
	commit(store);
	entity_free(&entity_organisation_alias, alias);
	entity_free(&entity_organisation, town);
	const char *later = HEAD
		"Élan,Zoé,Mairie de Béziers,z@b.example,+33467000002,Directrice,34,végétarien\n";
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_ATTENDEES, event, later, NULL);
	assert_outcomes(plan, "changed");
	const struct import_line *line = g_ptr_array_index(plan->rows, 0);
	assert_non_null(strstr(line->reason, "Chargée → Directrice"));
	assert_null(strstr(line->reason, "Béziers"));
	assert_true(line->fills && line->contradicts);
	assert_int_equal(apply(store, plan, false), 1);
	struct attendee *attendee = attendee_called(store, "Élan");
	assert_text(attendee->function, "Chargée");
	assert_text(attendee->diet, "végétarien");
	entity_free(&entity_attendee, attendee);
	assert_int_equal(imported(store, IMPORT_ATTENDEES, event, later, DECIDE_SKIP, true), 1);
	attendee = attendee_called(store, "Élan");
	assert_text(attendee->function, "Directrice");
	assert_text(attendee->phone, "+33467000002");
	assert_text(attendee->diet, "végétarien");
	assert_text(attendee->organisation, "Ville de Béziers");
	entity_free(&entity_attendee, attendee);
	g_autoptr(ImportPlan) again = plan_of(store, IMPORT_ATTENDEES, event, later, NULL);
	assert_outcomes(again, "same");
}

static void
empty_cells__never_erase(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	brought_in(store, event, HEAD "Élan,Zoé,CAF,z@b.example,04 67 00 00 01,Chargée\n");
	g_autoptr(ImportPlan) plan =
		plan_of(store, IMPORT_ATTENDEES, event, HEAD "Élan,Zoé,CAF,z@b.example,-,\n", NULL);
	assert_outcomes(plan, "same");
}

/* ---- withdrawing ---------------------------------------------------------------------------- */

#define STAMPED "Horodateur,Nom,Prénom,Mail\n"

static void
a_cancelled_attendee__is_not_revived_by_the_same_file(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	const char *text = HEAD "Élan,Zoé,CAF,z@b.example\nBosc,Inès,CAF,i@b.example\n";
	brought_in(store, event, text);
	status_set(store, "Élan", "cancelled");
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_ATTENDEES, event, text, NULL);
	assert_outcomes(plan, "same same");
	import_decide(plan, DECIDE_NEW);
	assert_int_equal(apply(store, plan, true), 0);
	struct attendee *attendee = attendee_called(store, "Élan");
	assert_text(attendee->status, "cancelled");
	entity_free(&entity_attendee, attendee);
	assert_int_equal(count(store, &entity_attendee), 2);
}

static void
a_cancelled_attendee__is_not_revived_by_an_older_row_written_otherwise(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	brought_in(store, event, STAMPED "02/09/2026 10:00:00,Élan,Zoé,z@b.example\n");
	status_set(store, "Élan", "cancelled");
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_ATTENDEES, event,
					     STAMPED "02/09/2026 10:00:00,Élan,Zoé ,z@b.example\n"
						     "01/09/2026 10:00:00,ÉLAN,Zoé,z@b.example\n",
					     NULL);
	assert_outcomes(plan, "same same");
}

static void
a_truly_new_row_of_a_cancelled_attendee__is_asked(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	brought_in(store, event, STAMPED "02/09/2026 10:00:00,Élan,Zoé,z@b.example\n");
	status_set(store, "Élan", "cancelled");
	const char *text = STAMPED "02/09/2026 10:00:00,Élan,Zoé,z@b.example\n"
				   "03/10/2026 10:00:00,Élan,Zoé,z@b.example\n";
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_ATTENDEES, event, text, NULL);
	assert_outcomes(plan, "same doubtful");
	assert_int_equal(apply(store, plan, false), 0);
	assert_int_equal(imported(store, IMPORT_ATTENDEES, event, text, DECIDE_NEW, false), 1);
	assert_int_equal(count(store, &entity_person), 1);
	assert_int_equal(count(store, &entity_attendee), 2);
	g_autoptr(ImportPlan) again = plan_of(store, IMPORT_ATTENDEES, event, text, NULL);
	assert_outcomes(again, "same same");
}

static void
a_row_whose_attendee_was_deleted__stays_away(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	const char *text = HEAD "Élan,Zoé,CAF,z@b.example\n";
	brought_in(store, event, text);
	struct attendee *attendee = attendee_called(store, "Élan");
	begin(store);
	GError *error = NULL;
	store_delete(store, &entity_attendee, attendee->id, &error);
	assert_no_error(error);
	commit(store);
	entity_free(&entity_attendee, attendee);
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_ATTENDEES, event, text, NULL);
	assert_outcomes(plan, "same");
	assert_int_equal(apply(store, plan, true), 0);
}

static void
undo__takes_the_whole_import_back(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	const char *text = HEAD "Élan,Zoé,CAF,z@b.example,,,,,oui\n";
	brought_in(store, event, text);
	GError *error = NULL;
	history_undo(store, 0, NULL, &error);
	assert_no_error(error);
	assert_int_equal(count(store, &entity_attendee), 0);
	assert_int_equal(count(store, &entity_person), 0);
	assert_int_equal(count(store, &entity_organisation), 0);
	assert_int_equal(count(store, &entity_import_row), 0);
	assert_int_equal(count(store, &entity_question), 0);
	assert_int_equal(brought_in(store, event, text), 1);
}

/* ---- cells ---------------------------------------------------------------------------------- */

static void
cells__go_where_they_belong(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_ATTENDEES, event,
					     "Horodateur;NOM;Prénom;Mail;Tél;Dept;Repas;Remarques;"
					     "Venez-vous en train ?\n"
					     "01/07/2026 23:30:00;de La Fontaine;Léa;lea @ "
					     "x.example;0467123456;Narnia;OUI;\"deux\n"
					     "lignes\";peut-être\n",
					     NULL);
	assert_problem(plan, 2u, "email", "warning");
	assert_problem(plan, 2u, "department", "warning");
	apply(store, plan, false);
	struct attendee *attendee = attendee_called(store, "de La Fontaine");
	assert_text(attendee->email, "lea @ x.example");
	assert_text(attendee->phone, "0467123456");
	assert_text(attendee->lunch, "yes");
	assert_text(attendee->remarks, "deux\nlignes");
	assert_text(attendee->registered_at, "2026-07-01T21:30:00Z");
	assert_text(attendee->origin, "form");
	assert_text(attendee->number, "1");
	struct person *person = store_get(store, &entity_person, attendee->person_id, NULL);
	assert_text(person->phone, "+33467123456");
	assert_text(person->email_key, NULL);
	assert_text(person->last_contact, "2026-07-01");
	entity_free(&entity_person, person);
	entity_free(&entity_attendee, attendee);
	struct question *question =
		row_where(store, &entity_question, "label", "Venez-vous en train ?");
	g_autoptr(Rows) answers =
		store_of(store, &entity_answer, "question_id", question->id, NULL);
	assert_int_equal(answers->n, 1);
	assert_text(((struct answer *)answers->row[0])->text, "peut-être");
	assert_int_equal(question->sensitive, 0);
	entity_free(&entity_question, question);
}

static void
time_stamps__of_several_services__are_instants(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	brought_in(store, event,
		   STAMPED "2026-01-15 08:00,A,A,\n"
			   "2026/07/15 6:07:00 PM UTC+2,B,B,\n"
			   "2026-07-15T06:07:00Z,C,C,\n"
			   "7/25/2026 18:07:00,D,D,\n"
			   "25/10/2026 02:30:00,E,E,\n"
			   "15.7.26,F,F,\n"
			   "hier,G,G,\n");
	static const char *const expected[][2] = {
		{"A", "2026-01-15T07:00:00Z"}, {"B", "2026-07-15T16:07:00Z"},
		{"C", "2026-07-15T06:07:00Z"}, {"D", "2026-07-25T16:07:00Z"},
		{"E", "2026-10-25T01:30:00Z"}, {"F", "2026-07-14T22:00:00Z"},
		{"G", "2026-11-23T08:30:00Z"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(expected); i++) {
		struct attendee *attendee = attendee_called(store, expected[i][0]);
		assert_text(attendee->registered_at, expected[i][1]);
		entity_free(&entity_attendee, attendee);
	}
}

static gint64
session_made(Store *store, gint64 event_id, const char *title)
{
	struct session *session = entity_new(&entity_session);
	session->event_id = event_id;
	text_set(&session->title, title);
	text_set(&session->kind, "workshop");
	session->position = 0;
	insert(store, &entity_session, session);
	gint64 id = session->id;
	entity_free(&entity_session, session);
	return id;
}

static void
workshops__that_are_sessions__become_choices(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	begin(store);
	gint64 health = session_made(store, event, "Santé");
	session_made(store, event, "Atelier 1 : Emploi");
	commit(store);
	brought_in(store, event,
		   "Nom,Prénom,Atelier de l'après-midi\nÉlan,Zoé,Atelier 3 - Santé\n"
		   "Bosc,Inès,Atelier 1 : emploi\nRoux,Awa,Atelier 9 : Pêche\n");
	assert_int_equal(count(store, &entity_choice), 2);
	assert_int_equal(store_count(store, &entity_choice, "session_id", value_integer(health),
				     NULL),
			 1);
	assert_int_equal(count(store, &entity_answer), 1);
}

/* What was asked for, by rank: "Santé > Emploi". Caller frees. */
static char *
wishes_of(Store *store, const char *last_name)
{
	struct attendee *attendee = attendee_called(store, last_name);
	char *wishes = attendee_wishes(store, attendee->id);
	entity_free(&entity_attendee, attendee);
	return wishes;
}

static void
assert_wishes(Store *store, const char *last_name, const char *expected)
{
	g_autofree char *wishes = wishes_of(store, last_name);
	assert_text(wishes, expected);
}

static void
workshops__are_named__in_whatever_way_a_form_does(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	begin(store);
	session_made(store, event, "Atelier 1 : santé, soins et prévention");
	session_made(store, event, "Atelier 2 : emploi");
	session_made(store, event, "Atelier 10 : jeunesse");
	commit(store);
	brought_in(store, event,
		   "Nom;1er choix;2e choix\n"
		   "Un;Atelier 1;ATELIER 2 : EMPLOI\n"
		   "Deux;jeunesse;2. Atelier 2 : emploi\n"
		   "Trois;\"Atelier 1 : santé, soins et prévention, Atelier 10 : jeunesse\";\n"
		   "Quatre;Atelier 2 ; Atelier 10;\n"
		   "Cinq;atelier;Atelier 3\n");
	assert_wishes(store, "Un", "Atelier 1 : santé, soins et prévention; Atelier 2 : emploi");
	assert_wishes(store, "Deux", "Atelier 10 : jeunesse; Atelier 2 : emploi");
	assert_wishes(store, "Trois",
		      "Atelier 1 : santé, soins et prévention; Atelier 10 : jeunesse");
	assert_wishes(store, "Quatre", "Atelier 2 : emploi; Atelier 10 : jeunesse");
	assert_wishes(store, "Cinq", NULL); /* three begin so, none is the third */
}

static void
workshops__that_nobody_knows__are_said_and_kept(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	begin(store);
	session_made(store, event, "Atelier 1 : santé");
	commit(store);
	g_autoptr(ImportPlan) plan =
		plan_of(store, IMPORT_ATTENDEES, event,
			"Nom;Atelier souhaité\nUn;Atelier 1\nDeux;\"Atelier 1 : santé ; Pêche\"\n",
			NULL);
	assert_problem(plan, 3u, "workshop", "warning");
	apply(store, plan, false);
	assert_wishes(store, "Deux", "Atelier 1 : santé");
	struct answer *answer =
		row_where(store, &entity_answer, "text", "Atelier 1 : santé ; Pêche");
	entity_free(&entity_answer, answer);
	assert_int_equal(count(store, &entity_answer), 1);
}

static void
workshops__of_a_grid__are_wished_by_its_cells(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	begin(store);
	session_made(store, event, "Santé mentale");
	session_made(store, event, "Emploi");
	session_made(store, event, "Jeunesse");
	commit(store);
	brought_in(store, event,
		   "Nom;Vos préférences [Santé mentale];Vos préférences [Emploi];Vos préférences "
		   "[Jeunesse];Vos préférences [Autre]\n"
		   "Un;3e choix;Choix n° 1;2;\nDeux;;premier choix;peut-être;oui\n");
	assert_wishes(store, "Un", "Emploi; Jeunesse; Santé mentale");
	assert_wishes(store, "Deux", "Emploi");
	assert_int_equal(count(store, &entity_answer), 2);
}

static void
a_question_of_health__is_sensitive(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	brought_in(store, event,
		   "Nom,Prénom,Souhaitez-vous signaler une allergie ou un handicap "
		   "?,Couleur,Couleur\n"
		   "Élan,Zoé,noix,bleu,vert\n");
	g_autoptr(Rows) questions = store_of(store, &entity_question, "event_id", event, NULL);
	for (guint i = 0; i < questions->n; i++) {
		const struct question *question = questions->row[i];
		assert_int_equal(question->sensitive, strstr(question->label, "allergie") != NULL);
	}
	struct question *second = row_where(store, &entity_question, "label", "Couleur (2)");
	entity_free(&entity_question, second);
}

static void
hostile_cells__are_text(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	g_autoptr(GString) marks = g_string_new("e");
	for (guint i = 0; i < 10000; i++)
		g_string_append_unichar(marks, 0x301);
	g_autofree char *letters = g_strnfill(300, 'x');
	g_autofree char *text = g_strdup_printf("Nom,Prénom,Structure,Remarques\n"
						"\"=cmd|'/c "
						"calc'!A0\",\x1b]0;titre\x07Zoé,\"../../"
						"etc\r\npasswd\",\xe2\x80\xaetxt.exe\n"
						"%s,Zoé,%s,%s\n",
						letters, marks->str, marks->str);
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_ATTENDEES, event, text, NULL);
	assert_outcomes(plan, "new new");
	apply(store, plan, false);
	struct attendee *attendee = attendee_called(store, "=cmd|'/c calc'!A0");
	assert_text(attendee->first_name, "]0;titreZoé");
	assert_text(attendee->organisation, "../../etc passwd");
	assert_text(attendee->remarks, "txt.exe");
	entity_free(&entity_attendee, attendee);
	g_autoptr(Rows) rows = store_all(store, &entity_attendee, NULL);
	for (guint i = 0; i < rows->n; i++)
		assert_true(strlen(((struct attendee *)rows->row[i])->last_name) <= 120);
}

static void
a_row_without_a_name__is_refused(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	g_autoptr(ImportPlan) plan =
		plan_of(store, IMPORT_ATTENDEES, event,
			HEAD ",,CAF,x@y.example\n-,-,CAF\n???,12,CAF\n王,,CAF\n,Zoé Élan,CAF\n",
			NULL);
	assert_outcomes(plan, "refused refused refused new new");
	assert_problem(plan, 2u, "last_name", "error");
	assert_int_equal(apply(store, plan, false), 2);
	struct attendee *attendee = attendee_called(store, "Élan");
	assert_text(attendee->first_name, "Zoé");
	entity_free(&entity_attendee, attendee);
}

static void
the_same_row_twice__is_one(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	g_autoptr(ImportPlan) plan =
		plan_of(store, IMPORT_ATTENDEES, event,
			HEAD "Élan,Zoé,CAF\nÉlan,Zoé,CAF\n\nélan,ZOÉ,CAF\n", NULL);
	assert_outcomes(plan, "new same same");
	assert_int_equal(((struct import_line *)g_ptr_array_index(plan->rows, 2))->line, 5);
	assert_int_equal(apply(store, plan, false), 1);
}

static void
a_later_row_that_says_otherwise__is_changed(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	const char *text = HEAD "Élan,Zoé,CAF,z@c.example,,Chargée\n"
				"Élan,Zoé,CAF,z@c.example,,Directrice,,,oui\n";
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_ATTENDEES, event, text, NULL);
	assert_outcomes(plan, "new changed");
	assert_int_equal(apply(store, plan, true), 2);
	struct attendee *attendee = attendee_called(store, "Élan");
	assert_text(attendee->function, "Directrice");
	entity_free(&entity_attendee, attendee);
	assert_int_equal(count(store, &entity_answer), 1);
}

/* ---- keys, columns, files ------------------------------------------------------------------- */

static void
a_row_with_its_own_key__is_followed_when_it_changes(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	const char *head = "id. ID de la réponse,Nom,Prénom,Fonction\n";
	g_autofree char *first = g_strconcat(head, "1,Élan,Zoé,Chargée\n", NULL);
	g_autofree char *second =
		g_strconcat(head, "1,Élan,Zoé,Directrice\n2,Bosc,Inès,Juriste\n", NULL);
	g_autofree char *stranger = g_strconcat(head, "1,Roux,Awa,Juriste\n", NULL);
	brought_in(store, event, first);
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_ATTENDEES, event, second, NULL);
	assert_outcomes(plan, "changed new");
	g_autoptr(ImportPlan) other = plan_of(store, IMPORT_ATTENDEES, event, stranger, NULL);
	assert_outcomes(other, "new");
}

static void
a_mapping__is_remembered_under_its_name(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	const char *text = "Colonne1,Colonne2\nÉlan,Zoé\n";
	const char *const columns[] = {"Colonne1=last_name", "Colonne2=first_name", NULL};
	struct import_options options = {.mapping = "mon formulaire", .columns = columns};
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_ATTENDEES, event, text, &options);
	assert_int_equal(apply(store, plan, false), 1);
	struct import_options later = {.mapping = "mon formulaire"};
	g_autoptr(ImportPlan) again =
		plan_of(store, IMPORT_ATTENDEES, event, "Colonne1,Colonne2\nBosc,Inès\n", &later);
	assert_outcomes(again, "new");
	assert_text(((struct import_line *)g_ptr_array_index(again->rows, 0))->title, "Bosc Inès");
}

static void
a_column_that_is_not_there__is_a_usage_error(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	static const char *const wrong[] = {"Nom=couleur", "Taille=last_name", "Nom"};
	for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
		GError *error = NULL;
		const char *const columns[] = {wrong[i], NULL};
		struct import_options options = {.columns = columns};
		const char *text = "Nom,Prénom\nÉlan,Zoé\n";
		assert_null(import_plan(store, IMPORT_ATTENDEES, event, text, strlen(text),
					&options, &error));
		assert_error(error, ERROR_USAGE);
		g_error_free(error);
	}
}

static void
files_that_are_no_lists__are_refused_with_a_sentence(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	static const char *const texts[] = {"PK\003\004rest of a spreadsheet", "",
					    "couleur,taille\nbleu,3\n", "Nom,Prénom\n\"Élan,Zoé\n"};
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
		GError *error = NULL;
		assert_null(import_plan(store, IMPORT_ATTENDEES, event, texts[i], strlen(texts[i]),
					NULL, &error));
		assert_non_null(error);
		assert_true(error->code == ERROR_FORMAT || error->code == ERROR_INVALID);
		g_error_free(error);
	}
	assert_int_equal(count(store, &entity_attendee), 0);
}

static void
a_pasted_list__is_read_line_by_line(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	struct import_options options = {.paste = TRUE};
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_ATTENDEES, event,
					     "Zoé ÉLAN <zoe.elan@x.example>; DDETS du Gard\n"
					     "\n"
					     "Mme Awa El Khattabi (Ville de Mende)\n",
					     &options);
	assert_outcomes(plan, "new new");
	apply(store, plan, false);
	struct attendee *attendee = attendee_called(store, "ÉLAN");
	assert_text(attendee->first_name, "Zoé");
	assert_text(attendee->email, "zoe.elan@x.example");
	assert_text(attendee->organisation, "DDETS du Gard");
	entity_free(&entity_attendee, attendee);
}

static void
pasted_addresses_and_turned_names__find_who_is_known(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	begin(store);
	struct person *marie = person_made(store, "Marie", "DUPONT");
	text_set(&marie->email, "marie.dupont@x.example");
	store_update(store, &entity_person, marie, NULL);
	commit(store);
	struct import_options options = {.paste = TRUE};
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_ATTENDEES, event,
					     "Dupont Marie\n"
					     "nobody@x.example\n",
					     &options);
	assert_outcomes(plan, "doubtful refused");
	const struct import_line *line = g_ptr_array_index(plan->rows, 0);
	assert_text(line->reason, "même nom dans l’autre ordre");
	assert_true(line->other_id == marie->id);
	g_autoptr(ImportPlan) address =
		plan_of(store, IMPORT_ATTENDEES, event, "Marie.Dupont@x.example\n", &options);
	assert_outcomes(address, "new");
	line = g_ptr_array_index(address->rows, 0);
	assert_true(line->other_id == marie->id);
	apply(store, address, false);
	assert_int_equal(count(store, &entity_person), 1);
	struct attendee *attendee = attendee_called(store, "DUPONT");
	assert_true(attendee->person_id == marie->id);
	entity_free(&entity_attendee, attendee);
	entity_free(&entity_person, marie);
	g_autoptr(ImportPlan) again =
		plan_of(store, IMPORT_ATTENDEES, event, "marie.dupont@x.example\n", &options);
	assert_outcomes(again, "same");
}

static void
cells_pasted_from_a_spreadsheet__have_a_heading(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	struct import_options options = {.paste = TRUE};
	g_autoptr(ImportPlan) plan =
		plan_of(store, IMPORT_ATTENDEES, event,
			"Nom\tPrénom\tStructure\tMail\nÉlan\tZoé\tCAF\t-\n", &options);
	assert_outcomes(plan, "new");
	apply(store, plan, false);
	struct attendee *attendee = attendee_called(store, "Élan");
	assert_text(attendee->organisation, "CAF");
	assert_text(attendee->email, NULL);
	entity_free(&entity_attendee, attendee);
}

/* ---- organisations -------------------------------------------------------------------------- */

static void
organisations__are_made_once_and_proposed(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	brought_in(store, event,
		   HEAD
		   "Élan,Zoé,DDETS du Gard\nBosc,Inès,ddets du gard\nRoux,Awa,CAF de l'Aude\n");
	assert_int_equal(count(store, &entity_organisation), 2);
	struct organisation *organisation =
		row_where(store, &entity_organisation, "name", "DDETS du Gard");
	assert_text(organisation->family, "state");
	assert_text(organisation->department, "30");
	assert_int_equal(organisation->classified, 0);
	entity_free(&entity_organisation, organisation);
	struct attendee *attendee = attendee_called(store, "Bosc");
	assert_text(attendee->organisation, "ddets du gard");
	entity_free(&entity_attendee, attendee);
}

static void
an_alias__leads_to_its_organisation(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	brought_in(store, event, HEAD "Élan,Zoé,Ville de Béziers\n");
	struct organisation *town =
		row_where(store, &entity_organisation, "name", "Ville de Béziers");
	begin(store);
	struct organisation_alias *alias = entity_new(&entity_organisation_alias);
	alias->organisation_id = town->id;
	text_set(&alias->name, "Hôtel de ville, Béziers");
	insert(store, &entity_organisation_alias, alias);
	commit(store);
	brought_in(store, event,
		   HEAD "ÉLAN,ZOÉ,HOTEL DE VILLE BEZIERS\nBosc,Inès,Hôtel de ville Béziers\n");
	assert_int_equal(count(store, &entity_organisation), 1);
	assert_int_equal(count(store, &entity_attendee), 2);
	entity_free(&entity_organisation_alias, alias);
	entity_free(&entity_organisation, town);
}

/* ---- while others work ---------------------------------------------------------------------- */

static void
a_plan__that_no_longer_holds__is_stale(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	g_autoptr(ImportPlan) plan =
		plan_of(store, IMPORT_ATTENDEES, event, HEAD "Élan,Zoé,CAF,z@c.example\n", NULL);
	brought_in(store, event, HEAD "Élan,Zoé,CAF,z@c.example,,Directrice\n");
	GError *error = NULL;
	struct import_choice choice = {.update = false};
	assert_false(import_apply(store, plan, &choice, NULL, &error));
	assert_error(error, ERROR_STALE);
	g_error_free(error);
	assert_int_equal(count(store, &entity_attendee), 1);
}

static void
a_plan__that_still_holds__is_written_all_the_same(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	g_autoptr(ImportPlan) plan =
		plan_of(store, IMPORT_ATTENDEES, event, HEAD "Élan,Zoé,CAF,z@c.example\n", NULL);
	begin(store);
	entity_free(&entity_person, person_made(store, "Inès", "Bosc"));
	commit(store);
	assert_int_equal(apply(store, plan, false), 1);
}

static bool
stop(guint done, guint total, gpointer user)
{
	(void)done;
	(void)total;
	++*(guint *)user;
	return false;
}

static void
an_import__that_is_stopped__writes_nothing(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	g_autoptr(GString) text = g_string_new(HEAD);
	for (guint i = 0; i < 600; i++)
		g_string_append_printf(text, "Nom%u,Zoé,CAF\n", i);
	g_autoptr(ImportPlan) plan = plan_of(store, IMPORT_ATTENDEES, event, text->str, NULL);
	guint asked = 0;
	struct import_choice choice = {.progress = stop, .progress_user = &asked};
	GError *error = NULL;
	assert_false(import_apply(store, plan, &choice, NULL, &error));
	assert_error(error, ERROR_CANCELLED);
	g_error_free(error);
	assert_int_equal(asked, 1);
	assert_int_equal(count(store, &entity_attendee), 0);
	assert_int_equal(apply(store, plan, false), 600);
}

/* In the thread that reads, another store makes the plan; in the one that writes, another applies
 * it; and what it learnt while it was stopped was taken back. */
static void
a_plan__made_by_one_store__is_applied_by_another(void **state)
{
	struct fixture *fixture = *state;
	gint64 event = event_for(fixture->store);
	g_autoptr(GString) text = g_string_new(HEAD);
	for (guint i = 0; i < 600; i++)
		g_string_append_printf(text, "Nom%u,Zoé,Mairie de Lieu%u\n", i, i % 7);
	GError *error = NULL;
	Store *reader = store_open(fixture->path, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	g_autoptr(ImportPlan) plan = plan_of(reader, IMPORT_ATTENDEES, event, text->str, NULL);
	store_close(reader);
	Store *writer = store_open(fixture->path, STORE_OPEN, "nadia", &error);
	guint asked = 0;
	struct import_choice choice = {.progress = stop, .progress_user = &asked};
	assert_false(import_apply(writer, plan, &choice, NULL, &error));
	assert_error(error, ERROR_CANCELLED);
	g_clear_error(&error);
	assert_false(import_apply(writer, plan, &choice, NULL, &error)); /* while it is judged */
	assert_error(error, ERROR_CANCELLED);
	g_clear_error(&error);
	import_over(plan, true);
	store_close(writer);
	Store *again = store_open(fixture->path, STORE_OPEN, "nadia", &error);
	assert_int_equal(apply(again, plan, false), 600);
	store_close(again);
	assert_int_equal(count(fixture->store, &entity_attendee), 600);
	assert_int_equal(count(fixture->store, &entity_organisation), 7);
	assert_true(history_undo(fixture->store, 0, NULL, &error));
	assert_int_equal(count(fixture->store, &entity_attendee), 0);
	assert_int_equal(count(fixture->store, &entity_organisation), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_secretary__three_elected_people__are_three_people),
		TEST(doubtful_rows__said_to_be_the_same__make_nobody),
		TEST(doubtful_rows__left_out__stay_doubtful),
		TEST(a_person_of_the_directory__is_registered_and_not_overwritten),
		TEST(other_values__are_changed__and_applied_when_asked),
		TEST(empty_cells__never_erase),
		TEST(a_cancelled_attendee__is_not_revived_by_the_same_file),
		TEST(a_cancelled_attendee__is_not_revived_by_an_older_row_written_otherwise),
		TEST(a_truly_new_row_of_a_cancelled_attendee__is_asked),
		TEST(a_row_whose_attendee_was_deleted__stays_away),
		TEST(undo__takes_the_whole_import_back),
		TEST(cells__go_where_they_belong),
		TEST(time_stamps__of_several_services__are_instants),
		TEST(workshops__that_are_sessions__become_choices),
		TEST(workshops__are_named__in_whatever_way_a_form_does),
		TEST(workshops__that_nobody_knows__are_said_and_kept),
		TEST(workshops__of_a_grid__are_wished_by_its_cells),
		TEST(a_question_of_health__is_sensitive),
		TEST(hostile_cells__are_text),
		TEST(a_row_without_a_name__is_refused),
		TEST(the_same_row_twice__is_one),
		TEST(a_later_row_that_says_otherwise__is_changed),
		TEST(a_row_with_its_own_key__is_followed_when_it_changes),
		TEST(a_mapping__is_remembered_under_its_name),
		TEST(a_column_that_is_not_there__is_a_usage_error),
		TEST(files_that_are_no_lists__are_refused_with_a_sentence),
		TEST(a_pasted_list__is_read_line_by_line),
		TEST(pasted_addresses_and_turned_names__find_who_is_known),
		TEST(cells_pasted_from_a_spreadsheet__have_a_heading),
		TEST(organisations__are_made_once_and_proposed),
		TEST(an_alias__leads_to_its_organisation),
		TEST(a_plan__that_no_longer_holds__is_stale),
		TEST(a_plan__that_still_holds__is_written_all_the_same),
		TEST(an_import__that_is_stopped__writes_nothing),
		TEST(a_plan__made_by_one_store__is_applied_by_another),
	};
	return test_run("import_attendees", tests);
}
