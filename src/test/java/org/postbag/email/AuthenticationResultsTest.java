package org.postbag.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.email.AuthenticationResults.Result;

/// RFC 8601; the examples are those of its appendix B, and what large providers write.
class AuthenticationResultsTest {
  private static final Set<String> OURS = Set.of("mx.office.example");

  private static AuthenticationResults parse(String body) {
    return AuthenticationResults.parse(body);
  }

  @Test
  void theFormsOfTheStandardAreUnderstood() {
    assertThat(parse(" example.org 1; none"))
        .isEqualTo(new AuthenticationResults("example.org", java.util.List.of()));
    assertThat(parse(" example.com; spf=pass smtp.mailfrom=example.net").results())
        .containsExactly(new Result("spf", "pass"));
    AuthenticationResults commented =
        parse(
            " foo.example.net (foobar) 1 (baz);\r\n dkim (Because I like it) / 1 (One yay) = (wait for"
                + " it) fail policy (A dot can go here) . (like that) expired (this surprised me) ="
                + " (as I wasn't expecting it) 1362471462");
    assertThat(commented.authservId()).isEqualTo("foo.example.net");
    assertThat(commented.results()).containsExactly(new Result("dkim", "fail"));
    assertThat(
            parse(
                    "\"Mx.\\Example\"; dkim=pass reason=\"good signature; dmarc=fail\""
                        + " header.i=@x.example; SPF=Fail")
                .toString())
        .contains("mx.example", "dkim", "spf")
        .doesNotContain("dmarc");
  }

  @Test
  void aServerThatGivesNoNameIsUnderstood() {
    AuthenticationResults microsoft =
        parse(
            "spf=fail (sender IP is 192.0.2.1)\r\n smtp.mailfrom=bank.example; dkim=none (message not"
                + " signed)\r\n header.d=none;dmarc=fail action=oreject"
                + " header.from=bank.example;compauth=none reason=451");

    assertThat(microsoft.authservId()).isEmpty();
    assertThat(microsoft.results())
        .contains(new Result("spf", "fail"), new Result("dmarc", "fail"));
    assertThat(microsoft.isFailure()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dmarc=fail (p=REJECT) header.from=x.example",
        "spf=pass smtp.mailfrom=evil.example; dkim=pass header.d=evil.example; dmarc=fail",
        "spf=fail smtp.mailfrom=x.example; dkim=fail header.d=x.example",
        "dkim=fail header.d=a.example; dkim=fail header.d=b.example; spf=fail"
      })
  void failOfDmarcOrOfBothOthersIsAFailure(String results) {
    assertThat(parse("mx.office.example; " + results).isFailure()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "spf=fail smtp.mailfrom=list.example; dkim=pass header.d=x.example",
        "spf=pass smtp.mailfrom=x.example; dkim=fail (body changed)",
        "spf=fail; dkim=fail header.d=a.example; dkim=pass header.d=b.example",
        "spf=fail; dkim=fail; dmarc=pass",
        "spf=softfail; dkim=none; dmarc=none",
        "spf=fail; dkim=none",
        "dmarc=pass (dmarc=fail) header.from=\"x; dmarc=fail\"",
        "spf=pass smtp.mailfrom=dmarc=fail@x.example dmarc=fail",
        "dmarc=failed; dmarc; =fail; ; dmarc=(fail",
        ""
      })
  void anythingElseIsNone(String results) {
    assertThat(parse("mx.office.example; " + results).isFailure()).isFalse();
  }

  private static Headers headers(String... fields) {
    String letter = String.join("\r\n", fields) + "\r\nFrom: a@x.example\r\n\r\nText\r\n";
    return LetterReader.headers(letter.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean fails(String... fields) {
    return AuthenticationResults.of(headers(fields), OURS)
        .filter(AuthenticationResults::isFailure)
        .isPresent();
  }

  @Test
  void onlyTheTopmostOfTheOfficesOwnServerCounts() {
    String pass = "Authentication-Results: mx.office.example; dmarc=pass";
    String fail = "Authentication-Results: MX.Office.Example; dmarc=fail";
    String foreign = "Authentication-Results: mx.evil.example; dmarc=fail";

    assertThat(fails(fail, pass)).isTrue();
    assertThat(fails(pass, fail)).isFalse();
    assertThat(fails(foreign, pass, fail)).isFalse();
    assertThat(fails(foreign)).isFalse();
    assertThat(fails(foreign, fail)).isTrue();
    assertThat(fails("X-Authentication-Results: mx.office.example; dmarc=fail")).isFalse();
  }

  /// An address that the sender chose stands in the field; decoded, it would speak for the server.
  @Test
  void anEncodedWordInAnAddressSaysNothing() {
    assertThat(
            fails(
                "Authentication-Results: mx.office.example; spf=pass"
                    + " smtp.mailfrom==?utf-8?q?a=3B_dmarc=3Dfail?=@evil.example"))
        .isFalse();
    assertThat(
            fails(
                "Authentication-Results: mx.office.example;"
                    + " spf=pass (=?utf-8?q?=29=3B_dmarc=3Dfail_=28?=); dmarc=pass"))
        .isFalse();
  }
}
