#include "print/leaves.h"

#include "base/error.h"
#include "base/i18n.h"
#include "print/wording.h"

static const struct label_style reference_style = {.size = 6,
						   .least = 4,
						   .lines = 1,
						   .tallest = 12};

const struct label *
leaf_reference(Ink *ink, const struct page_form *form, guint leaf, guint count, double width)
{
	g_autofree char *reference = wording_reference(form->reference);
	g_autofree char *page = g_strdup_printf(_("page %u/%u"), leaf + 1, count);
	g_autofree char *line = wording_join((const char *[]){reference, page}, 2);
	return ink_label(ink, &reference_style, line, width);
}

static Paper *
form_open(const struct page_form *form, const char *path, GError **error)
{
	const struct document_reference *reference = form->reference;
	g_autofree char *title = wording_join((const char *[]){form->document, form->title}, 2);
	g_autofree char *issued = reference->issued_on != NULL
					  ? g_strdup_printf("%sT00:00", reference->issued_on)
					  : NULL;
	const struct paper_about about = {.title = title,
					  .author = form->letterhead->centre,
					  .printed_at =
						  issued != NULL ? issued : reference->printed_at,
					  .language = form->language != NULL ? form->language
									     : i18n_language()};
	return paper_open(path, form->landscape, &about, error);
}

bool
leaves_write(const struct page_form *form, Ink *ink, const struct leaves *leaves, const char *path,
	     guint *pages, char **missing_letters, GError **error)
{
	if (ink_is_dry(ink))
		return fail(error, ERROR_MODULE,
			    _("there is no font here to print with: install DejaVu "
			      "(fonts-dejavu-core)"));
	Paper *paper = form_open(form, path, error);
	if (paper == NULL)
		return false;
	for (guint leaf = 0; leaf < leaves->count; leaf++) {
		leaves->draw(leaves->user, paper, leaf);
		paper_end_page(paper);
	}
	if (!paper_close(paper, error))
		return false;
	if (pages != NULL)
		*pages = leaves->count;
	if (missing_letters != NULL)
		*missing_letters = ink_missing(ink);
	return true;
}
