/* The manual names every setting: its words, and the name that scripts give it. */
#include "test.h"

#include <string.h>

#include "base/i18n.h"
#include "core/setting.h"

#define MANUAL  "docs/manuel.md"
#define CHAPTER "\n## 12. "

/* The chapter of the settings. Caller frees. */
static char *
chapter_read(void)
{
	g_autofree char *text = NULL;
	GError *error = NULL;
	g_file_get_contents(MANUAL, &text, NULL, &error);
	assert_no_error(error);
	const char *start = strstr(text, CHAPTER);
	assert_non_null(start);
	const char *end = strstr(start + strlen(CHAPTER), "\n## ");
	assert_non_null(end);
	return g_strndup(start, (gsize)(end - start));
}

static void
manual__names__every_setting(void **state)
{
	(void)state;
	g_autofree char *chapter = chapter_read();
	i18n_set_language("fr");
	for (const struct setting_rule *rule = setting_rules; rule->name != NULL; rule++) {
		g_autofree char *line =
			g_strdup_printf("\n| %s | `%s` |", _(rule->label), rule->name);
		if (strstr(chapter, line) == NULL)
			fail_msg("%s has no line “%s”", MANUAL, line + 1);
	}
}

/* A setting that is gone would send people to look for it. */
static void
manual__names__no_other(void **state)
{
	(void)state;
	g_autofree char *chapter = chapter_read();
	guint lines = 0, rules = 0;
	for (const char *at = chapter; (at = strstr(at, "\n| ")) != NULL; at++)
		lines++;
	while (setting_rules[rules].name != NULL)
		rules++;
	assert_int_equal(lines, rules + 1); /* and their heads */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(manual__names__every_setting),
		cmocka_unit_test(manual__names__no_other),
	};
	return test_run("the settings in the manual", tests);
}
