/* How an OpenDocument text looks, and what stands on each of its pages. */
#include "base/i18n.h"
#include "exchange/odt_private.h"

#define NAMESPACES                                                                                 \
	"xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                       \
	"xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                         \
	"xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                           \
	"xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "                \
	"xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "

/* A style of paragraphs: its look, and that of its letters. */
static const struct {
	const char *name, *shown; /* shown NULL: as the name */
	const char *paragraph, *text;
	int level; /* of a heading; 0: none */
} styles[] = {
	{"Text_20_body", "Text body", "fo:margin-bottom=\"0.18cm\"", "", 0},
	{"Heading_20_1", "Heading 1",
	 "fo:margin-top=\"0.45cm\" fo:margin-bottom=\"0.15cm\" fo:keep-with-next=\"always\"",
	 "fo:font-size=\"13pt\" fo:font-weight=\"bold\"", 1},
	{"Heading_20_2", "Heading 2",
	 "fo:margin-top=\"0.15cm\" fo:margin-bottom=\"0.06cm\" fo:keep-with-next=\"always\"",
	 "fo:font-size=\"11pt\" fo:font-weight=\"bold\"", 2},
	{"Title", NULL, "fo:margin-bottom=\"0.2cm\" fo:keep-with-next=\"always\"",
	 "fo:font-size=\"14pt\" fo:font-weight=\"bold\"", 0},
	{"Facts", NULL, "fo:margin-bottom=\"0.04cm\"", "fo:font-size=\"10pt\"", 0},
	{"Between", NULL, "", "fo:font-size=\"3pt\"", 0},
	{"Bar", NULL, "", "fo:font-size=\"6pt\" fo:color=\"#8c8c8c\"", 0},
	{"Document", NULL, "fo:margin-top=\"0.2cm\" fo:keep-with-next=\"always\"",
	 "fo:font-size=\"11pt\" fo:font-weight=\"bold\"", 0},
	{"Centre", NULL, "", "fo:font-size=\"11pt\" fo:font-weight=\"bold\"", 0},
	{"Address", NULL, "", "fo:font-size=\"9pt\"", 0},
	{"Strong", NULL, "fo:margin-bottom=\"0.18cm\"", "fo:font-weight=\"bold\"", 0},
	{"Small", NULL, "fo:margin-bottom=\"0.1cm\"", "fo:font-size=\"8pt\"", 0},
	{"Large", NULL,
	 "fo:text-align=\"center\" fo:margin-top=\"0.3cm\" fo:margin-bottom=\"0.3cm\"",
	 "fo:font-size=\"16pt\" fo:font-weight=\"bold\"", 0},
	{"Centred", NULL, "fo:text-align=\"center\" fo:margin-bottom=\"0.18cm\"", "", 0},
	{"Aside", NULL, "fo:margin-left=\"9cm\" fo:margin-bottom=\"0.18cm\"", "", 0},
	{"Cell", NULL, "", "fo:font-size=\"9.5pt\"", 0},
	{"CellEnd", NULL, "fo:text-align=\"end\"", "fo:font-size=\"9.5pt\"", 0},
	{"CellMiddle", NULL, "fo:text-align=\"center\"", "fo:font-size=\"9.5pt\"", 0},
	{"CellHead", NULL, "fo:text-align=\"center\" fo:keep-with-next=\"always\"",
	 "fo:font-size=\"8pt\" fo:font-weight=\"bold\"", 0},
	{"Footer", NULL, "", "fo:font-size=\"8pt\"", 0},
};

static void
append_style(GString *out, gsize i)
{
	g_string_append_printf(out, "<style:style style:name=\"%s\" style:family=\"paragraph\"",
			       styles[i].name);
	if (styles[i].shown != NULL)
		g_string_append_printf(out, " style:display-name=\"%s\"", styles[i].shown);
	g_string_append(out, " style:parent-style-name=\"Standard\"");
	if (styles[i].level > 0)
		g_string_append_printf(out, " style:default-outline-level=\"%d\"", styles[i].level);
	g_string_append_printf(out,
			       "><style:paragraph-properties %s/><style:text-properties %s/>"
			       "</style:style>",
			       styles[i].paragraph, styles[i].text);
}

static void
append_default(GString *out)
{
	bool french = g_strcmp0(i18n_language(), "fr") == 0;
	g_string_append_printf(
		out,
		"<style:default-style style:family=\"paragraph\"><style:text-properties "
		"style:font-name=\"Sans\" fo:font-size=\"10.5pt\" fo:language=\"%s\" "
		"fo:country=\"%s\"/></style:default-style>"
		"<style:style style:name=\"Standard\" style:family=\"paragraph\" "
		"style:class=\"text\"/>",
		french ? "fr" : "en", french ? "FR" : "GB");
}

/* Mention, reference and page stand at the foot of every page, as they do in print. */
static void
append_foot(GString *out, const struct written *paper)
{
	g_autofree char *reference = wording_reference(&paper->reference);
	const char *const lines[] = {paper->writing->notice, paper->letterhead.funders_mention};
	for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
		if (lines[i] == NULL)
			continue;
		g_string_append(out, "<text:p text:style-name=\"Footer\">");
		odt_append_text(out, lines[i]);
		g_string_append(out, "</text:p>");
	}
	g_string_append(out, "<text:p text:style-name=\"Footer\">");
	odt_append_text(out, reference);
	g_string_append(out, " \u2013 <text:page-number text:select-page=\"current\"/>/"
			     "<text:page-count/></text:p>");
}

GString *
odt_styles(const struct written *paper)
{
	GString *out = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
				    "<office:document-styles " NAMESPACES
				    "office:version=\"1.2\"><office:font-face-decls>"
				    "<style:font-face style:name=\"Sans\" svg:font-family=\""
				    "&apos;DejaVu Sans&apos;, &apos;Liberation Sans&apos;, Arial\" "
				    "style:font-family-generic=\"swiss\"/>"
				    "</office:font-face-decls><office:styles>");
	append_default(out);
	for (gsize i = 0; i < G_N_ELEMENTS(styles); i++)
		append_style(out, i);
	g_string_append(out,
			"</office:styles><office:automatic-styles>"
			"<style:page-layout style:name=\"Page\"><style:page-layout-properties "
			"fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin-top=\"1.1cm\" "
			"fo:margin-bottom=\"0.9cm\" fo:margin-left=\"1.5cm\" "
			"fo:margin-right=\"1.5cm\"/><style:footer-style>"
			"<style:header-footer-properties fo:margin-top=\"0.2cm\"/>"
			"</style:footer-style></style:page-layout></office:automatic-styles>"
			"<office:master-styles><style:master-page style:name=\"Standard\" "
			"style:page-layout-name=\"Page\"><style:footer>");
	append_foot(out, paper);
	g_string_append(out, "</style:footer></style:master-page></office:master-styles>"
			     "</office:document-styles>\n");
	return out;
}
