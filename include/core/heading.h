/* The heading of the yearly report that a kind of event suggests. */
#ifndef CORE_HEADING_H
#define CORE_HEADING_H

/** The code of code_report_headings that the name of a kind suggests ("webinaire régional" informs,
 * "réunion de réseau" is a network's), by its words; "other" when none speaks. Borrowed for ever.
 * Source of the headings: the State agency's yearly account of resource centres. */
const char *report_heading_propose(const char *kind);

#endif
