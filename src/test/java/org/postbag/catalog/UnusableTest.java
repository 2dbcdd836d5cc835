package org.postbag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UnusableTest {
  private static final Path PLACE = Path.of("/data/index");

  private static String said(Throwable failure) {
    return Unusable.of(PLACE, failure).toString();
  }

  @Test
  void whatTheSystemSaysIsPutIntoWordsThatNamePathCauseAndMend() {
    assertThat(said(new AccessDeniedException("x"))).startsWith("/data/index: the program has no");
    assertThat(said(new IOException("No space left on device")))
        .isEqualTo("/data/index: the disk is full; make room on it");
    assertThat(
            said(
                new UncheckedIOException(
                    new FileSystemException("a", null, "Read-only file system"))))
        .contains("the disk can only be read; mount it");
    assertThat(
            said(new IllegalStateException("closed", new IOException("No space left on device"))))
        .contains("the disk is full");
  }

  @Test
  void tooLittleMemoryIsNoFaultOfTheDisk() {
    assertThat(Unusable.of(PLACE, new OutOfMemoryError("Java heap space")))
        .hasToString(
            "/data/index: there is too little memory for it; give Java more, such as by"
                + " POSTBAG_JAVA_OPTS=-Xmx512m");
  }

  @Test
  void aLockThatCouldNotBeMadeIsNotCalledMissing() {
    NoSuchFileException missing = new NoSuchFileException("write.lock");
    missing.addSuppressed(new FileSystemException("write.lock", null, "Read-only file system"));
    assertThat(said(missing)).contains("the disk can only be read");
  }
}
