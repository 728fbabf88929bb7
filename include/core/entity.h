/* What every row of the database has in common.
 *
 * Each entity is a plain struct plus one table that says what its members are: their column, kind
 * and meaning. Loading, saving, history, JSON, name=value, forms and merging are written once over
 * these tables. A column, a JSON key and a member that mean the same bear the same name, except
 * that a reference's member and column end in _id.
 */
#ifndef CORE_ENTITY_H
#define CORE_ENTITY_H

#include <glib.h>
#include <stdbool.h>

struct code_list;
struct entity;

enum field_kind {
	FIELD_TEXT,      /* char *, one line; NULL when missing, never "" */
	FIELD_LONG,      /* char *, several lines */
	FIELD_INTEGER,   /* gint64 >= 0; MISSING when missing */
	FIELD_BOOLEAN,   /* gint64 0 or 1 */
	FIELD_CODE,      /* char *, a word of field->codes */
	FIELD_DATE,      /* char *, ISO text of length 4, 7 or 10 */
	FIELD_DAY,       /* char *, ISO text of length 10 */
	FIELD_TIME,      /* char *, "09:30" */
	FIELD_INSTANT,   /* char *, "2026-11-23T08:30:00Z" */
	FIELD_REFERENCE, /* gint64, the id of a row of field->target; 0 when missing */
};

/** An integer that is not known. */
#define MISSING ((gint64)-1)

enum field_flag {
	FIELD_REQUIRED = 1 << 0, /* never missing */
	FIELD_OWNER = 1 << 1,    /* the row belongs to the target and goes when it goes */
	FIELD_KEPT = 1 << 2,     /* never goes back: undo leaves it (data model, rule 14) */
	FIELD_PERSONAL = 1 << 3, /* blanked when the person is forgotten (rule 15) */
	FIELD_DERIVED = 1 << 4,  /* made by entity->prepare from other members */
	FIELD_INTERNAL = 1 << 5, /* not for people: neither form, JSON nor name=value */
	FIELD_DETACHED = 1 << 6, /* a reference that is cleared when its target goes */
	FIELD_FLEETING = 1 << 7, /* in no image of the history: gone for good once it is cleared */
};

struct field {
	const char *name;  /* column */
	const char *label; /* English msgid, NULL for internal ones */
	enum field_kind kind;
	unsigned flags; /* of enum field_flag */
	gsize offset;   /* of the member */
	const struct code_list *codes;
	const struct entity *target;
	int length; /* longest text in characters; 0: 4000 for a line, 100000 for several */
};

struct entity {
	const char *table;
	const char *label; /* what people call one row; English msgid */
	gsize size;        /* of the struct; it begins with gint64 id, rev */
	const struct field *fields;
	guint n_fields;
	void (*prepare)(
		void *row); /* sets the derived members before a write; NULL if there are none */
};

/** The two members that every row begins with. */
struct row_head {
	gint64 id;  /* 0 until inserted */
	gint64 rev; /* rises at each change */
};

/** One value, as statements bind it and rows give it. */
struct value {
	enum { VALUE_NULL, VALUE_INTEGER, VALUE_TEXT } type;
	gint64 integer;
	const char *text; /* borrowed */
};

/** A row on the heap in which everything is missing. Free with entity_free(). */
void *entity_new(const struct entity *entity);

/** The same in place: ROW has entity->size bytes. */
void entity_init(const struct entity *entity, void *row);

/** Free what ROW's members own; ROW may be used again after entity_init(). */
void entity_clear(const struct entity *entity, void *row);

/** Free the row too. NULL is allowed. */
void entity_free(const struct entity *entity, void *row);

/** A deep copy, id and rev included. Free with entity_free(). */
void *entity_copy(const struct entity *entity, const void *row);

/** The field of column NAME, or NULL. */
const struct field *entity_field(const struct entity *entity, const char *name);

/** A member as a value; text is borrowed from ROW. */
struct value field_get(const struct field *field, const void *row);

/** Set a member from a value; text is copied. No check. */
void field_set(const struct field *field, void *row, struct value value);

/** True when the member is missing. */
bool field_missing(const struct field *field, const void *row);

/** Read TYPED (a person's or a script's text) into the member by its kind: numbers, yes/no, codes
 * or their labels in either language, dates (against TODAY), times. NULL or blank clears it.
 * References are not read here. ERROR_INVALID names the field and says what was expected; the
 * member is then unchanged. */
bool field_read(const struct field *field, void *row, const char *typed, const char *today,
		GError **error);

/** The member in words for people; "" when missing. References give "". Caller frees. */
char *field_text(const struct field *field, const void *row);

/** True when the member may stay as it is: it follows the rules of its kind, or is missing and may
 * be. */
bool field_valid(const struct field *field, const void *row);

/** Check a whole row: what is required is there, lengths, dates, times, codes. */
bool entity_check(const struct entity *entity, const void *row, GError **error);

bool value_equal(struct value a, struct value b);
struct value value_text(const char *text);
struct value value_integer(gint64 integer);

/** Every tracked entity, owners before what they own; NULL ends the list. */
extern const struct entity *const entities[];

/** The entity of a table's name, or NULL. */
const struct entity *entity_of_table(const char *table);

/** Replace a text member: free the old, copy the new; "" becomes NULL. */
void text_set(char **member, const char *text);

#endif
