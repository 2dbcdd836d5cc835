/// The demo: a mail server in memory with a sample mailbox, so that everything can be tried with
/// nothing to set up. It starts the same program as `run`, only with this server in place of the
/// office's own.
///
/// **Standards.** None of its own; the server is GreenMail (IMAP4rev1, SMTP) on loopback.
///
/// **What can fail.** No free port, no room in the temporary folder: the demo says so and ends.
///
/// **Settings.** The options of `postbag demo`.
@NullMarked
package org.postbag.demo;

import org.jspecify.annotations.NullMarked;
