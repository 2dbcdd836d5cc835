package org.postbag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.postbag.catalog.Unusable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The data folder in the hands of one daemon: locked until it is closed, and readable by nobody
/// but its owner, because letters lie in it.
///
/// The lock is the operating system's, on the file `daemon.lock`: it ends with the process, however
/// that ends, so a lock that a crash left behind cannot exist. The file holds who has it.
final class DataFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
  private static final String LOCK = "daemon.lock";
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path folder;
  private final FileChannel lock;

  private DataFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// Makes the folder where it is missing, and locks it.
  ///
  /// @throws CannotStart when another daemon holds it, or it cannot be written
  static DataFolder lock(Path folder, Instant now) {
    try {
      Files.createDirectories(folder);
      FileChannel lock =
          FileChannel.open(
              folder.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (!isLocked(lock)) {
        throw CannotStart.inUse(folder, holder(lock));
      }
      write(lock, "process %d since %s".formatted(ProcessHandle.current().pid(), now));
      DataFolder locked = new DataFolder(folder, lock);
      locked.restrict();
      return locked;
    } catch (IOException e) {
      throw new CannotStart(Unusable.of(folder, e).toString(), e);
    }
  }

  private static boolean isLocked(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another daemon in this same process holds it.
      return false;
    }
  }

  private static String holder(FileChannel lock) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(200);
    lock.read(bytes, 0);
    String words = StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip();
    return words.isEmpty() ? "another process" : words;
  }

  private static void write(FileChannel lock, String words) throws IOException {
    lock.truncate(0);
    lock.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  /// Takes the rights of group and others away; what cannot be mended is named. SQLite gives its
  /// further files the rights of the database's.
  void restrict() throws IOException {
    if (!POSIX) {
      return;
    }
    List<Path> all;
    try (Stream<Path> paths = Files.walk(folder)) {
      all = paths.filter(path -> !Files.isSymbolicLink(path)).toList();
    }
    for (Path path : all) {
      restrictOne(path);
    }
  }

  private static void restrictOne(Path path) {
    Set<PosixFilePermission> rights = Files.isDirectory(path) ? FOLDER : FILE;
    try {
      if (!rights.containsAll(Files.getPosixFilePermissions(path))) {
        Files.setPosixFilePermissions(path, rights);
      }
    } catch (IOException e) {
      LOG.warn(
          "{} can be read by others than its owner, and that cannot be changed: {};"
              + " run chmod go-rwx on it as its owner",
          path,
          e.toString());
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      // The operating system releases the lock with the process.
      LOG.debug("the lock of the data folder", e);
    }
  }
}
