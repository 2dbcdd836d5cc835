/// What a reader sees: HTML as text, flowed text, what the writer wrote, and in which language.
///
/// **Standards.** RFC 3676 (format=flowed), the WHATWG HTML parser as jsoup has it.
///
/// **What can fail.** Nothing. Every rule runs in time linear in the text.
///
/// **Settings.** None.
@NullMarked
package org.postbag.email.text;

import org.jspecify.annotations.NullMarked;
