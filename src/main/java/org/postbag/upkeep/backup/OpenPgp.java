package org.postbag.upkeep.backup;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/// Encryption with a passphrase as an OpenPGP message (RFC 4880): AES-256 with an integrity packet,
/// so that `gpg --decrypt` opens it without this program.
final class OpenPgp {
  /// The greatest count of the iterated S2K (RFC 4880 §3.7.1.3), 65,011,712 bytes: guessing a
  /// passphrase is to be slow.
  private static final int S2K_COUNT = 0xff;

  private static final int PART = 1 << 16;

  private OpenPgp() {}

  /// What is written to the result is encrypted; closing it completes the message.
  static OutputStream encrypt(OutputStream out, String passphrase) throws IOException {
    PGPEncryptedDataGenerator encrypting =
        new PGPEncryptedDataGenerator(
            new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(true)
                .setSecureRandom(new SecureRandom()));
    try {
      encrypting.addMethod(
          new BcPBEKeyEncryptionMethodGenerator(
              passphrase.toCharArray(),
              new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256),
              S2K_COUNT));
      OutputStream message = encrypting.open(out, new byte[PART]);
      OutputStream literal =
          new PGPLiteralDataGenerator()
              .open(
                  message, PGPLiteralData.BINARY, "backup.zip", PGPLiteralData.NOW, new byte[PART]);
      return new Nested(literal, message, out);
    } catch (PGPException e) {
      throw new IOException("encrypting with the passphrase", e);
    }
  }

  /// The clear text. Its end has been reached only when the message is intact.
  ///
  /// @throws WrongPassphrase when the passphrase does not open it
  static InputStream decrypt(InputStream in, String passphrase) throws IOException {
    try {
      if (!(new BcPGPObjectFactory(in).nextObject() instanceof PGPEncryptedDataList list)
          || !(list.get(0) instanceof PGPPBEEncryptedData encrypted)) {
        throw new IOException("the file is not encrypted with a passphrase");
      }
      InputStream clear =
          encrypted.getDataStream(
              new BcPBEDataDecryptorFactory(
                  passphrase.toCharArray(), new BcPGPDigestCalculatorProvider()));
      if (!(new BcPGPObjectFactory(clear).nextObject() instanceof PGPLiteralData literal)) {
        throw new WrongPassphrase();
      }
      return new Intact(literal.getInputStream(), encrypted);
    } catch (PGPException | RuntimeException e) {
      throw new WrongPassphrase(e);
    } catch (IOException e) {
      // A wrong key makes noise of the packets (RFC 4880 §5.7: the quick check is not reliable).
      throw e instanceof WrongPassphrase ? e : new WrongPassphrase(e);
    }
  }

  /// The passphrase does not open the file, or the file is damaged.
  static final class WrongPassphrase extends IOException {
    private static final long serialVersionUID = 1;

    private WrongPassphrase() {
      super("the passphrase does not open it, or it is damaged");
    }

    private WrongPassphrase(Exception cause) {
      super("the passphrase does not open it, or it is damaged", cause);
    }
  }

  /// Closes the packet inside before the one around it, and these before the file: none closes what
  /// it writes to.
  private static final class Nested extends FilterOutputStream {
    private final OutputStream around;
    private final OutputStream file;

    Nested(OutputStream literal, OutputStream around, OutputStream file) {
      super(literal);
      this.around = around;
      this.file = file;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      try (file) {
        out.close();
        around.close();
      }
    }
  }

  /// Compares the integrity packet (RFC 4880 §5.14) once everything was read.
  private static final class Intact extends FilterInputStream {
    private final PGPPBEEncryptedData message;
    private boolean verified;

    Intact(InputStream literal, PGPPBEEncryptedData message) {
      super(literal);
      this.message = message;
    }

    @Override
    public int read() throws IOException {
      return verified(in.read());
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return verified(in.read(bytes, from, length));
    }

    private int verified(int read) throws IOException {
      if (read < 0 && !verified) {
        verified = true;
        try {
          if (!message.isIntegrityProtected() || !message.verify()) {
            throw new IOException("the encrypted file is damaged");
          }
        } catch (PGPException e) {
          throw new IOException("the encrypted file is damaged", e);
        }
      }
      return read;
    }
  }
}
