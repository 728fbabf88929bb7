/* What a certificate says. */
#ifndef PAPER_CERTIFICATE_WORDS_H
#define PAPER_CERTIFICATE_WORDS_H

#include "app/attendance.h"
#include "paper/paper.h"

/** The certificate of ATTENDEE, to be issued today, under the letterhead of PAPER: of attendance,
 * of training or of having spoken, by the proof that the event asks for and the attendee's part.
 * What "certificat de réalisation" says follows the model of the ministry of labour (domain study,
 * §6). Caller frees the writing. */
Writing *certificate_compose(struct paper *paper, const struct attendee *attendee,
			     const struct attendance *attendance, GError **error);

/** The language of a certificate that was frozen under the name DOCUMENT before that was
 * remembered. Borrowed for ever. */
const char *certificate_language(const char *document);

#endif
