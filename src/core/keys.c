#include "core/keys.h"

#include <glib.h>

#include "base/text.h"

void
key_set(char **member, char *key)
{
	g_free(*member);
	if (*key == '\0') {
		g_free(key);
		key = g_strdup(" ");
	}
	*member = key;
}

void
key_set_joined(char **member, const char *const *texts, int n)
{
	g_autoptr(GString) key = g_string_new(NULL);
	for (int i = 0; i < n; i++) {
		if (texts[i] == NULL)
			continue;
		g_autofree char *part = text_search_key(texts[i]);
		if (key->len > 0)
			g_string_append_c(key, '\001');
		g_string_append(key, part);
	}
	key_set(member, g_string_free(g_steal_pointer(&key), FALSE));
}
