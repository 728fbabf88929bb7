#include "exchange/separator.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "exchange/cell.h"

#define SAMPLE_BYTES   ((gsize)64 * 1024)
#define SAMPLE_RECORDS 50u

/* In the order in which equals win: French spreadsheets write ';'. */
static const char separators[] = {';', ',', '\t', '|'};

/* What one separator makes of the first records that are not blank. */
struct candidate {
	char separator;
	guint records;
	guint widths[SAMPLE_RECORDS];   /* in cells */
	guint decimals[SAMPLE_RECORDS]; /* separators between two digits */
	guint likeness[SAMPLE_RECORDS]; /* how many records are as wide as this one */
	guint model;                    /* the record that the most others are like */
};

struct record {
	guint cells;
	guint decimals;
	bool blank;
	gsize next;
};

bool
separator_accept(char separator, GError **error)
{
	bool usable =
		separator > '\0' && separator != '"' && separator != '\n' && separator != '\r';
	return usable || fail(error, ERROR_INVALID,
			      _("Cells cannot be separated by that character: choose a comma, a "
				"semicolon, a tab or a vertical bar"));
}

gsize
separator_declared(const char *text, gsize size, char *separator)
{
	if (size < 5 || g_ascii_strncasecmp(text, "sep=", 4) != 0 ||
	    memchr(separators, text[4], sizeof separators) == NULL)
		return 0;
	*separator = text[4];
	if (size == 5 || text[5] == '\n')
		return MIN(size, 6);
	if (text[5] != '\r')
		return 0;
	return size > 6 && text[6] == '\n' ? 7 : 6;
}

static bool
is_decimal(const char *text, gsize size, gsize at)
{
	return at > 0 && at + 1 < size && g_ascii_isdigit(text[at - 1]) &&
	       g_ascii_isdigit(text[at + 1]);
}

static struct record
record_read(const char *text, gsize size, gsize at, const struct dialect *dialect)
{
	struct record record = {.blank = true, .next = at};
	struct cell cell;
	do {
		cell = cell_read(text, size, record.next, dialect);
		record.cells++;
		if (cell.form == CELL_UNCLOSED ||
		    !cell_is_blank(text + cell.start, cell.end - cell.start))
			record.blank = false;
		if (!cell.last && dialect->separator == ',' && is_decimal(text, size, cell.end))
			record.decimals++;
		record.next = cell.next;
	} while (!cell.last);
	return record;
}

static void
candidate_sample(struct candidate *candidate, const char *text, gsize whole)
{
	struct dialect dialect = dialect_of(candidate->separator, false);
	gsize size = MIN(whole, SAMPLE_BYTES);
	for (gsize at = 0; at < size && candidate->records < SAMPLE_RECORDS;) {
		struct record record = record_read(text, size, at, &dialect);
		bool cut = record.next == size && size < whole;
		if (cut && candidate->records > 0)
			break;
		at = record.next;
		if (record.blank)
			continue;
		candidate->widths[candidate->records] = record.cells;
		candidate->decimals[candidate->records++] = record.decimals;
	}
}

static void
candidate_model(struct candidate *candidate)
{
	for (guint i = 0; i < candidate->records; i++) {
		for (guint j = 0; j < candidate->records; j++)
			candidate->likeness[i] += candidate->widths[j] == candidate->widths[i];
		bool first = candidate->widths[candidate->model] < 2;
		bool liked = candidate->likeness[i] > candidate->likeness[candidate->model];
		if (candidate->widths[i] > 1 && (first || liked))
			candidate->model = i;
	}
}

/* The separator must split the head; or else nearly all the rest alike, below a title or a comment.
 * Two cells made by a comma or the like are not enough for that: "Nom", then "Dupont, Jean". */
static bool
candidate_stands(const struct candidate *candidate)
{
	if (candidate->widths[candidate->model] < 2)
		return false;
	guint likeness = candidate->likeness[candidate->model];
	guint enough = candidate->separator == '\t' ? 2 : 3;
	return candidate->widths[0] > 1 || (candidate->widths[candidate->model] >= enough &&
					    likeness * 4 >= (candidate->records - 1) * 3);
}

/* 2 for each record as wide as the model, 1 for each other that is split. */
static guint
candidate_score(const struct candidate *candidate)
{
	guint score = 0;
	for (guint i = 0; i < candidate->records; i++)
		score += candidate->widths[i] == candidate->widths[candidate->model] ? 2
			 : candidate->widths[i] > 1                                  ? 1
										     : 0;
	return score;
}

/* The records agree more, or as much on more columns; "1,5" may be one number. */
static bool
candidate_beats(const struct candidate *one, const struct candidate *other)
{
	guint agreement = candidate_score(one) * other->records;
	guint rival = candidate_score(other) * one->records;
	if (agreement != rival)
		return agreement > rival;
	return one->widths[one->model] - one->decimals[one->model] >
	       other->widths[other->model] - other->decimals[other->model];
}

static gsize
bytes_count(const char *text, gsize size, char byte)
{
	gsize count = 0;
	const char *at = text, *end = text + size;
	while ((at = memchr(at, byte, (gsize)(end - at))) != NULL) {
		count++;
		at++;
	}
	return count;
}

static char
separator_of_one_column(const char *text, gsize size)
{
	char rarest = separators[0];
	gsize fewest = G_MAXSIZE;
	for (gsize i = 0; i < sizeof separators; i++) {
		gsize count = bytes_count(text, size, separators[i]);
		if (count < fewest) {
			fewest = count;
			rarest = separators[i];
		}
	}
	return rarest;
}

char
separator_find(const char *text, gsize size)
{
	struct candidate best = {.separator = '\0'};
	for (gsize i = 0; i < sizeof separators; i++) {
		struct candidate candidate = {.separator = separators[i]};
		candidate_sample(&candidate, text, size);
		if (candidate.records == 0) /* with it, nothing is there; without, a row of ";;" */
			return candidate.separator;
		candidate_model(&candidate);
		if (candidate_stands(&candidate) &&
		    (best.separator == '\0' || candidate_beats(&candidate, &best)))
			best = candidate;
	}
	return best.separator != '\0' ? best.separator : separator_of_one_column(text, size);
}
