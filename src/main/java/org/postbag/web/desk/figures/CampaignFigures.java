package org.postbag.web.desk.figures;

/// A campaign whose letters wait, with its letters a day.
///
/// @param points of a polyline in 120 by 24
/// @param most letters on one day
record CampaignFigures(
    String about,
    long letters,
    long undecided,
    String first,
    String last,
    String points,
    int most) {}
