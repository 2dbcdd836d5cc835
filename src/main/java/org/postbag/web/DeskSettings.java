package org.postbag.web;

import java.time.ZoneId;

/// How the desk presents itself.
///
/// @param zone where the office is: all times are shown in it
/// @param office what the office is called, at the top of every page
public record DeskSettings(ZoneId zone, String office) {}
