package org.postbag.web.api;

import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.postbag.matching.training.TrainingService;
import org.postbag.review.Rematching;

/// What was learned from people's decisions, and the way back.
@RestController
@RequestMapping("/api/v1/topics/lesson")
class ModelController {
  private final TrainingService learning;
  private final Rematching rematching;

  ModelController(TrainingService learning, Rematching rematching) {
    this.learning = learning;
    this.rematching = rematching;
  }

  /// @param letters decided letters that it was learned from
  /// @param accuracy share of these that were recognised when they were kept back, 0 to 1
  record LessonJson(int letters, double accuracy, Instant at) {
    static LessonJson of(TrainingService.Version lesson) {
      return new LessonJson(lesson.examples(), lesson.accuracy(), lesson.at());
    }
  }

  /// The lesson in force; without content when nothing has been learned.
  @GetMapping
  ResponseEntity<LessonJson> lesson() {
    return answer();
  }

  /// Takes the last lesson back and answers with the one in force then. Undecided letters are
  /// matched again.
  @DeleteMapping
  ResponseEntity<LessonJson> undo() {
    if (learning.undo()) {
      Thread.ofVirtual().name("match again").start(rematching::run);
    }
    return answer();
  }

  private ResponseEntity<LessonJson> answer() {
    return learning
        .current()
        .map(lesson -> ResponseEntity.ok(LessonJson.of(lesson)))
        .orElse(ResponseEntity.noContent().build());
  }
}
