package org.postbag.email.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.asn1.cms.ContentInfo;

/// S/MIME's `application/pkcs7-mime` (RFC 8551 §3): the message within a signed one. The signature
/// is not checked.
public sealed interface SignedData {
  /// Signed and readable by anybody: a MIME entity.
  record Signed(byte[] entity) implements SignedData {}

  record Encrypted() implements SignedData {}

  /// Compressed, certificates only, or broken.
  record Other() implements SignedData {}

  static SignedData read(byte[] body) {
    try {
      ContentInfo info = ContentInfo.getInstance(org.bouncycastle.asn1.ASN1Primitive.fromByteArray(body));
      if (CMSObjectIdentifiers.envelopedData.equals(info.getContentType())
          || CMSObjectIdentifiers.authEnvelopedData.equals(info.getContentType())) {
        return new Encrypted();
      }
      return CMSObjectIdentifiers.signedData.equals(info.getContentType())
          ? signed(new CMSSignedData(info).getSignedContent())
          : new Other();
    } catch (IOException | CMSException | RuntimeException broken) {
      return new Other();
    }
  }

  private static SignedData signed(@org.jspecify.annotations.Nullable CMSTypedData content)
      throws IOException, CMSException {
    if (content == null) {
      return new Other();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    content.write(out);
    return new Signed(out.toByteArray());
  }
}
