/* The lines of a sheet as somebody types them: what is read, what it changes, and the marks. */
#include <string.h>

#include "app/checkin.h"
#include "app/presence.h"
#include "app/sheet.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/document.h"
#include "core/naming.h"
#include "core/status.h"

struct sheet_line {
	guint line;
	gint64 attendee_id;
	char *name;
	char *before; /* the state of the half-day so far */
	bool stands;
};

struct sheet_page {
	GArray *lines; /* struct sheet_line */
	bool *blank;
	struct sheet_numbers numbers;
	gint64 half_day_id;
};

/* ---- its lines ----------------------------------------------------------------------------------
 */

static void
line_clear(gpointer pointer)
{
	struct sheet_line *line = pointer;
	g_free(line->name);
	g_free(line->before);
}

void
sheet_page_free(SheetPage *page)
{
	if (page == NULL)
		return;
	g_array_unref(page->lines);
	g_free(page->blank);
	g_free(page);
}

static void
line_add(SheetPage *page, Store *store, const struct document_line *row, GHashTable *states)
{
	struct attendee *attendee =
		row->attendee_id != 0 ? store_get(store, &entity_attendee, row->attendee_id, NULL)
				      : NULL;
	const char *before = g_hash_table_lookup(states, &row->attendee_id);
	struct sheet_line line = {
		.line = (guint)row->line,
		.attendee_id = row->attendee_id,
		.name = attendee != NULL ? name_shown(attendee->first_name, attendee->last_name)
					 : g_strdup(_("registration deleted")),
		.before = g_strdup(before != NULL ? before : "unknown"),
		.stands = attendee != NULL &&
			  code_is(&code_attendee_statuses, attendee->status, CODE_LIVE),
	};
	entity_free(&entity_attendee, attendee);
	g_array_append_val(page->lines, line);
	page->numbers.last = MAX(page->numbers.last, line.line);
}

SheetPage *
sheet_page_load(Store *store, gint64 sheet_id, gint64 half_day_id, GError **error)
{
	g_autoptr(Rows) rows =
		store_of(store, &entity_document_line, "document_id", sheet_id, error);
	g_autoptr(GHashTable) states =
		rows != NULL ? half_day_presence(store, half_day_id, error) : NULL;
	if (states == NULL)
		return NULL;
	SheetPage *page = g_new0(SheetPage, 1);
	page->half_day_id = half_day_id;
	page->lines = g_array_new(FALSE, FALSE, sizeof(struct sheet_line));
	g_array_set_clear_func(page->lines, line_clear);
	for (guint i = 0; i < rows->n; i++)
		line_add(page, store, rows->row[i], states);
	page->blank = g_new(bool, page->numbers.last + 1);
	memset(page->blank, true, page->numbers.last + 1);
	for (guint i = 0; i < page->lines->len; i++)
		page->blank[g_array_index(page->lines, struct sheet_line, i).line - 1] = false;
	page->numbers.blank = page->blank;
	return page;
}

static const struct sheet_mark *
mark_at(const GArray *marks, guint line)
{
	for (guint i = 0; i < marks->len; i++) {
		const struct sheet_mark *mark = &g_array_index(marks, struct sheet_mark, i);
		if (mark->line == line)
			return mark;
	}
	return NULL;
}

/* ---- what a line becomes ------------------------------------------------------------------------
 */

enum outcome {
	SILENT,
	GONE,
	KNOWN,   /* it is so already */
	KEPT,    /* an empty cell, of somebody who is known not to be there */
	CHANGED, /* another state was marked before */
	NEW,
};

/* A signature is the proof, and beats what was marked before it. A cell that is empty only says
 * that nobody has signed: it takes back a mark that says somebody was there, and leaves an excuse,
 * which says more. */
static enum outcome
line_outcome(const struct sheet_line *line, const struct sheet_mark *mark)
{
	if (mark == NULL)
		return SILENT;
	if (!line->stands)
		return GONE;
	if (strcmp(line->before, mark->state) == 0)
		return KNOWN;
	if (strcmp(line->before, "unknown") == 0)
		return NEW;
	return mark->assumed && !code_is(&code_presence_states, line->before, CODE_COUNTED)
		       ? KEPT
		       : CHANGED;
}

static char *
line_words(const struct sheet_line *line)
{
	return g_strdup_printf("%u %s", line->line, line->name);
}

/* "11 Zoé Élan excused → present". */
static char *
change_words(const struct sheet_line *line, const struct sheet_mark *mark)
{
	return g_strdup_printf("%u %s %s → %s", line->line, line->name,
			       code_label(&code_presence_states, line->before),
			       code_label(&code_presence_states, mark->state));
}

static char *
kept_words(const struct sheet_line *line)
{
	return g_strdup_printf("%u %s %s", line->line, line->name,
			       code_label(&code_presence_states, line->before));
}

/* ---- while it is typed --------------------------------------------------------------------------
 */

/* "present: 1-10". */
static char *
state_lines(const char *state, const char *lines, guint n)
{
	if (strcmp(state, "present") == 0)
		return g_strdup_printf(i18n_count("present: %s", "present: %s", n), lines);
	if (strcmp(state, "excused") == 0)
		return g_strdup_printf(i18n_count("excused: %s", "excused: %s", n), lines);
	if (strcmp(state, "represented") == 0)
		return g_strdup_printf(i18n_count("represented: %s", "represented: %s", n), lines);
	return g_strdup_printf(i18n_count("absent: %s", "absent: %s", n), lines);
}

static const struct sheet_line *
line_at(const SheetPage *page, guint number)
{
	for (guint i = 0; i < page->lines->len; i++) {
		const struct sheet_line *line = &g_array_index(page->lines, struct sheet_line, i);
		if (line->line == number)
			return line;
	}
	return NULL;
}

/* The state that a line has in the end: an empty cell leaves an excuse. */
static const char *
state_in_end(const SheetPage *page, const struct sheet_mark *mark)
{
	const struct sheet_line *line = line_at(page, mark->line);
	return line != NULL && line_outcome(line, mark) == KEPT ? line->before : mark->state;
}

/* A line alone is named, where names are wanted. */
static char *
reading_text(const SheetPage *page, const GArray *marks, bool named)
{
	GString *text = g_string_new(NULL);
	for (gsize at = 0; at < code_presence_states.n; at++) {
		const char *state = code_presence_states.codes[at].code;
		g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
		for (guint i = 0; i < marks->len; i++) {
			const struct sheet_mark *mark = &g_array_index(marks, struct sheet_mark, i);
			if (strcmp(state_in_end(page, mark), state) == 0)
				g_array_append_val(lines, mark->line);
		}
		if (lines->len == 0)
			continue;
		const struct sheet_line *alone =
			named && lines->len == 1 ? line_at(page, g_array_index(lines, guint, 0))
						 : NULL;
		g_autofree char *numbers =
			alone != NULL ? line_words(alone) : sheet_lines_text(lines);
		g_autofree char *words = state_lines(state, numbers, lines->len);
		g_string_append_printf(text, "%s%s", text->len > 0 ? " · " : "", words);
	}
	return g_string_free(text, FALSE);
}

static char *
changes_text(const SheetPage *page, const GArray *marks)
{
	enum { NAMED = 3 };
	guint n = 0;
	g_autoptr(GString) names = g_string_new(NULL);
	for (guint i = 0; i < page->lines->len; i++) {
		const struct sheet_line *line = &g_array_index(page->lines, struct sheet_line, i);
		const struct sheet_mark *mark = mark_at(marks, line->line);
		if (line_outcome(line, mark) != CHANGED)
			continue;
		g_autofree char *words = change_words(line, mark);
		if (n < NAMED)
			g_string_append_printf(names, "%s%s", n > 0 ? ", " : "", words);
		n++;
	}
	if (n > NAMED)
		g_string_append(names, ", …");
	return n > 0 ? g_strdup_printf(i18n_count("%u earlier mark changes: %s",
						  "%u earlier marks change: %s", n),
				       n, names->str)
		     : NULL;
}

char *
sheet_page_reading(const SheetPage *page, const char *typed, int room, char **note)
{
	g_autofree char *trouble = NULL;
	g_autoptr(GArray) marks = sheet_return_read_so_far(typed, &page->numbers, &trouble);
	g_autofree char *changes = changes_text(page, marks);
	*note = changes == NULL || trouble == NULL ? g_strdup(trouble != NULL ? trouble : changes)
						   : g_strdup_printf("%s\n%s", trouble, changes);
	char *text = reading_text(page, marks, true);
	if (text_width(text) <= room)
		return text;
	g_free(text);
	return reading_text(page, marks, false);
}

/* ---- marking ------------------------------------------------------------------------------------
 */

void
sheet_return_clear(struct sheet_return *done)
{
	g_clear_pointer(&done->counts, g_array_unref);
	g_clear_pointer(&done->changed, g_ptr_array_unref);
	g_clear_pointer(&done->kept, g_ptr_array_unref);
	g_clear_pointer(&done->silent, g_ptr_array_unref);
	g_clear_pointer(&done->gone, g_ptr_array_unref);
}

static void
sheet_return_init(struct sheet_return *done)
{
	*done = (struct sheet_return){.counts = g_array_new(FALSE, TRUE, sizeof(guint)),
				      .changed = g_ptr_array_new_with_free_func(g_free),
				      .kept = g_ptr_array_new_with_free_func(g_free),
				      .silent = g_ptr_array_new_with_free_func(g_free),
				      .gone = g_ptr_array_new_with_free_func(g_free)};
	g_array_set_size(done->counts, (guint)code_presence_states.n);
}

static void
state_count(struct sheet_return *done, const char *state)
{
	const struct code *code = code_find(&code_presence_states, state);
	g_array_index(done->counts, guint, code - code_presence_states.codes)++;
}

static bool
line_mark(const SheetPage *page, Store *store, const struct sheet_line *line,
	  const struct sheet_mark *mark, struct sheet_return *done, GError **error)
{
	bool marked = false;
	enum outcome outcome = line_outcome(line, mark);
	if (outcome == SILENT || outcome == GONE) {
		g_ptr_array_add(outcome == SILENT ? done->silent : done->gone, line_words(line));
		return true;
	}
	state_count(done, outcome == KEPT ? line->before : mark->state);
	if (outcome == KEPT) {
		g_ptr_array_add(done->kept, kept_words(line));
		return true;
	}
	struct presence_said said = {.state = mark->state, .origin = "sheet"};
	if (!presence_note(store, line->attendee_id, page->half_day_id, &said, &marked, error))
		return false;
	if (outcome == CHANGED)
		g_ptr_array_add(done->changed, change_words(line, mark));
	done->marked += marked ? 1 : 0;
	done->already += marked ? 0 : 1;
	return true;
}

bool
sheet_return_mark(Store *store, gint64 sheet_id, gint64 half_day_id, const char *typed,
		  struct sheet_return *done, GError **error)
{
	sheet_return_init(done);
	g_autoptr(SheetPage) page = sheet_page_load(store, sheet_id, half_day_id, error);
	g_autoptr(GArray) marks =
		page != NULL ? sheet_return_read(typed, &page->numbers, error) : NULL;
	bool good = marks != NULL;
	for (guint i = 0; good && i < page->lines->len; i++) {
		const struct sheet_line *line = &g_array_index(page->lines, struct sheet_line, i);
		good = line_mark(page, store, line, mark_at(marks, line->line), done, error);
	}
	return good;
}

/* ---- in words -----------------------------------------------------------------------------------
 */

/* "10 present". */
static char *
count_words(const char *state, guint n)
{
	if (strcmp(state, "present") == 0)
		return g_strdup_printf(i18n_count("%u present", "%u present", n), n);
	if (strcmp(state, "excused") == 0)
		return g_strdup_printf(i18n_count("%u excused", "%u excused", n), n);
	if (strcmp(state, "represented") == 0)
		return g_strdup_printf(i18n_count("%u represented", "%u represented", n), n);
	return g_strdup_printf(i18n_count("%u absent", "%u absent", n), n);
}

char *
sheet_return_words(const struct sheet_return *done)
{
	GString *words = g_string_new(NULL);
	for (gsize at = 0; at < code_presence_states.n; at++) {
		guint n = g_array_index(done->counts, guint, at);
		if (n == 0)
			continue;
		g_autofree char *count = count_words(code_presence_states.codes[at].code, n);
		g_string_append_printf(words, "%s%s", words->len > 0 ? ", " : "", count);
	}
	if (words->len == 0)
		g_string_append(words, _("nobody was marked"));
	guint already = done->already, changed = done->changed->len;
	g_autofree char *counted = g_string_free(words, FALSE);
	g_autofree char *known =
		already == 0 ? g_steal_pointer(&counted)
			     : g_strdup_printf(i18n_count("%s (%u known already)",
							  "%s (%u known already)", already),
					       counted, already);
	if (changed == 0)
		return g_steal_pointer(&known);
	return g_strdup_printf(i18n_count("%s; %u mark changed", "%s; %u marks changed", changed),
			       known, changed);
}
