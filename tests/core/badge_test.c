#include "core/badge.h"

#include <string.h>

#include "base/id.h"
#include "test.h"

static void
badge_code__is__the_same_for_ever(void **state)
{
	(void)state;
	char code[BADGE_LETTERS + 1], again[BADGE_LETTERS + 1];
	badge_code("0b0e7b52-52f0-4c5e-9d35-0a6a4a7e7a11", code);
	badge_code("0b0e7b52-52f0-4c5e-9d35-0a6a4a7e7a11", again);
	assert_text(code, again);
	assert_int_equal(strspn(code, "bcdefghijklnoprstuvxy"), BADGE_LETTERS);
	/* printed badges must stay good: this one was printed */
	assert_text(code, "ihpbusxsdnr");
}

static void
badge_code__tells__people_apart(void **state)
{
	(void)state;
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < 20000; i++) {
		g_autofree char *uid = id_uuid();
		char code[BADGE_LETTERS + 1];
		badge_code(uid, code);
		assert_true(g_hash_table_add(seen, g_strdup(code)));
	}
}

static void
badge_read__finds__every_wrong_letter(void **state)
{
	(void)state;
	char code[BADGE_LETTERS + 1], read[BADGE_LETTERS + 1];
	badge_code("0b0e7b52-52f0-4c5e-9d35-0a6a4a7e7a11", code);
	g_autofree char *loud = g_ascii_strup(code, -1);
	g_autofree char *padded = g_strdup_printf("  %s\t", loud);
	assert_true(badge_read(padded, read));
	assert_text(read, code);
	for (guint i = 0; i < BADGE_LETTERS; i++)
		for (const char *letter = "bcdefghijklnoprstuvxy"; *letter != '\0'; letter++) {
			g_autofree char *slip = g_strdup(code);
			slip[i] = *letter;
			assert_int_equal(badge_read(slip, read), *letter == code[i]);
		}
	assert_false(badge_read("", read));
	assert_false(badge_read("élan", read));
	assert_false(badge_read("bcdefghijkm", read));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(badge_code__is__the_same_for_ever),
		cmocka_unit_test(badge_code__tells__people_apart),
		cmocka_unit_test(badge_read__finds__every_wrong_letter),
	};
	return test_run("badge", tests);
}
