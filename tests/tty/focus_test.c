/* The terminal's own cursor stands on what has the focus: it is what a screen reader says and what
 * an input method writes at. Held against every stored screen. */
#include "test.h"

#include <string.h>

#define SCREENS "tests/tty/screens"

/* Screens on which there is no marked row: why, and where the cursor is then. */
static const struct {
	const char *prefix, *reason;
} without_row[] = {
	{"door", "in the line where one types"},
	{"palette", "in the line where one types"},
	{"gallery-checklist", "at the beginning of what is read"},
	{"gallery-gesture", "at the beginning of what is read"},
	{"gallery-general", "at the beginning of what is read"},
	{"gallery-printed", "at the beginning of what is read"},
	{"gallery-duplicates", "nothing is there"},
	{"gallery-rooms", "nothing is there"},
	{"gallery-import-", "in the line where one types"},
	{"gallery-setting-prompt", "in the line where one types"},
	{"gallery-sheet", "in the line where one types"},
	{"gallery-walk-in", "in the line where one types"},
	{"gallery-door", "in the line where one types"},
	{"gallery-palette", "in the line where one types"},
	{"gallery-calendar", "on the day or event that the head or the lines below mark"},
	{"general-", "at the beginning of what is read"},
	{"cancelled-event", "at the beginning of what is read"},
	{"cancelled-undone", "at the beginning of what is read"},
	{"cancelled-twice", "at the beginning of what is read"},
	{"new-names-town-event", "at the beginning of what is read"},
	{"cancelled-door", "at the beginning of what is read"},
	{"cancelled-calendar", "on the day or event that the head or the lines below mark"},
	{"calendar-", "on the day or event that the head or the lines below mark"},
	{"checklist-", "at the beginning of what is read"},
	{"dates-event-taken", "at the beginning of what is read"},
	{"history-", "at the beginning of what is read"},
	{"programme-empty", "nothing is there"},
	{"programme-shift", "in the line where one types"},
	{"first-run-calendar", "in the line where one types"},
	{"lists-filter", "in the line where one types"},
	{"lists-english-filter", "in the line where one types"},
	{"lists-ascii-filter", "in the line where one types"},
	{"workshops-door", "in the line where one types"},
	{"waiting-reason", "in the line where one types"},
	{"on-screen-", "in the line where one types, or at the beginning of what is read"},
	{"event", "at the beginning of what is read"},
	{"pitfall", "of another program’s letters"},
	{"mouse-hint", "at the beginning of what is read"},
	{"new-names-toast", "at the beginning of what is read"},
	{"export-made", "at the beginning of what is read"},
	{"files-", "at the beginning of what is read"},
	{"print-day", "at the beginning of what is read"},
	{"rights-addresses", "at the beginning of what is read"},
	{"sheet-typed", "at the beginning of what is read"},
	{"sheet-lines", "in the line where one types"},
	{"sheet-refused", "in the line where one types"},
	{"announce-changes", "at the beginning of what is read"},
	{"complaint-07-f", "in the line where one types"},
	{"complaint-18", "nothing can be done"},
	{"complaint-20-", "in the line where one types"},
	{"complaint-03-", "on the day or event that the head or the lines below mark"},
	{"path-names", "in the line where one types"},
	{"work-", "at the beginning of what is read"},
	{"sheet-changed", "at the beginning of what is read"},
	{"copy-", "at the beginning of what is read"},
	{"editor-", "at the beginning of what is read"},
	{"opener-", "at the beginning of what is read"},
	{"home-empty", "nothing is there"},
	{"colleague-event-gone", "nothing is there"},
	{"follow-up-", "nothing is there"},
	{"told-whole-", "nothing is there"},
	{"help-nothing", "in the line where one types"},
	{"harness", "of another program"},
	{"too-small", "nothing can be done"},
};

static bool
has_no_row(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(without_row); i++)
		if (g_str_has_prefix(name, without_row[i].prefix))
			return true;
	return false;
}

static void
screen_check(const char *name)
{
	g_autofree char *path = g_build_filename(SCREENS, name, NULL);
	g_autofree char *text = NULL;
	int columns = 0, rows = 0, y = 0, x = 0;
	assert_true(g_file_get_contents(path, &text, NULL, NULL));
	if (sscanf(text, "---- %dx%d, cursor %d,%d", &columns, &rows, &y, &x) != 4)
		return; /* the cursor is hidden: of another program */
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	if (y == 1 && !has_no_row(name))
		fail_msg("%s: the cursor stands in the first row", name);
	bool marked = strpbrk(lines[y], "<>") != NULL || strstr(lines[y], "»") != NULL;
	if (!marked && !has_no_row(name))
		fail_msg("%s: the cursor stands at %d,%d, and no row is marked there: %s", name, y,
			 x, lines[y]);
}

static void
cursor__stands__on_the_row_that_is_marked(void **state)
{
	(void)state;
	g_autoptr(GDir) folder = g_dir_open(SCREENS, 0, NULL);
	const char *name = NULL;
	guint n = 0;
	assert_non_null(folder);
	for (; (name = g_dir_read_name(folder)) != NULL; n++)
		screen_check(name);
	assert_in_range(n, 50, 1000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cursor__stands__on_the_row_that_is_marked),
	};
	return test_run("focus", tests);
}
