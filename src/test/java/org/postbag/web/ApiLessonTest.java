package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;

/// The lesson in force through the API: it is one for the whole office, so this test has a desk
/// alone.
class ApiLessonTest extends OnApi {
  @Test
  void whatWasLearnedIsSeenAndTakenBack() throws Exception {
    String path = "/api/v1/topics/lesson";
    assertThat(get(path, approver).status()).isEqualTo(204);
    for (int i = 0; i < 20; i++) {
      long letter = desk.calais("Lesson Writer <w" + i + "@lesson.example>");
      desk.learning.decided(letter, Optional.of(new TopicId("calais")));
    }
    int letters = desk.learning.learn().orElseThrow().examples();

    assertThat(letters).isEqualTo(20);
    assertThat(get(path, approver).body().path("letters").asInt()).isEqualTo(letters);
    HttpRequest.Builder undo = HttpRequest.newBuilder(desk.at(path)).DELETE();
    assertThat(send(undo.copy(), reader).status()).isEqualTo(403);
    assertThat(send(undo, approver).status()).isEqualTo(204);
    assertThat(get(path, approver).status()).isEqualTo(204);
  }
}
