/// The text of files that are attached to a letter: PDF by PDFBox, DOCX from its XML.
///
/// **Bounds.** Files come from strangers. Each is read within limits of size, pages, decoded bytes,
/// operators and time; what lies beyond one is not read, and the letter's problems say so. Nothing
/// is fetched: no external entity, no template, no font.
///
/// What is shown of a file is made here as well, and is always something of our own: a picture
/// encoded again, a page drawn, text.
///
/// **Why no POI.** POI with its schemas weighs more than all of Postbag's own classes. The text of
/// a DOCX is one XML file in a zip (ECMA-376 part 1 §17.3), which the JDK reads.
///
/// **What can fail.** Nothing: a file that cannot be read has no text, and a problem is named.
@NullMarked
package org.postbag.email.attached;

import org.jspecify.annotations.NullMarked;
