package org.postbag.email.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.jspecify.annotations.Nullable;

/// S/MIME's `application/pkcs7-mime` (RFC 8551 §3): the message within a signed one. The signature
/// is not checked.
public sealed interface SignedData {
  /// Signed and readable by anybody: a MIME entity.
  record Signed(Part entity) implements SignedData {}

  record Encrypted() implements SignedData {}

  /// Compressed, certificates only, or broken.
  record Other() implements SignedData {}

  /// What `body` holds; nothing is refused.
  ///
  /// @param problems gets what is wrong with the entity within
  static SignedData read(byte[] body, List<String> problems) {
    try {
      ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(body));
      if (CMSObjectIdentifiers.envelopedData.equals(info.getContentType())
          || CMSObjectIdentifiers.authEnvelopedData.equals(info.getContentType())) {
        return new Encrypted();
      }
      return CMSObjectIdentifiers.signedData.equals(info.getContentType())
          ? signed(new CMSSignedData(info).getSignedContent(), problems)
          : new Other();
    } catch (IOException | CMSException | RuntimeException | StackOverflowError broken) {
      return new Other();
    }
  }

  private static SignedData signed(@Nullable CMSTypedData content, List<String> problems)
      throws IOException, CMSException {
    if (content == null) {
      return new Other();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    content.write(out);
    return new Signed(MimeParts.read(out.toByteArray(), problems));
  }
}
