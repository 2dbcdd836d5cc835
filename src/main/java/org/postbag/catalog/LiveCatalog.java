package org.postbag.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The catalog in force: saving a file is enough to change it.
///
/// The folder is looked at twice a second, by names, times, sizes and file keys: that sees editors
/// which save by renaming, and folders of other machines, on which no watch is told. A file with a
/// mistake keeps its last good version in force; the other files change all the same.
public final class LiveCatalog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveCatalog.class);
  private static final int DEPTH = 5;
  private static final Duration LOOK_EVERY = Duration.ofMillis(400);

  /// A folder that changed this short a time ago may be in the middle of being saved.
  private static final Duration SETTLE = Duration.ofMillis(100);

  /// Who writes a file in place makes it shorter first: it may be half of one for longer.
  private static final Duration SETTLE_SHORTER = Duration.ofMillis(350);

  /// Looks after which a part of the program is told again that had no memory for it: half a
  /// minute.
  private static final int LOOKS_TO_WAIT = 75;

  /// What a file looks like from outside.
  ///
  /// @param size in bytes; 0 for what is no file
  record Print(String marks, long size) {
    private static final Print GONE = new Print("gone", 0);
  }

  private record Version(CatalogReader.Reading reading, Catalog inForce) {}

  private final Path configDir;
  private final List<Consumer<Catalog>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<Catalog>> untold = new CopyOnWriteArrayList<>();
  private volatile Map<Path, Print> seen;
  private volatile Version version;
  private volatile Thread watcher = new Thread();

  private LiveCatalog(Path configDir) {
    this.configDir = configDir;
    this.seen = fingerprints();
    CatalogReader.Reading first = CatalogReader.read(configDir);
    this.version = new Version(first, first.catalog());
    report();
  }

  /// Reads the folder now and does not watch it yet. Files with mistakes are not in force.
  public static LiveCatalog open(Path configDir) {
    return new LiveCatalog(configDir);
  }

  /// The catalog in force.
  public Catalog catalog() {
    return version.inForce();
  }

  /// What is wrong in the folder at present; empty when all of it is in force.
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(version.reading().problems());
    if (!untold.isEmpty()) {
      problems.add(
          Problem.warning(
              configDir.resolve("topics").toString(),
              0,
              "what was saved last is not in force: there is too little memory",
              "it is tried again; give Java more, such as by POSTBAG_JAVA_OPTS=-Xmx512m"));
    }
    return List.copyOf(problems);
  }

  /// Tells `listener` of every later catalog, on the watching thread.
  public void onChange(Consumer<Catalog> listener) {
    listeners.add(listener);
  }

  /// Looks at the folder until [#close].
  public synchronized void watch() {
    if (!watcher.isAlive()) {
      watcher = Thread.ofVirtual().name("catalog").start(this::lookAgainAndAgain);
    }
  }

  @Override
  public void close() {
    watcher.interrupt();
  }

  private void lookAgainAndAgain() {
    try {
      for (int look = 1; !Thread.currentThread().isInterrupted(); look++) {
        Thread.sleep(LOOK_EVERY);
        if (look % LOOKS_TO_WAIT == 0) {
          tellAgain();
        }
        if (!fingerprints().equals(seen)) {
          settle();
          reload();
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void settle() throws InterruptedException {
    Map<Path, Print> before;
    do {
      before = fingerprints();
      Thread.sleep(settleTime(seen, before));
    } while (!before.equals(fingerprints()));
  }

  /// How long nothing may change before the folder is read.
  static Duration settleTime(Map<Path, Print> seen, Map<Path, Print> now) {
    boolean shorter =
        now.entrySet().stream()
            .anyMatch(file ->
                !file.getValue().equals(Print.GONE)
                    && file.getValue().size < seen.getOrDefault(file.getKey(), Print.GONE).size);
    return shorter ? SETTLE_SHORTER : SETTLE;
  }

  /// Reads the folder now, as after a change.
  public synchronized void reload() {
    seen = fingerprints();
    CatalogReader.Reading reading = CatalogReader.read(configDir);
    Catalog before = version.inForce();
    version = new Version(reading, before.renewedBy(reading));
    report();
    if (!version.inForce().equals(before)) {
      listeners.forEach(this::tell);
    }
  }

  /// Tells those of the catalog in force who had too little memory for it.
  synchronized void tellAgain() {
    List.copyOf(untold).forEach(this::tell);
  }

  private void tell(Consumer<Catalog> listener) {
    try {
      untold.remove(listener);
      listener.accept(version.inForce());
    } catch (RuntimeException broken) {
      LOG.error("a part of the program did not take the new catalog", broken);
    } catch (OutOfMemoryError _) {
      // A model in training may have taken all of it, and frees it afterwards.
      untold.add(listener);
      LOG.error(
          "too little memory to take the new catalog; it is tried again. Give Java more, such as by"
              + " POSTBAG_JAVA_OPTS=-Xmx512m");
    }
  }

  private void report() {
    Catalog catalog = version.inForce();
    LOG.info("catalog: {} topics, {} replies", catalog.topics().size(), catalog.replies().size());
    problems().forEach(problem -> LOG.warn("{}", problem));
  }

  private Map<Path, Print> fingerprints() {
    Map<Path, Print> found = new TreeMap<>();
    for (String folder : List.of("topics", "replies")) {
      // Replies may send along files of folders below; the folder itself may be a link.
      try (Stream<Path> files = Files.walk(configDir.resolve(folder).toRealPath(), DEPTH)) {
        files.forEach(file -> found.put(file, fingerprint(file)));
      } catch (IOException | UncheckedIOException absent) {
        found.put(configDir.resolve(folder), Print.GONE);
      }
    }
    return found;
  }

  private static Print fingerprint(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Print(
          now.lastModifiedTime() + " " + now.size() + " " + now.fileKey(),
          now.isRegularFile() ? now.size() : 0);
    } catch (IOException gone) {
      return Print.GONE;
    }
  }
}
