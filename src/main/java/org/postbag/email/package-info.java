/// The words of RFC 5322 and MIME: addresses, message ids, a letter in, its visible text, a letter
/// out.
///
/// **Standards.** RFC 5322 (Internet Message Format), RFC 2045-2049 (MIME), RFC 2047 (encoded
/// words), RFC 2231 (parameter values), RFC 3676 (format=flowed), RFC 5256 (base subject).
///
/// **What can fail.** Nothing: every sequence of bytes yields a [org.postbag.email.Letter]; what
/// was wrong with it is listed in its problems.
///
/// **Settings.** None.
@NullMarked
package org.postbag.email;

import org.jspecify.annotations.NullMarked;
