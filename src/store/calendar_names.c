#include "store/calendar_sql.h"

static void
venue_free(gpointer pointer)
{
	struct calendar_venue *venue = pointer;
	g_free(venue->name);
	g_free(venue->address);
	g_free(venue->postal_code);
	g_free(venue->town);
	g_free(venue->access);
	g_free(venue);
}

void
calendar_names_begin(struct calendar_names *names, Store *store)
{
	*names = (struct calendar_names){
		.store = store,
		.kinds = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free),
		.rooms = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free),
		.venues = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, venue_free),
	};
}

void
calendar_names_end(struct calendar_names *names)
{
	g_hash_table_destroy(names->kinds);
	g_hash_table_destroy(names->rooms);
	g_hash_table_destroy(names->venues);
	g_clear_error(&names->error);
}

/* What the row with ID of a table is remembered as: made by READ, once. */
static gpointer
name_find(struct calendar_names *names, GHashTable *known, gint64 id, const char *sql,
	  store_row read)
{
	if (id == 0 || names->error != NULL)
		return NULL;
	gpointer found = g_hash_table_lookup(known, &id);
	if (found != NULL)
		return found;
	struct value args[] = {value_integer(id)};
	if (!store_each(names->store, sql, args, 1, read, &found, &names->error) || found == NULL)
		return NULL;
	g_hash_table_insert(known, g_memdup2(&id, sizeof id), found);
	return found;
}

static bool
text_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	*(gpointer *)user = store_column_text(store, cursor, 0);
	return false;
}

static bool
venue_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct calendar_venue *venue = g_new(struct calendar_venue, 1);
	*venue = (struct calendar_venue){
		.name = store_column_text(store, cursor, 0),
		.address = store_column_text(store, cursor, 1),
		.postal_code = store_column_text(store, cursor, 2),
		.town = store_column_text(store, cursor, 3),
		.access = store_column_text(store, cursor, 4),
	};
	*(gpointer *)user = venue;
	return false;
}

const char *
calendar_kind_name(struct calendar_names *names, gint64 id)
{
	return name_find(names, names->kinds, id, "SELECT name FROM kind WHERE id = $1", text_row);
}

const char *
calendar_room_name(struct calendar_names *names, gint64 id)
{
	return name_find(names, names->rooms, id, "SELECT name FROM room WHERE id = $1", text_row);
}

const struct calendar_venue *
calendar_venue(struct calendar_names *names, gint64 id)
{
	return name_find(names, names->venues, id,
			 "SELECT name, address, postal_code, town, access FROM venue WHERE id = $1",
			 venue_row);
}
