/// The words of RFC 5322 and MIME: addresses, message ids, a letter in, its visible text, a letter
/// out.
///
/// **Standards.** RFC 5322 (Internet Message Format), RFC 2045-2049 (MIME), RFC 2047 (encoded
/// words), RFC 2231 (parameter values), RFC 3676 (format=flowed), RFC 5256 (base subject).
///
/// **What can fail.** Nothing: every sequence of bytes yields a [org.postbag.email.Letter]; what
/// was wrong with it is listed in its problems.
///
/// A [org.postbag.email.Letter] knows its parts: its whole text, what of it is folded away and why,
/// and what remains as the writer's own. A [org.postbag.email.LetterReader] may be told how to
/// recognise the office's own texts.
///
/// Where From names a form, a group or a forwarder, the letter knows who wrote it
/// ([org.postbag.email.Authorship]). The text of attached files ([org.postbag.email.attached])
/// stands below its own, marked as such.
///
/// **Settings.** None.
@NullMarked
package org.postbag.email;

import org.jspecify.annotations.NullMarked;
