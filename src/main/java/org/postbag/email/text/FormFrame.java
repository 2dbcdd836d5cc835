package org.postbag.email.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a web form puts around the letter that somebody wrote into it: an opening, the fields with
/// what was filled in, a closing.
///
/// @param writer whom the fields name
/// @param folds the frame, in the order of the text
public record FormFrame(NamedWriter writer, List<Fold> folds) {
  public FormFrame {
    folds = List.copyOf(folds);
  }

  /// The form in `text`; empty where it is none that is known.
  ///
  /// A form is known by a field for the message below one for name or address; or by its opening or
  /// closing and one such field. People who give their address at the head of a letter write no
  /// field for the letter itself.
  public static Optional<FormFrame> in(String text) {
    FormLines lines = FormLines.of(text);
    int message = lines.first(FormLine.What.MESSAGE);
    int person = lines.firstPerson();
    boolean framed = lines.first(FormLine.What.OPENING) >= 0 || lines.hasClosing();
    boolean form = person >= 0 && ((message > person && lines.fields() >= 2) || framed);
    NamedWriter writer = lines.writer();
    return form && !writer.isNobody()
        ? Optional.of(new FormFrame(writer, lines.folds(message)))
        : Optional.empty();
  }

  /// What relays and campaign sites write above and below a letter.
  public static List<Fold> relay(String text) {
    return new ArrayList<>(FormLines.of(text).relay());
  }
}
