package org.postbag.web.desk;

/// A campaign as it stands above a list.
///
/// @param letters how many wait
/// @param about what its first letter is headed with
/// @param href where they are approved together
record CampaignRow(long letters, String about, String href) {}
