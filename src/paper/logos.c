#include "paper/logos.h"

#include "core/reference.h"

static bool
logo_add(struct paper *paper, Writing *writing, gint64 organisation_id, GError **error)
{
	const struct organisation *organisation =
		rows_find(paper->whole->organisations, organisation_id);
	g_autoptr(Rows) rows =
		store_of(paper->store, &entity_asset, "organisation_id", organisation_id, error);
	if (rows == NULL)
		return false;
	if (rows->n == 0)
		return true;
	gsize size = 0;
	guchar *bytes = g_base64_decode(((const struct asset *)rows->row[0])->content, &size);
	g_ptr_array_add(paper->pictures, bytes);
	writing_picture(writing, organisation != NULL ? organisation->name : NULL,
			(const char *)bytes, size);
	return true;
}

bool
logos_write(struct paper *paper, Writing *writing, GError **error)
{
	const Rows *partners = paper->whole->partners;
	g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; i < partners->n; i++) {
		struct partner *partner = partners->row[i];
		if (g_hash_table_add(seen, &partner->organisation_id) &&
		    !logo_add(paper, writing, partner->organisation_id, error))
			return false;
	}
	return true;
}
