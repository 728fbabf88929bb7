/* Rows of cells into the members of an entity. */
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/naming.h"
#include "core/person.h"
#include "intake/import_private.h"

#define LINE_LENGTH 4000
#define LONG_LENGTH 100000

enum binding {
	BOUND_NOTHING, /* left aside, or the caller's */
	BOUND_MEMBER,
	BOUND_EMAIL,
	BOUND_PHONE,
	BOUND_DEPARTMENT,
	BOUND_LEFT, /* kept as an answer or a note */
};

struct bound {
	enum binding binding;
	const struct field *field;
};

static enum binding
binding_of(const struct field *field)
{
	if (field == NULL)
		return BOUND_LEFT;
	if (strcmp(field->name, "email") == 0)
		return BOUND_EMAIL;
	if (strcmp(field->name, "phone") == 0)
		return BOUND_PHONE;
	return strcmp(field->name, "department") == 0 ? BOUND_DEPARTMENT : BOUND_MEMBER;
}

void
cells_bind(ImportPlan *plan, const struct entity *entity, const char *const *special)
{
	struct import_work *work = plan->work;
	work->at.last = column_of(plan, "last_name");
	work->at.first = column_of(plan, "first_name");
	work->at.full = column_of(plan, "full_name");
	work->at.civility = column_of(plan, "civility");
	work->at.email = column_of(plan, "email");
	work->at.key = column_of(plan, "source_key");
	work->at.stamp = column_of(plan, "registered_at");
	work->at.workshop[0] = column_of(plan, "workshop");
	work->at.workshop[1] = column_of(plan, "workshop_2");
	work->at.workshop[2] = column_of(plan, "workshop_3");
	work->bound = g_array_new(FALSE, TRUE, sizeof(struct bound));
	for (guint i = 0; i < plan->columns->len; i++) {
		const struct import_column *column = column_at(plan, i);
		struct bound bound = {.binding = BOUND_NOTHING};
		if (column->use == COLUMN_QUESTION) {
			bound.binding = BOUND_LEFT;
		} else if (column->use == COLUMN_FIELD &&
			   !g_strv_contains(special, column->field)) {
			bound.field = entity_field(entity, column->field);
			bound.binding = binding_of(bound.field);
		}
		g_array_append_val(work->bound, bound);
	}
}

void
leftover_free(struct leftover *leftover)
{
	g_free(leftover->text);
	g_free(leftover);
}

static void
leave(GPtrArray *left, guint column, const char *text)
{
	struct leftover *leftover = g_new(struct leftover, 1);
	*leftover = (struct leftover){column, g_strdup(text)};
	g_ptr_array_add(left, leftover);
}

/* The cell under reading. */
struct cell {
	ImportPlan *plan;
	guint line, column;
	const struct field *field;
	char *text;
	void *target;
	GPtrArray *left;
};

static int
field_room(const struct field *field)
{
	if (field->length > 0)
		return field->length;
	return field->kind == FIELD_LONG ? LONG_LENGTH : LINE_LENGTH;
}

/* TEXT cut to ROOM characters and then left whole, or NULL where it fits. */
static char *
cut_and_left(const struct cell *cell, const char *field, int room)
{
	char *cut = value_cut(cell->text, room);
	if (cut == NULL)
		return NULL;
	say_warning(cell->plan, cell->line, field,
		    _("more than %d characters: cut, and the whole of it kept beside"), room);
	leave(cell->left, cell->column, cell->text);
	return cut;
}

static void
read_text(const struct cell *cell)
{
	g_autofree char *cut = cut_and_left(cell, cell->field->name, field_room(cell->field));
	field_set(cell->field, cell->target, value_text(cut != NULL ? cut : cell->text));
}

static void
read_email(const struct cell *cell)
{
	if (!cell->plan->work->quiet && !text_is_email(cell->text))
		say_warning(cell->plan, cell->line, "email",
			    _("“%s” is no e-mail address: kept as it is written, not used"),
			    cell->text);
	read_text(cell);
}

static void
read_phone(const struct cell *cell)
{
	g_autofree char *number = cell->plan->work->quiet ? NULL : text_phone(cell->text);
	if (number == NULL)
		say_warning(cell->plan, cell->line, "phone",
			    _("“%s” is no telephone number: kept as it is written"), cell->text);
	read_text(cell);
}

static void
read_department(const struct cell *cell)
{
	const char *code = value_department(cell->plan, cell->text);
	if (code != NULL) {
		field_set(cell->field, cell->target, value_text(code));
		return;
	}
	say_warning(cell->plan, cell->line, "department",
		    _("“%s” is no département: kept as it is written"), cell->text);
	g_autofree char *cut = value_cut(cell->text, field_room(cell->field));
	if (cut == NULL)
		field_set(cell->field, cell->target, value_text(cell->text));
	else
		leave(cell->left, cell->column, cell->text);
}

/* What its kind refuses is kept beside. */
static void
read_other(const struct cell *cell)
{
	if (cell->field->kind == FIELD_CODE) {
		const char *code = value_code(cell->plan, cell->field->codes, cell->text);
		if (code != NULL) {
			field_set(cell->field, cell->target, value_text(code));
			return;
		}
	} else if (field_read(cell->field, cell->target, cell->text, cell->plan->work->today,
			      NULL)) {
		return;
	}
	say_warning(cell->plan, cell->line, cell->field->name,
		    _("“%s” is not understood: kept beside, as it is written"), cell->text);
	leave(cell->left, cell->column, cell->text);
}

static bool
is_text(const struct field *field)
{
	return field->kind == FIELD_TEXT || field->kind == FIELD_LONG;
}

static void
cell_read(const struct cell *cell, enum binding binding)
{
	switch (binding) {
	case BOUND_EMAIL:
		read_email(cell);
		break;
	case BOUND_PHONE:
		read_phone(cell);
		break;
	case BOUND_DEPARTMENT:
		read_department(cell);
		break;
	case BOUND_MEMBER:
		if (is_text(cell->field))
			read_text(cell);
		else
			read_other(cell);
		break;
	case BOUND_LEFT:
		leave(cell->left, cell->column, cell->text);
		break;
	case BOUND_NOTHING:
		break;
	}
}

void
cells_read(ImportPlan *plan, guint row, void *target, GPtrArray *left)
{
	const struct sheet *sheet = &plan->work->sheet;
	for (guint i = 0; i < plan->work->bound->len; i++) {
		const struct bound *bound = &g_array_index(plan->work->bound, struct bound, i);
		if (bound->binding == BOUND_NOTHING)
			continue;
		bool lines = bound->field == NULL || bound->field->kind == FIELD_LONG;
		g_autofree char *text = sheet_cell(sheet, row, (int)i, lines);
		if (text == NULL)
			continue;
		struct cell cell = {
			.plan = plan,
			.line = sheet_line(sheet, row),
			.column = i,
			.field = bound->field,
			.text = text,
			.target = target,
			.left = left,
		};
		cell_read(&cell, bound->binding);
	}
}

void
leftovers_into(ImportPlan *plan, guint row, const GPtrArray *left, char **notes)
{
	if (left->len == 0)
		return;
	GString *text = g_string_new(*notes);
	for (guint i = 0; i < left->len; i++) {
		const struct leftover *leftover = g_ptr_array_index(left, i);
		if (text->len > 0)
			g_string_append_c(text, '\n');
		g_string_append_printf(text, _("%s: %s"),
				       column_at(plan, leftover->column)->question, leftover->text);
	}
	g_free(*notes);
	*notes = value_cut(text->str, LONG_LENGTH);
	if (*notes == NULL) {
		*notes = g_string_free(text, FALSE);
		return;
	}
	g_string_free(text, TRUE);
	say_warning(plan, sheet_line(&plan->work->sheet, row), "notes",
		    _("more than %d characters: cut"), LONG_LENGTH);
}

char *
cells_text(const ImportPlan *plan, guint row, const char *field)
{
	return sheet_cell(&plan->work->sheet, row, column_of(plan, field), false);
}

char *
cells_text_kept(ImportPlan *plan, guint row, const struct field *member, const char *field,
		GPtrArray *left)
{
	char *text = cells_text(plan, row, field);
	if (text == NULL)
		return NULL;
	struct cell cell = {
		.plan = plan,
		.line = sheet_line(&plan->work->sheet, row),
		.column = (guint)column_of(plan, field),
		.text = text,
		.left = left,
	};
	char *cut = cut_and_left(&cell, field, field_room(member));
	if (cut == NULL)
		return text;
	g_free(text);
	return cut;
}

/* ---- names ---------------------------------------------------------------------------------- */

static bool
has_letter(const char *text)
{
	for (; text != NULL && *text != '\0'; text = g_utf8_find_next_char(text, NULL))
		if (g_unichar_isalpha(g_utf8_get_char(text)))
			return true;
	return false;
}

/* "Zoé ÉLAN" in one cell, whatever its column is called. */
static void
name_split(struct row_name *name, const char *cell, const char *email)
{
	g_autoptr(NameParts) parts = name_read(cell, email);
	g_free(name->last);
	g_free(name->first);
	name->last = g_steal_pointer(&parts->last_name);
	name->first = g_steal_pointer(&parts->first_name);
	if (name->civility == NULL)
		name->civility = g_steal_pointer(&parts->civility);
}

static void
name_cut(ImportPlan *plan, guint line, const char *field, char **name)
{
	const struct field *person = entity_field(&entity_person, field);
	char *cut = *name != NULL ? value_cut(*name, person->length) : NULL;
	if (cut == NULL)
		return;
	say_warning(plan, line, field, _("more than %d characters: cut"), person->length);
	g_free(*name);
	*name = cut;
}

static bool
has_lost_letters(const char *name)
{
	return name != NULL && (strchr(name, '?') != NULL || strstr(name, "\xEF\xBF\xBD") != NULL);
}

static void
name_of_one_cell(ImportPlan *plan, guint row, struct row_name *name)
{
	const struct import_work *work = plan->work;
	g_autofree char *email = sheet_cell(&work->sheet, row, work->at.email, false);
	g_autofree char *full = sheet_cell(&work->sheet, row, work->at.full, false);
	g_autofree char *whole = g_strdup(full != NULL ? full : name->first);
	if (whole != NULL)
		name_split(name, whole, email);
	if (name->last == NULL)
		name->last = g_steal_pointer(&name->first);
}

bool
cells_name(ImportPlan *plan, guint row, struct row_name *name)
{
	const struct import_work *work = plan->work;
	*name = (struct row_name){
		.last = sheet_cell(&work->sheet, row, work->at.last, false),
		.first = sheet_cell(&work->sheet, row, work->at.first, false),
		.civility = sheet_cell(&work->sheet, row, work->at.civility, false),
	};
	guint line = sheet_line(&work->sheet, row);
	if (name->last == NULL)
		name_of_one_cell(plan, row, name);
	if (!has_letter(name->last) && !has_letter(name->first))
		return false;
	name_cut(plan, line, "last_name", &name->last);
	name_cut(plan, line, "first_name", &name->first);
	name_cut(plan, line, "civility", &name->civility);
	if (has_lost_letters(name->last) || has_lost_letters(name->first))
		say_warning(plan, line, has_lost_letters(name->last) ? "last_name" : "first_name",
			    _("“%s”: a letter was lost by the program that wrote this file"),
			    has_lost_letters(name->last) ? name->last : name->first);
	return true;
}

void
row_name_clear(struct row_name *name)
{
	g_free(name->last);
	g_free(name->first);
	g_free(name->civility);
}
