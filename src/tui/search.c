#include "tui/search.h"

#include "app/duplicates.h"

/* How often the screen shows how far the search is. */
#define SHOW_EVERY_MS 200

struct search {
	struct ui *ui;
	const struct entity *entity;
	char *path;
	search_done done;
	gpointer user;
	GThread *thread;
	guint shown; /* the timer's source */
	/* the thread's, read by the loop: atomic, or once it has ended */
	gint cancelled, n_done, n_total;
	GArray *found;
	GError *error;
};

static bool
search_goes_on(guint done, guint total, gpointer user)
{
	struct search *search = user;
	g_atomic_int_set(&search->n_total, (gint)total);
	g_atomic_int_set(&search->n_done, (gint)done);
	return g_atomic_int_get(&search->cancelled) == 0;
}

/* In the loop. */
static gboolean
search_tell(gpointer user)
{
	struct search *search = user;
	struct ui *ui = search->ui;
	search->done(ui, g_steal_pointer(&search->found), g_steal_pointer(&search->error),
		     search->user);
	ui_draw(ui);
	return G_SOURCE_REMOVE;
}

static gboolean
search_show(gpointer user)
{
	struct search *search = user;
	ui_draw(search->ui);
	return G_SOURCE_CONTINUE;
}

static gpointer
search_run(gpointer user)
{
	struct search *search = user;
	g_autoptr(Store) store = store_open(search->path, STORE_OPEN, NULL, &search->error);
	if (store != NULL)
		search->found = duplicates_find(store, search->entity, search_goes_on, search,
						&search->error);
	g_idle_add(search_tell, search);
	return NULL;
}

struct search *
search_begin(struct ui *ui, const struct entity *entity, search_done done, gpointer user)
{
	struct search *search = g_new0(struct search, 1);
	search->ui = ui;
	search->entity = entity;
	search->path = g_strdup(store_path(ui->store));
	search->done = done;
	search->user = user;
	search->shown = g_timeout_add(SHOW_EVERY_MS, search_show, search);
	search->thread = g_thread_new("duplicates", search_run, search);
	return search;
}

void
search_progress(struct search *search, guint *done, guint *total)
{
	*done = (guint)g_atomic_int_get(&search->n_done);
	*total = (guint)g_atomic_int_get(&search->n_total);
}

void
search_end(struct search *search)
{
	if (search == NULL)
		return;
	g_atomic_int_set(&search->cancelled, 1);
	g_thread_join(search->thread);
	g_idle_remove_by_data(search);
	g_source_remove(search->shown);
	g_clear_pointer(&search->found, g_array_unref);
	g_clear_error(&search->error);
	g_free(search->path);
	g_free(search);
}
