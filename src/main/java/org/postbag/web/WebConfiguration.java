package org.postbag.web;

import java.time.InstantSource;
import org.postbag.database.Database;
import org.postbag.intake.MailboxHealth;
import org.postbag.ledger.Ledger;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.Matching;
import org.postbag.review.Rematching;
import org.postbag.review.breaker.Breakers;
import org.postbag.search.LetterIndex;
import org.postbag.upkeep.figures.Figures;
import org.postbag.upkeep.health.HealthChecks;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;

/// The room as one thing to be wired: the controllers find each other, the doors of the other rooms
/// are given.
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackages = {"org.postbag.web.api", "org.postbag.web.desk"})
@Import(SecurityConfiguration.class)
@PropertySource("classpath:web.properties")
public class WebConfiguration {
  @Bean
  @ConditionalOnMissingBean
  Staff staff(Database database, InstantSource clock) {
    return new Staff(database, clock);
  }

  @Bean
  Sessions sessions(Database database, InstantSource clock) {
    return new Sessions(database, clock);
  }

  @Bean
  MailboxAccess mailboxAccess(Database database, CampaignKeeper campaigns, Breakers breakers) {
    return new MailboxAccess(database, campaigns, breakers);
  }

  @Bean
  RouteRules routeRules(MailboxAccess access) {
    return new RouteRules(access);
  }

  @Bean
  SavedViews savedViews(Database database, InstantSource clock) {
    return new SavedViews(database, clock);
  }

  @Bean
  OneTimeLinks oneTimeLinks(Database database, Staff staff, InstantSource clock) {
    return new OneTimeLinks(database, staff, clock);
  }

  @Bean
  TerminalKey terminalKey() {
    return new TerminalKey();
  }

  @Bean
  SignIn signIn(Staff staff, Sessions sessions, Ledger ledger, InstantSource clock) {
    return new SignIn(staff, sessions, new SignInThrottle(clock), ledger);
  }

  @Bean
  BreakerReset breakerReset(Breakers breakers, Rematching rematching) {
    return new BreakerReset(breakers, rematching);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> patience() {
    return tomcat -> tomcat.setProtocol(PatientHttpProtocol.class.getName());
  }

  /// Before Spring Security's filters, which ask the database who is signed in.
  @Bean
  FilterRegistrationBean<DatabaseAwayFilter> databaseAway() {
    FilterRegistrationBean<DatabaseAwayFilter> first =
        new FilterRegistrationBean<>(new DatabaseAwayFilter());
    first.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return first;
  }

  @Bean
  FilterRegistrationBean<HostFilter> hosts(DeskSettings settings) {
    FilterRegistrationBean<HostFilter> filter =
        new FilterRegistrationBean<>(new HostFilter(settings));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<BoundedBodyFilter> boundedBodies() {
    FilterRegistrationBean<BoundedBodyFilter> filter =
        new FilterRegistrationBean<>(new BoundedBodyFilter());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    return filter;
  }

  @Bean
  PostbagHealth postbag(HealthChecks checks) {
    return new PostbagHealth(checks);
  }

  @Bean
  CampaignVerbs campaignVerbs(CampaignKeeper campaigns, Rematching rematching) {
    return new CampaignVerbs(campaigns, rematching);
  }

  @Bean
  MailboxesHealth mailboxes(MailboxHealth mailboxes) {
    return new MailboxesHealth(mailboxes);
  }

  @Bean
  MatchingHealth matchingHealth(Matching matching, LetterIndex index) {
    return new MatchingHealth(matching.embedder(), index::problem, matching::lacksMemory);
  }

  @Bean
  Figures figures(Database database, InstantSource clock, DeskSettings settings) {
    return new Figures(database, clock, settings.zone());
  }

  @Bean
  LetterFigures letterFigures(Ledger ledger, MailboxHealth mailboxes) {
    return new LetterFigures(ledger, mailboxes);
  }
}
