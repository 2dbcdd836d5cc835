/// The API for programs and for the terminal: `/api/v1`, JSON, bearer tokens.
///
/// **Standards.** RFC 6750 (bearer tokens), RFC 9457 (problem answers), OpenAPI 3.1.
///
/// **What can fail.** A letter that is not there (404), a version that is no longer the newest
/// (409, with who changed it), a reply that may not leave (422, with the reasons), a request that
/// cannot be understood (400): each is a problem answer, and nothing was changed.
///
/// **Settings.** None.
@NullMarked
package org.postbag.web.api;

import org.jspecify.annotations.NullMarked;
