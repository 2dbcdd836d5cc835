/// Recognises by their words the letters whose header says nothing of what they are: reports of
/// delivery, automatic answers, receipts, complaints, press releases, invitations.
///
/// **How.** The phrases stand in data files beside these classes, by language, with their sources.
/// A phrase alone proves nothing, for people quote bounces and write of their holidays: where it
/// stands counts (subject, opening, further down), and with it who sent the letter, its length,
/// returned headers, and what only a person says. [MachineLetter] and [Announcement] add that up.
///
/// **What can fail.** Nothing: a letter that is not recognised is taken for a person's.
@NullMarked
package org.postbag.intake.wording;

import org.jspecify.annotations.NullMarked;
