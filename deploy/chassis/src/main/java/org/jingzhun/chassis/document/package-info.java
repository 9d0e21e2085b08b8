/**
 * Documents for people to print and keep: titles, headings, paragraphs, names with values and tables become a PDF (A4)
 * whose text can be extracted, with page numbers, contents and bookmarks, and with the same bytes for the same content.
 */
@NullMarked
package org.jingzhun.chassis.document;

import org.jspecify.annotations.NullMarked;
