package org.postbag.past;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postbag.intake.imap.ImapHistory.Folder;

/// Which folders of a mailbox hold its past: INBOX, the archive and what was sent, by the marks of
/// RFC 6154; where a server sets none, by the names that mail programs give.
///
/// A folder of all letters (`\All`, as Google has it) stands for all others.
public final class FolderChoice {
  private static final Set<String> ARCHIVES = Set.of("archive", "archives", "archiv", "all mail");
  private static final Set<String> SENT =
      Set.of("sent", "sent items", "sent messages", "sent mail", "gesendet", "gesendete elemente");

  private FolderChoice() {}

  /// A folder to read.
  ///
  /// @param direction of all letters in it; empty where each one's sender tells
  public record Chosen(String folder, Optional<Direction> direction) {}

  /// The folders that hold the past.
  ///
  /// @param sentFolder the folder of sent letters that the settings name
  public static List<Chosen> of(List<Folder> folders, String sentFolder) {
    Optional<Folder> all = folders.stream().filter(folder -> folder.is("\\All")).findFirst();
    if (all.isPresent()) {
      return List.of(new Chosen(all.get().name(), Optional.empty()));
    }
    List<Chosen> chosen = new ArrayList<>();
    for (Folder folder : folders) {
      if (folder.name().equalsIgnoreCase("INBOX")) {
        chosen.add(new Chosen(folder.name(), Optional.of(Direction.RECEIVED)));
      } else if (isSent(folder, folders, sentFolder)) {
        chosen.add(new Chosen(folder.name(), Optional.of(Direction.SENT)));
      } else if (isArchive(folder, folders)) {
        chosen.add(new Chosen(folder.name(), Optional.empty()));
      }
    }
    return chosen;
  }

  /// The named folders.
  ///
  /// @return empty where one of them does not exist
  public static Optional<List<Chosen>> named(
      List<String> names, List<Folder> folders, String sentFolder) {
    List<Chosen> known = of(folders, sentFolder);
    List<Chosen> chosen = new ArrayList<>();
    for (String name : names) {
      if (folders.stream().noneMatch(folder -> folder.name().equals(name))) {
        return Optional.empty();
      }
      chosen.add(
          known.stream()
              .filter(one -> one.folder().equals(name))
              .findFirst()
              .orElse(new Chosen(name, Optional.empty())));
    }
    return Optional.of(chosen);
  }

  private static boolean isSent(Folder folder, List<Folder> all, String sentFolder) {
    boolean marked = all.stream().anyMatch(one -> one.is("\\Sent"));
    return folder.is("\\Sent")
        || folder.name().equals(sentFolder)
        || (!marked && isSentName(lastPart(folder)));
  }

  /// The archive, and what stands below it: many keep one folder a year.
  private static boolean isArchive(Folder folder, List<Folder> all) {
    boolean marked = all.stream().anyMatch(one -> one.is("\\Archive"));
    return all.stream()
        .filter(one -> marked ? one.is("\\Archive") : ARCHIVES.contains(lastPart(one)))
        .anyMatch(archive ->
            folder.name().equals(archive.name())
                || folder.name().startsWith(archive.name() + archive.separator()));
  }

  /// Whether mail programs call a folder of sent letters so; in lower case.
  static boolean isSentName(String name) {
    return SENT.contains(name);
  }

  private static String lastPart(Folder folder) {
    String name = folder.name();
    return name.substring(name.lastIndexOf(folder.separator()) + 1).toLowerCase(Locale.ROOT);
  }
}
