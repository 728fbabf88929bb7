/* Workshops that a form asked about: which sessions its cells mean, in which order they are wished.
 */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/programme.h"
#include "intake/import_attendees.h"

/* ---- which session ------------------------------------------------------------------------------
 */

/* How a cell names a session, the surest last: by the words its title begins with ("Atelier 2"), by
 * those it ends with ("premiers secours"), with something before it ("2. Atelier 1 : …"), exactly.
 */
enum naming {
	NAMED_NOT,
	NAMED_BY_BEGINNING,
	NAMED_BY_END,
	NAMED_WITHIN,
	NAMED_EXACTLY,
};

/* Less than this names nothing. */
#define KEY_LEAST 4

static bool
words_begin(const char *title, const char *typed)
{
	gsize n = strlen(typed);
	return strncmp(title, typed, n) == 0 && title[n] == ' ';
}

static bool
words_end(const char *title, const char *typed)
{
	gsize n = strlen(typed), all = strlen(title);
	return all > n && g_str_has_suffix(title, typed) && title[all - n - 1] == ' ';
}

static enum naming
session_naming(const struct attendees *attendees, guint session, const char *key, const char *words)
{
	const char *title = attendees->session_keys[session];
	const char *title_words = attendees->session_words[session];
	if (strcmp(title, key) == 0)
		return NAMED_EXACTLY;
	if (strlen(title) >= KEY_LEAST && g_str_has_suffix(key, title))
		return NAMED_WITHIN;
	if (strlen(key) < KEY_LEAST)
		return NAMED_NOT;
	if (words_end(title_words, words))
		return NAMED_BY_END;
	return words_begin(title_words, words) ? NAMED_BY_BEGINNING : NAMED_NOT;
}

/* What two sessions answer to alike, none is meant by: 0. */
static gint64
session_named(const struct attendees *attendees, const char *typed, bool within)
{
	g_autofree char *key = text_search_key(typed);
	g_autofree char *words = text_words_key(typed);
	enum naming best = NAMED_NOT;
	gint64 found = 0;
	for (guint i = 0; *key != '\0' && i < attendees->sessions->n; i++) {
		enum naming naming = session_naming(attendees, i, key, words);
		if (naming == NAMED_NOT || naming < best || (naming == NAMED_WITHIN && !within))
			continue;
		found = naming == best ? 0 : ((struct row_head *)attendees->sessions->row[i])->id;
		best = naming;
	}
	return found;
}

static gint64
session_called(const struct attendees *attendees, const char *typed)
{
	return session_named(attendees, typed, true);
}

/* ---- cells that list sessions -------------------------------------------------------------------
 */

static void
choice_add(struct declared *declared, gint64 session_id, gint64 rank)
{
	for (guint i = 0; i < declared->choices->len; i++)
		if (g_array_index(declared->choices, struct session_choice, i).session_id ==
		    session_id)
			return;
	struct session_choice choice = {session_id, rank};
	g_array_append_val(declared->choices, choice);
}

/* Nobody wishes for more; a cell of thousands is none of ours. */
#define PARTS_MOST 20

/* The session that most of the parts from FROM on name together, for a title may hold the
 * separator; END receives where it ends. 0: not even the first names one. */
static gint64
longest_called(const struct attendees *attendees, char **parts, const char *separator, guint from,
	       guint *end)
{
	for (*end = g_strv_length(parts); *end > from; --*end) {
		char *behind = parts[*end];
		parts[*end] = NULL;
		g_autofree char *joined = g_strjoinv(separator, parts + from);
		parts[*end] = behind;
		/* Of a list the last one stands within the whole. */
		gint64 id = session_named(attendees, joined, *end == from + 1);
		if (id != 0)
			return id;
	}
	*end = from + 1;
	return 0;
}

/* The sessions that PARTS name one after the other (gint64). UNKNOWN receives the first part that
 * names none. */
static GArray *
parts_called(const struct attendees *attendees, char **parts, const char *separator, char **unknown)
{
	GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	guint n = g_strv_length(parts);
	for (guint from = 0, end = 0; n <= PARTS_MOST && from < n; from = end) {
		gint64 id = longest_called(attendees, parts, separator, from, &end);
		if (id != 0)
			g_array_append_val(ids, id);
		else if (*unknown == NULL && *g_strstrip(parts[from]) != '\0')
			*unknown = g_strdup(parts[from]);
	}
	return ids;
}

/* The list that CELL is, by the separator that finds most sessions. */
static GArray *
list_called(const struct attendees *attendees, const char *cell, char **unknown)
{
	static const char *const separators[] = {";", "\n", ","};
	GArray *best = g_array_new(FALSE, FALSE, sizeof(gint64));
	for (gsize i = 0; i < G_N_ELEMENTS(separators); i++) {
		char *first_unknown = NULL;
		g_auto(GStrv) parts = g_strsplit(cell, separators[i], -1);
		GArray *ids = parts_called(attendees, parts, separators[i], &first_unknown);
		if (ids->len > best->len) {
			GArray *worse = best;
			best = ids;
			ids = worse;
			g_free(*unknown);
			*unknown = g_steal_pointer(&first_unknown);
		}
		g_array_unref(ids);
		g_free(first_unknown);
	}
	return best;
}

/* One workshop, or several parted by ";", lines or ",". False with what names none of them: the
 * whole cell is then kept as an answer too. */
static bool
cell_take(const struct attendees *attendees, struct declared *declared, const char *cell,
	  gint64 rank, char **unknown)
{
	gint64 whole = session_called(attendees, cell);
	*unknown = g_strdup(cell);
	g_autoptr(GArray) ids = list_called(attendees, cell, unknown);
	if (ids->len < 2 && whole != 0) {
		g_array_set_size(ids, 0);
		g_array_append_val(ids, whole);
		g_clear_pointer(unknown, g_free);
	}
	for (guint i = 0; i < ids->len; i++)
		choice_add(declared, g_array_index(ids, gint64, i), rank + i);
	return *unknown == NULL;
}

/* Each title once, where it first stands; and where there is no programme yet, that alone. */
static void
unknown_say(ImportPlan *plan, guint line, const char *title)
{
	struct attendees *attendees = attendees_of(plan);
	bool programme = attendees->sessions->n > 0;
	g_autofree char *key = text_search_key(programme ? title : NULL);
	if (plan->work->quiet || !g_hash_table_add(attendees->unknown, g_steal_pointer(&key)))
		return;
	if (programme)
		say_warning(plan, line, "workshop",
			    _("“%s” is no session of the programme: it is kept as an answer"),
			    title);
	else
		say_information(plan, line, "workshop",
				_("the event has no sessions yet: the workshops asked for are kept "
				  "as answers"));
}

static void
workshop_column_read(ImportPlan *plan, guint row, struct declared *declared, int column,
		     gint64 rank)
{
	char *cell = sheet_cell(&plan->work->sheet, row, column, true);
	g_autofree char *unknown = NULL;
	if (cell == NULL || cell_take(attendees_of(plan), declared, cell, rank, &unknown)) {
		g_free(cell);
		return;
	}
	unknown_say(plan, sheet_line(&plan->work->sheet, row), unknown);
	struct leftover *left = g_new(struct leftover, 1);
	*left = (struct leftover){(guint)column, cell};
	g_ptr_array_add(declared->left, left);
}

/* ---- grids: a column a session, the rank in the cell --------------------------------------------
 */

/* "1", "2e choix", "Choix n° 3", "premier vœu"; 0: none. */
static gint64
rank_read(const char *cell)
{
	static const char *const words[] = {"premier", "deuxieme", "troisieme", "quatrieme",
					    "first",   "second",   "third",     "fourth"};
	g_autofree char *key = text_search_key(cell);
	const char *digits = strpbrk(key, "0123456789");
	gint64 rank = digits != NULL ? g_ascii_strtoll(digits, NULL, 10) : 0;
	for (gsize i = 0; rank == 0 && i < G_N_ELEMENTS(words); i++)
		if (strstr(key, words[i]) != NULL)
			rank = (gint64)i % 4 + 1;
	return rank >= 1 && rank <= 20 ? rank : 0;
}

/* The session in the brackets that forms put behind the question of a grid. */
static gint64
heading_session(const struct attendees *attendees, const char *heading)
{
	const char *open = strrchr(heading, '[');
	const char *close = open != NULL ? strchr(open, ']') : NULL;
	if (close == NULL)
		return 0;
	g_autofree char *title = g_strndup(open + 1, (gsize)(close - open) - 1);
	return session_called(attendees, title);
}

void
grids_find(ImportPlan *plan)
{
	struct attendees *attendees = attendees_of(plan);
	attendees->grid = g_new0(gint64, plan->columns->len + 1);
	attendees->unknown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < plan->columns->len; i++)
		if (column_at(plan, i)->use == COLUMN_QUESTION)
			attendees->grid[i] =
				heading_session(attendees, column_at(plan, i)->heading);
}

static gint
by_rank(gconstpointer a, gconstpointer b)
{
	const struct session_choice *first = a, *second = b;
	return first->rank < second->rank ? -1 : first->rank > second->rank;
}

static void
grids_read(const struct attendees *attendees, struct declared *declared)
{
	for (guint i = 0; i < declared->left->len;) {
		const struct leftover *left = g_ptr_array_index(declared->left, i);
		gint64 session = attendees->grid[left->column];
		gint64 rank = session != 0 ? rank_read(left->text) : 0;
		if (rank == 0) {
			i++;
			continue;
		}
		choice_add(declared, session, rank);
		g_ptr_array_remove_index(declared->left, i);
	}
	g_array_sort(declared->choices, by_rank);
}

void
workshops_read(ImportPlan *plan, guint row, struct declared *declared)
{
	for (gsize i = 0; i < G_N_ELEMENTS(plan->work->at.workshop); i++)
		if (plan->work->at.workshop[i] >= 0)
			workshop_column_read(plan, row, declared, plan->work->at.workshop[i],
					     (gint64)i + 1);
	grids_read(attendees_of(plan), declared);
}
