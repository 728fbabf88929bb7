/* School holidays and periods to avoid, from a table. */
#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/reference.h"
#include "intake/import_events.h"
#include "store/setting.h"

struct draft_period {
	gint64 period_id; /* stored already, or 0 */
};

struct periods {
	Rows *stored;
	char *zone;   /* the centre's */
	char *origin; /* of what is made */
	struct draft_period *drafts;
	GHashTable *rows; /* kind, zone and first day of an earlier row → row + 1 */
	struct tally tally;
};

static struct periods *
periods_of(const ImportPlan *plan)
{
	return plan->work->subject;
}

static void
holidays_forget(gpointer subject)
{
	struct periods *periods = subject;
	rows_free(periods->stored);
	g_clear_pointer(&periods->rows, g_hash_table_destroy);
	g_free(periods->zone);
	g_free(periods->origin);
	g_free(periods->drafts);
	g_free(periods);
}

/* ---- columns -------------------------------------------------------------------------------- */

/* Headings of the ministry's open data and of lists kept by hand, folded. */
static const struct {
	const char *field;
	const char *heads; /* each between bars */
} headings[] = {
	{"name", "|nom|name|libelle|intitule|description|vacances|periode|"},
	{"first_day", "|premierjour|firstday|datedebut|datededebut|debut|du|startdate|dedebut|"},
	{"last_day", "|dernierjour|lastday|datefin|datedefin|fin|au|enddate|"},
	{"kind", "|type|kind|nature|"},
	{"zone", "|zone|zones|"},
	{"reason", "|motif|raison|pourquoi|reason|why|"},
};

static const char *
field_of_heading(const char *heading)
{
	g_autofree char *key = text_search_key(heading);
	g_autofree char *barred = g_strdup_printf("|%s|", key);
	for (gsize i = 0; *key != '\0' && i < G_N_ELEMENTS(headings); i++)
		if (strstr(headings[i].heads, barred) != NULL)
			return headings[i].field;
	return NULL;
}

static void
columns_read(ImportPlan *plan)
{
	const GPtrArray *heads = plan->work->sheet.heads;
	for (guint i = 0; i < heads->len; i++) {
		struct import_column *column = g_new0(struct import_column, 1);
		const char *head = g_ptr_array_index(heads, i);
		const char *field = field_of_heading(head);
		column->heading = g_strdup(head);
		column->question = columns_question(head);
		column->use =
			field != NULL && column_of(plan, field) < 0 ? COLUMN_FIELD : COLUMN_IGNORED;
		column->field = column->use == COLUMN_FIELD ? field : NULL;
		column->certainty = field != NULL ? 100 : 0;
		column->reason = g_strdup(field != NULL ? _("by its heading") : _("not used"));
		column->example = sheet_cell(&plan->work->sheet, 0, (int)i, false);
		g_ptr_array_add(plan->columns, column);
	}
}

static bool
holidays_columns(Store *store, ImportPlan *plan, const struct import_options *options,
		 GError **error)
{
	plan->source = g_strdup("holidays");
	if (plan->work->sheet.rows->len == 0)
		return fail(error, ERROR_INVALID, _("this table has no rows"));
	columns_read(plan);
	if (!columns_choose(store, plan, options, error))
		return false;
	return (column_of(plan, "name") >= 0 && column_of(plan, "first_day") >= 0 &&
		column_of(plan, "last_day") >= 0) ||
	       fail(error, ERROR_INVALID,
		    _("this table needs a name, a first day and a last day (nom, premier_jour, "
		      "dernier_jour)"));
}

static bool
holidays_load(Store *store, ImportPlan *plan, GError **error)
{
	struct periods *periods = g_new0(struct periods, 1);
	plan->work->subject = periods;
	periods->drafts = g_new0(struct draft_period, plan->work->sheet.rows->len);
	periods->rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	periods->zone = setting_get(store, "school_zone");
	periods->origin = g_strdup_printf("import %s", plan->work->today);
	periods->stored = store_all(store, &entity_holiday_period, error);
	return periods->stored != NULL;
}

/* ---- reading -------------------------------------------------------------------------------- */

static bool
day_read(ImportPlan *plan, guint row, const char *field, char **day)
{
	char date[11];
	int weekday = 0;
	g_autofree char *typed = cells_text(plan, row, field);
	if (value_date(typed, plan->work->today, date, &weekday) == DATE_READ &&
	    date_is_day(date)) {
		text_set(day, date);
		return true;
	}
	say_error(plan, sheet_line(&plan->work->sheet, row), field, _("“%s” is no day"),
		  typed != NULL ? typed : "");
	return false;
}

static void
kind_read(ImportPlan *plan, guint row, struct holiday_period *period)
{
	g_autofree char *typed = cells_text(plan, row, "kind");
	const char *kind = typed != NULL ? value_code(plan, &code_holiday_kinds, typed) : "school";
	if (kind == NULL)
		say_warning(plan, sheet_line(&plan->work->sheet, row), "kind",
			    _("“%s” is not understood: taken for a period to avoid"), typed);
	text_set(&period->kind, kind != NULL ? kind : "avoid");
}

/* "Zone C" is C. */
static void
zone_read(ImportPlan *plan, guint row, struct holiday_period *period)
{
	g_autofree char *typed = cells_text(plan, row, "zone");
	const char *zone = typed;
	if (typed != NULL && g_ascii_strncasecmp(typed, "zone ", 5) == 0)
		zone = typed + 5;
	else if (typed == NULL && strcmp(period->kind, "school") == 0)
		zone = periods_of(plan)->zone;
	g_autofree char *cut = zone != NULL ? value_cut(zone, 20) : NULL;
	text_set(&period->zone, cut != NULL ? cut : zone);
}

static bool
period_read(ImportPlan *plan, guint row, struct holiday_period *period)
{
	entity_init(&entity_holiday_period, period);
	g_autofree char *name = cells_text(plan, row, "name");
	g_autofree char *cut = name != NULL ? value_cut(name, 120) : NULL;
	text_set(&period->name, cut != NULL ? cut : name);
	text_set(&period->origin, periods_of(plan)->origin);
	g_autofree char *reason = cells_text(plan, row, "reason");
	g_autofree char *short_reason = reason != NULL ? value_cut(reason, 300) : NULL;
	text_set(&period->reason, short_reason != NULL ? short_reason : reason);
	bool done = day_read(plan, row, "first_day", &period->first_day) &&
		    day_read(plan, row, "last_day", &period->last_day);
	kind_read(plan, row, period);
	zone_read(plan, row, period);
	guint line = sheet_line(&plan->work->sheet, row);
	if (period->name == NULL)
		say_error(plan, line, "name", _("there is no name in this row"));
	else if (done && strcmp(period->last_day, period->first_day) < 0) {
		g_autofree char *last = date_text(period->last_day, DATE_NUMERIC);
		g_autofree char *first = date_text(period->first_day, DATE_NUMERIC);
		say_error(plan, line, "last_day", _("the last day (%s) is before the first (%s)"),
			  last, first);
	} else
		return done;
	return false;
}

/* ---- judging -------------------------------------------------------------------------------- */

static bool
same_calendar(const struct holiday_period *a, const struct holiday_period *b)
{
	return strcmp(a->kind, b->kind) == 0 && g_strcmp0(a->zone, b->zone) == 0;
}

static bool
folds_alike(const char *a, const char *b)
{
	g_autofree char *left = text_search_key(a);
	g_autofree char *right = text_search_key(b);
	return strcmp(left, right) == 0;
}

/* The period that begins on that day, else one of that name that overlaps: its days were mended. */
static const struct holiday_period *
period_known(const struct periods *periods, const struct holiday_period *period)
{
	const struct holiday_period *found = NULL;
	for (guint i = 0; i < periods->stored->n; i++) {
		const struct holiday_period *known = periods->stored->row[i];
		if (!same_calendar(known, period))
			continue;
		if (strcmp(known->first_day, period->first_day) == 0)
			return known;
		if (strcmp(known->first_day, period->last_day) <= 0 &&
		    strcmp(period->first_day, known->last_day) <= 0 &&
		    folds_alike(known->name, period->name))
			found = known;
	}
	return found;
}

static char *
period_differs(const struct holiday_period *now, const struct holiday_period *before)
{
	GString *changes = g_string_new(NULL);
	if (!folds_alike(now->name, before->name))
		changes_add(changes, _("Name"), before->name, now->name);
	if (strcmp(now->first_day, before->first_day) != 0)
		changes_add(changes, _("First day"), before->first_day, now->first_day);
	if (strcmp(now->last_day, before->last_day) != 0)
		changes_add(changes, _("Last day"), before->last_day, now->last_day);
	if (now->reason != NULL && g_strcmp0(now->reason, before->reason) != 0)
		changes_add(changes, _("Why"), before->reason, now->reason);
	bool none = changes->len == 0;
	char *text = g_string_free(changes, none);
	return none ? NULL : text;
}

static void
judge_period(ImportPlan *plan, guint row, struct import_line *line,
	     const struct holiday_period *period)
{
	struct periods *periods = periods_of(plan);
	const struct holiday_period *known = period_known(periods, period);
	g_autofree char *key =
		g_strdup_printf("%s\001%s\001%s", period->kind,
				period->zone != NULL ? period->zone : "", period->first_day);
	int twin = -1;
	gpointer earlier = g_hash_table_lookup(periods->rows, key);
	if (earlier != NULL)
		twin = (int)GPOINTER_TO_UINT(earlier) - 1;
	else
		g_hash_table_insert(periods->rows, g_steal_pointer(&key),
				    GUINT_TO_POINTER(row + 1));
	if (twin >= 0) {
		const struct import_line *other = g_ptr_array_index(plan->rows, (guint)twin);
		line->other_line = other->line;
		line->other = line_words(other->line, other->title);
		line->outcome = IMPORT_SAME;
		line->reason = g_strdup(_("the same first day twice"));
	} else if (known != NULL) {
		periods->drafts[row].period_id = line->other_id = known->id;
		line->other = g_strdup(known->name);
		line->reason = period_differs(period, known);
		line->outcome = line->reason != NULL ? IMPORT_CHANGED : IMPORT_SAME;
		if (line->reason == NULL)
			line->reason = g_strdup(_("already there"));
	} else {
		line->outcome = IMPORT_NEW;
	}
}

static bool
holidays_judge(Store *store, ImportPlan *plan, guint row, struct import_line *line, GError **error)
{
	(void)store;
	(void)error;
	struct holiday_period period;
	bool accepted = period_read(plan, row, &period);
	if (period.name != NULL && period.first_day != NULL && period.last_day != NULL) {
		g_autofree char *range = date_range_text(period.first_day, period.last_day);
		line->title = g_strdup_printf("%s · %s", period.name, range);
	} else {
		line->title = g_strdup(period.name != NULL ? period.name : _("(no name)"));
	}
	if (accepted) {
		judge_period(plan, row, line, &period);
	} else {
		line->outcome = IMPORT_REFUSED;
		line->reason = g_strdup(_("refused: see the errors"));
	}
	entity_clear(&entity_holiday_period, &period);
	return true;
}

/* ---- writing -------------------------------------------------------------------------------- */

static bool
holidays_open(Store *store, ImportPlan *plan, GError **error)
{
	struct periods *periods = periods_of(plan);
	periods->tally = (struct tally){.entity = &entity_holiday_period};
	return tally_open(store, &periods->tally, error);
}

static bool
period_change(Store *store, gint64 id, const struct holiday_period *now, GError **error)
{
	struct holiday_period *period = store_get(store, &entity_holiday_period, id, error);
	if (period == NULL)
		return false;
	text_set(&period->name, now->name);
	text_set(&period->first_day, now->first_day);
	text_set(&period->last_day, now->last_day);
	text_set(&period->origin, now->origin);
	if (now->reason != NULL)
		text_set(&period->reason, now->reason);
	bool done = store_update(store, &entity_holiday_period, period, error);
	entity_free(&entity_holiday_period, period);
	return done;
}

static bool
holidays_write(Store *store, ImportPlan *plan, guint row, const struct import_choice *choice,
	       guint *written, GError **error)
{
	const struct import_line *line = g_ptr_array_index(plan->rows, row);
	struct periods *periods = periods_of(plan);
	bool changes = line->outcome == IMPORT_CHANGED && choice->update;
	if (line->outcome != IMPORT_NEW && !changes)
		return true;
	struct holiday_period period;
	bool quiet = plan->work->quiet;
	plan->work->quiet = true; /* all of it has been said */
	period_read(plan, row, &period);
	plan->work->quiet = quiet;
	bool done = changes ? period_change(store, periods->drafts[row].period_id, &period, error)
			    : store_insert(store, &entity_holiday_period, &period, error);
	periods->tally.made += done && !changes;
	*written += done;
	entity_clear(&entity_holiday_period, &period);
	return done;
}

static bool
holidays_close(Store *store, ImportPlan *plan, GError **error)
{
	return tally_close(store, &periods_of(plan)->tally, error);
}

const struct import_rule import_rule_holidays = {
	.name = "holidays",
	.action = "holidays_import",
	.columns = holidays_columns,
	.load = holidays_load,
	.judge = holidays_judge,
	.open = holidays_open,
	.write = holidays_write,
	.close = holidays_close,
	.forget = holidays_forget,
};
