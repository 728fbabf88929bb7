/* Events, past and planned, from a centre's own table. */
#include "intake/import_events.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"

struct events *
events_of(const ImportPlan *plan)
{
	return plan->work->subject;
}

/* ---- what the rows are compared with -------------------------------------------------------- */

static void
events_forget(gpointer subject)
{
	struct events *events = subject;
	GHashTable **const tables[] = {&events->titles,   &events->by_id,  &events->rows,
				       &events->kinds,    &events->themes, &events->cycles,
				       &events->kinds_new};
	for (gsize i = 0; i < G_N_ELEMENTS(tables); i++)
		g_clear_pointer(tables[i], g_hash_table_destroy);
	bodies_free(events->bodies);
	places_free(events->places);
	rows_free(events->stored);
	g_free(events->drafts);
	g_free(events);
}

static void
title_take(struct events *events, struct event *event)
{
	char *key = text_search_key(event->title);
	GPtrArray *namesakes = g_hash_table_lookup(events->titles, key);
	if (namesakes == NULL) {
		namesakes = g_ptr_array_new();
		g_hash_table_insert(events->titles, key, namesakes);
	} else {
		g_free(key);
	}
	g_ptr_array_add(namesakes, event);
}

static bool
events_load(Store *store, ImportPlan *plan, GError **error)
{
	struct events *events = g_new0(struct events, 1);
	plan->work->subject = events;
	events->titles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					       (GDestroyNotify)g_ptr_array_unref);
	events->by_id = g_hash_table_new(g_int64_hash, g_int64_equal);
	events->rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	events->kinds_new = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	events->drafts = g_new0(struct draft, plan->work->sheet.rows->len);
	events_bind(plan);
	events->stored = store_all(store, &entity_event, error);
	for (guint i = 0; events->stored != NULL && i < events->stored->n; i++) {
		struct event *event = events->stored->row[i];
		g_hash_table_insert(events->by_id, &event->id, event);
		title_take(events, event);
	}
	return events->stored != NULL && events_load_names(store, plan, error) &&
	       memory_load(store, plan, error);
}

/* ---- judging -------------------------------------------------------------------------------- */

/* A row under judgement. */
struct judging {
	Store *store;
	ImportPlan *plan;
	guint row;
	struct import_line *line;
	struct draft *draft;
	const struct told *told;
};

static void
judge_as(struct judging *judging, enum import_outcome outcome, char *reason)
{
	judging->line->outcome = outcome;
	judging->line->reason = reason;
}

static void
point_to_event(struct judging *judging, const struct event *event)
{
	judging->draft->event_id = judging->line->other_id = event->id;
	judging->line->other = g_strdup_printf("%s %s", event->number, event->title);
}

static void
point_to_row(struct judging *judging, guint row)
{
	const struct import_line *other = g_ptr_array_index(judging->plan->rows, row);
	judging->draft->other = (int)row;
	judging->line->other_line = other->line;
	judging->line->other = line_words(other->line, other->title);
}

static void
judge_stored(struct judging *judging, const struct event *event)
{
	point_to_event(judging, event);
	char *changes = told_differs(judging->store, judging->plan, judging->told, event);
	if (changes != NULL)
		judge_as(judging, IMPORT_CHANGED, changes);
	else
		judge_as(judging, IMPORT_SAME, g_strdup(_("already there")));
}

/* A key of its own ("E07") leads to the event it led to before, unless it is another table's: title
 * and date both say otherwise then. */
static const struct event *
event_of_key(const struct judging *judging)
{
	g_autofree char *key = memory_key(judging->plan, judging->row, "");
	const struct remembered *seen = memory_find(judging->plan, key);
	const struct event *event =
		seen != NULL ? g_hash_table_lookup(events_of(judging->plan)->by_id, &seen->event_id)
			     : NULL;
	if (event == NULL)
		return NULL;
	g_autofree char *before = text_search_key(event->title);
	g_autofree char *now = text_search_key(judging->told->event.title);
	bool same_date = event->start_date != NULL &&
			 g_strcmp0(event->start_date, judging->told->event.start_date) == 0;
	return same_date || strcmp(before, now) == 0 ? event : NULL;
}

static bool
judge_remembered(struct judging *judging)
{
	const char *hash = memory_hash(judging->plan, judging->row);
	int twin = memory_twin(judging->plan, judging->row);
	if (twin >= 0) {
		point_to_row(judging, (guint)twin);
		judge_as(judging, IMPORT_SAME, g_strdup(_("the same row twice")));
		return true;
	}
	const struct remembered *seen = memory_find(judging->plan, hash);
	if (seen != NULL) {
		const struct event *event =
			g_hash_table_lookup(events_of(judging->plan)->by_id, &seen->event_id);
		if (event != NULL)
			point_to_event(judging, event);
		judge_as(judging, IMPORT_SAME, g_strdup(_("already there: imported before")));
		return true;
	}
	const struct event *event = event_of_key(judging);
	if (event != NULL)
		judge_stored(judging, event);
	return event != NULL;
}

/* A date that is known less precisely may be the other one. */
static bool
dates_may_agree(const char *a, const char *b)
{
	return a == NULL || b == NULL || strncmp(a, b, MIN(strlen(a), strlen(b))) == 0;
}

/* An event of that title. True when the row is judged. */
static bool
judge_title(struct judging *judging)
{
	const struct event *now = &judging->told->event;
	g_autofree char *key = text_search_key(now->title);
	const GPtrArray *namesakes = g_hash_table_lookup(events_of(judging->plan)->titles, key);
	const struct event *exact = NULL, *near = NULL;
	guint n = 0;
	for (guint i = 0; namesakes != NULL && i < namesakes->len; i++) {
		const struct event *event = g_ptr_array_index(namesakes, i);
		if (g_strcmp0(event->start_date, now->start_date) == 0) {
			exact = event;
			n++;
		} else if (dates_may_agree(event->start_date, now->start_date)) {
			near = event;
		}
	}
	if (n == 1) {
		judge_stored(judging, exact);
	} else if (exact != NULL || near != NULL) {
		point_to_event(judging, exact != NULL ? exact : near);
		judge_as(judging, IMPORT_DOUBTFUL,
			 g_strdup(exact != NULL
					  ? _("several events have this title and date")
					  : _("same title, and a date that may be the same")));
	}
	return exact != NULL || near != NULL;
}

/* The same title, date, time and place on two lines is one event told twice, or two that nothing
 * tells apart. */
static bool
judge_twin(struct judging *judging)
{
	const struct told *told = judging->told;
	g_autofree char *title = text_search_key(told->event.title);
	g_autofree char *venue = text_search_key(told->venue);
	g_autofree char *town = text_search_key(told->town);
	char *key = g_strdup_printf("%s\001%s\001%s\001%s\001%s", title,
				    told->event.start_date != NULL ? told->event.start_date : "",
				    told->start, venue, town);
	GHashTable *rows = events_of(judging->plan)->rows;
	gpointer twin = g_hash_table_lookup(rows, key);
	if (twin == NULL) {
		g_hash_table_insert(rows, key, GUINT_TO_POINTER(judging->row + 1));
		return false;
	}
	g_free(key);
	point_to_row(judging, GPOINTER_TO_UINT(twin) - 1);
	judge_as(judging, IMPORT_DOUBTFUL, g_strdup(_("same title, date and place")));
	return true;
}

/* ---- what is to be known of a new event ----------------------------------------------------- */

static void
say_days(const struct judging *judging)
{
	const struct event *event = &judging->told->event;
	if (!date_is_day(event->end_date))
		return;
	g_autofree char *range = date_range_text(event->start_date, event->end_date);
	int n = date_number(event->end_date) - date_number(event->start_date) + 1;
	if (days_are_made(event->start_date, event->end_date))
		say_information(judging->plan, judging->line->line, "end_date",
				_("%s: %d days are made"), range, n);
	else
		say_warning(judging->plan, judging->line->line, "end_date",
			    _("%s: only the first and the last day are kept; give the days "
			      "themselves "
			      "(days=…; …)"),
			    range);
}

static void
say_status(const struct judging *judging)
{
	const struct event *event = &judging->told->event;
	if (event->status != NULL || date_is_day(event->start_date))
		return;
	const char *status = value_status(event, judging->plan->work->today);
	const char *words = code_label(&code_event_statuses, status);
	if (event->start_date != NULL)
		say_information(judging->plan, judging->line->line, "start_date",
				_("no day, only “%s”; status: %s"), event->start_date, words);
	else
		say_information(judging->plan, judging->line->line, "start_date",
				_("no date; status: %s"), words);
}

static void
say_kind(const struct judging *judging)
{
	struct events *events = events_of(judging->plan);
	const char *name = judging->told->kind;
	if (name == NULL)
		return;
	char *key = text_search_key(name);
	if (g_hash_table_contains(events->kinds, key) ||
	    g_hash_table_contains(events->kinds_new, key))
		g_free(key);
	else
		g_hash_table_insert(events->kinds_new, key, g_strdup(name));
}

static void
say_new(const struct judging *judging)
{
	say_days(judging);
	say_status(judging);
	say_kind(judging);
}

static bool
events_judge(Store *store, ImportPlan *plan, guint row, struct import_line *line, GError **error)
{
	(void)error;
	struct told told;
	struct judging judging = {
		.store = store,
		.plan = plan,
		.row = row,
		.line = line,
		.draft = &events_of(plan)->drafts[row],
		.told = &told,
	};
	judging.draft->other = -1;
	bool accepted = told_read(plan, row, &told);
	const struct event *event = &told.event;
	line->title = g_strdup(event->title != NULL ? event->title : _("(no title)"));
	if (!accepted) {
		judge_as(&judging, IMPORT_REFUSED, g_strdup(_("refused: see the errors")));
	} else if (!judge_remembered(&judging) && !judge_title(&judging) && !judge_twin(&judging)) {
		judge_as(&judging, IMPORT_NEW, NULL);
	}
	if (line->outcome == IMPORT_NEW || line->outcome == IMPORT_DOUBTFUL)
		say_new(&judging);
	else if (line->outcome == IMPORT_SAME)
		say_information(plan, line->line, NULL, "%s", line->reason);
	told_clear(&told);
	return true;
}

static void
events_conclude(ImportPlan *plan)
{
	GHashTable *kinds = events_of(plan)->kinds_new;
	guint n = g_hash_table_size(kinds);
	if (n > 0)
		say_information(plan, 0, "kind",
				i18n_count("%u kind of event is added to the list, with a report "
					   "heading proposed from its name",
					   "%u kinds of event are added to the list, each with a "
					   "report heading proposed from its name",
					   n),
				n);
}

const struct import_rule import_rule_events = {
	.name = "events",
	.action = "events_import",
	.columns = events_columns,
	.load = events_load,
	.judge = events_judge,
	.conclude = events_conclude,
	.open = events_open,
	.write = events_write,
	.close = events_close,
	.forget = events_forget,
};
