package org.postbag.catalog;

import java.util.List;

/// A side that writers take on a topic: one of `stances:` in the topic's file.
///
/// @param name as in `{{only for}}` in the standard reply
/// @param title what staff call it
/// @param phrases words and sentences of writers who take it
public record Stance(String name, String title, List<String> phrases) {
  public Stance {
    phrases = List.copyOf(phrases);
  }
}
