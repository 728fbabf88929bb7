/* What single cells mean. */
#include <string.h>

#include "base/text.h"
#include "core/reference.h"
#include "intake/import_private.h"

/* ---- codes ---------------------------------------------------------------------------------- */

const char *
value_code(ImportPlan *plan, const struct code_list *list, const char *typed)
{
	g_autofree char *key = g_strconcat(list->name, "\001", typed, NULL);
	gpointer code = NULL;
	if (g_hash_table_lookup_extended(plan->work->codes, key, NULL, &code))
		return code;
	const char *found = code_parse(list, typed);
	g_hash_table_insert(plan->work->codes, g_steal_pointer(&key), (gpointer)(gsize)found);
	return found;
}

/* ---- départements --------------------------------------------------------------------------- */

#define DEPARTMENTS "department"

static void
department_take(ImportPlan *plan, const char *word, const char *code)
{
	g_autofree char *folded = text_search_key(word);
	g_hash_table_insert(plan->work->codes, g_strconcat(DEPARTMENTS "\002", folded, NULL),
			    (gpointer)(gsize)code);
}

bool
value_departments_load(Store *store, ImportPlan *plan, GError **error)
{
	g_autoptr(Rows) rows =
		store_where(store, &entity_territory, "type", value_text("department"), error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct territory *territory = rows->row[i];
		const char *code = g_intern_string(territory->code);
		department_take(plan, code, code);
		department_take(plan, territory->name, code);
		if (code[0] == '0') /* a spreadsheet took the zero away */
			department_take(plan, code + 1, code);
	}
	return rows != NULL;
}

static const char *
department_look(ImportPlan *plan, const char *word)
{
	g_autofree char *folded = text_search_key(word);
	g_autofree char *key = g_strconcat(DEPARTMENTS "\002", folded, NULL);
	return g_hash_table_lookup(plan->work->codes, key);
}

/* "34 - Hérault", "Hérault (34)", "34 Hérault": the parts must agree. */
static const char *
department_of_parts(ImportPlan *plan, const char *typed)
{
	const char *digits = typed + strcspn(typed, "0123456789");
	gsize length = strspn(digits, "0123456789abAB");
	if (length == 0 || length > 3)
		return NULL;
	g_autofree char *number = g_strndup(digits, length);
	g_autofree char *before = g_strndup(typed, (gsize)(digits - typed));
	g_autofree char *name = g_strconcat(before, " ", digits + length, NULL);
	g_autofree char *folded = text_search_key(name);
	const char *by_number = department_look(plan, number);
	if (*folded == '\0')
		return by_number;
	const char *by_name = department_look(plan, name);
	return by_name == by_number ? by_name : NULL;
}

const char *
value_department(ImportPlan *plan, const char *typed)
{
	g_autofree char *key = g_strconcat(DEPARTMENTS "\001", typed, NULL);
	gpointer code = NULL;
	if (g_hash_table_lookup_extended(plan->work->codes, key, NULL, &code))
		return code;
	const char *found = department_look(plan, typed);
	if (found == NULL)
		found = department_of_parts(plan, typed);
	g_hash_table_insert(plan->work->codes, g_steal_pointer(&key), (gpointer)(gsize)found);
	return found;
}

/* ---- length --------------------------------------------------------------------------------- */

char *
value_cut(const char *text, int length)
{
	/* A letter is a byte at least. */
	if (strlen(text) <= (gsize)length || g_utf8_strlen(text, -1) <= length)
		return NULL;
	const char *end = text;
	for (glong n = 0; *end != '\0';) { /* marks stay with their letter */
		const char *next = text_next(end);
		n += g_utf8_pointer_to_offset(end, next);
		if (next == end || n > length)
			break;
		end = next;
	}
	return g_strchomp(g_strndup(text, (gsize)(end - text)));
}
