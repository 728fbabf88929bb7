/* Who signs letters and certificates. */
#ifndef PAPER_SIGNATURE_H
#define PAPER_SIGNATURE_H

#include "paper/paper.h"

/** What the settings say of whoever signs; each may be NULL. */
struct signatory {
	char *name, *title, *town;
};

void signatory_load(Store *store, struct signatory *signatory);
void signatory_clear(struct signatory *signatory);

/** Name, title and room for the signature, kept together with what stood before. */
void signature_write(Writing *writing, const struct signatory *signatory, const char *caption);

/** "Mme Zoé Élan", by the directory's civility. Caller frees; NULL on error. */
char *addressee_text(struct paper *paper, const struct attendee *attendee, GError **error);

/** "Madame", "Monsieur", "Madame, Monsieur". Borrowed for ever. */
const char *addressee_salutation(struct paper *paper, const struct attendee *attendee);

#endif
