/// The people at the desk: who may sign in and what they may do; the door of every web request.
///
/// The desk's pages are in `web.desk`, the API in `web.api`.
///
/// **Standards.** RFC 6265 (cookies), RFC 6750 (bearer tokens), RFC 9457 (problem answers), CSP
/// level 3; passwords as in NIST SP 800-63B §5.1.1.
///
/// **What can fail.** A wrong name or password, a used or old link, a missing right: the answer
/// says so in plain words and the request changes nothing.
///
/// **Settings.** `postbag.desk` in `config/application.yaml`.
@NullMarked
package org.postbag.web;

import org.jspecify.annotations.NullMarked;
