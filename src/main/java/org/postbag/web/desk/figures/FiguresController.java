package org.postbag.web.desk.figures;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.CampaignSummary;
import org.postbag.review.ReviewQueue;
import org.postbag.upkeep.figures.Figures;
import org.postbag.upkeep.figures.Period;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.desk.Sparkline;
import org.postbag.web.desk.Times;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office's figures: on a page, as CSV, and as a page to print.
@Requires(value = Role.VIEWER, of = Requires.Of.OFFICE)
@Controller
class FiguresController {
  private static final Set<Integer> PERIODS = Set.of(7, 30, 90, 365);
  private static final int USUAL = 30;
  private static final int WEEK = 7;
  private static final int MOST_CAMPAIGNS = 5;

  private final Figures figures;
  private final Supplier<Catalog> catalog;
  private final ReviewQueue queue;
  private final CampaignKeeper campaigns;
  private final Times times;

  FiguresController(
      Figures figures,
      Supplier<Catalog> catalog,
      ReviewQueue queue,
      CampaignKeeper campaigns,
      Times times) {
    this.figures = figures;
    this.catalog = catalog;
    this.queue = queue;
    this.campaigns = campaigns;
    this.times = times;
  }

  @GetMapping("/figures")
  String page(Model model, @RequestParam(defaultValue = "30") int days) {
    model
        .addAttribute("view", FiguresView.of(figures, period(days), this::title))
        .addAttribute("periods", PERIODS.stream().sorted().toList())
        .addAttribute("chosen", PERIODS.contains(days) ? days : USUAL)
        .addAttribute("campaigns", campaigns());
    return "figures";
  }

  /// This week's post, for the Member.
  @GetMapping("/figures/week")
  String week(Model model) {
    model
        .addAttribute("view", FiguresView.of(figures, period(WEEK), this::title))
        .addAttribute("before", before())
        .addAttribute("campaigns", campaigns());
    return "figures-week";
  }

  /// How many letters came in the week before.
  private long before() {
    LocalDate last = figures.today().minusDays(WEEK);
    return FiguresView.of(figures, Period.upTo(last, WEEK), this::title).letters();
  }

  @GetMapping("/figures.csv")
  ResponseEntity<byte[]> csv(@RequestParam(defaultValue = "30") int days) {
    Period period = period(days);
    String name = "postbag-figures-%s-to-%s.csv".formatted(period.from(), period.to());
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(FiguresCsv.of(figures.all(period), this::title).getBytes(StandardCharsets.UTF_8));
  }

  private Period period(int days) {
    return Period.upTo(figures.today(), PERIODS.contains(days) ? days : USUAL);
  }

  private String title(String topic) {
    return topic.isEmpty()
        ? ""
        : catalog.get().topic(new TopicId(topic)).map(Topic::title).orElse(topic);
  }

  private List<CampaignFigures> campaigns() {
    return queue.campaigns(MOST_CAMPAIGNS).stream()
        .flatMap(group -> campaigns.find(group.campaign()).stream())
        .map(this::row)
        .toList();
  }

  private CampaignFigures row(CampaignSummary campaign) {
    Sparkline days = Sparkline.of(campaign.perDay());
    return new CampaignFigures(
        campaign.name().orElse(campaign.subject()),
        campaign.letters(),
        campaign.undecided(),
        times.of(campaign.first()),
        times.of(campaign.last()),
        days.points(),
        days.most());
  }
}
