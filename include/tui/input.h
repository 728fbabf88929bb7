/* A line one types into: UTF-8 by grapheme, horizontal scroll, the usual keys. */
#ifndef TUI_INPUT_H
#define TUI_INPUT_H

#include "tui/draw.h"
#include "tui/key.h"

struct input {
	GString *text;
	gsize cursor; /* byte offset, at the border of a grapheme */
	bool lines;   /* Enter and pasted line breaks are kept */
	gsize limit;  /* bytes; 0: 64 kB for a line, 200 kB for several */
};

void input_init(struct input *input, const char *text, bool lines);
void input_clear(struct input *input);

/** Replace the text; the cursor goes to its end. NULL is "". */
void input_set(struct input *input, const char *text);

/** True when the key was an editing key. */
bool input_key(struct input *input, const struct key *key);

/** Draw in AREA (one line, or several when LINES); puts the cursor there when FOCUS. */
void input_draw(const struct input *input, struct area area, bool focus);

#endif
