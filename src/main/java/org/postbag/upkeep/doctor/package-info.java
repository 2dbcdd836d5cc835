/// What breaks in practice on a machine that Postbag is to run on, looked for before it does: the
/// checks of `bin/postbag doctor`.
///
/// Each is a [org.postbag.upkeep.health.HealthCheck] that needs no running daemon and changes
/// nothing. The network is asked only by [CertificateCheck] and [DomainCheck].
///
/// Standards: SPF, RFC 7208 §3; DMARC, RFC 7489 §6.1; DKIM, RFC 6376 §3.6.2.1.
@NullMarked
package org.postbag.upkeep.doctor;

import org.jspecify.annotations.NullMarked;
