#include "screens/palette_private.h"

#include <string.h>

#include "app/state.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/event.h"
#include "core/fuzzy.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/place.h"
#include "store/index.h"

/* More than anybody reads: one types on. */
#define SHOWN_MAX 100

/* What was used last goes before what answers a little better. */
#define RECENT_BONUS 15

/* What cannot be done here is found when it is looked for, behind all that can. */
#define SCORES     (FUZZY_BEST + RECENT_BONUS + 1)
#define IMPOSSIBLE 1

struct palette_index {
	char **keys; /* of the actions, as they stand in their table */
	bool *possible;
	Index *rows[PALETTE_KINDS]; /* NULL: actions, or it could not be read */
	guint64 *letters[PALETTE_KINDS];
	enum palette_kind unread; /* the next kind to be read */
	GArray *recent;           /* struct candidate, the latest first */
	guint n_actions;
};

const struct noun *
palette_noun(enum palette_kind kind)
{
	static const struct noun *const of_kind[PALETTE_KINDS] = {
		[PALETTE_EVENT] = &noun_event,
		[PALETTE_PERSON] = &noun_person,
		[PALETTE_ORGANISATION] = &noun_organisation,
		[PALETTE_VENUE] = &noun_venue,
	};
	return of_kind[kind];
}

char *
palette_item(const struct candidate *candidate)
{
	if (candidate->kind == PALETTE_ACT)
		return g_strdup_printf("act %s", actions[candidate->id].id);
	if (candidate->kind == PALETTE_DAY)
		return g_strdup_printf("day %" G_GINT64_FORMAT, candidate->id);
	return g_strdup_printf("%s %" G_GINT64_FORMAT, palette_noun(candidate->kind)->name,
			       candidate->id);
}

/* ---- reading ------------------------------------------------------------------------------------
 */

/* Each word of the label is a beginning, and so is the whole. */
static char *
action_key(const struct action *action)
{
	g_autofree char *words = text_words_key(_(action->label));
	g_autofree char *whole = text_search_key(_(action->label));
	g_strdelimit(words, " ", '|');
	return g_strdup_printf("%s|%s", words, whole);
}

static void
actions_read(struct palette_index *index, guint64 contexts)
{
	while (actions[index->n_actions].act != ACT_NONE)
		index->n_actions++;
	index->keys = g_new0(char *, index->n_actions + 1);
	index->possible = g_new0(bool, index->n_actions);
	for (guint i = 0; i < index->n_actions; i++) {
		index->keys[i] = action_key(&actions[i]);
		index->possible[i] = (actions[i].contexts & contexts) != 0;
	}
}

static void
rows_read(struct palette_index *index, struct ui *ui, enum palette_kind kind)
{
	GError *error = NULL;
	Index *rows = store_index(ui->store, palette_noun(kind)->entity, NULL, 0, NULL, false, true,
				  &error);
	ui_fail(ui, error);
	index->rows[kind] = rows;
	if (rows == NULL)
		return;
	index->letters[kind] = g_new(guint64, rows->n + 1);
	for (guint i = 0; i < rows->n; i++)
		index->letters[kind][i] = fuzzy_letters(rows->key[i]);
}

static bool
row_is_there(struct ui *ui, enum palette_kind kind, gint64 id)
{
	const struct entity *entity = palette_noun(kind)->entity;
	void *row = store_get(ui->store, entity, id, NULL);
	entity_free(entity, row);
	return row != NULL;
}

/* What is gone, or cannot be done here, is passed over. */
static bool
recent_read(const struct palette_index *index, struct ui *ui, const char *item,
	    struct candidate *candidate)
{
	const char *blank = strchr(item, ' ');
	gsize length = blank != NULL ? (gsize)(blank - item) : 0;
	*candidate = (struct candidate){.recent = true, .possible = true};
	for (guint i = 0; length == 3 && i < index->n_actions; i++)
		if (strcmp(actions[i].id, blank + 1) == 0 && index->possible[i]) {
			candidate->id = i;
			return memcmp(item, "act", 3) == 0;
		}
	for (int kind = PALETTE_EVENT; blank != NULL && kind < PALETTE_KINDS; kind++) {
		const char *name = palette_noun((enum palette_kind)kind)->name;
		candidate->kind = (enum palette_kind)kind;
		candidate->id = g_ascii_strtoll(blank + 1, NULL, 10);
		if (strlen(name) == length && memcmp(item, name, length) == 0)
			return row_is_there(ui, candidate->kind, candidate->id);
	}
	return false;
}

struct palette_index *
palette_index_new(struct ui *ui, guint64 contexts)
{
	struct palette_index *index = g_new0(struct palette_index, 1);
	actions_read(index, contexts);
	index->unread = PALETTE_EVENT;
	index->recent = g_array_new(FALSE, FALSE, sizeof(struct candidate));
	g_auto(GStrv) items = state_recent(store_path(ui->store));
	for (guint i = 0; items[i] != NULL; i++) {
		struct candidate candidate;
		if (recent_read(index, ui, items[i], &candidate))
			g_array_append_val(index->recent, candidate);
	}
	return index;
}

bool
palette_index_read(struct palette_index *index, struct ui *ui)
{
	if (index->unread < PALETTE_KINDS)
		rows_read(index, ui, index->unread++);
	return index->unread < PALETTE_KINDS;
}

void
palette_index_free(struct palette_index *index)
{
	for (int kind = PALETTE_EVENT; kind < PALETTE_KINDS; kind++) {
		index_free(index->rows[kind]);
		g_free(index->letters[kind]);
	}
	g_array_unref(index->recent);
	g_strfreev(index->keys);
	g_free(index->possible);
	g_free(index);
}

/* ---- finding ------------------------------------------------------------------------------------
 */

static bool
is_recent(const struct palette_index *index, enum palette_kind kind, gint64 id)
{
	for (guint i = 0; i < index->recent->len; i++) {
		const struct candidate *one = &g_array_index(index->recent, struct candidate, i);
		if (one->kind == kind && one->id == id)
			return true;
	}
	return false;
}

/* The best SHOWN_MAX and what comes in between: few are kept, whatever answers. */
struct finding {
	const struct palette_index *index;
	GArray *best[SCORES]; /* struct candidate by score; NULL: none */
	guint n;
};

static void
finding_add(struct finding *finding, enum palette_kind kind, gint64 id, int score, bool possible)
{
	bool recent = is_recent(finding->index, kind, id);
	int rank = !possible ? IMPOSSIBLE : score + (recent ? RECENT_BONUS : 0);
	struct candidate candidate = {kind, id, score, recent, possible};
	finding->n++;
	if (finding->best[rank] == NULL)
		finding->best[rank] = g_array_new(FALSE, FALSE, sizeof candidate);
	if (finding->best[rank]->len < SHOWN_MAX)
		g_array_append_val(finding->best[rank], candidate);
}

/* The words of a label are known one by one, those of rows are not: the middle of one, which finds
 * a word of a name, is a weak answer here. */
#define WHOLE_WORDS 65
#define WEAKER      25

static void
find_actions(struct finding *finding, const struct fuzzy *fuzzy)
{
	const struct palette_index *index = finding->index;
	for (guint i = 0; i < index->n_actions; i++) {
		int score = fuzzy_score(fuzzy, index->keys[i]);
		if (score > 0 && score < WHOLE_WORDS)
			score = MAX(score - WEAKER, IMPOSSIBLE + 1);
		if (score > 0 && actions[i].act != ACT_PALETTE)
			finding_add(finding, PALETTE_ACT, i, score, index->possible[i]);
	}
}

static void
find_rows(struct finding *finding, const struct fuzzy *fuzzy, enum palette_kind kind)
{
	const Index *rows = finding->index->rows[kind];
	const guint64 *letters = finding->index->letters[kind];
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		int score = fuzzy_may(fuzzy, letters[i]) ? fuzzy_score(fuzzy, rows->key[i]) : 0;
		if (score > 0)
			finding_add(finding, kind, rows->id[i], score, true);
	}
}

static GArray *
finding_end(struct finding *finding)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(struct candidate));
	for (int rank = SCORES - 1; rank >= 0; rank--) {
		GArray *best = finding->best[rank];
		guint room = SHOWN_MAX - found->len;
		if (best == NULL)
			continue;
		g_array_append_vals(found, best->data, MIN(best->len, room));
		g_array_unref(best);
	}
	return found;
}

static int
by_priority(gconstpointer a, gconstpointer b)
{
	const struct candidate *first = a, *second = b;
	int by = actions[second->id].priority - actions[first->id].priority;
	return by != 0 ? by : (int)(first->id - second->id);
}

static GArray *
nothing_typed(const struct palette_index *index)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(struct candidate));
	for (guint i = 0; i < index->n_actions; i++) {
		struct candidate candidate = {.id = i, .possible = true};
		if (index->possible[i] && actions[i].act != ACT_PALETTE &&
		    !is_recent(index, PALETTE_ACT, i))
			g_array_append_val(found, candidate);
	}
	g_array_sort(found, by_priority);
	g_array_insert_vals(found, 0, index->recent->data, index->recent->len);
	return found;
}

GArray *
palette_find(const struct palette_index *index, const char *typed, guint *all)
{
	struct fuzzy fuzzy;
	struct finding finding = {.index = index};
	fuzzy_begin(&fuzzy, typed);
	GArray *found = NULL;
	if (fuzzy.words[0] == NULL) {
		found = nothing_typed(index);
		finding.n = found->len;
	} else {
		find_actions(&finding, &fuzzy);
		for (int kind = PALETTE_EVENT; kind < PALETTE_KINDS; kind++)
			find_rows(&finding, &fuzzy, (enum palette_kind)kind);
		found = finding_end(&finding);
	}
	fuzzy_clear(&fuzzy);
	*all = finding.n;
	return found;
}

/* ---- days ---------------------------------------------------------------------------------------
 */

/* A few letters are the beginning of a name, even where they are that of a day, too. */
#define DAY_WORD_LEAST 5

bool
palette_day(const char *typed, const char *today, struct candidate *candidate)
{
	struct date_reading reading;
	bool has_digit = strpbrk(typed, "0123456789") != NULL;
	if ((!has_digit && strlen(typed) < DAY_WORD_LEAST) ||
	    !date_parse(typed, today, &reading, NULL) || reading.weekday_wrong ||
	    !date_is_day(reading.date))
		return false;
	*candidate = (struct candidate){.kind = PALETTE_DAY,
					.id = date_number(reading.date),
					.possible = true};
	return true;
}
