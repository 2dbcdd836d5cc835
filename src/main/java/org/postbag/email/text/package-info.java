/// What a reader sees: HTML as text, flowed text, what the writer wrote, and in which language.
///
/// **Folding.** A line is folded away only when it is known: our own text (proved by runs of
/// words), quoted by a mark or a head, a signature, a footer, a forwarded message, armour. What is
/// not known stays. An unquoted message below a head is history in a reply, or when the head names
/// who the letter went to; in a letter of its own somebody pasted it in. Heads, footers, words of
/// signatures and stubs are data files beside the classes, each with its sources.
///
/// **Standards.** RFC 3676 (format=flowed, signatures), RFC 9580 §7 (OpenPGP's signed texts), the
/// WHATWG HTML parser as jsoup has it.
///
/// **What can fail.** Nothing. Every rule runs in time linear in the text.
///
/// **Settings.** None.
@NullMarked
package org.postbag.email.text;

import org.jspecify.annotations.NullMarked;
