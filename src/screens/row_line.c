#include "screens/row_line.h"

#include "base/i18n.h"
#include "tui/opener.h"

/* What of each noun goes into the line, and where links stand. */
static const struct {
	const struct noun *noun;
	const char *what; /* English msgid */
	const char *line[8];
	const char *links[7];
} lines[] = {
	{&noun_event,
	 N_("line of the event"),
	 {"start_date", "end_date", "start_time", "title", "venue", "town", "online_link"},
	 {"online_link", "access", "publications", "programme_note", "audience", "notes"}},
	{&noun_organisation,
	 N_("line of the organisation"),
	 {"name", "town", "phone", "email"},
	 {"email", "notes"}},
	{&noun_venue,
	 N_("line of the place"),
	 {"name", "address", "postal_code", "town"},
	 {"access", "contact", "notes"}},
	{&noun_person, NULL, {NULL}, {"email", "notes"}},
};

static const char *const nothing[] = {NULL};

static const char *const *
keys_of(const struct noun *noun, bool links, const char **what)
{
	for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
		if (lines[i].noun == noun) {
			*what = lines[i].what;
			return links ? lines[i].links : lines[i].line;
		}
	return nothing;
}

/* What stands under KEYS, BETWEEN what is there; a key that the noun does not have is passed over.
 */
static char *
row_text(struct ui *ui, const struct noun *noun, gint64 id, const char *const *keys,
	 const char *between)
{
	void *row = id != 0 ? store_get(ui->store, noun->entity, id, NULL) : NULL;
	g_autoptr(GString) text = g_string_new(NULL);
	for (; row != NULL && *keys != NULL; keys++) {
		const struct noun_key *key = noun_key(noun, *keys);
		g_autofree char *part =
			key != NULL ? noun_text(ui->store, noun, key, row) : g_strdup("");
		if (*part != '\0')
			g_string_append_printf(text, "%s%s", text->len > 0 ? between : "", part);
	}
	entity_free(noun->entity, row);
	return g_string_free(g_steal_pointer(&text), FALSE);
}

void
row_line_copy(struct ui *ui, const struct noun *noun, gint64 id)
{
	const char *what = NULL;
	const char *const *keys = keys_of(noun, false, &what);
	g_autofree char *text = row_text(ui, noun, id, keys, " · ");
	copy_give(ui, what != NULL ? _(what) : noun->name, text);
}

void
row_line_open(struct ui *ui, const struct noun *noun, gint64 id)
{
	const char *what = NULL;
	g_autofree char *text = row_text(ui, noun, id, keys_of(noun, true, &what), "\n");
	open_links_in(ui, text);
}

bool
row_line_act(struct ui *ui, enum act act, const struct noun *noun, gint64 id)
{
	if (act == ACT_COPY_LINE)
		row_line_copy(ui, noun, id);
	else if (act == ACT_OPEN_LINK)
		row_line_open(ui, noun, id);
	else
		return false;
	return true;
}
