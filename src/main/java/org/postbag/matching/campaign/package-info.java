/// Campaigns: letters that many people send in nearly the same words. Two letters are of one
/// campaign when enough of the shorter one's runs of four words stand in the other, whatever was
/// put before, behind or between.
///
/// **What can fail.** Nothing: a letter whose campaign is not recognised is a letter by itself.
///
/// **Settings.** None.
@NullMarked
package org.postbag.matching.campaign;

import org.jspecify.annotations.NullMarked;
