/// The house: [org.postbag.MailFlow] is the map, [org.postbag.Postbag] the front door.
///
/// The rooms below read as the life of a letter: `catalog`, `database`, `email`, `intake`,
/// `ledger`, `classifier`, `search`, `matching`, `people`, `reply`, `review`, `sending`, `upkeep`,
/// `web`. A room imports only rooms that stand before it in this list; this package imports all of
/// them, and nobody imports it. `docs/architecture.md` has the way of a letter, class by class.
@NullMarked
package org.postbag;

import org.jspecify.annotations.NullMarked;
