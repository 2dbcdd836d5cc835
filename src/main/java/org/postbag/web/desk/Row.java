package org.postbag.web.desk;

import java.time.Instant;

/// A letter as it stands in a list.
///
/// @param when the time that it came
/// @param age the same in as few signs as a row has room for
/// @param note why a person must decide, or what became of it; may be empty
/// @param urgent true where somebody may need help
/// @param current true for the one that is open beside the list
record Row(
    long id,
    String href,
    String who,
    String subject,
    String snippet,
    String when,
    String age,
    Instant at,
    String topic,
    String note,
    boolean urgent,
    boolean current) {}
