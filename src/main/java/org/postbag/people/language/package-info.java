/// The language files: `config/languages/xx.yaml`, one for each language in which letters come or
/// replies leave.
///
/// A file holds how letters are written in the language ([org.postbag.people.name.Speech]) and its
/// signs of help ([org.postbag.people.help.LiveHelp]). Those of Welsh, German, English and French
/// are shipped; an office's own file of the same name takes the place of the shipped one as a
/// whole.
///
/// **What can fail.** A file holds mistakes: each is a [org.postbag.catalog.Problem] with file and
/// line, and the last good version of all of them stays in force.
@NullMarked
package org.postbag.people.language;

import org.jspecify.annotations.NullMarked;
