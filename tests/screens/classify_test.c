#include "core/status.h"
#include "screens/screen_classify.h"
#include "test.h"

static void
letters__are__one_for_each_family_and_level(void **state)
{
	(void)state;
	const struct code_list *lists[] = {&code_families, &code_levels};
	g_autoptr(GHashTable) taken = g_hash_table_new(g_direct_hash, g_direct_equal);
	for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
		for (guint j = 0; j < lists[i]->n; j++) {
			char letter = classify_letter(lists[i]->codes[j].code);
			assert_true(letter != 0);
			assert_null(strchr("jkugmqtG", letter));
			assert_true(g_hash_table_add(taken, GINT_TO_POINTER(letter)));
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters__are__one_for_each_family_and_level),
	};
	return test_run("classify_screen", tests);
}
