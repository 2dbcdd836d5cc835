package org.postbag.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One file of `config/replies/`: the letter that answers a topic.
///
/// @param name the file's name without `.md`
/// @param subject the subject of the reply; empty: `Re:` and the letter's own
/// @param owner who answers for its text
/// @param reviewed the day it was last read with care
/// @param expires the last day it may be used
/// @param attachments files sent along
/// @param languages ISO 639-1 codes of the letters that it may answer; empty: any
/// @param markdown the letter, CommonMark with `{{placeholders}}`; a paragraph that was wrapped at
///   a column is one line
/// @param elsewhere what is said besides, or in its place, to those who live elsewhere
/// @param noAddress the same for those who do not say where they live
/// @param hash SHA-256 of the file and of what it sends along, in hex: which version an approval
///   meant
public record StandardReply(
    String name,
    Optional<String> subject,
    Optional<String> owner,
    Optional<LocalDate> reviewed,
    Optional<LocalDate> expires,
    List<Attachment> attachments,
    List<String> languages,
    String markdown,
    Optional<Variant> elsewhere,
    Optional<Variant> noAddress,
    String hash) {
  /// The same for everybody, wherever they live.
  public StandardReply(
      String name,
      Optional<String> subject,
      Optional<String> owner,
      Optional<LocalDate> reviewed,
      Optional<LocalDate> expires,
      List<Attachment> attachments,
      List<String> languages,
      String markdown,
      String hash) {
    this(
        name,
        subject,
        owner,
        reviewed,
        expires,
        attachments,
        languages,
        markdown,
        Optional.empty(),
        Optional.empty(),
        hash);
  }

  /// A file to send along.
  ///
  /// @param path relative to `config/replies/`
  /// @param hash SHA-256 of its content, in hex
  public record Attachment(String path, String hash) {
    /// Whether that is its content.
    public boolean isOf(byte[] content) {
      return SourceText.sha256(content).equals(hash);
    }
  }

  /// The same reply with more paragraphs, before the one that is signed, or at its end.
  public StandardReply with(String paragraphs) {
    return new StandardReply(
        name,
        subject,
        owner,
        reviewed,
        expires,
        attachments,
        languages,
        JointReply.withParagraphs(markdown, paragraphs),
        elsewhere,
        noAddress,
        hash);
  }

  public StandardReply {
    attachments = List.copyOf(attachments);
    languages = List.copyOf(languages);
  }
}
