/// Letters as words: tokens with their places, stems in the letter's language, and the weighted
/// features that topics and letters are compared by.
///
/// **Standards.** Words are split by UAX #29, through Lucene's `StandardTokenizer`.
///
/// **What can fail.** Nothing: every text has its words, or none.
///
/// **Settings.** None.
@NullMarked
package org.postbag.classifier.text;

import org.jspecify.annotations.NullMarked;
