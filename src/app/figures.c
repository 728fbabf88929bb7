#include "app/figures.h"

#include <string.h>

#include "app/event_whole.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/reference.h"
#include "core/status.h"
#include "store/event_rows.h"

/* ---- gathering ----------------------------------------------------------------------------------
 */

/* What one attendee's marks come to: the halves of half-days on which they were present. */
struct attended {
	guint half_days, halves;
};

static GHashTable *
halves_of_half_days(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(Rows) rows = event_rows(store, &entity_half_day, event_id, error);
	if (rows == NULL)
		return NULL;
	GHashTable *halves = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	for (guint i = 0; i < rows->n; i++) {
		const struct half_day *half_day = rows->row[i];
		g_hash_table_insert(halves, g_memdup2(&half_day->id, sizeof half_day->id),
				    GUINT_TO_POINTER((guint)half_day->counts_halves));
	}
	return halves;
}

static void
attended_add(GHashTable *attended, gint64 attendee_id, guint halves)
{
	struct attended *sum = g_hash_table_lookup(attended, &attendee_id);
	if (sum == NULL) {
		sum = g_new0(struct attended, 1);
		g_hash_table_insert(attended, g_memdup2(&attendee_id, sizeof attendee_id), sum);
	}
	sum->half_days++;
	sum->halves += halves;
}

static GHashTable *
attended_load(Store *store, gint64 event_id, bool *marked, GError **error)
{
	g_autoptr(Rows) rows = event_rows(store, &entity_presence_mark, event_id, error);
	g_autoptr(GHashTable) halves =
		rows != NULL ? halves_of_half_days(store, event_id, error) : NULL;
	if (halves == NULL)
		return NULL;
	GHashTable *attended = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	g_autoptr(GPtrArray) marks = event_marks_in_order(rows);
	*marked = marks->len > 0;
	for (guint from = 0, end = 0; from < marks->len; from = end) {
		const struct presence_mark *mark = marks->pdata[from];
		end = event_marks_run(marks, from);
		if (code_is(&code_presence_states, event_marks_state(marks, from, end),
			    CODE_COUNTED))
			attended_add(attended, mark->attendee_id,
				     GPOINTER_TO_UINT(
					     g_hash_table_lookup(halves, &mark->half_day_id)));
	}
	return attended;
}

static const char *
code_kept(const struct code_list *list, const char *code)
{
	const struct code *found = code_find(list, code);
	return found != NULL ? found->code : NULL;
}

/* Organisations are read once each. */
static const struct organisation *
organisation_of(Store *store, GHashTable *seen, gint64 id)
{
	struct organisation *organisation = g_hash_table_lookup(seen, &id);
	if (organisation == NULL && id != 0) {
		organisation = store_get(store, &entity_organisation, id, NULL);
		if (organisation != NULL)
			g_hash_table_insert(seen, g_memdup2(&id, sizeof id), organisation);
	}
	return organisation;
}

static void
person_set(struct figure_person *person, const struct attendee *attendee,
	   const struct organisation *organisation, const struct attended *attended)
{
	bool counted = attendee_counted(attendee->status, attendee->part);
	bool walk_in = strcmp(attendee->origin, "walk_in") == 0;
	*person = (struct figure_person){
		.attendee_id = attendee->id,
		.invited = !walk_in,
		.registered = counted && !walk_in,
		.walk_in = walk_in,
		.present = attended != NULL,
		.halves = attended != NULL ? attended->halves : 0,
	};
	if (organisation != NULL) {
		person->family = code_kept(&code_families, organisation->family);
		person->level = code_kept(&code_levels, organisation->level);
	}
	const char *department = attendee->department != NULL ? attendee->department
				 : organisation != NULL       ? organisation->department
							      : NULL;
	if (department != NULL)
		g_strlcpy(person->department, department, sizeof person->department);
}

static void
figures_add(EventFigures *figures, const struct figure_person *person)
{
	g_array_append_val(figures->people, *person);
	figures->invited += person->invited ? 1 : 0;
	figures->registered += person->registered ? 1 : 0;
	figures->present += person->present ? 1 : 0;
	figures->walk_ins += person->walk_in && person->present ? 1 : 0;
	figures->came += person->registered && person->present ? 1 : 0;
	figures->halves += person->halves;
}

static bool
event_halves_count(Store *store, gint64 event_id, guint *halves, GError **error)
{
	g_autoptr(Rows) rows = event_rows(store, &entity_half_day, event_id, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++)
		*halves += (guint)((struct half_day *)rows->row[i])->counts_halves;
	return rows != NULL;
}

/* Registrations by their ids, to be told whose role is whose. */
static void
role_take(gint64 attendee_id, const char *role, gpointer user)
{
	struct figure_person *person = g_hash_table_lookup(user, &attendee_id);
	if (person != NULL)
		person->role = code_kept(&code_person_roles, role);
}

static bool
figures_set_roles(Store *store, gint64 event_id, const EventFigures *figures, GError **error)
{
	g_autoptr(GHashTable) people = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; i < figures->people->len; i++) {
		struct figure_person *person =
			&g_array_index(figures->people, struct figure_person, i);
		g_hash_table_insert(people, &person->attendee_id, person);
	}
	return attendee_roles(store, event_id, role_take, people, error);
}

static void
organisation_free(gpointer organisation)
{
	entity_free(&entity_organisation, organisation);
}

EventFigures *
event_figures(Store *store, gint64 event_id, GError **error)
{
	g_autoptr(EventFigures) figures = g_new0(EventFigures, 1);
	figures->people = g_array_new(FALSE, FALSE, sizeof(struct figure_person));
	g_autoptr(Rows) attendees = store_of(store, &entity_attendee, "event_id", event_id, error);
	g_autoptr(GHashTable) attended =
		attendees != NULL ? attended_load(store, event_id, &figures->marked, error) : NULL;
	if (attended == NULL || !event_halves_count(store, event_id, &figures->event_halves, error))
		return NULL;
	g_autoptr(GHashTable) seen =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, organisation_free);
	for (guint i = 0; i < attendees->n; i++) {
		const struct attendee *attendee = attendees->row[i];
		struct figure_person person;
		if (!code_is(&code_attendee_parts, attendee->part, CODE_COUNTED))
			continue;
		person_set(&person, attendee,
			   organisation_of(store, seen, attendee->organisation_id),
			   g_hash_table_lookup(attended, &attendee->id));
		figures_add(figures, &person);
	}
	figures->no_shows = figures->marked ? figures->registered - figures->came : 0;
	return figures_set_roles(store, event_id, figures, error) ? g_steal_pointer(&figures)
								  : NULL;
}

void
event_figures_free(EventFigures *figures)
{
	if (figures == NULL)
		return;
	g_array_unref(figures->people);
	g_free(figures);
}

/* ---- breakdowns ---------------------------------------------------------------------------------
 */

static const char *
axis_code(const struct figure_person *person, enum figure_axis axis)
{
	switch (axis) {
	case FIGURES_BY_FAMILY:
		return person->family;
	case FIGURES_BY_LEVEL:
		return person->level;
	case FIGURES_BY_DEPARTMENT:
		return *person->department != '\0' ? person->department : NULL;
	case FIGURES_BY_ROLE:
		return person->role;
	}
	return NULL;
}

static void
line_clear(gpointer pointer)
{
	struct figure_line *line = pointer;
	g_free(line->code);
	g_free(line->label);
}

static void
line_count(struct figure_line *line, const struct figure_person *person)
{
	line->invited += person->invited ? 1 : 0;
	line->registered += person->registered ? 1 : 0;
	line->present += person->present ? 1 : 0;
}

static char *
department_label(Store *store, const char *code)
{
	g_autoptr(Rows) rows =
		store_where(store, &entity_territory, "code", value_text(code), NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct territory *territory = rows->row[i];
		if (strcmp(territory->type, "department") == 0)
			return g_strdup_printf("%s %s", code, territory->name);
	}
	return g_strdup(code);
}

/* NULL of départements, which are territories. */
static const struct code_list *
axis_codes(enum figure_axis axis)
{
	switch (axis) {
	case FIGURES_BY_FAMILY:
		return &code_families;
	case FIGURES_BY_LEVEL:
		return &code_levels;
	case FIGURES_BY_ROLE:
		return &code_person_roles;
	case FIGURES_BY_DEPARTMENT:
		break;
	}
	return NULL;
}

static char *
axis_label(Store *store, enum figure_axis axis, const char *code)
{
	if (code == NULL)
		return g_strdup(_("not known"));
	if (axis == FIGURES_BY_DEPARTMENT)
		return department_label(store, code);
	return g_strdup(code_label(axis_codes(axis), code));
}

/* Where CODE stands: codes in the order of their list, départements by number. */
static guint
axis_place(enum figure_axis axis, const char *code)
{
	const struct code_list *list = axis_codes(axis);
	if (code == NULL)
		return G_MAXUINT;
	if (list == NULL)
		return (guint)g_ascii_strtoull(code, NULL, 16);
	return (guint)(code_find(list, code) - list->codes);
}

static struct figure_line *
line_of(Store *store, GArray *lines, enum figure_axis axis, const char *code)
{
	guint place = axis_place(axis, code), i = 0;
	for (; i < lines->len; i++) {
		struct figure_line *line = &g_array_index(lines, struct figure_line, i);
		if (g_strcmp0(line->code, code) == 0)
			return line;
		if (axis_place(axis, line->code) > place)
			break;
	}
	struct figure_line line = {.code = g_strdup(code), .label = axis_label(store, axis, code)};
	g_array_insert_val(lines, i, line);
	return &g_array_index(lines, struct figure_line, i);
}

GArray *
figures_lines(Store *store, const EventFigures *figures, enum figure_axis axis)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct figure_line));
	g_array_set_clear_func(lines, line_clear);
	for (guint i = 0; i < figures->people->len; i++) {
		const struct figure_person *person =
			&g_array_index(figures->people, struct figure_person, i);
		line_count(line_of(store, lines, axis, axis_code(person, axis)), person);
	}
	return lines;
}

static guint
place_or_last(const struct code_list *list, const char *code)
{
	return code != NULL ? (guint)(code_find(list, code) - list->codes) : list->n;
}

guint *
figures_matrix(const EventFigures *figures, guint *rows, guint *columns)
{
	*rows = code_families.n + 1;
	*columns = code_levels.n + 1;
	guint *matrix = g_new0(guint, *rows * *columns);
	for (guint i = 0; i < figures->people->len; i++) {
		const struct figure_person *person =
			&g_array_index(figures->people, struct figure_person, i);
		guint row = place_or_last(&code_families, person->family);
		guint column = place_or_last(&code_levels, person->level);
		matrix[row * *columns + column] += person->present ? 1 : 0;
	}
	return matrix;
}

/* ---- words --------------------------------------------------------------------------------------
 */

/* A figure with one decimal, unless that is zero; the comma is the language's. */
static char *
tenths_text(guint tenths)
{
	return tenths % 10 == 0 ? g_strdup_printf("%u", tenths / 10)
				: g_strdup_printf(_("%u.%u"), tenths / 10, tenths % 10);
}

char *
figure_rate(guint part, guint whole)
{
	if (whole == 0)
		return g_strdup("–");
	g_autofree char *number =
		tenths_text((guint)(((guint64)part * 2000 + whole) / (2 * (guint64)whole)));
	return g_strdup_printf(_("%s %%"), number);
}

char *
figure_halves(guint halves)
{
	return tenths_text(halves * 5);
}
