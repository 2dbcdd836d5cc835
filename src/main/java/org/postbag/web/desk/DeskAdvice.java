package org.postbag.web.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.sending.Pause;
import org.postbag.sending.Pauses;
import org.postbag.web.DeskSettings;
import org.postbag.web.Notice;
import org.postbag.web.Notices;
import org.postbag.web.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What every page of the desk shows.
@ControllerAdvice(basePackageClasses = DeskAdvice.class)
class DeskAdvice {
  private final DeskSettings settings;
  private final Notices notices;
  private final Pauses pauses;

  DeskAdvice(DeskSettings settings, Notices notices, Pauses pauses) {
    this.pauses = pauses;
    this.settings = settings;
    this.notices = notices;
  }

  /// The office, as it is called at the top.
  @ModelAttribute("office")
  String office() {
    return settings.office();
  }

  /// Who is signed in; null on the pages before sign-in.
  @ModelAttribute("me")
  @Nullable StaffMember me(@AuthenticationPrincipal @Nullable StaffMember member) {
    return member;
  }

  /// Shown to those who are signed in only.
  @ModelAttribute("notices")
  List<Notice> notices(@AuthenticationPrincipal @Nullable StaffMember member) {
    return member == null ? List.of() : notices.now();
  }

  /// Who stopped everything from leaving; null when nobody did.
  @ModelAttribute("stopped")
  @Nullable String stopped(@AuthenticationPrincipal @Nullable StaffMember member) {
    return member == null
        ? null
        : pauses.all().stream()
            .filter(pause -> pause.scope() instanceof Pause.Scope.All)
            .map(Pause::actor)
            .findFirst()
            .orElse(null);
  }
}
