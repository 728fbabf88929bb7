/* What a form asked beyond our columns, and the workshops that were asked for. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/programme.h"
#include "intake/import_attendees.h"

/* Words of questions whose answers are nobody's business after the event (health, belief). */
static bool
is_sensitive(const char *label)
{
	static const char *const words[] = {"regime", "allerg", "handicap", "accessib",
					    "pmr",    "sante",  "medic",    "alimentaire",
					    "religi", "diet",   "disab",    "amenagement"};
	g_autofree char *key = text_search_key(label);
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		if (strstr(key, words[i]) != NULL)
			return true;
	return false;
}

/* ---- questions ------------------------------------------------------------------------------ */

/* Two columns under one heading are two questions. */
static char *
label_unlike(char *const *labels, guint column, const char *label)
{
	guint n = 1;
	g_autofree char *tried = g_strdup(label);
	for (guint i = 0; i < column; i++) {
		if (strcmp(labels[i], tried) != 0)
			continue;
		g_free(tried);
		tried = g_strdup_printf("%s (%u)", label, ++n);
		i = G_MAXUINT; /* from the first again */
	}
	return g_steal_pointer(&tried);
}

char **
question_labels(const ImportPlan *plan)
{
	enum { LABEL_LENGTH = 290 };
	guint n = plan->columns->len;
	char **labels = g_new0(char *, n + 1);
	for (guint i = 0; i < n; i++) {
		g_autofree char *clean = text_accept(column_at(plan, i)->question, false, NULL);
		if (clean == NULL)
			clean = g_strdup_printf(_("column %u"), i + 1);
		g_autofree char *cut = value_cut(clean, LABEL_LENGTH);
		labels[i] = label_unlike(labels, i, cut != NULL ? cut : clean);
	}
	return labels;
}

static gint64
question_make(Store *store, ImportPlan *plan, const char *label, GError **error)
{
	struct attendees *attendees = attendees_of(plan);
	struct question *question = entity_new(&entity_question);
	question->event_id = plan->event_id;
	text_set(&question->label, label);
	question->sensitive = is_sensitive(label);
	question->position = g_hash_table_size(attendees->question_ids);
	gint64 id = store_insert(store, &entity_question, question, error) ? question->id : 0;
	if (id != 0)
		g_hash_table_insert(attendees->question_ids, g_strdup(label),
				    g_memdup2(&id, sizeof id));
	entity_free(&entity_question, question);
	return id;
}

static gint64
question_known(const struct attendees *attendees, guint column)
{
	const gint64 *id = g_hash_table_lookup(attendees->question_ids, attendees->labels[column]);
	return id != NULL ? *id : 0;
}

bool
questions_load(Store *store, ImportPlan *plan, GError **error)
{
	struct attendees *attendees = attendees_of(plan);
	g_clear_pointer(&attendees->question_ids, g_hash_table_destroy);
	attendees->question_ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	g_autoptr(Rows) rows = store_of(store, &entity_question, "event_id", plan->event_id, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct question *question = rows->row[i];
		g_hash_table_insert(attendees->question_ids, g_strdup(question->label),
				    g_memdup2(&question->id, sizeof question->id));
	}
	return rows != NULL;
}

/* ---- answers -------------------------------------------------------------------------------- */

static struct answer *
answer_of(const Rows *answers, gint64 question_id)
{
	for (guint i = 0; answers != NULL && i < answers->n; i++)
		if (((struct answer *)answers->row[i])->question_id == question_id)
			return answers->row[i];
	return NULL;
}

static bool
answer_write(Store *store, ImportPlan *plan, const struct leftover *left, gint64 attendee_id,
	     const Rows *stored, GError **error)
{
	struct attendees *attendees = attendees_of(plan);
	gint64 question_id = question_known(attendees, left->column);
	if (question_id == 0)
		question_id = question_make(store, plan, attendees->labels[left->column], error);
	if (question_id == 0)
		return false;
	struct answer *answer = answer_of(stored, question_id);
	if (answer != NULL) {
		text_set(&answer->text, left->text);
		return store_update(store, &entity_answer, answer, error);
	}
	struct answer fresh = {
		.question_id = question_id,
		.attendee_id = attendee_id,
		.text = left->text,
	};
	return store_insert(store, &entity_answer, &fresh, error);
}

/* ---- workshops ------------------------------------------------------------------------------ */

static struct choice *
choice_of(const Rows *choices, gint64 session_id)
{
	for (guint i = 0; choices != NULL && i < choices->n; i++)
		if (((struct choice *)choices->row[i])->session_id == session_id)
			return choices->row[i];
	return NULL;
}

static const struct session_choice *
choice_at(const struct declared *declared, guint i)
{
	return &g_array_index(declared->choices, struct session_choice, i);
}

static bool
is_chosen(const struct declared *declared, gint64 session_id)
{
	for (guint i = 0; i < declared->choices->len; i++)
		if (choice_at(declared, i)->session_id == session_id)
			return true;
	return false;
}

static bool
choice_write(Store *store, const struct session_choice *choice, gint64 attendee_id,
	     const Rows *stored, GError **error)
{
	struct choice *row = choice_of(stored, choice->session_id);
	if (row != NULL) {
		row->rank = choice->rank;
		return store_update(store, &entity_choice, row, error);
	}
	struct choice fresh = {
		.attendee_id = attendee_id,
		.session_id = choice->session_id,
		.rank = choice->rank,
	};
	return store_insert(store, &entity_choice, &fresh, error);
}

/* A place that was given stays given, whatever is asked later. */
static bool
choices_drop(Store *store, const struct declared *declared, const Rows *stored, GError **error)
{
	for (guint i = 0; i < stored->n && declared->choices->len > 0; i++) {
		const struct choice *choice = stored->row[i];
		if (!choice->assigned && !is_chosen(declared, choice->session_id) &&
		    !store_delete(store, &entity_choice, choice->id, error))
			return false;
	}
	return true;
}

/* ---- both ----------------------------------------------------------------------------------- */

static bool
answer_stands(const ImportPlan *plan, const struct leftover *left, const Rows *stored,
	      enum answers_over over)
{
	return over == ANSWERS_FILLED &&
	       answer_of(stored, question_known(attendees_of(plan), left->column)) != NULL;
}

bool
answers_write(Store *store, ImportPlan *plan, const struct declared *declared, gint64 attendee_id,
	      enum answers_over over, GError **error)
{
	g_autoptr(Rows) answers = NULL;
	g_autoptr(Rows) choices = NULL;
	if (over != ANSWERS_OF_NOBODY) {
		answers = store_of(store, &entity_answer, "attendee_id", attendee_id, error);
		choices = answers != NULL ? store_of(store, &entity_choice, "attendee_id",
						     attendee_id, error)
					  : NULL;
		if (choices == NULL ||
		    (over == ANSWERS_REPLACED && !choices_drop(store, declared, choices, error)))
			return false;
	}
	for (guint i = 0; i < declared->left->len; i++)
		if (!answer_stands(plan, g_ptr_array_index(declared->left, i), answers, over) &&
		    !answer_write(store, plan, g_ptr_array_index(declared->left, i), attendee_id,
				  answers, error))
			return false;
	bool chosen = over == ANSWERS_FILLED && choices->n > 0;
	for (guint i = 0; i < declared->choices->len && !chosen; i++)
		if (!choice_write(store, choice_at(declared, i), attendee_id, choices, error))
			return false;
	return true;
}

static bool
folded_equal(const char *a, const char *b)
{
	g_autofree char *left = text_search_key(a);
	g_autofree char *right = text_search_key(b);
	return strcmp(left, right) == 0;
}

void
answers_differ(Store *store, ImportPlan *plan, struct import_line *line,
	       const struct declared *declared, gint64 attendee_id, GString *changes)
{
	const struct attendees *attendees = attendees_of(plan);
	g_autoptr(Rows) answers = store_of(store, &entity_answer, "attendee_id", attendee_id, NULL);
	for (guint i = 0; i < declared->left->len; i++) {
		const struct leftover *left = g_ptr_array_index(declared->left, i);
		const struct answer *answer =
			answer_of(answers, question_known(attendees, left->column));
		if (answer == NULL || !folded_equal(answer->text, left->text))
			difference_note(line, changes, attendees->labels[left->column],
					answer != NULL ? answer->text : NULL, left->text);
	}
	g_autoptr(Rows) choices = store_of(store, &entity_choice, "attendee_id", attendee_id, NULL);
	for (guint i = 0; i < declared->choices->len; i++)
		if (choice_of(choices, choice_at(declared, i)->session_id) == NULL) {
			bool none = choices != NULL && choices->n == 0;
			difference_note(line, changes, _("Workshops"), none ? NULL : _("chosen"),
					none ? _("chosen") : _("chosen otherwise"));
			return;
		}
}
