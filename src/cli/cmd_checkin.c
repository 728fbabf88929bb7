/* Presence marked from the command line: a scanner that types a line per badge, a list, a name. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "app/checkin.h"
#include "app/door.h"
#include "app/event.h"
#include "app/noun.h"
#include "app/presence.h"
#include "app/sheet.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "cli/cmd.h"
#include "cli/sheet.h"
#include "core/attendee.h"
#include "core/document.h"
#include "core/event.h"
#include "core/naming.h"
#include "core/status.h"

struct checkin {
	struct run *run;
	gint64 event_id;
	GArray *half_days; /* gint64: those that are marked */
	struct presence_said said;
	Sheet *sheet;
	guint marked, failed;
	bool each; /* a gesture for each, as they come */
};

static Sheet *
checkin_sheet(void)
{
	Sheet *sheet = sheet_new();
	sheet_column(sheet, "number", _("No."), SHEET_TEXT, true);
	sheet_column(sheet, "name", _("Name"), SHEET_TEXT, true);
	sheet_column(sheet, "presence", _("Presence"), SHEET_TEXT, true);
	sheet_column(sheet, "already", _("Already so"), SHEET_BOOLEAN, true);
	sheet_column(sheet, "half_day", _("Half-day"), SHEET_TEXT, false);
	return sheet;
}

static gint64
half_day_at(const struct checkin *checkin, guint i)
{
	return g_array_index(checkin->half_days, gint64, i);
}

static char *
half_day_name(Store *store, gint64 id)
{
	struct half_day *half_day = store_get(store, &entity_half_day, id, NULL);
	char *name = half_day != NULL ? noun_name(store, &noun_half_day, half_day) : NULL;
	entity_free(&entity_half_day, half_day);
	return name;
}

static void
checkin_row(struct checkin *checkin, gint64 attendee_id, gint64 half_day_id, bool marked)
{
	struct attendee *attendee =
		store_get(checkin->run->store, &entity_attendee, attendee_id, NULL);
	if (attendee == NULL)
		return;
	struct sheet_row *row = sheet_row(checkin->sheet);
	sheet_set(checkin->sheet, row, 0, g_strdup(attendee->number), NULL);
	sheet_set(checkin->sheet, row, 1, name_shown(attendee->first_name, attendee->last_name),
		  NULL);
	sheet_set(checkin->sheet, row, 2, g_strdup(checkin->said.state),
		  g_strdup(code_label(&code_presence_states, checkin->said.state)));
	sheet_set(checkin->sheet, row, 3, g_strdup(marked ? "0" : "1"),
		  g_strdup(marked ? "" : _("yes")));
	sheet_set(checkin->sheet, row, 4, half_day_name(checkin->run->store, half_day_id), NULL);
	entity_free(&entity_attendee, attendee);
}

/* Who waited and is there is registered by it: said, for the list is shorter now. */
static void
arrived_note(const struct checkin *checkin, gint64 attendee_id, const char *before)
{
	struct attendee *attendee =
		store_get(checkin->run->store, &entity_attendee, attendee_id, NULL);
	if (attendee != NULL && before != NULL && strcmp(attendee->status, before) != 0) {
		g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
		run_note(checkin->run, _("%s (no. %s): %s so far, registered by being there"), name,
			 attendee->number, code_label(&code_attendee_statuses, before));
	}
	entity_free(&entity_attendee, attendee);
}

/* Caller frees. */
static char *
status_of(Store *store, gint64 attendee_id)
{
	struct attendee *attendee = store_get(store, &entity_attendee, attendee_id, NULL);
	char *status = attendee != NULL ? g_strdup(attendee->status) : NULL;
	entity_free(&entity_attendee, attendee);
	return status;
}

static bool
one_mark(struct checkin *checkin, gint64 attendee_id, bool *marked, GError **error)
{
	g_autofree char *before = status_of(checkin->run->store, attendee_id);
	for (guint i = 0; i < checkin->half_days->len; i++)
		if (!presence_note(checkin->run->store, attendee_id, half_day_at(checkin, i),
				   &checkin->said, &marked[i], error))
			return false;
	arrived_note(checkin, attendee_id, before);
	return true;
}

/* As they come in, each is committed at once: what was said aloud is there. */
static bool
one_gesture(struct checkin *checkin, gint64 attendee_id, bool *marked, GError **error)
{
	Store *store = checkin->run->store;
	if (!store_begin(store, "presence_mark", error))
		return false;
	store_about(store, &entity_attendee, attendee_id, checkin->event_id, 1);
	if (one_mark(checkin, attendee_id, marked, error) &&
	    !run_given(checkin->run, OPTION_DRY_RUN))
		return store_commit(store, NULL, error);
	bool done = *error == NULL;
	store_rollback(store);
	return done;
}

/* What cannot be done for one is said, and the others go on. */
static void
checkin_one(struct checkin *checkin, const char *who, guint line)
{
	GError *reason = NULL;
	g_autofree bool *marked = g_new0(bool, checkin->half_days->len + 1);
	gint64 id = attendee_at_door(checkin->run->store, checkin->event_id, who, &reason);
	bool done = id != 0 && (checkin->each ? one_gesture(checkin, id, marked, &reason)
					      : one_mark(checkin, id, marked, &reason));
	for (guint i = 0; done && i < checkin->half_days->len; i++) {
		checkin->marked += marked[i] ? 1 : 0;
		checkin_row(checkin, id, half_day_at(checkin, i), marked[i]);
	}
	if (done)
		return;
	checkin->failed++;
	if (line > 0)
		run_note(checkin->run, _("line %u: %s"), line, reason->message);
	else
		run_note(checkin->run, "%s", reason->message);
	g_error_free(reason);
}

static bool
checkin_lines(struct checkin *checkin, GError **error)
{
	char *bytes = NULL;
	size_t room = 0;
	guint line = 0;
	checkin->each = true;
	while (getline(&bytes, &room, stdin) >= 0) {
		g_autofree char *who = text_accept(bytes, false, NULL);
		line++;
		if (who != NULL)
			checkin_one(checkin, who, line);
	}
	bool read = ferror(stdin) == 0;
	free(bytes);
	return read ||
	       fail(error, ERROR_IO, _("standard input cannot be read: %s"), reading_reason(errno));
}

static bool
checkin_words(struct checkin *checkin, GError **error)
{
	struct run *run = checkin->run;
	if (!store_begin(run->store, "presence_mark", error))
		return false;
	for (guint i = 1; i < run->n_arguments; i++)
		checkin_one(checkin, run->argument[i], 0);
	store_about(run->store, &entity_event, checkin->event_id, checkin->event_id,
		    checkin->marked);
	return run_end(run, true, error);
}

static bool
state_read(struct run *run, struct presence_said *said, GError **error)
{
	const char *typed = run_option(run, OPTION_STATE);
	said->origin = "checkin";
	said->represented_by = run_option(run, OPTION_BY);
	said->state = typed != NULL                  ? code_parse(&code_presence_states, typed)
		      : said->represented_by != NULL ? "represented"
						     : "present";
	g_autofree char *names = code_names(&code_presence_states);
	if (said->state == NULL || strcmp(said->state, "unknown") == 0)
		return fail(error, ERROR_USAGE, _("“%s” is no presence; they are: %s"), typed,
			    names);
	return said->represented_by == NULL || strcmp(said->state, "represented") == 0 ||
	       fail(error, ERROR_USAGE, _("--by says who came instead: only with “represented”"));
}

/* ---- a signed sheet -----------------------------------------------------------------------------
 */

static void
names_note(const struct run *run, const char *head, const GPtrArray *names)
{
	if (names->len == 0)
		return;
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(text, "%s%s", i > 0 ? ", " : "",
				       (const char *)names->pdata[i]);
	run_note(run, _("%s: %s"), head, text->str);
}

static bool
sheet_mark_all(struct checkin *checkin, gint64 sheet, GError **error)
{
	struct run *run = checkin->run;
	struct sheet_return done = {.marked = 0};
	g_autoptr(GString) typed = g_string_new(NULL);
	for (guint i = 1; i < run->n_arguments; i++)
		g_string_append_printf(typed, "%s ", run->argument[i]);
	bool good = sheet_return_mark(run->store, sheet, half_day_at(checkin, 0), typed->str, &done,
				      error);
	if (good) {
		store_about(run->store, &entity_document, sheet, checkin->event_id, done.marked);
		g_autofree char *words = sheet_return_words(&done);
		run_note(run, "%s", words);
		names_note(run, _("marked otherwise before, and changed"), done.changed);
		names_note(run, _("not signed, and left as it was known"), done.kept);
		names_note(run, _("nothing was said of"), done.silent);
		names_note(run, _("not registered any longer"), done.gone);
	}
	sheet_return_clear(&done);
	return run_end(run, good, error);
}

static bool
checkin_sheet_return(struct checkin *checkin, GError **error)
{
	struct run *run = checkin->run;
	const char *ref = run_option(run, OPTION_SHEET);
	gint64 sheet = sheet_find(run->store, checkin->event_id,
				  strcmp(ref, "last") == 0 ? NULL : ref, error);
	if (sheet == 0)
		return false;
	g_autofree char *words = sheet_words(run->store, sheet);
	run_note(run, "%s", words);
	return run_begin(run, "presence_mark", error) && sheet_mark_all(checkin, sheet, error);
}

/* The half-days that are marked: the one that is said or under way, or "all". Caller frees; NULL on
 * error. */
static GArray *
half_days_said(struct run *run, gint64 event_id, GError **error)
{
	const char *typed = run_option(run, OPTION_HALF_DAY);
	if (g_strcmp0(typed, "all") == 0)
		return event_half_days(run->store, event_id, error);
	gint64 id = typed != NULL ? half_day_find(run->store, event_id, typed, error)
				  : half_day_now(run->store, event_id, error);
	GArray *ids = id != 0 ? g_array_new(FALSE, FALSE, sizeof(gint64)) : NULL;
	if (ids != NULL)
		g_array_append_val(ids, id);
	return ids;
}

static void
half_days_note(const struct run *run, const GArray *half_days)
{
	for (guint i = 0; i < half_days->len; i++) {
		g_autofree char *words =
			half_day_words(run->store, g_array_index(half_days, gint64, i));
		run_note(run, "%s", words);
	}
}

/* Said before it is done, once: presence is what figures go by. */
static void
early_note(const struct checkin *checkin)
{
	gint64 last = half_day_at(checkin, checkin->half_days->len - 1);
	g_autofree char *words =
		code_is(&code_presence_states, checkin->said.state, CODE_COUNTED)
			? checkin_early(checkin->run->store, checkin->event_id, last)
			: NULL;
	if (words != NULL)
		run_note(checkin->run, "%s", words);
}

bool
cmd_checkin(struct run *run, GError **error)
{
	struct checkin checkin = {.run = run};
	if (!state_read(run, &checkin.said, error))
		return false;
	if (run_given(run, OPTION_STDIN) != (run->n_arguments == 1))
		return fail(error, ERROR_USAGE,
			    _("say who, or --stdin to read one on each line of standard input"));
	checkin.event_id = run_event(run, run->argument[0], error);
	bool there =
		checkin.event_id != 0 && event_takes_place(run->store, checkin.event_id, error);
	g_autoptr(GArray) half_days = there ? half_days_said(run, checkin.event_id, error) : NULL;
	checkin.half_days = half_days;
	if (half_days == NULL)
		return false;
	if (half_days->len > 0)
		early_note(&checkin);
	if (run_option(run, OPTION_SHEET) != NULL)
		return (half_days->len == 1 ||
			fail(error, ERROR_USAGE, _("a sheet is marked for one half-day"))) &&
		       checkin_sheet_return(&checkin, error);
	checkin.sheet = checkin_sheet();
	half_days_note(run, half_days);
	bool done = run_given(run, OPTION_STDIN) ? checkin_lines(&checkin, error)
						 : checkin_words(&checkin, error);
	done = done && run_list(run, checkin.sheet, error);
	sheet_free(checkin.sheet);
	if (done && checkin.failed > 0)
		return fail(error, ERROR_INVALID,
			    i18n_count("%u could not be marked; the others are",
				       "%u could not be marked; the others are", checkin.failed),
			    checkin.failed);
	return done;
}
