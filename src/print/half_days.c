#include "print/half_days.h"

#include <string.h>

#include "print/wording.h"

/* Parts of a day in their order; others come after. */
static int
part_rank(const char *part)
{
	static const char *const parts[] = {"am", "pm", "eve"};
	int rank = 0;
	while (rank < (int)G_N_ELEMENTS(parts) && g_strcmp0(part, parts[rank]) != 0)
		rank++;
	return rank;
}

static int
half_day_compare(gconstpointer one, gconstpointer other, gpointer nothing)
{
	const struct document_half_day *a = one, *b = other;
	(void)nothing;
	int order = g_strcmp0(a->day, b->day);
	if (order == 0)
		order = part_rank(a->part) - part_rank(b->part);
	return order != 0 ? order : g_strcmp0(a->start, b->start);
}

struct document_half_day *
half_days_in_order(const struct document_half_day *half_days, guint n)
{
	struct document_half_day *ordered = g_new0(struct document_half_day, n + 1);
	if (n == 0)
		return ordered;
	memcpy(ordered, half_days, n * sizeof *half_days);
	g_qsort_with_data(ordered, (int)n, sizeof *ordered, half_day_compare, NULL);
	return ordered;
}

static guint
day_length(const struct document_half_day *half_days, guint n)
{
	guint length = 1;
	while (length < n && g_strcmp0(half_days[length].day, half_days[0].day) == 0)
		length++;
	return length;
}

guint
half_days_set(const struct document_half_day *half_days, guint n)
{
	guint taken = 0;
	while (taken < n) {
		guint day = day_length(half_days + taken, n - taken);
		if (taken + day > MOST_HALF_DAYS)
			return taken > 0 ? taken : MOST_HALF_DAYS;
		taken += day;
	}
	return taken;
}

guint
half_days_count_days(const struct document_half_day *half_days, guint n)
{
	guint days = 0;
	for (guint at = 0; at < n; at += day_length(half_days + at, n - at))
		days++;
	return days;
}

char *
half_days_dates(const struct document_half_day *half_days, guint n)
{
	const char *days[MOST_HALF_DAYS];
	guint n_days = 0;
	for (guint at = 0; at < n && n_days < MOST_HALF_DAYS;
	     at += day_length(half_days + at, n - at))
		days[n_days++] = half_days[at].day;
	return wording_days(days, n_days);
}
