package org.postbag.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.postbag.web.OneTimeLinks;
import org.postbag.web.RandomSecret;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.SignIn;
import org.postbag.web.StaffChange;
import org.postbag.web.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages before the desk: sign-in, the first administrator's set-up, and out again.
@Requires(value = Role.VIEWER, of = Requires.Of.NOBODY)
@Controller
class SignInController {
  private final SignIn signIn;
  private final OneTimeLinks links;

  SignInController(SignIn signIn, OneTimeLinks links) {
    this.signIn = signIn;
    this.links = links;
  }

  @GetMapping("/login")
  String page(@RequestParam Optional<String> next, ModelMap model) {
    model.addAttribute("next", next.map(SignInController::local).orElse("/"));
    return "login";
  }

  @PostMapping("/login")
  String enter(
      @RequestParam String name,
      @RequestParam String password,
      @RequestParam Optional<String> next,
      ModelMap model,
      HttpServletRequest request,
      HttpServletResponse response) {
    String wanted = next.map(SignInController::local).orElse("/");
    return switch (signIn.withPassword(name, password, request, response)) {
      case SignIn.Outcome.In _ -> "redirect:" + wanted;
      case SignIn.Outcome.Wrong _ ->
          again(name, wanted, "Name or password is wrong.", model, response);
      case SignIn.Outcome.TooOften often ->
          again(name, wanted, "Too many tries. " + wait(often), model, response);
    };
  }

  private static String wait(SignIn.Outcome.TooOften often) {
    long seconds = often.pause().plusMillis(999).toSeconds();
    return seconds < 90
        ? "Please try again in " + seconds + " seconds."
        : "Please try again in " + (seconds + 59) / 60 + " minutes.";
  }

  private static String again(
      String name, String next, String problem, ModelMap model, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
    model.addAttribute("problem", problem).addAttribute("name", name).addAttribute("next", next);
    return "login";
  }

  /// Only a path of ours: a sign-in page must not lead elsewhere.
  private static String local(String next) {
    return next.matches("/[\\w-][^\\s\\\\]*") ? next : "/";
  }

  /// The page of a link that signs in at once. It spends nothing: programs that look at links
  /// before people do, in mail and chat, only get it. In a browser it goes on by itself.
  @GetMapping("/sign-in")
  String linkPage(@RequestParam String token, ModelMap model) {
    model.addAttribute("token", token);
    return "sign-in";
  }

  /// The page that it answers with goes on by itself, too: a redirect would still count as the
  /// other site's navigation, and the browser would keep the strict cookie back.
  @PostMapping("/sign-in")
  String byLink(
      @RequestParam String token, HttpServletRequest request, HttpServletResponse response) {
    Optional<StaffMember> member = links.signIn(new RandomSecret(token));
    if (member.isEmpty()) {
      response.setStatus(HttpStatus.GONE.value());
      return "link-used";
    }
    signIn.as(member.get(), "a link", request, response);
    return "signed-in";
  }

  @GetMapping("/set-up")
  String setUp(@RequestParam String token, ModelMap model, HttpServletResponse response) {
    if (!links.isSetUp(new RandomSecret(token))) {
      response.setStatus(HttpStatus.GONE.value());
      return "link-used";
    }
    model.addAttribute("token", token);
    return "set-up";
  }

  @PostMapping("/set-up")
  String setUp(
      @RequestParam String token,
      @RequestParam String name,
      @RequestParam String password,
      ModelMap model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (links.setUp(new RandomSecret(token), name, password)) {
      case StaffChange.Done done -> {
        signIn.as(done.member(), "a link", request, response);
        yield "redirect:/";
      }
      case StaffChange.Refused refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("token", token).addAttribute("name", name);
        model.addAttribute("problem", refused.why());
        yield "set-up";
      }
    };
  }

  @Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
  @PostMapping("/sign-out")
  String out(HttpServletRequest request, HttpServletResponse response) {
    signIn.out(request, response);
    return "redirect:/login";
  }
}
