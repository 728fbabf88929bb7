/* By what figures are told apart: the values of each axis, in their order and their words. */
#include <string.h>

#include "app/report_facts.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/reference.h"
#include "core/setting.h"
#include "core/status.h"

/* ---- values -------------------------------------------------------------------------------------
 */

guint
report_axis_place(const ReportData *data, enum report_axis axis, const char *code)
{
	gpointer place = code != NULL ? g_hash_table_lookup(data->axes[axis].place, code) : NULL;
	return place != NULL ? GPOINTER_TO_UINT(place) - 1 : REPORT_NONE;
}

guint
report_axis_add(ReportData *data, enum report_axis axis, const char *code, const char *label,
		bool always)
{
	struct report_axis_values *values = &data->axes[axis];
	guint place = report_axis_place(data, axis, code);
	if (place != REPORT_NONE)
		return place;
	char *kept = g_string_chunk_insert(data->words, code);
	struct report_value value = {kept, g_string_chunk_insert(data->words, label), always};
	g_array_append_val(values->values, value);
	g_hash_table_insert(values->place, kept, GUINT_TO_POINTER(values->values->len));
	return values->values->len - 1;
}

static void
id_code(gint64 id, char code[static 24])
{
	g_snprintf(code, 24, "%" G_GINT64_FORMAT, id);
}

guint
report_axis_place_of(const ReportData *data, enum report_axis axis, gint64 id)
{
	char code[24];
	id_code(id, code);
	return report_axis_place(data, axis, code);
}

/* ---- what is known beforehand -------------------------------------------------------------------
 */

static void
codes_add(ReportData *data, enum report_axis axis, const struct code_list *list, bool always)
{
	for (guint i = 0; i < list->n; i++)
		report_axis_add(data, axis, list->codes[i].code, code_text(&list->codes[i]),
				always);
}

static void
months_add(ReportData *data, bool year)
{
	for (int month = 1; month <= REPORT_MONTHS; month++) {
		char code[3];
		g_snprintf(code, sizeof code, "%02d", month);
		report_axis_add(data, REPORT_BY_MONTH, code, date_month_name(month), year);
	}
}

static bool
rows_add(ReportData *data, enum report_axis axis, Store *store, const struct entity *entity,
	 const char *name_column, GError **error)
{
	g_autoptr(Rows) rows = store_all(store, entity, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		char code[24];
		id_code(((const struct row_head *)rows->row[i])->id, code);
		report_axis_add(data, axis, code,
				field_get(entity_field(entity, name_column), rows->row[i]).text,
				false);
	}
	return rows != NULL;
}

static void
department_add(ReportData *data, const struct territory *territory, bool always)
{
	g_autofree char *label = g_strdup_printf("%s %s", territory->code, territory->name);
	report_axis_add(data, REPORT_BY_DEPARTMENT, territory->code, label, always);
	report_axis_add(data, REPORT_BY_PLACE, territory->code, label, always);
}

/* Not setting_get(), which goes on by what is usual when the file cannot be read. */
static const char *
region_of(const Rows *settings)
{
	const struct setting *chosen = settings->n > 0 ? settings->row[0] : NULL;
	return chosen != NULL && chosen->value != NULL ? chosen->value
						       : setting_rule("region")->fallback;
}

/* Those of the centre's region come first, and are there with zeros too. */
static bool
departments_add(ReportData *data, Store *store, bool year, GError **error)
{
	g_autoptr(Rows) settings =
		store_where(store, &entity_setting, "name", value_text("region"), error);
	g_autoptr(Rows) rows = settings != NULL ? store_where(store, &entity_territory, "type",
							      value_text("department"), error)
						: NULL;
	const char *region = settings != NULL ? region_of(settings) : NULL;
	for (guint pass = 0; rows != NULL && pass < 2; pass++)
		for (guint i = 0; i < rows->n; i++) {
			const struct territory *territory = rows->row[i];
			bool ours = g_strcmp0(territory->parent, region) == 0;
			if (ours == (pass == 0))
				department_add(data, territory, ours && year);
		}
	return rows != NULL;
}

bool
report_axes_begin(ReportData *data, Store *store, bool year, GError **error)
{
	for (guint i = 0; i < REPORT_AXES; i++) {
		data->axes[i].values = g_array_new(FALSE, FALSE, sizeof(struct report_value));
		data->axes[i].place = g_hash_table_new(g_str_hash, g_str_equal);
	}
	codes_add(data, REPORT_BY_STATUS, &code_event_statuses, false);
	codes_add(data, REPORT_BY_HEADING, &code_report_headings, year);
	codes_add(data, REPORT_BY_MODE, &code_event_modes, false);
	codes_add(data, REPORT_BY_FAMILY, &code_families, year);
	codes_add(data, REPORT_BY_LEVEL, &code_levels, year);
	codes_add(data, REPORT_BY_ROLE, &code_person_roles, false);
	codes_add(data, REPORT_BY_PARTNER_ROLE, &code_partner_roles, year);
	codes_add(data, REPORT_BY_PARTNER_FAMILY, &code_families, false);
	months_add(data, year);
	return rows_add(data, REPORT_BY_KIND, store, &entity_kind, "name", error) &&
	       rows_add(data, REPORT_BY_THEME, store, &entity_theme, "name", error) &&
	       rows_add(data, REPORT_BY_CYCLE, store, &entity_cycle, "title", error) &&
	       departments_add(data, store, year, error);
}

/* ---- the end ------------------------------------------------------------------------------------
 */

struct town {
	char *key;
	guint place; /* as it was met */
};

static gint
town_order(gconstpointer one, gconstpointer other)
{
	return strcmp(((const struct town *)one)->key, ((const struct town *)other)->key);
}

/* NEW places of towns, by the places they had. Caller frees. */
static guint *
towns_sort(ReportData *data)
{
	GArray *values = data->axes[REPORT_BY_TOWN].values;
	g_autofree struct town *towns = g_new0(struct town, values->len + 1);
	g_autofree struct report_value *old = g_new0(struct report_value, values->len + 1);
	guint *places = g_new(guint, values->len + 1);
	for (guint i = 0; i < values->len; i++) {
		old[i] = g_array_index(values, struct report_value, i);
		towns[i] = (struct town){text_order(old[i].label), i};
	}
	qsort(towns, values->len, sizeof *towns, town_order);
	for (guint i = 0; i < values->len; i++) {
		g_array_index(values, struct report_value, i) = old[towns[i].place];
		places[towns[i].place] = i;
		g_free(towns[i].key);
	}
	return places;
}

static const char *
unknown_label(enum report_axis axis)
{
	switch ((int)axis) {
	case REPORT_BY_MONTH:
		return _("without month");
	case REPORT_BY_KIND:
		return _("without kind");
	case REPORT_BY_HEADING:
		return _("without heading");
	case REPORT_BY_THEME:
		return _("without theme");
	case REPORT_BY_CYCLE:
		return _("in no cycle");
	default:
		return _("not known");
	}
}

static void
known(const ReportData *data, enum report_axis axis, guint *place)
{
	if (*place == REPORT_NONE)
		*place = data->axes[axis].values->len - 1;
}

static void
town_known(const ReportData *data, const guint *towns, guint *place)
{
	if (*place != REPORT_NONE)
		*place = towns[*place];
	known(data, REPORT_BY_TOWN, place);
}

static void
events_known(ReportData *data, const guint *towns)
{
	for (guint i = 0; i < data->events->len; i++) {
		struct report_event *event = &g_array_index(data->events, struct report_event, i);
		known(data, REPORT_BY_HEADING, &event->heading);
		known(data, REPORT_BY_KIND, &event->kind);
		known(data, REPORT_BY_THEME, &event->theme);
		known(data, REPORT_BY_MODE, &event->mode);
		known(data, REPORT_BY_CYCLE, &event->cycle);
		known(data, REPORT_BY_PLACE, &event->place);
		town_known(data, towns, &event->town);
	}
	for (guint i = 0; i < data->half_days->len; i++) {
		struct report_half_day *half_day =
			&g_array_index(data->half_days, struct report_half_day, i);
		known(data, REPORT_BY_PLACE, &half_day->place);
		town_known(data, towns, &half_day->town);
	}
}

static void
people_known(ReportData *data)
{
	for (guint i = 0; i < data->attendees->len; i++) {
		struct report_attendee *attendee =
			&g_array_index(data->attendees, struct report_attendee, i);
		known(data, REPORT_BY_FAMILY, &attendee->family);
		known(data, REPORT_BY_LEVEL, &attendee->level);
		known(data, REPORT_BY_ROLE, &attendee->role);
		known(data, REPORT_BY_DEPARTMENT, &attendee->department);
	}
	for (guint i = 0; i < data->partners->len; i++) {
		struct report_partner *partner =
			&g_array_index(data->partners, struct report_partner, i);
		known(data, REPORT_BY_PARTNER_ROLE, &partner->role);
		known(data, REPORT_BY_PARTNER_FAMILY, &partner->family);
	}
}

void
report_axes_end(ReportData *data)
{
	g_autofree guint *towns = towns_sort(data);
	for (guint i = 0; i < REPORT_AXES; i++) {
		struct report_value value = {.label = unknown_label((enum report_axis)i)};
		g_array_append_val(data->axes[i].values, value);
		gconstpointer values = data->axes[i].values->data;
		data->facts.axes[i] = (struct report_values){values, data->axes[i].values->len};
	}
	events_known(data, towns);
	people_known(data);
}
