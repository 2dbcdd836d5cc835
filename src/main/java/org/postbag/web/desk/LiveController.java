package org.postbag.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.postbag.database.MailboxScope;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.SignIn;
import org.postbag.web.StaffMember;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open pages what has changed: Server-Sent Events (WHATWG HTML, §9.2), one connection a
/// browser. Each waits on a virtual thread of its own, so that a slow browser holds up nobody, and
/// misses only what has changed again meanwhile.
@Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
@Controller
class LiveController {
  /// Shorter than the minute after which proxies give up a silent connection.
  private static final Duration HEARTBEAT = Duration.ofSeconds(25);

  /// After that the browser asks again, and whoever is no longer signed in hears no more.
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final long NO_TIMEOUT = 0;

  private final LiveFeed feed;
  private final SignIn signIn;
  private final InstantSource clock;

  LiveController(LiveFeed feed, SignIn signIn, InstantSource clock) {
    this.signIn = signIn;
    this.feed = feed;
    this.clock = clock;
  }

  @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live(HttpServletRequest request, HttpServletResponse response) {
    Supplier<Optional<StaffMember>> member = signIn.watch(request);
    // nginx would collect the events until its buffer is full.
    response.setHeader("X-Accel-Buffering", "no");
    response.setHeader("Cache-Control", "no-store");
    SseEmitter page = new SseEmitter(NO_TIMEOUT);
    Instant until = clock.instant().plus(LONGEST);
    Thread teller = Thread.ofVirtual().name("live page").unstarted(() -> tell(page, member, until));
    page.onCompletion(teller::interrupt);
    page.onError(_ -> teller.interrupt());
    teller.start();
    return page;
  }

  /// The notices at the top of a page, asked for when they have changed.
  @GetMapping("/notices")
  String notices() {
    return "navigation :: notices";
  }

  /// Asks before each event who is signed in: other rights, or none, are in force at once.
  private void tell(SseEmitter page, Supplier<Optional<StaffMember>> member, Instant until) {
    feed.open();
    try {
      long version = 0;
      while (clock.instant().isBefore(until) && feed.isRunning()) {
        Optional<LiveState> news = feed.after(version, HEARTBEAT);
        Optional<MailboxScope> scope = member.get().map(one -> one.rights().scope());
        if (scope.isEmpty()) {
          break;
        }
        send(page, news, scope.get());
        version = news.map(LiveState::version).orElse(version);
      }
      page.complete();
    } catch (InterruptedException | IOException | IllegalStateException gone) {
      // The browser has gone; it asks again when it is back.
      page.complete();
    } finally {
      feed.closed();
    }
  }

  private static void send(SseEmitter page, Optional<LiveState> news, MailboxScope scope)
      throws IOException {
    SseEmitter.SseEventBuilder event = SseEmitter.event();
    page.send(
        news.map(state ->
                event
                    .name("state")
                    .data(
                        Map.of(
                            "letters", state.letters(scope),
                            "counts", state.counts(scope),
                            "notices", state.notices()),
                        MediaType.APPLICATION_JSON))
            .orElseGet(() -> event.comment("")));
  }
}
