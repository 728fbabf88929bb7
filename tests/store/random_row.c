#include "store/random_row.h"

#include <string.h>

#include "base/date.h"
#include "core/attendee.h"
#include "core/status.h"
#include "store/private.h"

static const char *const words[] = {
	"Élan",       "atelier",    "L’Haÿ",     "Œuvre", "d’Occitanie", "Zoé",
	"«quartier»", "=SOMME(A1)", "O'Connor",  "DROP",  "\"x\"",       "日本",
	"été",        "Ñandú",      "100 %",     "a;b,c", "Saint-Jean",  "ß",
	"N° 5",       "\\n",        "{\"a\":1}", "🏘",  "%s%d",        "fin",
};

char *
random_words(GRand *rand, guint length, bool several_lines)
{
	GString *text = g_string_new(NULL);
	g_string_printf(text, "%x", g_rand_int(rand) & 0xffffff);
	guint n = (guint)g_rand_int_range(rand, 0, 5);
	for (guint i = 0; i < n; i++)
		g_string_append_printf(text, "%s%s", several_lines && i == 2 ? "\n" : " ",
				       words[g_rand_int_range(rand, 0, G_N_ELEMENTS(words))]);
	if (length > 0 && g_utf8_strlen(text->str, -1) > (glong)length)
		g_string_truncate(text, (gsize)(g_utf8_offset_to_pointer(text->str, (glong)length) -
						text->str));
	g_strchomp(text->str);
	return g_string_free(text, FALSE);
}

static bool
take_id(Store *store, struct engine_cursor *cursor, gpointer user)
{
	*(gint64 *)user = store_column_integer(store, cursor, 0);
	return false;
}

/* The id of some row for which WHERE holds. */
static gint64
id_where(GRand *rand, Store *store, const struct entity *entity, const char *where, gint64 id)
{
	gint64 n = 0, found = 0;
	struct value args[] = {value_integer(id), value_integer(0)};
	g_autofree char *count =
		g_strdup_printf("SELECT count(*) FROM %s %s", entity->table, where);
	if (!store_number(store, count, args, 1, 0, &n, NULL) || n == 0)
		return 0;
	args[1].integer = g_rand_int_range(rand, 0, (gint32)n);
	g_autofree char *sql = g_strdup_printf("SELECT id FROM %s %s ORDER BY id LIMIT 1 OFFSET $2",
					       entity->table, where);
	store_each(store, sql, args, 2, take_id, &found, NULL);
	return found;
}

gint64
random_id(GRand *rand, Store *store, const struct entity *entity)
{
	return id_where(rand, store, entity, "", 0);
}

gint64
random_id_of_few(GRand *rand, Store *store, const struct entity *entity)
{
	gint64 newest = 0;
	g_autofree char *sql = g_strdup_printf("SELECT max(id) FROM %s", entity->table);
	if (g_rand_boolean(rand))
		return random_id(rand, store, entity);
	return store_number(store, sql, NULL, 0, 0, &newest, NULL) ? newest : 0;
}

bool
entity_never_changes(const struct entity *entity)
{
	return entity == &entity_presence_mark;
}

/* A session stands on a day of its own event, a speaker on a session of it: what belongs to the
 * same event is preferred, as every screen does it. */
static gint64
random_target(GRand *rand, Store *store, const struct entity *entity, const struct field *field,
	      const void *row)
{
	const struct field *event = entity_field(entity, "event_id");
	if (event != NULL && event != field && !field_missing(event, row) &&
	    entity_field(field->target, "event_id") != NULL)
		return id_where(rand, store, field->target, "WHERE event_id = $1",
				field_get(event, row).integer);
	return random_id(rand, store, field->target);
}

static char *
random_date(GRand *rand, enum field_kind kind)
{
	char day[11];
	date_from_number(date_number("2026-01-01") + g_rand_int_range(rand, 0, 700), day);
	static const int lengths[] = {4, 7, 10, 10};
	if (kind == FIELD_DATE)
		day[lengths[g_rand_int_range(rand, 0, 4)]] = '\0';
	return g_strdup(day);
}

static char *
random_text(GRand *rand, const struct field *field)
{
	switch (field->kind) {
	case FIELD_CODE:
		return g_strdup(
			field->codes->codes[g_rand_int_range(rand, 0, (gint32)field->codes->n)]
				.code);
	case FIELD_DATE:
	case FIELD_DAY:
		return random_date(rand, field->kind);
	case FIELD_TIME:
		return g_strdup_printf("%02d:%02d", g_rand_int_range(rand, 7, 22),
				       5 * g_rand_int_range(rand, 0, 12));
	case FIELD_INSTANT:
		return g_strdup_printf("2026-%02d-%02dT%02d:00:00Z", g_rand_int_range(rand, 1, 13),
				       g_rand_int_range(rand, 1, 29),
				       g_rand_int_range(rand, 0, 24));
	case FIELD_TEXT:
	case FIELD_LONG:
	case FIELD_INTEGER:
	case FIELD_BOOLEAN:
	case FIELD_REFERENCE:
		break;
	}
	return random_words(rand, (guint)field->length, field->kind == FIELD_LONG);
}

static void
random_member(GRand *rand, Store *store, const struct entity *entity, const struct field *field,
	      void *row)
{
	if (field->kind == FIELD_REFERENCE) {
		gint64 target = random_target(rand, store, entity, field, row);
		field_set(field, row, target != 0 ? value_integer(target) : value_text(NULL));
	} else if (field->kind == FIELD_BOOLEAN) {
		field_set(field, row, value_integer(g_rand_boolean(rand)));
	} else if (field->kind == FIELD_INTEGER) {
		field_set(field, row, value_integer(g_rand_int_range(rand, 0, 60)));
	} else {
		g_autofree char *text = random_text(rand, field);
		/* Only the counters give numbers, and doctor holds them against each other. */
		bool number = strcmp(field->name, "number") == 0 && text != NULL;
		g_autofree char *rest =
			number ? g_utf8_substring(text, 1, g_utf8_strlen(text, -1)) : NULL;
		g_autofree char *named = number ? g_strconcat("n", rest, NULL) : NULL;
		field_set(field, row, value_text(number ? named : text));
	}
}

/* Made by the program: identities, keys, the calendar's bookkeeping. A given number is not. */
static bool
field_is_ours(const struct field *field)
{
	bool number = strcmp(field->name, "number") == 0;
	return (field->flags & FIELD_DERIVED) != 0 ||
	       ((field->flags & FIELD_KEPT) != 0 && !number) ||
	       strcmp(field->name, "retracts") == 0;
}

/* A mark takes back another of the same attendee and half-day, or none. */
static void
random_retraction(GRand *rand, Store *store, struct presence_mark *mark)
{
	gint64 id = g_rand_int_range(rand, 0, 4) == 0
			    ? random_id(rand, store, &entity_presence_mark)
			    : 0;
	struct presence_mark *other =
		id != 0 ? store_get(store, &entity_presence_mark, id, NULL) : NULL;
	if (other == NULL)
		return;
	mark->attendee_id = other->attendee_id;
	mark->half_day_id = other->half_day_id;
	text_set(&mark->retracts, other->nonce);
	entity_free(&entity_presence_mark, other);
}

void *
random_row(GRand *rand, Store *store, const struct entity *entity)
{
	void *row = entity_new(entity);
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		bool required = (field->flags & FIELD_REQUIRED) != 0;
		if (field_is_ours(field) || (!required && g_rand_int_range(rand, 0, 3) == 0))
			continue;
		random_member(rand, store, entity, field, row);
		if (required && field_missing(field, row)) {
			entity_free(entity, row);
			return NULL;
		}
	}
	if (entity == &entity_presence_mark)
		random_retraction(rand, store, row);
	return row;
}

/* A row stays with what it belongs to; merges alone move it. What the history does not hold cannot
 * be given back. */
static bool
field_may_change(const struct field *field)
{
	const unsigned owner = FIELD_OWNER | FIELD_REQUIRED;
	return !field_is_ours(field) && (field->flags & (FIELD_KEPT | FIELD_FLEETING)) == 0 &&
	       (field->flags & owner) != owner;
}

void
random_change(GRand *rand, Store *store, const struct entity *entity, void *row)
{
	gint32 n = g_rand_int_range(rand, 1, 4);
	for (gint32 i = 0; i < n; i++) {
		const struct field *field =
			&entity->fields[g_rand_int_range(rand, 0, (gint32)entity->n_fields)];
		if (!field_may_change(field))
			continue;
		struct value before = field_get(field, row);
		g_autofree char *kept = g_strdup(before.text);
		if ((field->flags & FIELD_REQUIRED) == 0 && g_rand_int_range(rand, 0, 4) == 0)
			field_set(field, row, value_text(NULL));
		else
			random_member(rand, store, entity, field, row);
		if ((field->flags & FIELD_REQUIRED) != 0 && field_missing(field, row))
			field_set(field, row,
				  before.type == VALUE_TEXT ? value_text(kept) : before);
	}
}
