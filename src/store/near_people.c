#include "store/near_people.h"

#include "core/person.h"
#include "store/private.h"

#define WORDS_MAX 14

Rows *
people_near(Store *store, const char *const *words, guint n, const char *email_key, GError **error)
{
	g_assert(n <= WORDS_MAX);
	struct value args[WORDS_MAX + 1] = {value_text(email_key)};
	g_autoptr(GString) tail = g_string_new("WHERE erased_at IS NULL AND (email_key = $1");
	g_autoptr(GPtrArray) patterns = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < n; i++) {
		char *pattern = g_strdup_printf("%%%s%%", words[i]);
		g_ptr_array_add(patterns, pattern);
		args[i + 1] = value_text(pattern);
		g_string_append_printf(tail, " OR search_key LIKE $%u", i + 2);
	}
	g_string_append(tail, ") ORDER BY id");
	return rows_select(store, &entity_person, tail->str, args, n + 1, error);
}
