package org.postbag.upkeep.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A backup: a ZIP file whose last entry names the SHA-256 of the others; as a whole in an OpenPGP
/// message when there is a passphrase.
final class BackupFile {
  private BackupFile() {}

  /// Takes the content of one entry.
  interface Entry {
    void take(String name, InputStream content) throws IOException;
  }

  /// Writes the files to an empty file and forces it to the disk.
  static void write(Path target, Optional<String> passphrase, Sources sources, Manifest about)
      throws IOException {
    OutputStream file = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16);
    try (ZipOutputStream zip = new ZipOutputStream(wrapped(file, passphrase))) {
      Map<String, String> hashes = new TreeMap<>();
      for (Map.Entry<String, Sources.Source> source : sources.all().entrySet()) {
        hashes.put(source.getKey(), add(zip, source.getKey(), source.getValue()));
      }
      Manifest whole = new Manifest(about.made(), about.head(), about.letters(), hashes);
      zip.putNextEntry(new ZipEntry(Manifest.NAME));
      zip.write(whole.toJson().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    try (FileChannel written = FileChannel.open(target, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  private static OutputStream wrapped(OutputStream file, Optional<String> passphrase)
      throws IOException {
    return passphrase.isPresent() ? OpenPgp.encrypt(file, passphrase.get()) : file;
  }

  private static String add(ZipOutputStream zip, String name, Sources.Source source)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    DigestOutputStream hashing = new DigestOutputStream(zip, sha256());
    try (InputStream in = source.open()) {
      in.transferTo(hashing);
    }
    zip.closeEntry();
    return HexFormat.of().formatHex(hashing.getMessageDigest().digest());
  }

  /// Reads all of it and compares every hash.
  ///
  /// @param each is given every entry but the manifest
  /// @throws IOException when it cannot be read, or is not what was written
  static Manifest read(Path file, Optional<String> passphrase, Entry each) throws IOException {
    Map<String, String> found = new TreeMap<>();
    Optional<Manifest> manifest = Optional.empty();
    try (InputStream clear = opened(file, passphrase);
        ZipInputStream zip = new ZipInputStream(clear)) {
      for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
        if (next.getName().equals(Manifest.NAME)) {
          manifest = Optional.of(manifest(zip));
        } else {
          DigestInputStream hashing = new DigestInputStream(zip, sha256());
          each.take(next.getName(), hashing);
          hashing.transferTo(OutputStream.nullOutputStream());
          found.put(next.getName(), HexFormat.of().formatHex(hashing.getMessageDigest().digest()));
        }
      }
      // The rest of the file: its end must be reached, where an encrypted one is verified.
      clear.transferTo(OutputStream.nullOutputStream());
    } catch (ZipException | RuntimeException e) {
      // The readers of damaged packets and entries throw what they like.
      throw new IOException("it is damaged: " + e.getMessage(), e);
    }
    return manifest
        .filter(known -> known.files().equals(found))
        .orElseThrow(() -> new IOException("it is no backup, or it is damaged or not complete"));
  }

  private static Manifest manifest(ZipInputStream zip) throws IOException {
    try {
      return Manifest.of(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      throw new IOException("its manifest cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream opened(Path file, Optional<String> passphrase) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      boolean encrypted = isEncrypted(in);
      if (encrypted && passphrase.isEmpty()) {
        throw new IOException("it is encrypted; give its passphrase with --passphrase-file");
      }
      return encrypted ? OpenPgp.decrypt(in, passphrase.orElseThrow()) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /// Every OpenPGP packet begins with a byte whose highest bit is set (RFC 4880 §4.2); a ZIP file
  /// begins with `PK`.
  private static boolean isEncrypted(InputStream in) throws IOException {
    in.mark(1);
    int first = in.read();
    in.reset();
    return first >= 0x80;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
