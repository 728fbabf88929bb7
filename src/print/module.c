#include "print/module.h"

#include "print/logo.h"

const struct print_module *
print_module(void)
{
	static const struct print_module module = {
		.sign_in = sign_in_print,
		.attendees = attendees_print,
		.badges = badges_print,
		.name_cards = name_cards_print,
		.door_signs = door_signs_print,
		.picture = logo_is_readable,
		.written = written_print,
		.year_report = year_report_print,
	};
	return &module;
}
