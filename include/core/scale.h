/* Scales on which the answers of a satisfaction form stand: words in an order, or marks.
 *
 * Forms name their steps as they like ("Très satisfait·e", "4 - Bien", "Plutôt d’accord"): the
 * words of a step are folded, and a number in front of words is left aside. Sources: the
 * questionnaires that form services propose in French, and those that training bodies publish.
 */
#ifndef CORE_SCALE_H
#define CORE_SCALE_H

#include <glib.h>
#include <stdbool.h>

/** An answer that takes no stand ("sans opinion", "non concerné"). */
#define SCALE_ASIDE (-2)
/** An answer that is not on the scale. */
#define SCALE_OFF (-1)

/** The code (code_scales) of the scale on which every one of the N ANSWERS stands, to the question
 * HEADING; NULL when there is none: the answers are remarks. A heading that asks for words
 * ("Remarques", "Pourquoi ?") has none, whatever is answered. Borrowed for ever. */
const char *scale_recognise(const char *heading, const char *const *answers, guint n);

/** How many steps the scale has; 0 for an unknown one. */
guint scale_steps(const char *scale);

/** The step that ANSWER means, the best word first and the lowest mark first; SCALE_ASIDE or
 * SCALE_OFF. */
int scale_step(const char *scale, const char *answer);

/** A step in the person's language: "very good", "4". Caller frees. */
char *scale_step_text(const char *scale, guint step);

/** True for a step of words that the questionnaire we print does not have ("excellent"): it is of
 * interest where somebody answered so. */
bool scale_step_rare(const char *scale, guint step);

/** The mark of STEP; -1 when the scale is one of words. */
int scale_mark(const char *scale, guint step);

#endif
