#include "print/module.h"

const struct print_module *
print_module(void)
{
	static const struct print_module module = {
		.sign_in = sign_in_print,
		.attendees = attendees_print,
		.written = written_print,
		.year_report = year_report_print,
	};
	return &module;
}
