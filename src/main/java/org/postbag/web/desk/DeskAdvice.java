package org.postbag.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.review.DryRun;
import org.postbag.web.DeskSettings;
import org.postbag.web.Notice;
import org.postbag.web.Notices;
import org.postbag.web.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/// What every page of the desk shows.
@ControllerAdvice(basePackageClasses = DeskAdvice.class)
class DeskAdvice {
  private final DeskSettings settings;
  private final Notices notices;
  private final PauseOptions stops;
  private final DryRun dryRun;
  private final BreakerViews breakers;
  private final Lists lists;

  DeskAdvice(
      DeskSettings settings,
      Notices notices,
      PauseOptions stops,
      DryRun dryRun,
      BreakerViews breakers,
      Lists lists) {
    this.lists = lists;
    this.breakers = breakers;
    this.stops = stops;
    this.dryRun = dryRun;
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

  /// The lists beside a page; read only where a page shows them and says nothing more exact.
  @ModelAttribute("navigation")
  LazyContextVariable<Navigation> navigation(
      HttpServletRequest request, @AuthenticationPrincipal @Nullable StaffMember member) {
    String staff = member == null ? "" : member.name();
    return new LazyContextVariable<>() {
      @Override
      protected Navigation loadValue() {
        return lists.navigation(request.getRequestURI(), staff);
      }
    };
  }

  /// Shown to those who are signed in only.
  @ModelAttribute("notices")
  List<Notice> notices(@AuthenticationPrincipal @Nullable StaffMember member) {
    return member == null
        ? List.of()
        : notices.now().stream().filter(one -> one.isIn(member.rights().scope())).toList();
  }

  /// Whether nothing leaves because a dry run holds.
  @ModelAttribute("dryRun")
  boolean dryRun(@AuthenticationPrincipal @Nullable StaffMember member) {
    return member != null && dryRun.isOn();
  }

  /// What Postbag stopped by itself.
  @ModelAttribute("breakers")
  List<BreakerViews.Banner> breakers(@AuthenticationPrincipal @Nullable StaffMember member) {
    return member == null ? List.of() : breakers.now();
  }

  /// What people have stopped from leaving.
  @ModelAttribute("stops")
  List<PauseOption> stops(@AuthenticationPrincipal @Nullable StaffMember member) {
    return member == null ? List.of() : stops.now();
  }
}
