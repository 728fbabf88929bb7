/* How long the search for duplicates says nothing of its progress: silence RUNS FILE.
 *
 * A line for people and one for organisations, as runs_print() writes it: the longest processor
 * time between its beginning, two words of progress and its end.
 */
#include "app/duplicates.h"
#include "bench/runs.h"
#include "core/organisation.h"
#include "core/person.h"

struct silence {
	gint64 last, longest;
};

static bool
word(guint done, guint total, gpointer user)
{
	struct silence *silence = user;
	gint64 now = runs_own_cpu();
	(void)done;
	(void)total;
	silence->longest = MAX(silence->longest, now - silence->last);
	silence->last = now;
	return true;
}

static void
search(Store *store, const struct entity *entity, struct runs *runs)
{
	GError *error = NULL;
	struct silence silence = {.last = runs_own_cpu()};
	g_autoptr(GArray) found = duplicates_find(store, entity, word, &silence, &error);
	if (found == NULL)
		runs_give_up(entity->table, error->message);
	word(0, 0, &silence);
	runs_add(runs, silence.longest, 0);
}

int
main(int argc, char **argv)
{
	GError *error = NULL;
	guint count = argc == 3 ? (guint)g_ascii_strtoull(argv[1], NULL, 10) : 0;
	if (count == 0)
		runs_give_up("silence", "RUNS FILE");
	g_autoptr(Store) store = store_open(argv[2], STORE_OPEN, NULL, &error);
	if (store == NULL)
		runs_give_up(argv[2], error->message);
	const struct entity *const entities_searched[] = {&entity_person, &entity_organisation};
	for (gsize k = 0; k < G_N_ELEMENTS(entities_searched); k++) {
		struct runs runs;
		runs_init(&runs);
		for (guint i = 0; i < count; i++)
			search(store, entities_searched[k], &runs);
		runs_print(&runs);
		runs_clear(&runs);
	}
	return EXIT_SUCCESS;
}
