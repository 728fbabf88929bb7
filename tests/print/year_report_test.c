/* The figures of a year on paper, read back with poppler's tools. */
#include "base/i18n.h"
#include "fixture.h"

/* A section as core/report.h makes it, of lines "Ligne 1"…; two columns and the year before. */
struct section {
	struct report_column columns[2];
	struct report_line *lines;
	gint64 *numbers;
	GPtrArray *labels;
	struct report_table table;
};

static void
section_begin(struct section *section, enum report_section which, const char *label, guint n)
{
	*section = (struct section){
		.columns = {{.key = "events", .label = "Événements réalisés", .brief = "évén."},
			    {.key = "half_days",
			     .label = "Demi-journées",
			     .brief = "½ j.",
			     .unit = REPORT_HALVES}},
		.lines = g_new0(struct report_line, n + 1),
		.numbers = g_new0(gint64, 4 * n + 1),
		.labels = g_ptr_array_new_with_free_func(g_free),
	};
	for (guint i = 0; i < n; i++) {
		gint64 *numbers = section->numbers + 4 * i;
		g_ptr_array_add(section->labels, g_strdup_printf("Ligne %u", i + 1));
		numbers[0] = i;
		numbers[1] = 2 * (gint64)i + 1;
		numbers[2] = numbers[3] = REPORT_UNKNOWN;
		section->lines[i] = (struct report_line){.label = section->labels->pdata[i],
							 .now = numbers,
							 .before = numbers + 2};
	}
	section->table = (struct report_table){.section = which,
					       .key = "month",
					       .label = label,
					       .year = "2026",
					       .year_before = "2025",
					       .columns = section->columns,
					       .n_columns = 2,
					       .lines = section->lines,
					       .n_lines = n,
					       .lead = 1};
}

static void
section_end(struct section *section)
{
	g_free(section->lines);
	g_free(section->numbers);
	g_ptr_array_unref(section->labels);
}

static char *
read_report(const struct report_table *const *tables, guint n, const char *program,
	    const char *option, guint *pages)
{
	static const char *const notes[] = {"du 1er janvier au 31 décembre 2026",
					    "L’année n’est pas finie", NULL};
	struct year_report report = {.letterhead = fixture_letterhead(),
				     .reference = {.printed_at = "2026-11-23T09:30"},
				     .title = "Bilan de l’année 2026",
				     .notes = notes,
				     .tables = tables,
				     .n_tables = n};
	g_autofree char *path = fixture_path("year-report");
	g_autoptr(GError) error = NULL;
	bool done = print_module()->year_report(&report, path, pages, NULL, &error);
	assert_no_error(error);
	assert_true(done);
	char *said = fixture_read(program, option, path);
	g_unlink(path);
	return said;
}

static void
year_report__says__figures_years_and_differences(void **state)
{
	(void)state;
	struct section section;
	section_begin(&section, SECTION_MONTH, "Par mois", 3);
	section.lines[1].before[1] = 1;
	const struct report_table *const tables[] = {&section.table};
	guint pages = 0;
	g_autofree char *text = read_report(tables, 1, "pdftotext", "-layout", &pages);
	static const char *const words[] = {"Villes et Territoires Occitanie",
					    "BILAN",
					    "Bilan de l’année 2026",
					    "du 1er janvier au 31 décembre 2026",
					    "L’année n’est pas finie",
					    "Par mois",
					    "Ligne 2",
					    "évén.",
					    "2025",
					    "1,5", /* three halves */
					    "+1",
					    "imprimé le 23/11/2026",
					    "page 1/1"};
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		if (strstr(text, words[i]) == NULL)
			fail_msg("\"%s\" is not in:\n%s", words[i], text);
	assert_int_equal(pages, 1);
	section_end(&section);
}

/* Bars stand beside the table, not in its place; where nobody reads a form there are none. */
static void
year_report__draws__bars_of_months_alone(void **state)
{
	(void)state;
	struct section months, themes;
	section_begin(&months, SECTION_MONTH, "Par mois", 12);
	section_begin(&themes, SECTION_THEME, "Par thème", 12);
	const struct report_table *const tables[] = {&months.table, &themes.table};
	g_autofree char *structure = read_report(tables, 2, "pdfinfo", "-struct", NULL);
	assert_int_equal(fixture_count(structure, "Figure"), 1);
	assert_int_equal(fixture_count(structure, "Table"), 2);
	section_end(&months);
	section_end(&themes);
}

static void
year_report__of_many_lines__loses_none(void **state)
{
	(void)state;
	struct section section;
	section_begin(&section, SECTION_TOWN, "Par ville", 200);
	const struct report_table *const tables[] = {&section.table};
	guint pages = 0;
	g_autofree char *text = read_report(tables, 1, "pdftotext", "-layout", &pages);
	for (guint i = 1; i <= 200; i++) {
		g_autofree char *line = g_strdup_printf("Ligne %u ", i);
		if (strstr(text, line) == NULL)
			fail_msg("%s is missing", line);
	}
	assert_true(pages >= 3);
	assert_int_equal(fixture_count(text, "½ j."), pages); /* heads are repeated */
	section_end(&section);
}

static void
year_report__of_hostile_words__stays_on_the_page(void **state)
{
	(void)state;
	struct section section;
	section_begin(&section, SECTION_THEME, "Par thème", 4);
	g_autofree char *endless = g_strnfill(5000, 'x');
	section.lines[0].label = endless;
	section.lines[1].label = "Zoé \xe2\x80\xae renversée \x1b[31m";
	section.lines[2].label = "";
	const struct report_table *const tables[] = {&section.table};
	guint pages = 0;
	g_autofree char *text = read_report(tables, 1, "pdftotext", "-layout", &pages);
	assert_non_null(strstr(text, "Ligne 4"));
	assert_non_null(strstr(text, "renversée"));
	assert_null(strchr(text, '\x1b'));
	assert_true(pages <= 2);
	section_end(&section);
}

static void
year_report__of_one_year__is_the_same_bytes_twice(void **state)
{
	(void)state;
	struct section section;
	section_begin(&section, SECTION_MONTH, "Par mois", 12);
	const struct report_table *const tables[] = {&section.table};
	g_autofree char *one = read_report(tables, 1, "sha256sum", "-b", NULL);
	g_autofree char *other = read_report(tables, 1, "sha256sum", "-b", NULL);
	assert_text(one, other);
	section_end(&section);
}

int
main(void)
{
	i18n_set_language("fr");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(year_report__says__figures_years_and_differences),
		cmocka_unit_test(year_report__draws__bars_of_months_alone),
		cmocka_unit_test(year_report__of_many_lines__loses_none),
		cmocka_unit_test(year_report__of_hostile_words__stays_on_the_page),
		cmocka_unit_test(year_report__of_one_year__is_the_same_bytes_twice),
	};
	return test_run("year report", tests);
}
