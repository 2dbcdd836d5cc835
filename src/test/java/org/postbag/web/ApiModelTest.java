package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;

/// The model in use through the API: it is one for the whole office, so this test has a desk alone.
class ApiModelTest extends OnApi {
  @Test
  void whatWasLearnedIsSeenAndTakenBack() throws Exception {
    String path = "/api/v1/topics/model";
    assertThat(get(path, approver).status()).isEqualTo(204);
    for (int i = 0; i < 20; i++) {
      long letter = desk.calais("Model Writer <w" + i + "@model.example>");
      desk.learning.addDecision(letter, Optional.of(new TopicId("calais")));
    }
    int letters = desk.learning.train().orElseThrow().examples();

    assertThat(letters).isEqualTo(20);
    assertThat(get(path, approver).body().path("letters").asInt()).isEqualTo(letters);
    HttpRequest.Builder undo = HttpRequest.newBuilder(desk.at(path)).DELETE();
    assertThat(send(undo.copy(), reader).status()).isEqualTo(403);
    assertThat(send(undo, approver).status()).isEqualTo(204);
    assertThat(get(path, approver).status()).isEqualTo(204);
  }
}
