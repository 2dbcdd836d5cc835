package org.postbag.web;

import java.time.Duration;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// HTTP/1.1 with an end to its patience: a request's header must be there within 20 s, all of it.
///
/// Tomcat's own time-outs begin again with every byte, so who sends a byte every few seconds keeps
/// a connection for ever, and hundreds of them keep everybody else out.
public final class PatientHttpProtocol extends Http11NioProtocol {
  private static final Duration LONGEST_HEADER = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private volatile boolean watching;

  @Override
  public void start() throws Exception {
    super.start();
    watching = true;
    Thread.ofVirtual().name("slow requests").start(this::watch);
  }

  @Override
  public void stop() throws Exception {
    watching = false;
    super.stop();
  }

  private void watch() {
    try {
      while (watching) {
        Thread.sleep(LOOK_EVERY);
        getEndpoint().getConnections().stream()
            .filter(PatientHttpProtocol::isTooSlow)
            .forEach(SocketWrapperBase::close);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A connection holds a processor only while nothing of it runs: here, while the rest of a header
  /// is awaited. An asynchronous answer looks the same and is none of ours.
  private static boolean isTooSlow(SocketWrapperBase<NioChannel> connection) {
    return connection.getCurrentProcessor() instanceof AbstractProcessor processor
        && !processor.isAsync()
        && processor.getRequest().getStartTimeNanos() > 0
        && System.nanoTime() - processor.getRequest().getStartTimeNanos()
            > LONGEST_HEADER.toNanos();
  }
}
