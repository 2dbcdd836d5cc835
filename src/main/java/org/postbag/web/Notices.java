package org.postbag.web;

import java.util.List;

/// Tells what staff must know at this moment: mailboxes that cannot be read, mistakes in the
/// configuration, that nothing is really sent. Asked for every page, so it answers at once.
@FunctionalInterface
public interface Notices {
  List<Notice> now();
}
