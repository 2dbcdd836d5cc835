package org.postbag.web;

import java.time.Instant;

/// Somebody who may sign in.
///
/// @param name the sign-in name, in lower case; it stands in the ledger
/// @param created when the account was made
public record StaffMember(String name, Role role, Instant created) {}
