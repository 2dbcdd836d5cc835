package org.postbag.upkeep.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthCheck;

/// Whether the office's domain says who may send for it. Without that, replies land among junk.
///
/// @param text the TXT records of a name; empty where DNS does not answer
public record DomainCheck(String domain, Function<String, Optional<List<String>>> text)
    implements HealthCheck {
  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    Optional<List<String>> own = text.apply(domain);
    if (own.isEmpty()) {
      return List.of(
          Finding.notice("domain " + domain, "DNS does not answer; it was not looked at."));
    }
    findings.add(spf(own.get().stream().filter(record -> begins(record, "v=spf1")).toList()));
    findings.add(dmarc(text.apply("_dmarc." + domain).orElse(List.of())));
    return findings;
  }

  private static boolean begins(String record, String version) {
    return record.regionMatches(true, 0, version, 0, version.length());
  }

  /// More than one record is as good as none, RFC 7208 §4.5.
  private Finding spf(List<String> records) {
    String part = "SPF of " + domain;
    return switch (records.size()) {
      case 0 ->
          Finding.warning(
              part, "There is no SPF record; publish one that names your mail server (v=spf1 …).");
      case 1 ->
          records.getFirst().contains("+all")
              ? Finding.warning(part, "It lets everybody send (+all); end it with ~all or -all.")
              : Finding.well(part, "It is there.");
      default -> Finding.warning(part, "There are several, which counts as none; leave one.");
    };
  }

  private Finding dmarc(List<String> records) {
    String part = "DMARC of " + domain;
    return records.stream().anyMatch(record -> begins(record, "v=DMARC1"))
        ? Finding.well(part, "It is there.")
        : Finding.warning(
            part, "There is no record; publish _dmarc." + domain + " TXT \"v=DMARC1; p=none\".");
  }
}
