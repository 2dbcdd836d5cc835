/// Reads `config/application.yaml` into one immutable [Settings] record and reports every mistake
/// at once, with line and remedy.
///
/// **The way through.** [SettingsReader#read] parses the file
/// ([ConfigurationFile][org.postbag.catalog.ConfigurationFile]) and passes each group to its
/// reader: [MailboxesReader] (with [SignInReader] for passwords and OAuth 2.0), [SendingReader],
/// [StorageReader], [DeskReader]. Each returns the settings record of the room that uses it, such
/// as [MailboxSettings][org.postbag.intake.MailboxSettings], so that no other room sees YAML.
/// [SecretFiles] resolves `${NAME}`: files first, then the environment, because every child process
/// sees the environment.
///
/// The reader of each group also names the keys that it knows. Any other key is a mistake, which
/// catches misspellings; `SettingsReader.Reading.known` has them all, so that a test can compare
/// them with the shipped file.
///
/// **Example.**
///
/// ```java
/// SettingsReader.Reading reading = SettingsReader.read(config, data, secrets);
/// reading.problems().forEach(out::println);
/// reading.settings().ifPresent(this::start); // empty if any problem is an error
/// ```
///
/// **What can fail.** A file that is missing or wrong: the result has the problems and no settings.
/// A warning does not prevent a start.
///
/// **Settings.** All of `config/application.yaml`; the comments in that file are the manual.
@NullMarked
package org.postbag.settings;

import org.jspecify.annotations.NullMarked;
