/// From bytes to parts: the structure of a message, its header fields, parameters, addresses,
/// charsets.
///
/// **Standards.** RFC 5322, 2045-2047, 2231, 6532; the labels of the WHATWG Encoding Standard; RFC
/// 2152 (UTF-7); RFC 8551 and 5652 (S/MIME, CMS by Bouncy Castle; signatures are not checked);
/// MS-OXTNEF, MS-OXRTFCP, MS-OXRTFEX (winmail.dat); uuencode as POSIX has it.
///
/// **What can fail.** Nothing: what cannot be understood is skipped and named in the problems.
///
/// **Settings.** None; the limits are constants of [org.postbag.email.mime.MimeParts].
@NullMarked
package org.postbag.email.mime;

import org.jspecify.annotations.NullMarked;
