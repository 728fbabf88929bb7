#include "test.h"

#include "base/text.h"

#define NBSP "\xc2\xa0"

static void
expect(char *actual, const char *expected)
{
	g_autofree char *owned = actual;
	assert_text(owned, expected);
}

/* ---- contact ------------------------------------------------------------------------------- */

static void
text_is_email__takes__addresses(void **state)
{
	(void)state;
	static const char *const good[] = {
		"marie.dupont@gard.fr",
		"m@x.fr",
		"o'brien@ville-nimes.fr",
		"a+b@sub.example.org",
		"élodie@mairie-égat.fr",
		"x_y@EXAMPLE.COM",
		"1@2.fr",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(good); i++)
		if (!text_is_email(good[i]))
			fail_msg("%s", good[i]);
}

static void
text_is_email__refuses__what_cannot_be_sent_to(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"",
		"marie",
		"marie@",
		"@gard.fr",
		"a@b",
		"a@b@c.fr",
		"a b@c.fr",
		"a@c .fr",
		" a@c.fr",
		"a@c.fr ",
		"a@.fr",
		"a@c..fr",
		"a@c.fr.",
		"a@-c.fr",
		"a@c-.fr",
		"a@c.f",
		"a@1.23",
		"a,b@c.fr",
		"a@c.fr,d@e.fr",
		"a@c.fr;d@e.fr",
		"Marie <a@c.fr>",
		"a\n@c.fr",
		"a@c.fr\r\nBcc: x@y.fr",
		"-oX@c.fr",
		"a@c_d.fr",
		"a\xe2\x80\xae@c.fr",
		"a\xff@c.fr",
		"a" NBSP "b@c.fr",
		".a@c.fr",
		"a.@c.fr",
		"mailto:a@c.fr",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
		if (text_is_email(bad[i]))
			fail_msg("%s", bad[i]);
	assert_false(text_is_email(NULL));
	g_autofree char *name = g_strnfill(65, 'a');
	g_autofree char *too_long = g_strconcat(name, "@c.fr", NULL);
	assert_false(text_is_email(too_long));
}

static void
text_email_key__folds__case(void **state)
{
	(void)state;
	expect(text_email_key(" Marie.DUPONT@Gard.FR\t"), "marie.dupont@gard.fr");
	expect(text_email_key("ÉLODIE@gard.fr"), "élodie@gard.fr");
	assert_null(text_email_key("marie"));
	assert_null(text_email_key(NULL));
}

static void
text_phone__reads__numbers(void **state)
{
	(void)state;
	static const char *const numbers[][2] = {
		{"04 67 12 34 56", "+33467123456"},
		{"0467123456", "+33467123456"},
		{"04.67.12.34.56", "+33467123456"},
		{"04-67-12-34-56", "+33467123456"},
		{"+33 4 67 12 34 56", "+33467123456"},
		{"+33 (0)4 67 12 34 56", "+33467123456"},
		{"0033467123456", "+33467123456"},
		{"+330467123456", "+33467123456"},
		{"467123456", "+33467123456"},
		{"33467123456", "+33467123456"},
		{"04" NBSP "67" NBSP "12 34 56", "+33467123456"},
		{"\xe2\x80\xaa+33 6 12 34 56 78\xe2\x80\xac", "+33612345678"},
		{"0262 12 34 56", "+262262123456"},
		{"0692123456", "+262692123456"},
		{"0590 12 34 56", "+590590123456"},
		{"+262 262 12 34 56", "+262262123456"},
		{"+32 2 123 45 67", "+3221234567"},
		{"0041 22 123 45 67", "+41221234567"},
		{"+1 (514) 123-4567", "+15141234567"},
		{"+213 550 12 34 56", "+213550123456"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
		expect(text_phone(numbers[i][0]), numbers[i][1]);
}

static void
text_phone__refuses__what_is_no_number(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"",
		" ",
		"12",
		"3949",
		"04 67 12 34",
		"04 67 12 34 56 78",
		"+",
		"04 67 12 34 56 / 06 12 34 56 78",
		"3.34E+10",
		"04 67 12 34 5X",
		"+33 4 67",
		"++33",
		"+0123456789",
		"néant",
		"+1234567890123456",
		"04 67 12 34 56 poste 2",
		"\xff",
		"0467+123456",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autofree char *phone = text_phone(bad[i]);
		if (phone != NULL)
			fail_msg("%s read as %s", bad[i], phone);
	}
	assert_null(text_phone(NULL));
}

static void
text_phone_shown__writes__pairs(void **state)
{
	(void)state;
	expect(text_phone_shown("+33467123456"), "04 67 12 34 56");
	expect(text_phone_shown("+262262123456"), "+262 262 12 34 56");
	expect(text_phone_shown("+3221234567"), "+32 21 23 45 67");
	expect(text_phone_shown("+15141234567"), "+1 51 41 23 45 67");
	expect(text_phone_shown("04"), "04");
	expect(text_phone_shown(NULL), "");
}

static void
text_phone_shown__is_read_back__as_the_same(void **state)
{
	(void)state;
	static const char *const numbers[] = {"+33467123456", "+262692123456", "+3221234567",
					      "+15141234567", "+221771234567", "+8613812345678"};
	for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) {
		g_autofree char *shown = text_phone_shown(numbers[i]);
		expect(text_phone(shown), numbers[i]);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_email__takes__addresses),
		cmocka_unit_test(text_is_email__refuses__what_cannot_be_sent_to),
		cmocka_unit_test(text_email_key__folds__case),
		cmocka_unit_test(text_phone__reads__numbers),
		cmocka_unit_test(text_phone__refuses__what_is_no_number),
		cmocka_unit_test(text_phone_shown__writes__pairs),
		cmocka_unit_test(text_phone_shown__is_read_back__as_the_same),
	};
	return test_run("text_contact", tests);
}
