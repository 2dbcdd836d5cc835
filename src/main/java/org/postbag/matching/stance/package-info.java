/// Which side a letter takes on its topic, for or against: the sides are `stances:` of the topic's
/// file.
///
/// A sentence is read for words that say so (`support`, `oppose`, `ban`; `cues.txt`), for what
/// turns them round (`do not vote for`), and for what they are about. The phrases of each side tell
/// what its writers are for and against; so `ban fireworks` and `do not support the sale` are one
/// side.
///
/// **What can fail.** Nothing found, or as much on both sides: then a person chooses.
///
/// **Settings.** `stances:` of a topic.
@NullMarked
package org.postbag.matching.stance;

import org.jspecify.annotations.NullMarked;
