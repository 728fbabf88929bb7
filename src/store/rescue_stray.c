/* Pages of a damaged file that no tree has, or that two trees want: whose they are. */
#include <string.h>

#include "base/error.h"
#include "store/rescue_private.h"

/* How many records of a page could be rows of a table, and of how many its history says so. */
struct vote {
	const struct rescue *rescue;
	GHashTable *latest;
	guint records;
	guint *fits, *named; /* by table */
};

static void
vote_reader(const struct sqlite_page_record *record, gpointer user)
{
	struct vote *vote = user;
	vote->records++;
	const struct rescue_latest *latest = g_hash_table_lookup(vote->latest, &record->rowid);
	for (guint i = 0; i < vote->rescue->tables->len; i++) {
		const struct rescue_table *table = vote->rescue->tables->pdata[i];
		if (!rescue_record_fits(table, record, true))
			continue;
		vote->fits[i]++;
		vote->named[i] += latest != NULL && strcmp(latest->table, table->name) == 0;
	}
}

/* True when the rules of the entity have nothing against the row, and its keys fit its names. */
static bool
record_is_valid(const struct rescue_table *table, const struct sqlite_page_record *record)
{
	const struct entity *entity = table->entity;
	void *row = entity_new(entity);
	bool valid = true;
	for (guint i = 0; i < record->n; i++) {
		const struct field *field = entity_field(entity, rescue_column_at(table, i)->name);
		if (field != NULL)
			field_set(field, row, record->value[i]);
	}
	for (guint i = 0; valid && i < entity->n_fields; i++)
		valid = field_valid(&entity->fields[i], row);
	valid = valid && (entity->prepare == NULL || rescue_keys_agree(entity, row));
	entity_free(entity, row);
	return valid;
}

/* Keys that fit the names tell more than that no rule is against a row. */
static void
valid_reader(const struct sqlite_page_record *record, gpointer user)
{
	struct vote *vote = user;
	for (guint i = 0; i < vote->rescue->tables->len; i++) {
		const struct rescue_table *table = vote->rescue->tables->pdata[i];
		if (table->entity != NULL && rescue_record_fits(table, record, true) &&
		    record_is_valid(table, record))
			vote->named[i] += table->entity->prepare != NULL ? 2 : 1;
	}
}

static bool
is_candidate(const struct vote *vote, guint i, bool listed)
{
	const struct rescue_table *table = vote->rescue->tables->pdata[i];
	return table->listed == listed && vote->fits[i] > 0 && vote->fits[i] * 2 >= vote->records;
}

/* The one candidate, or the one with the most votes. */
static struct rescue_table *
candidate_choose(const struct vote *vote, bool listed, guint *candidates)
{
	struct rescue_table *found = NULL;
	guint most = 0;
	bool even = false;
	*candidates = 0;
	for (guint i = 0; i < vote->rescue->tables->len; i++) {
		if (!is_candidate(vote, i, listed))
			continue;
		(*candidates)++;
		if (found != NULL && vote->named[i] == most)
			even = true;
		if (found == NULL || vote->named[i] > most) {
			found = vote->rescue->tables->pdata[i];
			most = vote->named[i];
			even = false;
		}
	}
	return even ? NULL : found;
}

/* The table of a stray page: at least half of its records fit. Of several such tables the history
 * decides, which names the table of every row; where it knows of none, the rules of the entities.
 * NULL when it cannot be told. */
static struct rescue_table *
stray_table(struct vote *vote, guint32 page, bool listed)
{
	guint candidates = 0;
	struct rescue_table *found = candidate_choose(vote, listed, &candidates);
	if (found != NULL || candidates == 0)
		return found;
	memset(vote->named, 0, sizeof *vote->named * vote->rescue->tables->len);
	sqlite_page_read(&vote->rescue->map, page, valid_reader, vote);
	return candidate_choose(vote, listed, &candidates);
}

static bool
is_stray(const struct rescue *rescue, guint32 page, struct sqlite_page_head *head)
{
	gint owner = rescue->map.owner[page];
	return (owner == OWNER_NONE || owner == OWNER_SEVERAL) && rescue->file.used[page] == 0 &&
	       sqlite_page_head(&rescue->file, page, head) && head->n > 0 &&
	       head->kind != SQLITE_PAGE_TABLE_INNER;
}

/* Nothing is missing from a tree that could be followed whole and has every row that is known: a
 * page that looks like one of its own is what was there before. The history only grows. */
static bool
is_wanted(const struct rescue *rescue, const struct rescue_table *table, guint32 page)
{
	return table->listed || table->root < 0 || rescue->map.broken[table->root] > 0 ||
	       table->incomplete || rescue->map.owner[page] == OWNER_SEVERAL;
}

static void
stray_take(struct rescue *rescue, guint32 page, bool listed, GHashTable *latest, GError **error)
{
	struct sqlite_page_head head;
	if (!is_stray(rescue, page, &head) || (head.kind != SQLITE_PAGE_TABLE_LEAF) != listed)
		return;
	g_autofree guint *fits = g_new0(guint, rescue->tables->len);
	g_autofree guint *named = g_new0(guint, rescue->tables->len);
	struct vote vote = {.rescue = rescue, .latest = latest, .fits = fits, .named = named};
	guint unread = sqlite_page_read(&rescue->map, page, vote_reader, &vote);
	struct rescue_table *table = stray_table(&vote, page, listed);
	if (table == NULL && !listed)
		rescue->report->unplaced += vote.records;
	if (table == NULL || !is_wanted(rescue, table, page))
		return;
	struct rescue_reading reading = {.rescue = rescue,
					 .table = table,
					 .stray = true,
					 .latest = latest};
	sqlite_page_read(&rescue->map, page, rescue_row_reader, &reading);
	table->torn += unread;
	rescue->file.used[page] = reading.taken > 0;
	if (reading.error != NULL)
		g_propagate_error(error, reading.error);
}

bool
rescue_strays(struct rescue *rescue, bool listed, GHashTable *latest, GError **error)
{
	for (guint i = 0; i < rescue->tables->len; i++) {
		struct rescue_table *table = rescue->tables->pdata[i];
		table->incomplete = rescue_ids_missing(table) > 0;
	}
	for (guint32 page = 1; page <= rescue->file.n; page++) {
		GError *reason = NULL;
		stray_take(rescue, page, listed, latest, &reason);
		if (reason != NULL) {
			g_propagate_error(error, reason);
			return false;
		}
	}
	return true;
}
