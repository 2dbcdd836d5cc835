package org.postbag.bench;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.OutputStream;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;

/// The least that anybody could do: fetches every letter in bulk and drops it.
record BareLoop(int port, String user) {
  private static final int AT_ONCE = 100;

  /// Seconds for the whole mailbox.
  double read(int letters) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.imap.peek", "true");
    properties.put("mail.imap.partialfetch", "false");
    long begin = System.nanoTime();
    try (Store store = Session.getInstance(properties).getStore("imap")) {
      store.connect("127.0.0.1", port, user, "secret");
      try (Folder folder = store.getFolder("INBOX")) {
        folder.open(Folder.READ_ONLY);
        long octets = 0;
        for (int first = 1; first <= letters; first += AT_ONCE) {
          Message[] some = folder.getMessages(first, Math.min(first + AT_ONCE - 1, letters));
          FetchProfile whole = new FetchProfile();
          whole.add(IMAPFolder.FetchProfileItem.MESSAGE);
          folder.fetch(some, whole);
          for (Message each : some) {
            Counter counter = new Counter();
            each.writeTo(counter);
            octets += counter.count;
            ((org.eclipse.angus.mail.imap.IMAPMessage) each).invalidateHeaders();
          }
        }
        if (octets == 0) {
          throw new IllegalStateException("nothing was fetched");
        }
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static final class Counter extends OutputStream {
    private long count;

    @Override
    public void write(int octet) {
      count++;
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
      count += length;
    }
  }
}
