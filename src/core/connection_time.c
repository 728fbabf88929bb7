#include "core/connection_time.h"

#include <stdlib.h>

#include "base/text.h"

/* A log rounds minutes up or down: a duration that is shorter by less says nothing. */
#define ROUNDING 60

static bool
placed(const struct connection *one)
{
	return one->from != CONNECTION_UNKNOWN && one->to != CONNECTION_UNKNOWN;
}

/* ---- the threshold ------------------------------------------------------------------------------
 */

#define DAY_MINUTES (24 * 60)

bool
connection_threshold_read(const char *typed, struct connection_threshold *threshold)
{
	char *end = NULL;
	guint64 number = g_ascii_strtoull(typed, &end, 10);
	g_autofree char *unit = text_accept(end, false, NULL);
	bool percent = g_strcmp0(unit, "%") == 0;
	bool minutes = unit == NULL || g_str_has_prefix("minutes", unit);
	*threshold = (struct connection_threshold){0, 0};
	if (end == typed || *typed == '-' || number == 0 || (!percent && !minutes) ||
	    number > (percent ? 100 : DAY_MINUTES))
		return false;
	*(percent ? &threshold->percent : &threshold->minutes) = (int)number;
	return true;
}

gint64
connection_threshold_seconds(const struct connection_threshold *threshold, gint64 length)
{
	if (threshold->percent > 0)
		return length * threshold->percent / 100;
	return MIN((gint64)threshold->minutes * 60, length);
}

/* ---- completing ---------------------------------------------------------------------------------
 */

static gint64
order_key(const struct connection *one)
{
	return one->from != CONNECTION_UNKNOWN ? one->from : one->to;
}

static int
by_time(const void *a, const void *b)
{
	gint64 first = order_key(a), second = order_key(b);
	return first < second ? -1 : first > second;
}

/* Who joins again without having left was there all the time. */
static void
ends_pair(struct connection *connections, guint n)
{
	struct connection *open = NULL;
	for (guint i = 0; i < n; i++) {
		struct connection *one = &connections[i];
		bool starts = one->from != CONNECTION_UNKNOWN, ends = one->to != CONNECTION_UNKNOWN;
		if (one->seconds >= 0 || starts == ends)
			continue;
		if (starts && open == NULL) {
			open = one;
		} else if (open != NULL) {
			open->to = ends ? one->to : CONNECTION_UNKNOWN;
			open = ends ? NULL : open;
			one->from = one->to = CONNECTION_UNKNOWN;
		}
	}
}

static void
end_complete(struct connection *one, gint64 end)
{
	if (one->from != CONNECTION_UNKNOWN && one->to == CONNECTION_UNKNOWN)
		one->to = one->seconds >= 0 ? one->from + one->seconds : end;
	else if (one->from == CONNECTION_UNKNOWN && one->to != CONNECTION_UNKNOWN)
		one->from = one->seconds >= 0 ? one->to - one->seconds : CONNECTION_UNKNOWN;
	if (!placed(one) || one->to < one->from)
		one->from = one->to = CONNECTION_UNKNOWN;
}

void
connections_complete(struct connection *connections, guint n, gint64 end)
{
	if (n == 0)
		return;
	qsort(connections, n, sizeof *connections, by_time);
	ends_pair(connections, n);
	for (guint i = 0; i < n; i++)
		end_complete(&connections[i], end);
}

/* ---- counting -----------------------------------------------------------------------------------
 */

/* How much of a connection's time somebody was there, in thousandths. */
#define DENSE 1000

struct edge {
	gint64 at;
	int density;
	int step; /* +1 begins, -1 ends */
};

static int
by_edge(const void *a, const void *b)
{
	const struct edge *first = a, *second = b;
	return first->at < second->at ? -1 : first->at > second->at;
}

bool
connection_is_spread(const struct connection *one)
{
	return placed(one) && one->seconds >= 0 && one->seconds + ROUNDING <= one->to - one->from;
}

static gint64
clip(gint64 at, const struct connection_window *window)
{
	return CLAMP(at, window->from, window->to);
}

/* What lacks is taken to lack outside of the windows first. */
static int
density_of(const struct connection *one, const struct connection_window *windows, guint n_windows)
{
	gint64 within = 0;
	if (!connection_is_spread(one))
		return DENSE;
	for (guint i = 0; i < n_windows; i++)
		within += clip(one->to, &windows[i]) - clip(one->from, &windows[i]);
	return one->seconds >= within ? DENSE : (int)(one->seconds * DENSE / within);
}

static GArray *
edges_of(const struct connection *connections, const int *densities, guint n,
	 const struct connection_window *window)
{
	GArray *edges = g_array_new(FALSE, FALSE, sizeof(struct edge));
	for (guint i = 0; i < n; i++) {
		const struct connection *one = &connections[i];
		if (!placed(one))
			continue;
		struct edge begin = {clip(one->from, window), densities[i], 1};
		struct edge end = {clip(one->to, window), begin.density, -1};
		if (begin.at < end.at) {
			g_array_append_val(edges, begin);
			g_array_append_val(edges, end);
		}
	}
	g_array_sort(edges, by_edge);
	return edges;
}

/* At each moment the densest connection counts. */
static gint64
window_seconds(const struct connection *connections, const int *densities, guint n,
	       const struct connection_window *window)
{
	g_autoptr(GArray) edges = edges_of(connections, densities, n, window);
	guint open[DENSE + 1] = {0};
	gint64 sum = 0, since = 0;
	int densest = 0;
	for (guint i = 0; i < edges->len; i++) {
		const struct edge *edge = &g_array_index(edges, struct edge, i);
		sum += (edge->at - since) * densest;
		since = edge->at;
		open[edge->density] += (guint)edge->step;
		densest = MAX(densest, edge->density);
		while (densest > 0 && open[densest] == 0)
			densest--;
	}
	return (sum + DENSE / 2) / DENSE;
}

void
connections_seconds(const struct connection *connections, guint n,
		    const struct connection_window *windows, guint n_windows, gint64 *seconds)
{
	g_autofree int *densities = g_new(int, n + 1);
	for (guint i = 0; i < n; i++)
		densities[i] = density_of(&connections[i], windows, n_windows);
	for (guint i = 0; i < n_windows; i++)
		seconds[i] = window_seconds(connections, densities, n, &windows[i]);
}

gint64
connections_length(const struct connection *connections, guint n)
{
	struct connection_window whole = {G_MAXINT64, G_MININT64};
	gint64 untimed = 0, timed = 0;
	for (guint i = 0; i < n; i++) {
		const struct connection *one = &connections[i];
		if (placed(one)) {
			whole.from = MIN(whole.from, one->from);
			whole.to = MAX(whole.to, one->to);
		} else if (one->seconds > 0) {
			untimed += one->seconds;
		}
	}
	if (whole.from < whole.to)
		connections_seconds(connections, n, &whole, 1, &timed);
	return untimed + timed;
}
