/* Words for people, in their language.
 *
 * Message ids are English; src/i18n/fr.po is complete and embedded in the program, so that French
 * is shown on machines without any French locale (docs/adr/0010). French is the default.
 */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <glib.h>
#include <stdbool.h>

#define _(text)           i18n_text(text)
#define N_(text)          (text)
#define C_(context, text) i18n_text_in(context "\004" text, sizeof(context))

/** Choose the language: CHOICE ("fr", "en"), else $ATELIERS_LANG, else the locale's name in
 * LC_ALL, LC_MESSAGES, LANG and LANGUAGE, read as strings; else French.
 * Returns false when CHOICE names a language that is not spoken here (nothing is changed). */
bool i18n_set_language(const char *choice);

/** "fr" or "en". */
const char *i18n_language(void);

/** NAME if it is one of them, borrowed for ever; else NULL. */
const char *i18n_language_known(const char *name);

/** The translation of TEXT, or TEXT itself. Borrowed for ever. NULL gives NULL. */
const char *i18n_text(const char *text) G_GNUC_FORMAT(1);

/** The same for a text that has several meanings; TEXT is "context\004text". */
const char *i18n_text_in(const char *text, gsize context_size) G_GNUC_FORMAT(1);

/** The form of a counted text that fits N: "1 person", "2 persons"; in French 0 is singular. */
const char *i18n_count(const char *singular, const char *plural, gint64 n) G_GNUC_FORMAT(1)
	G_GNUC_FORMAT(2);

#endif
