package org.postbag.web.desk;

import org.postbag.ledger.State;
import org.postbag.review.DryRun;
import org.postbag.review.ReviewQueue;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The switch between practice and sending, for administrators.
@Requires(value = Role.ADMIN, of = Requires.Of.OFFICE)
@Controller
@RequestMapping("/dry-run")
class DryRunController {
  private final DryRun dryRun;
  private final ReviewQueue queue;
  private final Lists lists;
  private final Times times;

  DryRunController(DryRun dryRun, ReviewQueue queue, Lists lists, Times times) {
    this.dryRun = dryRun;
    this.queue = queue;
    this.lists = lists;
    this.times = times;
  }

  /// @param letters approved in practice
  record TopicRow(String title, long letters) {}

  @GetMapping
  String page(DeskRequest asked) {
    asked
        .model()
        .addAttribute("holds", dryRun.isOn())
        .addAttribute("since", dryRun.current().map(row -> times.of(row.since())).orElse(""))
        .addAttribute("by", dryRun.current().map(DryRunController::who).orElse(""))
        .addAttribute("practised", dryRun.practised())
        .addAttribute(
            "byTopic",
            queue.groups(State.PRACTISED).stream()
                .map(group ->
                    new TopicRow(
                        group.topic().map(lists::title).orElse("No topic"), group.letters()))
                .toList());
    return "dry-run";
  }

  private static String who(DryRun.Switched switched) {
    return switched.actor().equals("postbag") ? "application.yaml" : switched.actor();
  }

  @PostMapping("/end")
  String end(DeskRequest asked, @RequestParam DryRun.Afterwards practised) {
    dryRun.end(practised, asked.actor());
    return "redirect:/dry-run";
  }

  @PostMapping("/begin")
  String begin(DeskRequest asked) {
    dryRun.begin(asked.actor());
    return "redirect:/dry-run";
  }
}
