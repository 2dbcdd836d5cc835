/// From bytes to parts: the structure of a message, its header fields, parameters, addresses,
/// charsets.
///
/// **Standards.** RFC 5322, 2045-2047, 2231, 6532; the labels of the WHATWG Encoding Standard.
///
/// **What can fail.** Nothing: what cannot be understood is skipped and named in the problems.
///
/// **Settings.** None; the limits are constants of [org.postbag.email.mime.MimeParts].
@NullMarked
package org.postbag.email.mime;

import org.jspecify.annotations.NullMarked;
