/* Text files of db/ that are part of the program (made by db/embed.awk at build). */
#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

struct embedded_file {
	const char *name; /* without its folder; NULL ends the table */
	const char *text;
};

/** In the order of their names. */
extern const struct embedded_file embedded_migrations[];
extern const struct embedded_file embedded_reference[];
extern const struct embedded_file embedded_sample[];

#endif
