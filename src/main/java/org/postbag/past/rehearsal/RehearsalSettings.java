package org.postbag.past.rehearsal;

import java.nio.file.Path;
import org.postbag.catalog.DraftRule;
import org.postbag.people.help.HelpDetector;
import org.postbag.people.name.Speech;
import org.postbag.reply.ReplySettings;

/// What the daemon would work with.
///
/// @param draftRule of the topics that set none
/// @param replies how replies are made in the office
/// @param help the detector in force
/// @param speech how letters are written in the office's languages
/// @param work a folder for an index of the letters, while they are looked at
public record RehearsalSettings(
    DraftRule draftRule, ReplySettings replies, HelpDetector help, Speech speech, Path work) {}
