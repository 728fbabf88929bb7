#include "test.h"

#include <string.h>

#include "tui/input.h"

static void
press(struct input *input, const char *name)
{
	struct key key = {0};
	g_strlcpy(key.name, name, sizeof key.name);
	input_key(input, &key);
}

static void
type(struct input *input, const char *text)
{
	for (const char *at = text; *at != '\0'; at = g_utf8_find_next_char(at, NULL)) {
		struct key key = {0};
		gsize size = (gsize)(g_utf8_find_next_char(at, NULL) - at);
		memcpy(key.text, at, size);
		g_strlcpy(key.name, *at == ' ' ? "Space" : key.text, sizeof key.name);
		input_key(input, &key);
	}
}

static void
input__joins__a_combining_accent_to_its_letter(void **state)
{
	(void)state;
	struct input input;
	input_init(&input, NULL, false);
	type(&input, "E\xcc\x81lan"); /* E and U+0301 */
	assert_text(input.text->str, "Élan");
	press(&input, "Home");
	press(&input, "Delete");
	assert_text(input.text->str, "lan");
	input_clear(&input);
}

static void
input__deletes__whole_letters(void **state)
{
	(void)state;
	struct input input;
	input_init(&input, "Nguyễn 会", false);
	press(&input, "Backspace");
	press(&input, "Backspace");
	press(&input, "Left");
	press(&input, "Backspace");
	assert_text(input.text->str, "Nguyn");
	input_clear(&input);
}

static void
input__takes__the_keys_of_shells(void **state)
{
	(void)state;
	struct input input;
	input_init(&input, "maison de la vie", false);
	press(&input, "C-w");
	assert_text(input.text->str, "maison de la ");
	press(&input, "C-a");
	press(&input, "C-Right");
	press(&input, "C-k");
	assert_text(input.text->str, "maison ");
	press(&input, "C-u");
	assert_text(input.text->str, "");
	input_clear(&input);
}

static void
paste__is__text_and_never_a_command(void **state)
{
	(void)state;
	struct input input;
	input_init(&input, NULL, false);
	struct key key = {.name = "Paste", .paste = "Élan\nZoé\x1b[2J\x07\td"};
	input_key(&input, &key);
	assert_text(input.text->str, "Élan Zoé[2J d");
	input_clear(&input);
}

static void
paste__of_ten_thousand_letters__is_all_there(void **state)
{
	(void)state;
	struct input input;
	input_init(&input, NULL, false);
	g_autofree char *long_text = g_strnfill(10000, 'a');
	struct key key = {.name = "Paste", .paste = long_text};
	input_key(&input, &key);
	assert_int_equal(input.text->len, 10000);
	type(&input, "é");
	assert_text(input.text->str + input.text->len - 2, "é");
	input_clear(&input);
}

static void
long_input__keeps__its_lines_and_moves_between_them(void **state)
{
	(void)state;
	struct input input;
	input_init(&input, NULL, true);
	type(&input, "un");
	press(&input, "Enter");
	type(&input, "deux");
	press(&input, "Up");
	type(&input, "!");
	assert_text(input.text->str, "un!\ndeux");
	press(&input, "Down");
	press(&input, "End");
	assert_int_equal(input.cursor, input.text->len);
	input_clear(&input);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(input__joins__a_combining_accent_to_its_letter),
		cmocka_unit_test(input__deletes__whole_letters),
		cmocka_unit_test(input__takes__the_keys_of_shells),
		cmocka_unit_test(paste__is__text_and_never_a_command),
		cmocka_unit_test(paste__of_ten_thousand_letters__is_all_there),
		cmocka_unit_test(long_input__keeps__its_lines_and_moves_between_them),
	};
	return test_run("input", tests);
}
