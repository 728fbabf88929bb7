#include "test.h"

#include "core/link.h"

static void
link__is__http_https_or_mailto(void **state)
{
	(void)state;
	static const struct {
		const char *typed, *link;
	} cases[] = {
		{"https://visio.example/salle?x=1&y=2#z", "https://visio.example/salle?x=1&y=2#z"},
		{" HTTP://Ville.example ", "http://Ville.example"},
		{"www.ville.example/a", "https://www.ville.example/a"},
		{"zoe@essai.example", "mailto:zoe@essai.example"},
		{"https://ville.example/é", "https://ville.example/%C3%A9"},
		{"https://ville.example/\"'\\`", "https://ville.example/%22%27%5C%60"},
		{"javascript:alert(1)", NULL},
		{"file:///etc/passwd", NULL},
		{"/etc/passwd", NULL},
		{"https://", NULL},
		{"https://-oProxyCommand=x", NULL},
		{"https://a.example/\033]0;x\a", NULL},
		{"https://a.example/ b", NULL},
		{"mailto:--attach=/etc/passwd", NULL},
		{"-https://a.example", NULL},
		{"", NULL},
		{NULL, NULL},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *link = link_clean(cases[i].typed);
		assert_text(link, cases[i].link);
	}
}

static void
links__are_found__in_a_text_each_once(void **state)
{
	(void)state;
	g_autoptr(GPtrArray) links =
		links_in("Visio (https://a.example/x), puis www.b.example.\nContact : "
			 "zoe@essai.example ; encore https://a.example/x ou file:///etc/passwd");
	assert_int_equal(links->len, 3);
	assert_text(links->pdata[0], "https://a.example/x");
	assert_text(links->pdata[1], "https://www.b.example");
	assert_text(links->pdata[2], "mailto:zoe@essai.example");
	g_autoptr(GPtrArray) none = links_in(NULL);
	assert_int_equal(none->len, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(link__is__http_https_or_mailto),
		cmocka_unit_test(links__are_found__in_a_text_each_once),
	};
	return test_run("link", tests);
}
