/* paragraph.h - text for a person, in lines as wide as the terminal, but not wider than is easy to read.
 *
 *     uk_paragraph("  - ", "    ", "a long sentence ...");
 */
#ifndef UK_PARAGRAPH_H
#define UK_PARAGRAPH_H

/* Prints `text` on standard output: `first` before its first line, `rest` before the others. A word too long for a line has one of its own. */
void uk_paragraph(const char *first, const char *rest, const char *text);

/* The columns that a text takes. */
int uk_paragraph_columns(const char *text);

#endif
