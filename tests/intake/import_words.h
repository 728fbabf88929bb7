/* Short words for tests of imports. */
#ifndef TESTS_APP_IMPORT_H
#define TESTS_APP_IMPORT_H

#include "app/noun.h"
#include "base/error.h"
#include "intake/import.h"
#include "test.h"

#include "store/fixture.h"

static const char *const outcome_words[] = {
	[IMPORT_NEW] = "new",           [IMPORT_SAME] = "same",       [IMPORT_CHANGED] = "changed",
	[IMPORT_DOUBTFUL] = "doubtful", [IMPORT_REFUSED] = "refused",
};

static inline ImportPlan *
plan_of(Store *store, enum import_subject subject, gint64 event_id, const char *text,
	const struct import_options *options)
{
	GError *error = NULL;
	ImportPlan *plan =
		import_plan(store, subject, event_id, text, strlen(text), options, &error);
	assert_no_error(error);
	assert_non_null(plan);
	return plan;
}

/** The outcomes of all rows on one line: "new same doubtful". Caller frees. */
static inline char *
outcomes(const ImportPlan *plan)
{
	GString *words = g_string_new(NULL);
	for (guint i = 0; i < plan->rows->len; i++) {
		const struct import_line *line = g_ptr_array_index(plan->rows, i);
		g_string_append_printf(words, "%s%s", i > 0 ? " " : "",
				       outcome_words[line->outcome]);
	}
	return g_string_free(words, FALSE);
}

#define assert_outcomes(plan, expected)                                                            \
	do {                                                                                       \
		g_autofree char *assert_words = outcomes(plan);                                    \
		assert_text(assert_words, expected);                                               \
	} while (0)

static inline guint
apply(Store *store, ImportPlan *plan, bool update)
{
	GError *error = NULL;
	guint written = 0;
	struct import_choice choice = {.update = update};
	bool done = import_apply(store, plan, &choice, &written, &error);
	assert_no_error(error);
	assert_true(done);
	return written;
}

/** Import TEXT at once; how many rows were written. */
static inline guint
imported(Store *store, enum import_subject subject, gint64 event_id, const char *text,
	 enum import_decision decision, bool update)
{
	g_autoptr(ImportPlan) plan = plan_of(store, subject, event_id, text, NULL);
	import_decide(plan, decision);
	return apply(store, plan, update);
}

static inline gint64
count(Store *store, const struct entity *entity)
{
	return store_count(store, entity, NULL, value_text(NULL), NULL);
}

/** The problem said of LINE about FIELD, or NULL. */
static inline const struct import_problem *
problem_of(const ImportPlan *plan, guint line, const char *field)
{
	for (guint i = 0; i < plan->problems->len; i++) {
		const struct import_problem *problem = g_ptr_array_index(plan->problems, i);
		if (problem->line == line && g_strcmp0(problem->field, field) == 0)
			return problem;
	}
	return NULL;
}

#define assert_problem(plan, line, field, wanted)                                                  \
	do {                                                                                       \
		const struct import_problem *assert_problem_ = problem_of(plan, line, field);      \
		if (assert_problem_ == NULL)                                                       \
			fail_msg("nothing is said of line %u, %s", line, field);                   \
		else                                                                               \
			assert_text(assert_problem_->severity, wanted);                            \
	} while (0)

static inline gint64
event_for(Store *store)
{
	begin(store);
	struct event *event = event_made(store, "2026-101", "Journée d’échanges", "2026-12-03");
	gint64 id = event->id;
	entity_free(&entity_event, event);
	commit(store);
	return id;
}

/** The first row whose COLUMN is TEXT; free with entity_free(). */
static inline void *
row_where(Store *store, const struct entity *entity, const char *column, const char *text)
{
	g_autoptr(Rows) rows = store_where(store, entity, column, value_text(text), NULL);
	assert_non_null(rows);
	if (rows->n == 0)
		fail_msg("no %s where %s is %s", entity->table, column, text);
	return g_steal_pointer(&rows->row[0]);
}

static inline char *
file_text(const char *path)
{
	char *text = NULL;
	return g_file_get_contents(path, &text, NULL, NULL) ? text : NULL;
}

#endif
