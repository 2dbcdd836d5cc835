package org.postbag.web.api;

import java.time.Instant;
import org.postbag.matching.training.TrainingService;
import org.postbag.review.Rematching;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The model trained from staff decisions, and its withdrawal.
@Requires(value = Role.VIEWER, of = Requires.Of.OFFICE)
@RestController
@RequestMapping("/api/v1/topics/model")
class ModelController {
  private final TrainingService learning;
  private final Rematching rematching;

  ModelController(TrainingService learning, Rematching rematching) {
    this.learning = learning;
    this.rematching = rematching;
  }

  /// @param letters decided letters that it was trained on
  /// @param accuracy cross-validated accuracy on these letters, 0 to 1
  record ModelJson(int letters, double accuracy, Instant at) {
    static ModelJson of(TrainingService.Version model) {
      return new ModelJson(model.examples(), model.accuracy(), model.at());
    }
  }

  /// The model in use; 204 when none has been trained.
  @GetMapping
  ResponseEntity<ModelJson> model() {
    return answer();
  }

  /// Withdraws the current model and answers with the one in use then. Undecided letters are
  /// matched again.
  @Requires(value = Role.APPROVER, of = Requires.Of.OFFICE)
  @DeleteMapping
  ResponseEntity<ModelJson> undo() {
    if (learning.undo()) {
      Thread.ofVirtual().name("match again").start(rematching::run);
    }
    return answer();
  }

  private ResponseEntity<ModelJson> answer() {
    return learning
        .current()
        .map(model -> ResponseEntity.ok(ModelJson.of(model)))
        .orElse(ResponseEntity.noContent().build());
  }
}
