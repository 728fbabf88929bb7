/* Format codes of Excel, as its users choose and write them. */
#include "exchange/look.h"

#include "test.h"

static void
parts_are(const char *code, guint parts)
{
	struct look look = look_of_code(code);
	if (look.parts != parts)
		fail_msg("\"%s\" shows %u, expected %u", code, look.parts, parts);
}

static void
look__knows__dates(void **state)
{
	(void)state;
	static const char *const whole[] = {
		"dd/mm/yyyy",     "d mmmm yyyy",     "[$-40C]dddd d mmmm yyyy;@",
		"yyyy\\-mm\\-dd", "DD/MM/YY",        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
		"\"le \"d/m/yy",  "[Red]dd.mm.yyyy",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(whole); i++)
		parts_are(whole[i], LOOK_DATE);
	parts_are("mmm\\-yy", LOOK_YEAR | LOOK_MONTH);
	parts_are("yyyy", LOOK_YEAR);
	parts_are("d/m", LOOK_DAY | LOOK_MONTH);
}

static void
look__tells__minutes_from_months(void **state)
{
	(void)state;
	parts_are("hh:mm", LOOK_CLOCK);
	parts_are("h\"h\"mm", LOOK_CLOCK);
	parts_are("mm:ss.0", LOOK_CLOCK);
	parts_are("h:mm AM/PM", LOOK_CLOCK);
	parts_are("[h]:mm:ss", LOOK_CLOCK | LOOK_ELAPSED);
	parts_are("[mm]:ss", LOOK_CLOCK | LOOK_ELAPSED);
	parts_are("dd/mm/yyyy hh:mm", LOOK_DATE | LOOK_CLOCK);
	parts_are("m/d/yy h:mm", LOOK_DATE | LOOK_CLOCK);
	parts_are("hh:mm dd/mm", LOOK_DAY | LOOK_MONTH | LOOK_CLOCK);
}

static void
look__takes__nothing_else_for_a_date(void **state)
{
	(void)state;
	static const char *const numbers[] = {
		"General",
		"GENERAL",
		"0",
		"0.00",
		"#,##0",
		"#,##0.00\\ \"€\"",
		"[Red]-0.00",
		"[Yellow]0",
		"[$€-40C] #,##0",
		"0.00E+00",
		"@",
		"\"mardi\" 0",
		"0\\d",
		"_-* #,##0_-",
		"# ?/?",
		"0.0%",
		"",
		"\"sans fin",
		"[sans fin",
		"\\",
		"*",
		"_",
		"0;dd/mm/yyyy",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
		parts_are(numbers[i], 0);
}

static void
look__counts__zeros_in_front(void **state)
{
	(void)state;
	static const struct {
		const char *code;
		guint digits;
	} codes[] = {
		{"00000", 5},
		{"0#\" \"##\" \"##\" \"##\" \"##", 10},
		{"00\\ 00\\ 00\\ 00\\ 00", 10},
		{"000\\ 000\\ 000", 9},
		{"00000;-00000;@", 5},
		{"##000", 3},
		{"0", 0},
		{"#,##0", 0},
		{"#,##000", 0},
		{"00.0", 0},
		{"00%", 0},
		{"00E+00", 0},
		{"[<=99999]00000;General", 0},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(codes); i++) {
		struct look look = look_of_code(codes[i].code);
		if (look.digits != codes[i].digits || look.parts != 0)
			fail_msg("\"%s\" has %u digits, expected %u", codes[i].code, look.digits,
				 codes[i].digits);
	}
}

static void
look__knows__what_excel_has_built_in(void **state)
{
	(void)state;
	for (guint i = 14; i <= 16; i++)
		assert_int_equal(look_of_builtin(i).parts, LOOK_DATE);
	assert_int_equal(look_of_builtin(17).parts, LOOK_YEAR | LOOK_MONTH);
	assert_int_equal(look_of_builtin(22).parts, LOOK_DATE | LOOK_CLOCK);
	assert_int_equal(look_of_builtin(46).parts, LOOK_CLOCK | LOOK_ELAPSED);
	assert_int_equal(look_of_builtin(49).parts, 0);
	assert_int_equal(look_of_builtin(0).parts, 0);
	assert_true(look_of_builtin(9).percent);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(look__knows__dates),
		cmocka_unit_test(look__tells__minutes_from_months),
		cmocka_unit_test(look__takes__nothing_else_for_a_date),
		cmocka_unit_test(look__counts__zeros_in_front),
		cmocka_unit_test(look__knows__what_excel_has_built_in),
	};
	return test_run("exchange/look", tests);
}
