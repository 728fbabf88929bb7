#include "tui/draft.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "app/state.h"
#include "base/i18n.h"
#include "base/output.h"
#include "tui/chooser.h"
#include "tui/form_fields.h"

#define REST_S 3

void
draft_keep_all(struct ui *ui)
{
	for (guint i = 0; i < ui->stack->len; i++) {
		struct screen *screen = g_ptr_array_index(ui->stack, i);
		if (screen->class->keep != NULL)
			screen->class->keep(screen, ui);
	}
}

static gboolean
draft_is_due(gpointer user)
{
	struct ui *ui = user;
	ui->draft_source = 0;
	draft_keep_all(ui);
	return G_SOURCE_REMOVE;
}

/* Once, and not again before something else is typed: who does nothing is not woken. */
void
draft_due(struct ui *ui)
{
	if (ui->draft_source == 0)
		ui->draft_source = g_timeout_add_seconds(REST_S, draft_is_due, ui);
}

char *
draft_keep(struct ui *ui, const struct form_request *request)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_key_file_set_string(file, "draft", "noun", request->noun->name);
	g_key_file_set_int64(file, "draft", "id", request->id);
	g_key_file_set_int64(file, "draft", "owner", request->owner);
	g_key_file_set_int64(file, "draft", "copied", request->copied);
	g_key_file_set_int64(file, "draft", "since", request->since);
	g_key_file_set_int64(file, "draft", "process", getpid());
	for (guint i = 0; i < request->n_typed; i++) {
		const struct form_typed *typed = &request->typed[i];
		g_key_file_set_string(file, "typed", typed->key, typed->text);
		g_key_file_set_string(file, "before", typed->key, typed->before);
	}
	g_autofree char *path = state_draft_path(store_path(ui->store));
	g_autofree char *folder = g_path_get_dirname(path);
	gsize size = 0;
	g_autofree char *text = g_key_file_to_data(file, &size, NULL);
	/* The terminal may be gone: nobody could be told of a failure. */
	if (g_mkdir_with_parents(folder, 0700) != 0 || !output_file(path, text, size, NULL))
		return NULL;
	return g_steal_pointer(&path);
}

struct offer {
	GKeyFile *file;
	char *path;
};

static void
offer_free(gpointer pointer)
{
	struct offer *offer = pointer;
	g_key_file_unref(offer->file);
	g_free(offer->path);
	g_free(offer);
}

static void
typed_clear(gpointer pointer)
{
	struct form_typed *typed = pointer;
	g_free(typed->text);
	g_free(typed->before);
}

static void
draft_reopen(struct ui *ui, GKeyFile *file, const char *path)
{
	g_autofree char *name = g_key_file_get_string(file, "draft", "noun", NULL);
	const struct noun *noun = name != NULL ? noun_named(name) : NULL;
	if (noun == NULL)
		return;
	g_auto(GStrv) keys = g_key_file_get_keys(file, "typed", NULL, NULL);
	g_autoptr(GArray) typed = g_array_new(FALSE, FALSE, sizeof(struct form_typed));
	g_array_set_clear_func(typed, typed_clear);
	for (guint i = 0; keys != NULL && keys[i] != NULL; i++) {
		struct form_typed one = {
			.key = keys[i],
			.text = g_key_file_get_string(file, "typed", keys[i], NULL),
			.before = g_key_file_get_string(file, "before", keys[i], NULL),
		};
		g_array_append_val(typed, one);
	}
	struct form_request request = {
		.noun = noun,
		.id = g_key_file_get_int64(file, "draft", "id", NULL),
		.owner = g_key_file_get_int64(file, "draft", "owner", NULL),
		.copied = g_key_file_get_int64(file, "draft", "copied", NULL),
		.typed = (const struct form_typed *)(void *)typed->data,
		.n_typed = typed->len,
		.since = g_key_file_get_int64(file, "draft", "since", NULL),
		.kept = path,
	};
	form_open(ui, &request);
}

static void
offer_chosen(struct ui *ui, guint index, gpointer user)
{
	struct offer *offer = user;
	guint screens = ui->stack->len;
	if (index == 0)
		draft_reopen(ui, offer->file, offer->path);
	if (ui->stack->len == screens)
		g_unlink(offer->path); /* else it stays until the form is saved or left */
}

/* What the draft is called: its row, or of a new one the first words typed. Caller frees. */
static char *
draft_name(struct ui *ui, const struct noun *noun, gint64 id, GKeyFile *file)
{
	void *row = id != 0 ? store_get(ui->store, noun->entity, id, NULL) : NULL;
	char *name = row != NULL ? noun_name(ui->store, noun, row) : NULL;
	entity_free(noun->entity, row);
	g_auto(GStrv) keys = g_key_file_get_keys(file, "typed", NULL, NULL);
	for (guint i = 0; name == NULL && keys != NULL && keys[i] != NULL; i++) {
		const struct noun_key *key = noun_key(noun, keys[i]);
		const struct field *member = key != NULL ? noun_field(noun, key) : NULL;
		if (member != NULL && member->kind == FIELD_TEXT)
			name = g_key_file_get_string(file, "typed", keys[i], NULL);
	}
	return name;
}

/* Which form it is of. Caller frees. */
static char *
draft_form(struct ui *ui, GKeyFile *file)
{
	g_autofree char *word = g_key_file_get_string(file, "draft", "noun", NULL);
	const struct noun *noun = word != NULL ? noun_named(word) : NULL;
	if (noun == NULL)
		return NULL;
	gint64 id = g_key_file_get_int64(file, "draft", "id", NULL);
	g_autofree char *name = draft_name(ui, noun, id, file);
	gint64 copied = g_key_file_get_int64(file, "draft", "copied", NULL);
	if (copied != 0)
		return form_copy_title(ui->store, copied);
	const char *form = form_title(noun, id == 0);
	return name != NULL && *name != '\0' ? g_strdup_printf("%s · %s", form, name)
					     : g_strdup(form);
}

/* True when the form is still open in another window of the same person: the process that keeps it
 * goes on, and no other program has its number. */
static bool
draft_is_open(GKeyFile *file)
{
	gint64 process = g_key_file_get_int64(file, "draft", "process", NULL);
	g_autofree char *path = g_strdup_printf("/proc/%" G_GINT64_FORMAT "/comm", process);
	g_autofree char *name = NULL;
	return process != getpid() && g_file_get_contents(path, &name, NULL, NULL) &&
	       g_str_has_prefix(name, "ateliers");
}

void
draft_offer(struct ui *ui)
{
	g_autofree char *path = state_draft_path(store_path(ui->store));
	g_autoptr(GKeyFile) file = g_key_file_new();
	if (!g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, NULL) || draft_is_open(file))
		return;
	struct offer *offer = g_new0(struct offer, 1);
	offer->file = g_steal_pointer(&file);
	offer->path = g_steal_pointer(&path);
	struct chooser *chooser =
		chooser_new(_("A draft was kept"), offer_chosen, offer, offer_free);
	g_autofree char *form = draft_form(ui, offer->file);
	g_autofree char *explanation = g_strdup_printf("%s\n%s", form != NULL ? form : "",
						       _("The program ended while this form was "
							 "being filled in. What was typed has been "
							 "kept."));
	chooser_explain(chooser, explanation);
	chooser_add(chooser, _("Go on with it"), NULL);
	chooser_add(chooser, _("Throw it away"), NULL);
	chooser_show(chooser, ui, 0);
}
