package org.postbag.email.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlBodyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>bad()</script>",
        "<img src=http://x.example/p.gif onerror=bad()>",
        "<svg><animate onbegin=bad()></svg>",
        "<a href=\"java\tscript:bad()\">x</a>",
        "<iframe srcdoc='<script>bad()</script>'></iframe>",
        "<form action=http://x.example><input name=bad></form>",
        "<style>@import url(http://x.example/bad)</style>",
        "<p style='background:url(http://x.example/bad)'>x</p>",
        "<base href=http://x.example/bad>",
        "<math><mtext><table><mglyph><style><img src=x onerror=bad()></style></mglyph></table></mtext></math>",
        "<noscript><p title=\"</noscript><img src=x onerror=bad()>\"></noscript>",
        "<link rel=stylesheet href=http://x.example/bad>",
        "<meta http-equiv=refresh content='0;url=http://x.example/bad'>",
        "<object data=bad></object>",
        "<p id=bad name=bad>x</p>",
      })
  void nothingActiveAndNothingRemoteIsLeft(String html) {
    String inert = HtmlBody.parse("<p>before</p>" + html + "<p>after</p>").inert();

    assertThat(inert)
        .contains("before")
        .doesNotContain("bad")
        .doesNotContain("x.example")
        .doesNotContain("onerror", "onbegin");
  }

  @Test
  void linksAndStructureStay() {
    String html =
        "<h1>Hi</h1><ul><li>a <a href='https://x.example/y'>link</a></li></ul><table><tr><td colspan=2>c</td></tr></table>";

    assertThat(HtmlBody.parse(html).inert())
        .contains(
            "<h1>Hi</h1>",
            "<li>",
            "href=\"https://x.example/y\"",
            "rel=\"noopener noreferrer nofollow\"",
            "colspan=\"2\"");
  }
}
