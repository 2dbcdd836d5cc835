/// Names: who signs a letter, what of that is a person's name, and how the person is greeted.
///
/// A name is read from the display name in From (RFC 5322 §3.4), the signature and the letter's own
/// opening. Titles, post-nominals, particles, names and the words that tell an organisation's name
/// are lists beside this package's classes, each with its source.
///
/// **What can fail.** Nothing: a name that is not surely a person's is not used, because a wrong
/// salutation offends more than none.
///
/// **Settings.** `salutation`: how a letter begins without a name, by language.
@NullMarked
package org.postbag.people.name;

import org.jspecify.annotations.NullMarked;
