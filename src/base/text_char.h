/* Single characters: decoding that never fails and the few classes that GLib does not name. */
#ifndef BASE_TEXT_CHAR_H
#define BASE_TEXT_CHAR_H

#include <glib.h>
#include <stdbool.h>

#define CHAR_REPLACEMENT 0xFFFDu

/** The character at *AT, which moves behind it; a byte that is not UTF-8 gives U+FFFD. **AT is not
 * the end. */
gunichar char_take(const char **at);

/** Behind the printable ASCII and Latin letters up to U+02BF that TEXT begins with: nothing to
 * clean in them, and NFC as they are. */
const char *char_skip_plain(const char *text);

/** Nothing but these. */
bool char_all_plain(const char *text);

/** True when TEXT is printable ASCII. */
bool char_all_ascii(const char *text);

/** LF, CR, VT (the soft break of word processors), FF, NEL, U+2028 and U+2029. */
bool char_breaks_line(gunichar letter);

/** Embeddings, overrides and isolates of UAX #9: they reorder what stands around them. */
bool char_turns_direction(gunichar letter);

/** Takes no room and shows nothing: zero-width spaces and joiners, soft hyphen, byte order mark. */
bool char_is_invisible(gunichar letter);

/** Variation selectors: they choose a shape, and in some terminals another width. */
bool char_is_variation(gunichar letter);

/** Drawn onto the letter before it: combining marks, vowels of decomposed Hangul. */
bool char_is_mark(gunichar letter);

/** U+FFFE, U+FDD0 and the like, which no text may hold. */
bool char_is_noncharacter(gunichar letter);

/** Behind the spaces, line breaks and invisible characters that TEXT begins with. */
const char *char_skip_blanks(const char *text);

/** Take the spaces, line breaks and invisible characters off the end of valid UTF-8. */
void char_trim_end(GString *text);

#endif
