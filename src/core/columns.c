#include "core/columns.h"

#include <string.h>

#include "base/i18n.h"
#include "core/columns_cells.h"
#include "core/columns_fields.h"
#include "core/columns_heading.h"

/* What is proposed at all, and what is more than a guess. */
enum { PROPOSED_FROM = 50, SURE_FROM = 70 };

enum reason {
	BY_HEADING,
	BY_WORD,
	BY_BOTH,
	BY_CELLS,
	AGAINST_CELLS,
	NO_FIELD,
	TECHNICAL,
	EMPTY,
	SAID_BETTER,
};

static const char *const reasons[] = {
	[BY_HEADING] = N_("by its heading"),
	[BY_WORD] = N_("by a word of its heading"),
	[BY_BOTH] = N_("by its heading and its cells"),
	[BY_CELLS] = N_("by its cells alone"),
	[AGAINST_CELLS] = N_("by its heading, but the cells look different"),
	[NO_FIELD] = N_("no field of ours: kept as a question"),
	[TECHNICAL] = N_("technical"),
	[EMPTY] = N_("empty column"),
	[SAID_BETTER] = N_("other columns say it better"),
};

struct score {
	int points;
	enum reason reason;
};

/* Scores of every column for every row of the vocabulary. */
struct scores {
	enum columns_kind kind;
	guint n;
	struct cells_look *looks; /* n */
	struct score *table;      /* n times columns_n_words */
};

static bool
words_serve(guint row, enum columns_kind kind)
{
	return (columns_words[row].kinds & (1u << kind)) != 0;
}

const struct column_field *
columns_field_at(enum columns_kind kind, guint index)
{
	for (guint row = 0; row < columns_n_words; row++) {
		if (!words_serve(row, kind) || columns_words[row].field.key == NULL)
			continue;
		if (index-- == 0)
			return &columns_words[row].field;
	}
	return NULL;
}

const struct column_field *
columns_field(enum columns_kind kind, const char *key)
{
	const struct column_field *field;
	for (guint i = 0; (field = columns_field_at(kind, i)) != NULL; i++)
		if (g_strcmp0(field->key, key) == 0)
			return field;
	return NULL;
}

/* ---- scores ------------------------------------------------------------------------------- */

static struct score
score_of(int heading, enum cells_verdict verdict)
{
	struct score score = {.points = heading, .reason = heading == 100 ? BY_HEADING : BY_WORD};
	if (verdict == CELLS_DECIDE && heading < PROPOSED_FROM)
		return (struct score){.points = 65 + heading / 2, .reason = BY_CELLS};
	if (heading == 0)
		return score;
	if (verdict == CELLS_AGREE || verdict == CELLS_DECIDE) {
		score.points = MIN(heading + 15, 100);
		score.reason = BY_BOTH;
	} else if (verdict == CELLS_DISAGREE) {
		score.points = heading - 45;
		score.reason = AGAINST_CELLS;
	}
	return score;
}

static struct score *
score_at(const struct scores *scores, guint column, guint row)
{
	return &scores->table[(gsize)column * columns_n_words + row];
}

static void
scores_fill(struct scores *scores, const char *const *heads)
{
	for (guint column = 0; column < scores->n; column++) {
		struct heading heading;
		heading_read(&heading, heads[column]);
		for (guint row = 0; row < columns_n_words; row++) {
			if (!words_serve(row, scores->kind))
				continue;
			const struct column_words *words = &columns_words[row];
			*score_at(scores, column, row) =
				score_of(heading_score(&heading, words->phrases),
					 cells_judge(&scores->looks[column], words->cells));
		}
		heading_clear(&heading);
	}
}

static guint
row_of_key(enum columns_kind kind, const char *key)
{
	for (guint row = 0; row < columns_n_words; row++)
		if (words_serve(row, kind) && g_strcmp0(columns_words[row].field.key, key) == 0)
			return row;
	return columns_n_words;
}

static bool
some_column_is(const struct scores *scores, guint row)
{
	for (guint column = 0; column < scores->n; column++)
		if (score_at(scores, column, row)->points >= SURE_FROM)
			return true;
	return false;
}

/* "Nom" alone is the last name where a first name stands beside it, and otherwise what its cells
 * say: "Zoé Élan" or "Élan". */
static void
settle_lone_name(const struct scores *scores)
{
	guint last = row_of_key(scores->kind, "last_name");
	guint first = row_of_key(scores->kind, "first_name");
	guint full = row_of_key(scores->kind, "full_name");
	if (full == columns_n_words)
		return;
	bool has_first = some_column_is(scores, first);
	for (guint column = 0; column < scores->n; column++) {
		struct score *as_last = score_at(scores, column, last);
		struct score *as_full = score_at(scores, column, full);
		if (as_last->points == 0 || as_full->points == 0)
			continue;
		bool two_words = scores->looks[column].several_words >= 60;
		struct score *other = !has_first && two_words ? as_last : as_full;
		other->points = MIN(other->points, PROPOSED_FROM - 1);
		if (!has_first && !two_words)
			as_last->points = MIN(as_last->points, 75);
	}
}

/* ---- giving fields to columns ------------------------------------------------------------- */

struct taking {
	const struct scores *scores;
	GArray *proposals;
	gboolean *row_taken; /* columns_n_words */
};

static struct column_proposal *
proposal_at(const struct taking *taking, guint column)
{
	return &g_array_index(taking->proposals, struct column_proposal, column);
}

/* The best pair of a free column and a free field; false when none is good enough. Of equals the
 * fuller column wins, then the one further left. */
static bool
best_pair(const struct taking *taking, guint *best_column, guint *best_row)
{
	int best = PROPOSED_FROM - 1;
	guint filled = 0;
	for (guint column = 0; column < taking->scores->n; column++) {
		if (proposal_at(taking, column)->use != COLUMN_QUESTION)
			continue;
		guint here = taking->scores->looks[column].filled;
		for (guint row = 0; row < columns_n_words; row++) {
			int points = score_at(taking->scores, column, row)->points;
			if (taking->row_taken[row] || points < best ||
			    (points == best && here <= filled))
				continue;
			best = points;
			filled = here;
			*best_column = column;
			*best_row = row;
		}
	}
	return best >= PROPOSED_FROM;
}

static void
take_pair(struct taking *taking, guint column, guint row)
{
	const struct score *score = score_at(taking->scores, column, row);
	struct column_proposal *proposal = proposal_at(taking, column);
	proposal->certainty = score->points;
	proposal->field = columns_words[row].field.key;
	if (proposal->field == NULL) {
		proposal->use = COLUMN_IGNORED;
		proposal->reason = _(reasons[TECHNICAL]);
		return;
	}
	proposal->use = COLUMN_FIELD;
	proposal->reason = _(reasons[score->reason]);
	taking->row_taken[row] = TRUE;
}

static struct column_proposal *
proposal_of(const struct taking *taking, const char *field)
{
	for (guint column = 0; column < taking->proposals->len; column++)
		if (g_strcmp0(proposal_at(taking, column)->field, field) == 0)
			return proposal_at(taking, column);
	return NULL;
}

static void
drop_doubled_name(const struct taking *taking)
{
	struct column_proposal *full = proposal_of(taking, "full_name");
	if (full == NULL || proposal_of(taking, "last_name") == NULL ||
	    proposal_of(taking, "first_name") == NULL)
		return;
	*full = (struct column_proposal){.use = COLUMN_IGNORED,
					 .certainty = full->certainty,
					 .reason = _(reasons[SAID_BETTER])};
}

static GArray *
proposals_new(guint n)
{
	GArray *proposals = g_array_sized_new(FALSE, TRUE, sizeof(struct column_proposal), n);
	struct column_proposal question = {.use = COLUMN_QUESTION, .reason = _(reasons[NO_FIELD])};
	for (guint column = 0; column < n; column++)
		g_array_append_val(proposals, question);
	return proposals;
}

static void
drop_empty_questions(const struct taking *taking, guint n_rows)
{
	for (guint column = 0; n_rows > 0 && column < taking->proposals->len; column++) {
		struct column_proposal *proposal = proposal_at(taking, column);
		if (proposal->use != COLUMN_QUESTION || taking->scores->looks[column].filled > 0)
			continue;
		proposal->use = COLUMN_IGNORED;
		proposal->reason = _(reasons[EMPTY]);
	}
}

GArray *
columns_propose(enum columns_kind kind, const char *const *heads, guint n, const char *const *cells,
		guint n_rows)
{
	g_autofree struct cells_look *looks = g_new0(struct cells_look, n);
	g_autofree struct score *table = g_new0(struct score, (gsize)n * columns_n_words);
	g_autofree gboolean *row_taken = g_new0(gboolean, columns_n_words);
	struct scores scores = {.kind = kind, .n = n, .looks = looks, .table = table};
	for (guint column = 0; column < n && cells != NULL; column++)
		looks[column] = cells_look_at(cells, n, n_rows, column);
	scores_fill(&scores, heads);
	settle_lone_name(&scores);
	GArray *proposals = proposals_new(n);
	struct taking taking = {.scores = &scores, .proposals = proposals, .row_taken = row_taken};
	guint column = 0, row = 0;
	while (best_pair(&taking, &column, &row))
		take_pair(&taking, column, row);
	drop_doubled_name(&taking);
	drop_empty_questions(&taking, n_rows);
	return proposals;
}
