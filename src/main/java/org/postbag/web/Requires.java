package org.postbag.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The rule of a route: which role it asks for, and in which mailbox. [RouteRules] holds it before
/// the route is run; a route without a rule runs for nobody. On a class it is the rule of all of
/// its routes that have none of their own.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
  Role value();

  Of of();

  /// Whose mailbox it is.
  enum Of {
    /// The route concerns the whole office: the role is asked in all mailboxes.
    OFFICE,
    /// The role in any mailbox is enough to come in. What the route shows is limited by
    /// [org.postbag.database.MailboxScope], and what it does to letters that the request names is
    /// asked of [MailboxAccess].
    ANY_MAILBOX,
    /// The mailbox of the letter `id` in the path.
    LETTER,
    /// The mailbox `name` in the path.
    MAILBOX,
    /// All mailboxes in which the campaign `id` of the path has letters.
    CAMPAIGN,
    /// The mailbox that the breaker `id` of the path has stopped; else the office.
    BREAKER,
    /// Nobody needs to be signed in.
    NOBODY
  }
}
