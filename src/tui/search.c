#include "tui/search.h"

#include "app/duplicates.h"
#include "tui/work.h"

struct search {
	const struct entity *entity;
	search_done done;
	gpointer user;
	struct work *work;
	GArray *found; /* the thread's until it has ended */
};

/* In the thread. */
static bool
search_run(Store *store, struct work *work, gpointer user, GError **error)
{
	struct search *search = user;
	search->found = duplicates_find(store, search->entity, work_goes_on, work, error);
	return search->found != NULL;
}

static void
search_tell(struct ui *ui, bool done, GError *error, gpointer user)
{
	struct search *search = user;
	(void)done;
	search->done(ui, g_steal_pointer(&search->found), error, search->user);
}

struct search *
search_begin(struct ui *ui, const struct entity *entity, search_done done, gpointer user)
{
	struct search *search = g_new0(struct search, 1);
	*search = (struct search){.entity = entity, .done = done, .user = user};
	const struct work_order order = {.run = search_run, .done = search_tell, .user = search};
	search->work = work_begin(ui, &order);
	return search;
}

void
search_progress(struct search *search, guint *done, guint *total)
{
	work_progress(search->work, done, total);
}

void
search_end(struct search *search)
{
	if (search == NULL)
		return;
	work_end(search->work);
	g_clear_pointer(&search->found, g_array_unref);
	g_free(search);
}
