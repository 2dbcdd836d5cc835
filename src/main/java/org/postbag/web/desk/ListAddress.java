package org.postbag.web.desk;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.review.Criteria;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// Where somebody is at the desk: which list, what it is narrowed to, which words were searched
/// for.
///
/// @param narrowing what else it is narrowed to, as it stands in the address
record ListAddress(View view, Optional<TopicId> topic, String words, Narrowing narrowing) {
  static final ListAddress START =
      new ListAddress(View.WAITING, Optional.empty(), "", Narrowing.NONE);

  /// From the parameters of a request; what is not understood is left out.
  ///
  /// @param parameter gives the value of a parameter; empty text where it has none
  static ListAddress of(UnaryOperator<String> parameter) {
    String searched = parameter.apply("q").strip();
    View chosen =
        View.of(parameter.apply("view")).orElse(searched.isEmpty() ? View.WAITING : View.ALL);
    return new ListAddress(
        chosen, topicOf(parameter.apply("topic")), searched, Narrowing.of(parameter));
  }

  /// From an address that [#list] gave.
  static ListAddress of(String address) {
    MultiValueMap<String, String> parameters =
        UriComponentsBuilder.fromUriString(address).build().getQueryParams();
    return of(name -> {
      @Nullable String value = parameters.getFirst(name);
      return value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8);
    });
  }

  private static Optional<TopicId> topicOf(String topic) {
    try {
      return Optional.of(topic).filter(t -> !t.isBlank()).map(TopicId::new);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  public ListAddress to(View other) {
    return new ListAddress(other, Optional.empty(), "", Narrowing.NONE);
  }

  public ListAddress on(TopicId other) {
    return new ListAddress(view, Optional.of(other), words, narrowing);
  }

  /// Whether it is a list as a whole.
  public boolean isWhole() {
    return topic.isEmpty() && words.isEmpty() && narrowing.equals(Narrowing.NONE);
  }

  /// What the database is asked for.
  Criteria criteria(Times times) {
    Criteria criteria = narrowing.criteria(times);
    return view == View.HELP ? criteria.urgently() : criteria;
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

  /// Its parameters, as a form or an address has them.
  public Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("view", view.word());
    topic.ifPresent(t -> all.put("topic", t.value()));
    if (!words.isEmpty()) {
      all.put("q", words);
    }
    all.putAll(narrowing.given());
    return all;
  }

  public String url(String path) {
    UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
    Map<String, String> all = parameters();
    all.keySet().forEach(name -> url.queryParam(name, "{" + name + "}"));
    return url.encode().buildAndExpand(all).toUriString();
  }
}
