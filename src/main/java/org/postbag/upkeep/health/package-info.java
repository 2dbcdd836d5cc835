/// Whether everything works, and if not, why: for the health check, the page *Health*, the API, the
/// log and Prometheus, all from the same [HealthChecks].
///
/// A check looks at one part and says what it found in words that an administrator can act on. Four
/// levels: WELL; NOTICE, which somebody may have meant, such as a dry run; WARNING, to be looked at
/// before it breaks; DOWN, when letters do not come in, are not answered or do not leave. Only DOWN
/// fails the readiness probe.
///
/// Neither findings nor figures hold an address, a name of a person or a letter's words; a mailbox
/// has the name that `application.yaml` gives it, and figures have not even that.
///
/// Standards: Prometheus' naming of metrics (base units, `_seconds`, `_ratio`).
@NullMarked
package org.postbag.upkeep.health;

import org.jspecify.annotations.NullMarked;
