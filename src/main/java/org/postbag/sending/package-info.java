/// Approved replies out: claimed durably, handed over by SMTP at most once, settled.
///
/// **Standards.** RFC 5321 (SMTP), RFC 4954 (AUTH), RFC 3207 (STARTTLS), RFC 8314 (TLS), RFC 3463
/// (status codes), RFC 1047 (the gap between the final dot and the answer).
///
/// **What can fail.** A 4yz answer or a connection lost before the end of DATA: the reply goes back
/// to approved and is tried again. A 5yz answer: failed, with the server's words. Silence after the
/// end of DATA: unclear, and never sent again by itself.
///
/// **Settings.** `postbag.sending` in `config/application.yaml`.
@NullMarked
package org.postbag.sending;

import org.jspecify.annotations.NullMarked;
