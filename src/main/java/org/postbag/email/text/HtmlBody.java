package org.postbag.email.text;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/// An HTML body in its three forms: as text, as the text that its writer wrote, and as HTML that
/// can do nothing (no script, no form, no style, nothing fetched from elsewhere).
public final class HtmlBody {
  private static final int MAX_HTML = 1_500_000;
  private static final int MAX_DEPTH = 400;

  /// Where mail programs mark histories, and no text rule would find them.
  private static final String HISTORY =
      ".moz-cite-prefix, .yahoo_quoted, [id^=yahoo_quoted], .protonmail_quote, .zmail_extra,"
          + " .gmail_attr, .tutanota_quote, #isReplyContent, #OLK_SRC_BODY_SECTION";

  private static final String SIGNATURE =
      ".gmail_signature, .moz-signature, #ms-outlook-mobile-signature, #Signature,"
          + " .protonmail_signature_block, .ms-outlook-ios-signature";

  private static final String HISTORY_BELOW =
      "#divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container";

  private static final Safelist INERT =
      new Safelist()
          .addTags(
              "a",
              "abbr",
              "b",
              "blockquote",
              "br",
              "caption",
              "center",
              "cite",
              "code",
              "col",
              "colgroup",
              "dd",
              "del",
              "dfn",
              "div",
              "dl",
              "dt",
              "em",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "hr",
              "i",
              "ins",
              "kbd",
              "li",
              "ol",
              "p",
              "pre",
              "q",
              "s",
              "samp",
              "small",
              "span",
              "strike",
              "strong",
              "sub",
              "sup",
              "table",
              "tbody",
              "td",
              "tfoot",
              "th",
              "thead",
              "tr",
              "tt",
              "u",
              "ul",
              "var")
          .addAttributes("a", "href")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("th", "colspan", "rowspan")
          .addAttributes("ol", "start")
          .addProtocols("a", "href", "http", "https", "mailto", "tel")
          .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
          .addEnforcedAttribute("a", "target", "_blank");
  private static final Pattern NUL = Pattern.compile("\0");

  private final Document document;
  private final boolean tooDeep;

  private HtmlBody(Document document) {
    this.document = document;
    this.tooDeep = depthOf(document) > MAX_DEPTH;
  }

  /// Reads any text as HTML, as a browser would; beyond 1,500,000 characters it is cut.
  public static HtmlBody parse(String html) {
    String bounded = html.length() > MAX_HTML ? html.substring(0, MAX_HTML) : html;
    Document document = Jsoup.parse(NUL.matcher(bounded).replaceAll(""));
    document.outputSettings().prettyPrint(false);
    return new HtmlBody(document);
  }

  /// The text, with the signature and the history that the mail program marked as such.
  public MarkedText text(int limit) {
    return HtmlText.of(document.body(), limit, tooDeep ? Map.of() : marks());
  }

  private Map<Element, Fold.Why> marks() {
    Map<Element, Fold.Why> marks = new HashMap<>();
    document.select(SIGNATURE).forEach(element -> marks.put(element, Fold.Why.SIGNATURE));
    document.select(HISTORY).forEach(element -> marks.put(element, Fold.Why.QUOTED));
    for (Element start : document.select(HISTORY_BELOW)) {
      marks.put(start, Fold.Why.QUOTED);
      start.nextElementSiblings().forEach(element -> marks.put(element, Fold.Why.QUOTED));
    }
    return marks;
  }

  /// HTML that can be shown: see the class; empty for elements nested so deeply that no person
  /// wrote them, which would take time quadratic in their depth.
  public String inert() {
    if (tooDeep) {
      return "";
    }
    Document clean = new Cleaner(INERT).clean(document);
    clean.outputSettings().prettyPrint(false);
    return clean.body().html();
  }

  private static int depthOf(Document document) {
    int[] deepest = {0};
    document.traverse((node, depth) -> deepest[0] = Math.max(deepest[0], depth));
    return deepest[0];
  }
}
