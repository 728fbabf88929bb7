#include "tui/draft.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/state.h"
#include "base/i18n.h"
#include "base/output.h"
#include "tui/chooser.h"
#include "tui/form.h"

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
draft_keep(struct ui *ui, const char *noun, gint64 id, gint64 owner, const char *const *pairs)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_key_file_set_string(file, "draft", "noun", noun);
	g_key_file_set_int64(file, "draft", "id", id);
	g_key_file_set_int64(file, "draft", "owner", owner);
	for (; pairs[0] != NULL; pairs += 2)
		g_key_file_set_string(file, "typed", pairs[0], pairs[1]);
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
draft_reopen(struct ui *ui, GKeyFile *file)
{
	g_autofree char *name = g_key_file_get_string(file, "draft", "noun", NULL);
	const struct noun *noun = name != NULL ? noun_named(name) : NULL;
	if (noun == NULL)
		return;
	g_auto(GStrv) keys = g_key_file_get_keys(file, "typed", NULL, NULL);
	g_autoptr(GPtrArray) typed = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; keys != NULL && keys[i] != NULL; i++) {
		g_ptr_array_add(typed, g_strdup(keys[i]));
		g_ptr_array_add(typed, g_key_file_get_string(file, "typed", keys[i], NULL));
	}
	g_ptr_array_add(typed, NULL);
	struct form_request request = {
		.noun = noun,
		.id = g_key_file_get_int64(file, "draft", "id", NULL),
		.owner = g_key_file_get_int64(file, "draft", "owner", NULL),
		.typed = (const char *const *)(void *)typed->pdata,
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
