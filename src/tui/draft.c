#include "tui/draft.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/state.h"
#include "base/i18n.h"
#include "base/output.h"
#include "tui/chooser.h"

void
draft_keep_all(struct ui *ui)
{
	for (guint i = 0; i < ui->stack->len; i++) {
		struct screen *screen = g_ptr_array_index(ui->stack, i);
		if (screen->class->keep != NULL)
			screen->class->keep(screen, ui);
	}
}

void
draft_keep(struct ui *ui, const struct form_request *request)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_key_file_set_string(file, "draft", "noun", request->noun->name);
	g_key_file_set_int64(file, "draft", "id", request->id);
	g_key_file_set_int64(file, "draft", "owner", request->owner);
	g_key_file_set_int64(file, "draft", "since", request->since);
	for (guint i = 0; i < request->n_typed; i++) {
		const struct form_typed *typed = &request->typed[i];
		g_key_file_set_string(file, "typed", typed->key, typed->text);
		g_key_file_set_string(file, "before", typed->key, typed->before);
	}
	g_autofree char *path = state_draft_path(store_path(ui->store));
	g_autofree char *folder = g_path_get_dirname(path);
	gsize size = 0;
	g_autofree char *text = g_key_file_to_data(file, &size, NULL);
	/* The terminal is gone: nobody could be told of a failure. */
	if (g_mkdir_with_parents(folder, 0700) == 0)
		output_file(path, text, size, NULL);
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
draft_reopen(struct ui *ui, GKeyFile *file)
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
		.typed = (const struct form_typed *)(void *)typed->data,
		.n_typed = typed->len,
		.since = g_key_file_get_int64(file, "draft", "since", NULL),
	};
	form_open(ui, &request);
}

static void
offer_chosen(struct ui *ui, guint index, gpointer user)
{
	struct offer *offer = user;
	if (index == 0)
		draft_reopen(ui, offer->file);
	g_unlink(offer->path);
}

void
draft_offer(struct ui *ui)
{
	g_autofree char *path = state_draft_path(store_path(ui->store));
	g_autoptr(GKeyFile) file = g_key_file_new();
	if (!g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, NULL))
		return;
	struct offer *offer = g_new0(struct offer, 1);
	offer->file = g_steal_pointer(&file);
	offer->path = g_steal_pointer(&path);
	struct chooser *chooser =
		chooser_new(_("A draft was kept"), offer_chosen, offer, offer_free);
	chooser_explain(chooser,
			_("The terminal went away while a form was being filled in. What was "
			  "typed has been kept."));
	chooser_add(chooser, _("Go on with it"), NULL);
	chooser_add(chooser, _("Throw it away"), NULL);
	chooser_show(chooser, ui, 0);
}
