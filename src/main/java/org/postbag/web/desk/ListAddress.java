package org.postbag.web.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.springframework.web.util.UriComponentsBuilder;

/// Where somebody is at the desk: which list, which topic of it, which words were searched for.
record ListAddress(View view, Optional<TopicId> topic, String words) {
  static final ListAddress START = new ListAddress(View.WAITING, Optional.empty(), "");

  /// From the parameters of a request; what is not understood is left out.
  static ListAddress of(@Nullable String view, @Nullable String topic, @Nullable String words) {
    String searched = words == null ? "" : words.strip();
    View chosen =
        Optional.ofNullable(view)
            .flatMap(View::of)
            .orElse(searched.isEmpty() ? View.WAITING : View.ALL);
    return new ListAddress(chosen, topicOf(topic), searched);
  }

  private static Optional<TopicId> topicOf(@Nullable String topic) {
    try {
      return Optional.ofNullable(topic).filter(t -> !t.isBlank()).map(TopicId::new);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  public ListAddress to(View other) {
    return new ListAddress(other, Optional.empty(), "");
  }

  public ListAddress on(TopicId other) {
    return new ListAddress(view, Optional.of(other), words);
  }

  /// The list itself.
  public String list() {
    return url("/letters");
  }

  /// A letter beside the list.
  public String letter(long id) {
    return url("/letters/" + id);
  }

  /// Letters that came after that one.
  public String after(long id) {
    return url("/letters/after/" + id);
  }

  public String url(String path) {
    UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
    url.queryParam("view", "{view}");
    topic.ifPresent(_ -> url.queryParam("topic", "{topic}"));
    if (!words.isEmpty()) {
      url.queryParam("q", "{q}");
    }
    return url.encode()
        .buildAndExpand(
            java.util.Map.of(
                "view", view.word(), "topic", topic.map(TopicId::value).orElse(""), "q", words))
        .toUriString();
  }
}
