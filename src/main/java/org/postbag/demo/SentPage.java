package org.postbag.demo;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.web.DeskSettings;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// `/demo/sent`: what reached the other side. There in the demo only, for those who are signed in.
@Requires(value = Role.VIEWER, of = Requires.Of.OFFICE)
@Controller
public class SentPage {
  private final SentMail mail;
  private final LetterReader reader = new LetterReader();
  private final DateTimeFormatter times;

  public SentPage(SentMail mail, DeskSettings settings) {
    this.mail = mail;
    ZoneId zone = settings.zone();
    this.times = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK).withZone(zone);
  }

  /// A row of the page, or the whole of one letter.
  ///
  /// @param number its place in the order of sending, from 1
  /// @param source the message as it came, as far as it is text
  public record Shown(
      int number, String at, String recipients, String subject, String text, String source) {}

  @GetMapping("/demo/sent")
  public String list(Model model) {
    List<SentLetter> sent = mail.all();
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      shown.add(shown(i + 1, sent.get(i)));
    }
    Collections.reverse(shown);
    model.addAttribute("sent", shown);
    return "demo/sent";
  }

  @GetMapping("/demo/sent/{number}")
  public String letter(@PathVariable int number, Model model) {
    List<SentLetter> sent = mail.all();
    if (number < 1 || number > sent.size()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("letter", shown(number, sent.get(number - 1)));
    return "demo/letter";
  }

  private Shown shown(int number, SentLetter sent) {
    Letter letter = reader.read(sent.bytes());
    return new Shown(
        number,
        times.format(sent.at()),
        String.join(", ", sent.recipients()),
        letter.subject().isBlank() ? "(no subject)" : letter.subject(),
        letter.text(),
        new String(sent.bytes(), StandardCharsets.UTF_8));
  }
}
