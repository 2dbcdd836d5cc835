package org.postbag.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/// Who comes in at all. The API knows bearer tokens and no cookies; the desk knows cookies and no
/// tokens. Which role a route asks for, and in which mailbox, it says itself: [RouteRules].
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {
  /// Nothing but our own files: no inline script or style, nothing from elsewhere, no frame around
  /// the desk.
  static final String POLICY =
      "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self';"
          + " frame-src 'self'; frame-ancestors 'none'";

  private static final String FIGURES = "/actuator/prometheus";

  private static final String[] OPEN = {
    "/login",
    "/set-up",
    "/sign-in",
    "/assets/**",
    "/webjars/**",
    "/favicon.ico",
    "/error",
    "/actuator/health/**"
  };

  @Bean
  @Order(1)
  SecurityFilterChain apiRequests(HttpSecurity http, Staff staff, TerminalKey terminal) {
    headers(http);
    return http.securityMatcher("/api/**", FIGURES)
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .logout(AbstractHttpConfigurer::disable)
        .addFilterBefore(
            new BearerTokenFilter(token -> terminal.holder(token).or(() -> staff.byToken(token))),
            AnonymousAuthenticationFilter.class)
        .exceptionHandling(refused ->
            refused
                .authenticationEntryPoint((_, response, _) -> RefusedRequests.tokenFirst(response))
                .accessDeniedHandler((_, response, _) -> RefusedRequests.notAllowed(response)))
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers(FIGURES)
                .access(OnThisMachine.OR_VIEWER)
                .requestMatchers("/api/v1/openapi.json")
                .permitAll()
                .anyRequest()
                .hasRole(Role.VIEWER.name()))
        .addFilterAfter(new MailboxScopeFilter(), AuthorizationFilter.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain deskRequests(HttpSecurity http, Sessions sessions) {
    headers(http);
    return http.securityContext(
            context -> context.securityContextRepository(new CookieSignIn(sessions)))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .csrf(csrf -> csrf.csrfTokenRepository(new CsrfCookie()))
        .logout(AbstractHttpConfigurer::disable)
        .addFilterBefore(new SameOriginFilter(), CsrfFilter.class)
        .exceptionHandling(refused ->
            refused.authenticationEntryPoint(
                (request, response, _) -> RefusedRequests.signInFirst(request, response)))
        .authorizeHttpRequests(requests ->
            requests.requestMatchers(OPEN).permitAll().anyRequest().hasRole(Role.VIEWER.name()))
        .addFilterAfter(new MailboxScopeFilter(), AuthorizationFilter.class)
        .build();
  }

  private static void headers(HttpSecurity http) {
    http.headers(headers ->
        headers
            .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
            .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
            .addHeaderWriter(new StaticHeadersWriter("X-Frame-Options", "DENY"))
            .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"))
            .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"))
            .addHeaderWriter(
                new StaticHeadersWriter(
                    "Permissions-Policy", "camera=(), geolocation=(), microphone=()")));
  }

  /// Sign-in is ours; without this bean Spring Boot would invent a user with a password.
  @Bean
  AuthenticationManager nobodyElse() {
    return _ -> {
      throw new BadCredentialsException("sign in at /login");
    };
  }
}
