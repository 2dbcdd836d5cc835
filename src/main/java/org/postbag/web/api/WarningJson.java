package org.postbag.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.postbag.reply.Warning;

/// What a person must have seen before they approve.
///
/// @param word named in the approval
/// @param start where it begins in the letter's `text`; left out when it is nowhere in it
@JsonInclude(JsonInclude.Include.NON_NULL)
record WarningJson(String word, String sentence, @Nullable Integer start, @Nullable Integer end) {
  static WarningJson of(Warning warning) {
    return new WarningJson(
        warning.word(),
        warning.sentence(),
        warning.place().map(Warning.Place::start).orElse(null),
        warning.place().map(Warning.Place::end).orElse(null));
  }
}
