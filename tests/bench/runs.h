/* What the programs that measure have in common: the runs of several commands, taken in turn. */
#ifndef BENCH_RUNS_H
#define BENCH_RUNS_H

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

/** What the runs of one command cost. */
struct runs {
	GArray *cpu_us; /* gint64, one a run: user and system together */
	gint64 peak_kb; /* the most memory that any of them held */
};

static inline void
runs_init(struct runs *runs)
{
	*runs = (struct runs){.cpu_us = g_array_new(FALSE, FALSE, sizeof(gint64))};
}

static inline void
runs_clear(struct runs *runs)
{
	g_array_unref(runs->cpu_us);
}

/** Microseconds of user and system time in USAGE. */
static inline gint64
runs_cpu(const struct rusage *usage)
{
	return ((gint64)usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * G_USEC_PER_SEC +
	       usage->ru_utime.tv_usec + usage->ru_stime.tv_usec;
}

/** The same of this process so far. */
static inline gint64
runs_own_cpu(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (gint64)now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static inline void
runs_add(struct runs *runs, gint64 cpu_us, gint64 peak_kb)
{
	g_array_append_val(runs->cpu_us, cpu_us);
	runs->peak_kb = MAX(runs->peak_kb, peak_kb);
}

static inline int
runs_compare(gconstpointer left, gconstpointer right)
{
	gint64 a = *(const gint64 *)left, b = *(const gint64 *)right;
	return (a > b) - (a < b);
}

/** The median, in microseconds. */
static inline double
runs_median(struct runs *runs)
{
	g_array_sort(runs->cpu_us, runs_compare);
	const gint64 *sorted = (const gint64 *)(const void *)runs->cpu_us->data;
	guint n = runs->cpu_us->len;
	return (double)(sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
}

/** One line: the median in milliseconds, the memory in KB, the least and the most milliseconds. */
static inline void
runs_print(struct runs *runs)
{
	double median = runs_median(runs);
	const gint64 *sorted = (const gint64 *)(const void *)runs->cpu_us->data;
	printf("%.2f %" G_GINT64_FORMAT " %.2f %.2f\n", median / 1000, runs->peak_kb,
	       (double)sorted[0] / 1000, (double)sorted[runs->cpu_us->len - 1] / 1000);
}

/** Say why measuring ends, with status 1. */
G_NORETURN static inline void
runs_give_up(const char *what, const char *why)
{
	fprintf(stderr, "%s: %s\n", what, why);
	exit(EXIT_FAILURE);
}

#endif
