#include <string.h>

#include "paper/paper.h"

/* In the order of menus. */
static const struct paper_making *const makings[] = {
	&making_sign_in,       &making_attendees,    &making_badges,       &making_name_cards,
	&making_door_signs,    &making_programme,    &making_convocations, &making_run_sheet,
	&making_questionnaire, &making_certificates, &making_event_report, &making_minutes,
};

const struct paper_kind *
paper_kind_at(guint i)
{
	return i < G_N_ELEMENTS(makings) ? &makings[i]->kind : NULL;
}

const struct paper_making *
paper_making_find(const char *name)
{
	for (guint i = 0; i < G_N_ELEMENTS(makings); i++)
		if (strcmp(makings[i]->kind.name, name) == 0)
			return makings[i];
	return NULL;
}

const struct paper_kind *
paper_kind_find(const char *name)
{
	const struct paper_making *making = paper_making_find(name);
	return making != NULL ? &making->kind : NULL;
}

static const char *const endings[PAPER_FORMATS] = {
	[PAPER_XLSX] = "xlsx", [PAPER_PDF] = "pdf",   [PAPER_CSV] = "csv",
	[PAPER_TEXT] = "txt",  [PAPER_HTML] = "html", [PAPER_ODT] = "odt",
};

const char *
paper_format_ending(enum paper_format format)
{
	return endings[format];
}

enum paper_format
paper_format_of(const char *ending)
{
	for (int format = 0; format < PAPER_FORMATS; format++)
		if (g_ascii_strcasecmp(endings[format], ending) == 0)
			return (enum paper_format)format;
	return PAPER_FORMATS;
}

char *
paper_kind_endings(const struct paper_kind *kind)
{
	GString *text = g_string_new(NULL);
	for (int format = 0; format < PAPER_FORMATS; format++)
		if ((kind->formats & (1u << format)) != 0)
			g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "",
					       endings[format]);
	return g_string_free(text, FALSE);
}
