package org.postbag.web;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// A member of staff as Spring Security knows them: the principal is the [StaffMember].
final class SignedIn {
  private SignedIn() {}

  static Authentication as(StaffMember member) {
    return UsernamePasswordAuthenticationToken.authenticated(
        member,
        null,
        member.role().included().stream()
            .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
            .toList());
  }
}
