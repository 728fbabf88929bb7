#include "app/scene.h"

#include "app/output.h"
#include "store/setting.h"

static char *
written(Store *store, const char *text)
{
	GError *error = NULL;
	g_autofree char *path = NULL;
	assert_true(output_text(store, "adresses", "txt", text, &path, &error));
	assert_no_error(error);
	return g_path_get_basename(path);
}

static void
output_text__leaves__another_text_of_the_name(void **state)
{
	struct fixture *fixture = *state;
	g_autofree char *folder = g_path_get_dirname(store_path(fixture->store));
	assert_true(store_begin(fixture->store, "setting_edit", NULL));
	assert_true(setting_set(fixture->store, "output_folder", folder, NULL));
	assert_true(store_commit(fixture->store, NULL, NULL));
	g_autofree char *first = written(fixture->store, "ana@bosc.example");
	g_autofree char *second = written(fixture->store, "zoe@elan.example");
	g_autofree char *again = written(fixture->store, "ana@bosc.example");
	assert_text(first, "adresses.txt");
	assert_text(second, "adresses v2.txt");
	assert_text(again, "adresses.txt");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(output_text__leaves__another_text_of_the_name),
	};
	return test_run("output_place", tests);
}
