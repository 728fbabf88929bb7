#include "paper/batch.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/door_copy.h"
#include "core/event.h"
#include "core/programme.h"
#include "core/status.h"
#include "store/event_rows.h"

struct batch_item {
	struct paper_choice paper;
	struct batch_line line;
};

struct paper_batch {
	Store *store;
	GArray *items; /* struct batch_item */
	guint done;
	GStringChunk *words;
	const char *folder;
	struct batch_choice choice;
};

const char *
batch_state_code(enum batch_state state)
{
	static const char *const codes[BATCH_STATES] = {
		[BATCH_MADE] = "made",
		[BATCH_UNCHANGED] = "unchanged",
		[BATCH_NOTHING] = "nothing",
		[BATCH_FAILED] = "failed",
	};
	return codes[state];
}

/* ---- which papers -------------------------------------------------------------------------------
 */

static PaperBatch *
batch_new(Store *store, const struct batch_choice *choice)
{
	PaperBatch *batch = g_new0(PaperBatch, 1);
	batch->store = store;
	batch->items = g_array_new(FALSE, TRUE, sizeof(struct batch_item));
	batch->words = g_string_chunk_new(256);
	batch->choice = *choice;
	if (choice->folder != NULL)
		batch->folder = g_string_chunk_insert(batch->words, choice->folder);
	return batch;
}

void
batch_free(PaperBatch *batch)
{
	if (batch == NULL)
		return;
	for (guint i = 0; i < batch->items->len; i++) {
		struct batch_line *line = &g_array_index(batch->items, struct batch_item, i).line;
		g_free(line->label);
		g_free(line->path);
		g_free(line->reason);
	}
	g_array_unref(batch->items);
	g_string_chunk_free(batch->words);
	g_free(batch);
}

/* Takes LABEL. */
static void
item_add(PaperBatch *batch, struct paper_choice paper, char *label)
{
	const struct batch_choice *choice = &batch->choice;
	paper.event_id = choice->event_id;
	paper.folder = batch->folder;
	paper.unless_there = !choice->again;
	paper.dry_run = choice->dry_run;
	struct batch_item item = {.paper = paper,
				  .line = {.document = paper.document, .label = label}};
	g_array_append_val(batch->items, item);
}

static void
session_add(PaperBatch *batch, struct paper_choice paper, const struct session *session)
{
	const struct paper_kind *kind = paper_kind_find(paper.document);
	paper.session_id = session->id;
	item_add(batch, paper, g_strdup_printf(_("%s: %s"), _(kind->label), session->title));
}

static bool
is_given(const Rows *choices, gint64 session_id)
{
	for (guint i = 0; i < choices->n; i++) {
		const struct choice *choice = choices->row[i];
		if (choice->session_id == session_id && choice->assigned != 0)
			return true;
	}
	return false;
}

/* Those in which people work; GIVEN (may be NULL): that some of the choices gave to somebody. */
static void
sessions_add(PaperBatch *batch, struct paper_choice paper, const Rows *sessions, const Rows *given)
{
	for (guint i = 0; i < sessions->n; i++) {
		const struct session *session = sessions->row[i];
		if (code_is(&code_session_kinds, session->kind, CODE_WORK) &&
		    (given == NULL || is_given(given, session->id)))
			session_add(batch, paper, session);
	}
}

PaperBatch *
batch_of_sessions(Store *store, const struct paper_choice *paper, const struct batch_choice *choice,
		  GError **error)
{
	g_autoptr(PaperBatch) batch = batch_new(store, choice);
	g_autoptr(Rows) sessions = event_rows(store, &entity_session, choice->event_id, error);
	if (sessions == NULL)
		return NULL;
	sessions_add(batch, *paper, sessions, NULL);
	if (batch->items->len > 0)
		return g_steal_pointer(&batch);
	fail(error, ERROR_NOTHING, _("the event has no session: there is no sheet to make"));
	return NULL;
}

/* Nobody carries a heap of paper to an event that is cancelled; each alone can still be made. */
static bool
day_is_to_come(Store *store, gint64 event_id, GError **error)
{
	struct event *event = store_get(store, &entity_event, event_id, error);
	bool done = event != NULL &&
		    (g_strcmp0(event->status, "cancelled") != 0 ||
		     fail(error, ERROR_NOTHING,
			  _("%s is cancelled: there is no day to print; if it takes place after "
			    "all, set its status to “%s” first"),
			  event->number, code_label(&code_event_statuses, "announced")));
	entity_free(&entity_event, event);
	return done;
}

PaperBatch *
batch_of_day(Store *store, const struct batch_choice *choice, GError **error)
{
	g_autoptr(PaperBatch) batch = batch_new(store, choice);
	if (!day_is_to_come(store, choice->event_id, error))
		return NULL;
	g_autoptr(Rows) sessions = event_rows(store, &entity_session, choice->event_id, error);
	g_autoptr(Rows) choices =
		sessions != NULL ? event_rows(store, &entity_choice, choice->event_id, error)
				 : NULL;
	if (choices == NULL)
		return NULL;
	for (guint i = 0; paper_kind_at(i) != NULL; i++) {
		const struct paper_kind *kind = paper_kind_at(i);
		if ((kind->traits & PAPER_IN_DAY) == 0)
			continue;
		struct paper_choice paper = {.document = kind->name};
		paper.changed = !choice->again && (kind->traits & PAPER_REPRINTED) != 0;
		item_add(batch, paper, g_strdup(_(kind->label)));
		if ((kind->traits & PAPER_OF_SESSION) != 0 &&
		    (kind->traits & PAPER_COMES_BACK) != 0)
			sessions_add(batch, paper, sessions, choices);
	}
	return g_steal_pointer(&batch);
}

/* ---- making them --------------------------------------------------------------------------------
 */

guint
batch_count(const PaperBatch *batch)
{
	return batch->items->len;
}

guint
batch_done(const PaperBatch *batch)
{
	return batch->done;
}

const char *
batch_next(const PaperBatch *batch)
{
	return batch->done < batch->items->len
		       ? g_array_index(batch->items, struct batch_item, batch->done).line.label
		       : NULL;
}

static void
line_fail(struct batch_line *line, GError *error)
{
	bool nothing = g_error_matches(error, ATELIERS_ERROR, ERROR_NOTHING);
	line->state = nothing ? BATCH_NOTHING : BATCH_FAILED;
	line->reason = g_strdup(error->message);
	g_error_free(error);
}

const struct batch_line *
batch_step(PaperBatch *batch, GPtrArray *notes)
{
	if (batch->done == batch->items->len)
		return NULL;
	struct batch_item *item = &g_array_index(batch->items, struct batch_item, batch->done++);
	struct batch_line *line = &item->line;
	struct paper_outcome outcome;
	GError *error = NULL;
	if (!paper_print_outcome(batch->store, &item->paper, NULL, &outcome, notes, &error)) {
		line_fail(line, error);
		g_free(outcome.path);
		g_free(outcome.said);
		return line;
	}
	line->state = outcome.made ? BATCH_MADE : BATCH_UNCHANGED;
	line->version = outcome.version;
	line->pages = outcome.pages;
	line->path = outcome.path;
	g_free(outcome.said);
	return line;
}

const struct batch_line *
batch_line(const PaperBatch *batch, guint i)
{
	return &g_array_index(batch->items, struct batch_item, i).line;
}

char *
batch_line_words(const struct batch_line *line)
{
	g_autofree char *version = door_version_text(line->version);
	switch (line->state) {
	case BATCH_MADE:
		return g_strdup_printf(_("made: %s, version %s"), line->label, version);
	case BATCH_UNCHANGED:
		return g_strdup_printf(_("unchanged: %s, version %s"), line->label, version);
	case BATCH_NOTHING:
		return g_strdup_printf(_("nothing to print: %s"), line->reason);
	case BATCH_FAILED:
	case BATCH_STATES:
		break;
	}
	return g_strdup_printf(_("could not be made: %s: %s"), line->label, line->reason);
}
