package org.postbag.email.attached;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.postbag.email.mime.MimeParts;
import org.postbag.email.mime.Part;

/// An attached file to be looked at, with nothing of it that could act: a picture is decoded and
/// encoded again within a limit of pixels, a page of a PDF is drawn, a DOCX is its text.
///
/// @param pages how many pictures there are to see
/// @param text what it says; empty for pictures
/// @param problem why there is nothing to see, or not all of it
public record AttachedView(int pages, String text, Optional<String> problem) {
  /// A picture of ours.
  ///
  /// @param mediaType `image/png` or `image/jpeg`
  @SuppressWarnings("ArrayRecordComponent") // written out once, never compared
  public record Picture(byte[] bytes, String mediaType) {}

  private static final Set<String> PICTURES =
      Set.of("image/png", "image/jpeg", "image/jpg", "image/gif", "image/bmp");

  /// Drawing takes memory: two at a time are enough for an office.
  private static final Semaphore AT_ONCE = new Semaphore(2);

  /// Whether files of that kind can be looked at.
  ///
  /// @param name the file's name, for programs that know no better type than octets
  public static boolean shows(String mediaType, String name) {
    String ending = name.toLowerCase(Locale.ROOT);
    return PICTURES.contains(mediaType)
        || mediaType.equals("application/pdf")
        || mediaType.endsWith("wordprocessingml.document")
        || (mediaType.startsWith("application/")
            && (ending.endsWith(".pdf") || ending.endsWith(".docx")));
  }

  /// What there is to see of one of a message's files.
  ///
  /// @param name as [org.postbag.email.Letter.Attachment] has it, and so `mediaType` and `size`
  public static AttachedView of(byte[] rfc822, String name, String mediaType, long size) {
    Optional<Part> part = find(rfc822, name, mediaType, size);
    if (part.isEmpty()) {
      return nothing("It cannot be taken out of the message.");
    }
    if (part.get().body().length < part.get().size()) {
      return nothing("It is too large to be shown.");
    }
    return of(part.get(), name);
  }

  private static AttachedView of(Part part, String name) {
    try {
      if (PICTURES.contains(part.mediaType())) {
        PictureReader.requireReadable(part.body());
        return new AttachedView(1, "", Optional.empty());
      }
      if (part.isPdf()) {
        int pages = PdfPages.count(part.body());
        int shown = Math.min(pages, PdfPages.MOST_PAGES);
        return new AttachedView(shown, "", cut(shown, pages));
      }
    } catch (IOException | RuntimeException | StackOverflowError unreadable) {
      return nothing(reason(unreadable));
    }
    List<String> problems = new ArrayList<>();
    String text = AttachedText.of(part, name, problems);
    return new AttachedView(0, text, problems.stream().findFirst().or(() -> empty(text)));
  }

  private static Optional<String> cut(int shown, int pages) {
    return shown < pages
        ? Optional.of("The first " + shown + " of " + pages + " pages are shown.")
        : Optional.empty();
  }

  private static Optional<String> empty(String text) {
    return text.isEmpty() ? Optional.of("There is no text in it.") : Optional.empty();
  }

  private static AttachedView nothing(String why) {
    return new AttachedView(0, "", Optional.of(why));
  }

  private static String reason(Throwable unreadable) {
    String why =
        unreadable instanceof TooMuchException
            ? String.valueOf(unreadable.getMessage())
            : "it is damaged, or not what it says";
    return "It cannot be shown: " + why + ".";
  }

  /// One of its pictures, from 0; empty when there is none that can be drawn within the limits.
  public static Optional<Picture> picture(
      byte[] rfc822, String name, String mediaType, long size, int page) {
    Optional<Part> part =
        find(rfc822, name, mediaType, size).filter(p -> p.body().length == p.size());
    if (part.isEmpty()) {
      return Optional.empty();
    }
    AT_ONCE.acquireUninterruptibly();
    try {
      return drawn(part.get(), page);
    } catch (IOException | RuntimeException | StackOverflowError unreadable) {
      return Optional.empty();
    } finally {
      AT_ONCE.release();
    }
  }

  private static Optional<Picture> drawn(Part part, int page) throws IOException {
    if (PICTURES.contains(part.mediaType())) {
      return page == 0 ? Optional.of(PictureReader.encodedAgain(part.body())) : Optional.empty();
    }
    return part.isPdf() && page >= 0 && page < PdfPages.MOST_PAGES
        ? PdfPages.draw(part.body(), page)
        : Optional.empty();
  }

  private static Optional<Part> find(byte[] rfc822, String name, String mediaType, long size) {
    List<Part> found = new ArrayList<>();
    collect(MimeParts.readWithPictures(rfc822), found);
    return found.stream()
        .filter(part -> part.mediaType().equals(mediaType) && part.size() == size)
        .filter(part -> part.fileName().map(name::equals).orElse(name.startsWith("unnamed")))
        .findFirst();
  }

  private static void collect(Part part, List<Part> found) {
    found.add(part);
    part.children().forEach(child -> collect(child, found));
  }
}
