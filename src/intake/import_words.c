/* What an import says about its table. */
#include <string.h>

#include "base/i18n.h"
#include "intake/import_private.h"

#define NAMED 10 /* of those let past the seats; the rest is a number */

static void G_GNUC_PRINTF(5, 0) say(ImportPlan *plan, guint line, const char *field,
				    const char *severity, const char *format, va_list arguments)
{
	if (plan->work->quiet)
		return;
	struct import_problem *problem = g_new0(struct import_problem, 1);
	problem->line = line;
	problem->field = g_strdup(field);
	problem->severity = severity;
	problem->message = g_strdup_vprintf(format, arguments);
	g_ptr_array_add(plan->problems, problem);
}

void
say_error(ImportPlan *plan, guint line, const char *field, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(plan, line, field, "error", format, arguments);
	va_end(arguments);
}

void
say_warning(ImportPlan *plan, guint line, const char *field, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(plan, line, field, "warning", format, arguments);
	va_end(arguments);
}

void
say_information(ImportPlan *plan, guint line, const char *field, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(plan, line, field, "information", format, arguments);
	va_end(arguments);
}

static int
problem_compare(gconstpointer a, gconstpointer b)
{
	const struct import_problem *const *left = a, *const *right = b;
	return (*left)->line < (*right)->line ? -1 : (*left)->line > (*right)->line;
}

void
problems_sort(ImportPlan *plan)
{
	/* GLib's sort is a merge sort: what was said of one line stays in its order. */
	g_ptr_array_sort(plan->problems, problem_compare);
}

void
changes_add(GString *changes, const char *label, const char *before, const char *after)
{
	if (changes->len > 0)
		g_string_append(changes, "; ");
	g_string_append_printf(changes, _("%s: %s → %s"), label, before != NULL ? before : "–",
			       after != NULL ? after : "–");
}

char *
line_words(guint line, const char *name)
{
	return g_strdup_printf(_("line %u: %s"), line, name);
}

void
import_line_free(struct import_line *line)
{
	g_free(line->title);
	g_free(line->reason);
	g_free(line->other);
	g_free(line->waiting);
	g_free(line->beyond);
	g_free(line);
}

char *
import_named(const GPtrArray *rows, bool beyond)
{
	g_autoptr(GString) names = g_string_new(NULL);
	guint n = 0;
	for (guint i = 0; i < rows->len; i++) {
		const struct import_line *row = g_ptr_array_index(rows, i);
		if ((beyond ? row->beyond : row->waiting) == NULL)
			continue;
		if (n++ < NAMED)
			g_string_append_printf(names, "%s%s", n > 1 ? "; " : "", row->title);
	}
	if (n > NAMED)
		g_string_append_printf(names,
				       i18n_count(" and %u other", " and %u others", n - NAMED),
				       n - NAMED);
	return n > 0 ? g_strdup(names->str) : NULL;
}

void
import_column_free(struct import_column *column)
{
	g_free(column->heading);
	g_free(column->question);
	g_free(column->reason);
	g_free(column->example);
	g_free(column);
}

void
import_problem_free(struct import_problem *problem)
{
	g_free(problem->field);
	g_free(problem->message);
	g_free(problem);
}
